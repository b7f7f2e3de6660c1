import { z } from 'zod';
import {
  BOX_MORE,
  BOX_TYPES,
  lastPosition,
  LIMITS,
  LINK_MORE,
  typeName,
  type Box,
  type BoxType,
  type Link,
  type More,
  type Theory,
} from './graph.ts';
import { BoxMoreFields, LinkMoreFields, tooLong, Words } from './more-form.ts';
import { fieldOf, type Operation, type Sent } from './operations.ts';
import { moving, movingTier, tierBeside } from './reorder.ts';
import { OperationShape } from './shapes.ts';

/** The forms of the outline: what they hold, and which operations come of them. */

const Label = z
  .string('Enter what the box says')
  .min(1, 'Enter what the box says')
  .max(LIMITS.label, tooLong('The box', LIMITS.label));

/** What every form carries that changes a theory: which state it was made on, and ids minted with the page. */
export const Stamp = {
  theoryId: z.string().min(1),
  base: z.coerce.number().int().min(0),
  /** Minted with the page, so that pressing the button twice changes once. */
  mark: z.string().min(8).max(60),
};

/** The values that the page showed, by field, as JSON. */
export const ShownValues = z.string().transform((text, context) => {
  const read = z.record(z.string(), z.string()).safeParse(parsedJson(text));
  if (read.success) return read.data;
  context.addIssue('Load the page again');
  return z.NEVER;
});

export const EditBoxForm = z.object({
  intent: z.literal('edit'),
  ...Stamp,
  type: z.enum(BOX_TYPES, 'Choose a type from the list'),
  label: Label,
  detail: Words('The explanation', LIMITS.detail),
  ...BoxMoreFields,
  was: ShownValues,
});

const LinkBoxForm = z.object({
  intent: z.literal('link'),
  ...Stamp,
  other: z.string('Choose the other box').min(1, 'Choose the other box'),
  direction: z.enum(['to', 'from'], 'Choose which way the link runs'),
  reason: Words('The reason', LIMITS.reason),
});

const MoveBoxForm = z.object({
  intent: z.enum(['up', 'down', 'earlier', 'later']),
  ...Stamp,
});
const RemoveForm = z.object({ intent: z.literal('remove'), ...Stamp });

/** Choices about conflicts: for each, whether this person's value goes in after all. */
export const SettleForm = z.object({ intent: z.literal('settle'), ...Stamp }).catchall(z.unknown());

export const BoxForm = z.discriminatedUnion('intent', [
  EditBoxForm,
  LinkBoxForm,
  MoveBoxForm,
  RemoveForm,
  SettleForm,
]);

export const AddBoxForm = z.object({
  ...Stamp,
  type: z.enum(BOX_TYPES, 'Choose a type from the list'),
  label: Label,
  detail: Words('The explanation', LIMITS.detail),
  leadsTo: z.string().default(''),
  reason: Words('The reason', LIMITS.reason),
});

const EditLinkForm = z.object({
  intent: z.literal('edit'),
  ...Stamp,
  reason: Words('The reason', LIMITS.reason),
  ...LinkMoreFields,
  was: ShownValues,
});

export const LinkForm = z.discriminatedUnion('intent', [EditLinkForm, RemoveForm, SettleForm]);

/** What a form asks of a theory, which field a refusal belongs to, and what to say when it is done. */
export interface Wanted {
  operations: Operation[];
  field: string;
  said: string;
}

/** What a form of the page of a box asks for. */
export function wantedOfBox(theory: Theory, boxId: string, form: z.output<typeof BoxForm>): Wanted {
  const box = theory.boxes.find(({ id }) => id === boxId);
  switch (form.intent) {
    case 'edit': {
      const now = box ?? { more: {}, label: form.was['label'] ?? '' };
      // What the page asked for, also when somebody gave the box another type meanwhile.
      const shown = BOX_TYPES.find((type) => type === form.was['type']);
      const type = box?.type ?? form.type;
      const fields = [...new Set([...(shown ? fieldNames(shown) : []), ...fieldNames(type)])];
      const operations = editsOf({ kind: 'editBox', id: boxId, fields, now }, form.was, form);
      return { operations, field: 'label', said: 'The box is saved.' };
    }
    case 'link': {
      const [source, target] = form.direction === 'to' ? [boxId, form.other] : [form.other, boxId];
      const link = { id: form.mark, source, target, reason: form.reason, more: {} };
      return {
        operations: [{ kind: 'addLink', link }],
        field: 'other',
        said: 'The link is added.',
      };
    }
    case 'up':
    case 'down':
      return {
        operations: moving(theory, boxId, form.intent),
        field: 'label',
        said: `The box is moved ${form.intent}.`,
      };
    case 'earlier':
    case 'later': {
      const to = box && tierBeside(theory, box.type, form.intent);
      const where = to ? typeName(theory, to).many.toLowerCase() : 'where it was';
      return {
        operations: movingTier(theory, boxId, form.intent),
        field: 'label',
        said: `The box is moved to ${where}.`,
      };
    }
    case 'remove':
      return {
        operations: [{ kind: 'removeBox', id: boxId }],
        field: 'label',
        said: `“${box?.label ?? 'The box'}” is deleted.`,
      };
    case 'settle':
      return { operations: insistedOn(form), field: 'label', said: 'Your choice is saved.' };
  }
}

