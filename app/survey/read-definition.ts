import type { z } from 'zod';
import { checkWiring } from './definition-wiring.ts';
import { Definition } from './definition.ts';
import { isRecord, madeOurs, type OnTheWay, type Raw } from './made-elsewhere.ts';

/** What is wrong with a questionnaire, and in which element of it: by name, else by place. */
export interface DefinitionProblem {
  element: string;
  message: string;
}

export type ReadDefinition =
  | {
      ok: true;
      definition: Definition;
      /** What only changed how it looked elsewhere and is not kept here, such as "colCount". */
      notKept: string[];
      /** What is asked in another way than in the file, a sentence each. */
      changed: string[];
    }
  | { ok: false; problems: DefinitionProblem[] };

/**
 * Reads SurveyJS JSON from anywhere into what Throughline asks. Everything that would change what is
 * asked or stored, and that is not supported, is refused with its element named.
 */
export function readDefinition(raw: unknown): ReadDefinition {
  if (!isRecord(raw)) {
    return refused([
      { element: 'questionnaire', message: 'This is not a SurveyJS questionnaire.' },
    ]);
  }
  const way: OnTheWay = { notKept: new Set(), changed: [] };
  const tidy = madeOurs(raw, way);
  const read = Definition.safeParse(tidy);
  if (!read.success) return refused(read.error.issues.map((issue) => problemIn(tidy, issue)));
  const wiring = checkWiring(read.data);
  if (wiring.length > 0) return refused(wiring);
  return {
    ok: true,
    definition: read.data,
    notKept: [...way.notKept].sort(),
    changed: way.changed,
  };
}

function refused(problems: DefinitionProblem[]): ReadDefinition {
  return { ok: false, problems };
}

function problemIn(raw: Raw, issue: z.core.$ZodIssue): DefinitionProblem {
  const { element, kind, property } = placeOf(raw, issue.path);
  return { element, message: messageOf(issue, kind, property) };
}

/** The innermost named thing on the way to what is wrong. */
function placeOf(raw: Raw, path: readonly PropertyKey[]) {
  let at: unknown = raw;
  let element = 'questionnaire';
  let kind: unknown;
  let property: string[] = [];
  for (const step of path) {
    at = Array.isArray(at) ? at[Number(step)] : isRecord(at) ? at[String(step)] : undefined;
    property.push(typeof step === 'number' ? String(step + 1) : String(step));
    if (!isRecord(at)) continue;
    if (typeof at['name'] === 'string') element = at['name'];
    else if ('type' in at) element = property.join(' ');
    else continue;
    kind = at['type'];
    property = [];
  }
  return { element, kind, property: property.join(' ') };
}

const REMEDY = 'Use text, comment, radiogroup, checkbox, dropdown, rating or boolean.';

/** What to do instead, for the types that other tools have. */
const REMEDIES: Readonly<Record<string, string>> = {
  file: 'Families cannot send files. Ask for it in words.',
  signaturepad:
    'A drawn signature is personal data and shuts out who cannot draw one. Ask in words.',
  expression: 'Nothing is worked out while families answer. Take it out.',
  ranking: 'Dragging shuts people out. Ask for the most important ones as checkboxes.',
  paneldynamic: 'A group cannot be repeated. Ask once for all, or write each question out.',
  matrixdynamic: 'Rows cannot be added. Ask each as a question of its own.',
  matrixdropdown: 'Ask each row as a question of its own.',
  matrix: 'Only a grid with one answer a row and the same answers in each row can be taken apart.',
  multipletext: 'Ask each box as a question of its own.',
  imagemap: 'Ask in words.',
};

function messageOf(issue: z.core.$ZodIssue, kind: unknown, property: string): string {
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => `“${key}”`).join(', ');
    const of = typeof kind === 'string' ? ` of a ${kind} question` : '';
    return `${keys}${of} cannot be kept. Take it out, or ask the question another way.`;
  }
  if (issue.code === 'invalid_union' && property.endsWith('type')) {
    if (typeof kind !== 'string') return 'Give the question a type, such as radiogroup.';
    return `Questions of the type “${kind}” cannot be asked here. ${REMEDIES[kind] ?? REMEDY}`;
  }
  if (issue.code === 'invalid_type' && issue.input === undefined && property !== '') {
    return `“${property}” is missing.`;
  }
  return property === '' ? `${issue.message}.` : `“${property}”: ${issue.message}.`;
}
