import { z } from 'zod';
import type { Problem } from '#app/http/problems.ts';
import { readPeriod, sayPeriod } from '#app/theory/measures/periods.ts';
import { readNumber } from '#app/theory/measures/units.ts';
import { readPairs } from './read-pairs.ts';
import { summaryOf } from './paired.ts';
import type { ToolScores } from './scores.ts';
import { toolNamed, type Tool } from './tools.ts';

const short = (most: number, what: string) =>
  z
    .string()
    .max(most, `${what} must be ${most.toLocaleString('en-GB')} characters or fewer`)
    .default('');

const figures = {
  pairs: z.string().default(''),
  meanBefore: z.string().default(''),
  sdBefore: z.string().default(''),
  meanAfter: z.string().default(''),
  sdAfter: z.string().default(''),
  sdChange: z.string().default(''),
  improved: z.string().default(''),
  worsened: z.string().default(''),
  onlyBefore: z.string().default(''),
};

export const ScoresFields = z.object({
  toolId: z.string().min(1, 'Select the tool'),
  measureId: z.string().default(''),
  service: z
    .string('Enter which service or group of families')
    .min(2, 'Enter which service or group of families')
    .max(200, 'The service must be 200 characters or fewer'),
  period: z.string().min(1, 'Enter the period in which the second scores were taken'),
  reliability: z.string().default(''),
  reliabilitySource: short(200, 'The source'),
  note: short(1000, 'The note'),
  version: z.coerce.number().int().min(0).default(0),
  ...figures,
  /** Pairs of scores, pasted: summed up and not kept. */
  pairsText: z.string().max(200_000, 'Paste at most 5,000 pairs').default(''),
});
export type ScoresFields = z.output<typeof ScoresFields>;

type Given = Omit<ToolScores, 'id' | 'enteredBy' | 'at' | 'version'>;
export type ReadScores =
  { ok: true; given: Given; remarks: string[] } | { ok: false; problems: Problem[] };

/** Scores as they were typed, or summed up from pairs; or what is wrong with them. */
export function readScores(typed: ScoresFields): ReadScores {
  const problems: Problem[] = [];
  const wrong = (field: string, message: string) => problems.push({ field, message });
  const tool = toolNamed(typed.toolId);
  if (tool === undefined) wrong('toolId', 'Select the tool');
  const period = readPeriod(typed.period);
  if (!period.ok) wrong('period', 'Enter the period, such as April to June 2026');
  const reliability = typed.reliability === '' ? null : readNumber(typed.reliability);
  if (typed.reliability !== '' && (reliability === null || reliability <= 0 || reliability >= 1)) {
    wrong('reliability', 'Enter a reliability between 0 and 1, such as 0.89');
  }
  if (tool === undefined || !period.ok || problems.length > 0) return { ok: false, problems };
  const fromPairs = typed.pairsText !== '';
  const read = fromPairs ? fromText(typed.pairsText, reliability, tool) : fromFields(typed, tool);
  if (!read.ok) return read;
  const { measureId, service, note, toolId, reliabilitySource } = typed;
  const about = { toolId, measureId, service, note, reliability, reliabilitySource };
  const came = fromPairs ? 'pairs' : 'typed';
  return {
    ok: true,
    given: { ...about, ...period.period, ...read.figures, came },
    remarks: read.remarks,
  };
}

type Figures = Pick<
  ToolScores,
  | 'pairs'
  | 'meanBefore'
  | 'sdBefore'
  | 'meanAfter'
  | 'sdAfter'
  | 'sdChange'
  | 'improved'
  | 'worsened'
  | 'onlyBefore'
>;
type ReadFigures =
  { ok: true; figures: Figures; remarks: string[] } | { ok: false; problems: Problem[] };

function fromText(text: string, reliability: number | null, tool: Tool): ReadFigures {
  const read = readPairs(text, tool);
  if (read.problems.length > 0) {
    const problems = read.problems.slice(0, 5).map((message) => ({ field: 'pairsText', message }));
    return { ok: false, problems };
  }
  const figures = summaryOf(read.pairs, reliability, tool.lowerIsBetter);
  if (figures === null) {
    const message = 'Paste at least two people with a score before and after';
    return { ok: false, problems: [{ field: 'pairsText', message }] };
  }
  return { ok: true, figures, remarks: [] };
}

const LABELS: Readonly<Record<keyof typeof figures, string>> = {
  pairs: 'How many have both scores',
  meanBefore: 'The mean before',
  sdBefore: 'The spread before',
  meanAfter: 'The mean after',
  sdAfter: 'The spread after',
  sdChange: 'The spread of the changes',
  improved: 'How many got better',
  worsened: 'How many got worse',
  onlyBefore: 'How many have only a first score',
};
const COUNTS: readonly (keyof typeof figures)[] = ['pairs', 'improved', 'worsened', 'onlyBefore'];
const NEEDED: readonly (keyof typeof figures)[] = ['pairs', 'meanBefore', 'meanAfter'];
const MEANS: readonly (keyof typeof figures)[] = ['meanBefore', 'meanAfter'];