/** What a form of the page of a link asks for. */
export function wantedOfLink(
  theory: Theory,
  linkId: string,
  form: z.output<typeof LinkForm>,
): Wanted {
  const field = 'reason';
  switch (form.intent) {
    case 'edit': {
      const now = theory.links.find(({ id }) => id === linkId) ?? { more: {} };
      const thing = { kind: 'editLink' as const, id: linkId, fields: LINK_FIELDS, now };
      return { operations: editsOf(thing, form.was, form), field, said: 'The link is saved.' };
    }
    case 'remove':
      return {
        operations: [{ kind: 'removeLink', id: linkId }],
        field,
        said: 'The link is deleted.',
      };
    case 'settle':
      return { operations: insistedOn(form), field, said: 'Your choice is saved.' };
  }
}

/** A new box at the end of its column and, if it is said to lead somewhere, its first link. */
export function addingFrom(
  form: z.output<typeof AddBoxForm>,
  theory: Theory | undefined,
): Operation[] {
  const { mark, type, label, detail, leadsTo, reason } = form;
  const position = theory === undefined ? 1 : lastPosition(theory, type);
  const box = { id: mark, type, label, detail, more: {}, x: null, y: null, position };
  const other = theory?.boxes.find(({ id }) => id === leadsTo);
  const link = { id: `${mark}-link`, source: mark, target: leadsTo, reason, more: {} };
  // A need that is answered stands to the left: the line runs from it to the box.
  if (other?.type === 'need' || other?.type === 'rootCause') {
    Object.assign(link, { source: leadsTo, target: mark });
  }
  const adding: Operation = { kind: 'addBox', box };
  return leadsTo === '' ? [adding] : [adding, { kind: 'addLink', link }];
}

/** What a person insisted on in the choices about conflicts, in order. */
export function insistedOn(form: Readonly<Record<string, unknown>>): Operation[] {
  return Object.entries(form)
    .filter(([name]) => name.startsWith('choice-'))
    .sort(([a], [b]) => a.localeCompare(b, 'en-GB', { numeric: true }))
    .flatMap(([, value]) => {
      const read = OperationShape.array().safeParse(
        typeof value === 'string' ? parsedJson(value) : [],
      );
      return read.success ? read.data : [];
    });
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The fields of a box's form and the values that it has now. */
export function valuesOfBox(box: Box): Record<string, string> {
  const more = BOX_MORE[box.type].map(({ key }) => [key, box.more[key] ?? ''] as const);
  return { type: box.type, label: box.label, detail: box.detail, ...Object.fromEntries(more) };
}

/** The fields of a link's form and the values that it has now. */
export function valuesOfLink(link: Link): Record<string, string> {
  const more = LINK_MORE.map(({ key }) => [key, link.more[key] ?? ''] as const);
  return { reason: link.reason, ...Object.fromEntries(more) };
}

/**
 * What a person changed in a form, as operations: one a field that differs from what the page
 * showed. Forms trim what is typed, so a stored value that differs only by that counts as the same.
 */
export function editsOf(
  thing: {
    kind: 'editBox' | 'editLink' | 'editPiece';
    id: string;
    fields: readonly string[];
    now: { readonly more: More };
  },
  was: Readonly<Record<string, string>>,
  typed: Readonly<Record<string, unknown>>,
): Operation[] {
  return thing.fields.flatMap((name): Operation[] => {
    // A piece has no words of its own: what it is about, and facts.
    const isMain = thing.kind === 'editPiece' ? name === 'on' : MAIN_FIELDS.has(name);
    const field = isMain ? name : `more.${name}`;
    const seen = was[name] ?? '';
    const value = typed[name];
    const to = typeof value === 'string' ? value : '';
    if (to === seen.trim()) return [];
    const stored = fieldOf(thing.now, field);
    const from = stored.trim() === seen.trim() ? stored : seen;
    return [{ kind: thing.kind, id: thing.id, field, from, to } as Operation];
  });
}

const MAIN_FIELDS: ReadonlySet<string> = new Set(['type', 'label', 'detail', 'reason']);

/** Names of the form's fields for a type of box, in the order in which they are saved. */
function fieldNames(type: BoxType): string[] {
  return ['label', 'detail', ...BOX_MORE[type].map(({ key }) => key), 'type'];
}

const LINK_FIELDS: readonly string[] = ['reason', ...LINK_MORE.map(({ key }) => key)];

/** Operations as they are sent from a page without script: their ids follow from the page's mark. */
export function stamped(mark: string, operations: readonly Operation[]): Sent[] {
  return operations.map((operation, index) => ({ clientOpId: `${mark}-${index}`, operation }));
}