function fromFields(typed: ScoresFields, tool: Tool): ReadFigures {
  const problems: Problem[] = [];
  const figure = (field: keyof typeof figures): number | null => {
    const text = typed[field];
    const value = readNumber(text);
    const wrong = (message: string) => problems.push({ field, message });
    if (text === '' && NEEDED.includes(field))
      wrong(`Enter ${lower(LABELS[field])}, or paste pairs`);
    else if (text !== '' && value === null) wrong(`${LABELS[field]}: enter a number, such as 14.2`);
    else if (value !== null && COUNTS.includes(field) && !(Number.isInteger(value) && value >= 0)) {
      wrong(`${LABELS[field]}: enter a whole number`);
    } else if (value !== null && field.startsWith('sd') && value < 0) {
      wrong(`${LABELS[field]}: a spread is never under nought`);
    } else if (value !== null && MEANS.includes(field) && !isWithin(value, tool)) {
      wrong(`${LABELS[field]}: ${tool.name} runs from ${tool.least ?? 0} to ${tool.most ?? 0}`);
    }
    return value;
  };
  const read = Object.fromEntries(
    (Object.keys(LABELS) as (keyof typeof figures)[]).map((field) => [field, figure(field)]),
  ) as Record<keyof typeof figures, number | null>;
  const { pairs, improved, worsened, meanBefore, meanAfter } = read;
  if ((improved === null) !== (worsened === null)) {
    const field = improved === null ? 'improved' : 'worsened';
    problems.push({
      field,
      message: 'Enter how many got better and how many got worse, or neither',
    });
  } else if (pairs !== null && (improved ?? 0) + (worsened ?? 0) > pairs) {
    const message = 'Better and worse together are more than all who have both scores';
    problems.push({ field: 'improved', message });
  }
  const { sdBefore, sdAfter, sdChange } = read;
  // |a − b| ≤ spread of the changes ≤ a + b, whatever the two have to do with each other.
  if (sdBefore !== null && sdAfter !== null && sdChange !== null) {
    if (sdChange > sdBefore + sdAfter + 0.06 || sdChange < Math.abs(sdBefore - sdAfter) - 0.06) {
      const message = 'The spread of the changes does not fit the two spreads. Look at all three';
      problems.push({ field: 'sdChange', message });
    }
  }
  if (problems.length > 0 || pairs === null || meanBefore === null || meanAfter === null) {
    return { ok: false, problems };
  }
  return { ok: true, figures: { ...read, pairs, meanBefore, meanAfter }, remarks: [] };
}

const lower = (words: string) => `${words.charAt(0).toLowerCase()}${words.slice(1)}`;

function isWithin(score: number, { least, most }: Pick<Tool, 'least' | 'most'>): boolean {
  return (least === null || score >= least) && (most === null || score <= most);
}

const COUNTED_WITH = [
  ['reliability', 'the reliability'],
  ['toolId', 'the tool'],
  ['sdBefore', 'the spread before'],
] as const;

/**
 * What was typed over scores that are kept. Scores that were summed up from pairs stay so, and how many
 * changed reliably was counted with one tool, reliability and spread: with another it cannot stand.
 */
export function overKept(there: ToolScores, given: Given): ReadScores {
  if (there.came !== 'pairs' || given.came === 'pairs') return { ok: true, given, remarks: [] };
  const kept = { ...given, came: there.came };
  const now = typedScores({ ...there, ...given });
  const was = typedScores(there);
  const changed = COUNTED_WITH.filter(([field]) => now[field] !== was[field]);
  if (given.improved === null || changed.length === 0)
    return { ok: true, given: kept, remarks: [] };
  const problems = changed.map(([field, words]) => ({
    field,
    message: `How many got better and worse was counted with ${words} as it was. Paste the pairs again, or empty both counts`,
  }));
  return { ok: false, problems };
}

/** Scores as the fields of their form. */
export function typedScores(scores: ToolScores): Record<string, string> {
  const { toolId, measureId, service, note, reliabilitySource, start, end } = scores;
  const numbers = { ...scores, reliability: scores.reliability };
  const fields = [...Object.keys(LABELS), 'reliability'] as (keyof typeof LABELS | 'reliability')[];
  return {
    ...{ toolId, measureId, service, note, reliabilitySource },
    period: sayPeriod({ start, end }),
    ...Object.fromEntries(
      fields.map((field) => [
        field,
        numbers[field] === null ? '' : String(shortly(numbers[field])),
      ]),
    ),
  };
}

const shortly = (value: number) => Math.round(value * 10_000) / 10_000;

const NAMES: Readonly<Record<string, string>> = {
  ...LABELS,
  toolId: 'Tool',
  measureId: 'Measure',
  service: 'Service',
  period: 'Period',
  reliability: 'Reliability',
  reliabilitySource: 'Where that is published',
  note: 'Note',
};

/** What somebody else kept beside what was typed, where the two differ. */
export function scoreDifferences(
  theirs: ToolScores,
  typed: (field: string) => string,
): { label: string; theirs: string; yours: string }[] {
  return Object.entries(typedScores(theirs)).flatMap(([field, there]) =>
    there === typed(field)
      ? []
      : [{ label: NAMES[field] ?? field, theirs: there, yours: typed(field) }],
  );
}
