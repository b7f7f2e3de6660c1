import { NeedForm, PRIORITIES, PRIORITY_NAMES, type NeedFields } from './need.ts';
import { CRITERIA, CRITERION_NAMES, MOST_POINTS, type Criterion } from './priority.ts';

/** The columns of the register of needs, as it is taken away and brought in. */
const NAMES = {
  statement: 'Need',
  who: 'Who has this need',
  place: 'Where',
  howMany: 'How many',
  priority: 'Priority',
  priorityReason: 'Why this priority',
  notNowBecause: 'Not now, because',
} as const;
const scoreName = (criterion: Criterion) => `${CRITERION_NAMES[criterion]} (0 to ${MOST_POINTS})`;
const whyName = (criterion: Criterion) => `Why: ${CRITERION_NAMES[criterion].toLowerCase()}`;

/** What is written only for reading: it is passed over when the file comes in. */
const READ_ONLY = ['Points', 'Evidence for', 'Evidence against', 'Barriers'] as const;

export const REGISTER_COLUMNS: readonly string[] = [
  ...Object.values(NAMES),
  ...CRITERIA.flatMap((criterion) => [scoreName(criterion), whyName(criterion)]),
  ...READ_ONLY,
];

export interface WrittenNeed extends NeedFields {
  notNowBecause: string;
  /** All four, or none. */
  scores: Record<Criterion, { score: number; reason: string }> | null;
}

export interface NeedToWrite extends WrittenNeed {
  points: number | null;
  evidenceFor: readonly string[];
  evidenceAgainst: readonly string[];
  barriers: readonly string[];
}

/** The register as rows of a table, its columns first. Numbers are numbers. */
export function registerRows(needs: readonly NeedToWrite[]): (string | number | null)[][] {
  return [
    [...REGISTER_COLUMNS],
    ...needs.map((need) => [
      need.statement,
      need.who,
      need.place,
      need.howMany,
      PRIORITY_NAMES[need.priority],
      need.priorityReason,
      need.notNowBecause,
      ...CRITERIA.flatMap((criterion) => [
        need.scores?.[criterion].score ?? null,
        need.scores?.[criterion].reason ?? '',
      ]),
      need.points,
      need.evidenceFor.join('\n'),
      need.evidenceAgainst.join('\n'),
      need.barriers.join('\n'),
    ]),
  ];
}

export interface RowProblem {
  line: number;
  message: string;
}

export type ReadRegister =
  { ok: true; needs: WrittenNeed[] } | { ok: false; problems: RowProblem[] };

export const MOST_NEEDS = 1000;

/**
 * Reads a register of needs: a need a row, by the names of the columns in any order; only “Need” must
 * be there. What is not filled is said to be so. All or nothing: every wrong row is named by its line.
 *
 * @param rows cells as text, the row of headings first
 * @param lines the line of the file on which each row begins
 */
export function readRegister(
  rows: readonly (readonly string[])[],
  lines: readonly number[],
): ReadRegister {
  const [header = [], ...body] = rows;
  const names = header.map((cell) => cell.trim().toLowerCase());
  if (!names.includes(NAMES.statement.toLowerCase())) {
    const message = `The first line must name the columns, and one of them must be “${NAMES.statement}”. Take the register away first to see the shape.`;
    return { ok: false, problems: [{ line: lines[0] ?? 1, message }] };
  }
  if (body.length === 0) {
    return { ok: false, problems: [{ line: 0, message: 'There is no need in the file.' }] };
  }
  if (body.length > MOST_NEEDS) {
    const message = `At most ${MOST_NEEDS.toLocaleString('en-GB')} needs come in at once, and the file has ${body.length.toLocaleString('en-GB')}.`;
    return { ok: false, problems: [{ line: 0, message }] };
  }
  const problems: RowProblem[] = [];
  const needs: WrittenNeed[] = [];
  body.forEach((row, index) => {
    const cell = (name: string) => (row[names.indexOf(name.toLowerCase())] ?? '').trim();
    const read = readNeed(cell);
    if (read.ok) needs.push(read.need);
    else problems.push({ line: lines[index + 1] ?? index + 2, message: read.message });
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, needs };
}

type ReadNeed = { ok: true; need: WrittenNeed } | { ok: false; message: string };

function readNeed(cell: (name: string) => string): ReadNeed {
  const word = cell(NAMES.priority).toLowerCase();
  const priority =
    word === '' ? 'medium' : PRIORITIES.find((one) => PRIORITY_NAMES[one].toLowerCase() === word);
  if (priority === undefined) {
    return {
      ok: false,
      message: `The priority “${cell(NAMES.priority).slice(0, 30)}” is not High, Medium or Low`,
    };
  }
  const read = NeedForm.safeParse({
    statement: cell(NAMES.statement),
    who: cell(NAMES.who) || 'Not said',
    place: cell(NAMES.place) || 'Not said',
    howMany: cell(NAMES.howMany) || 'Not known',
    priority,
    priorityReason: cell(NAMES.priorityReason) || 'Not weighed yet.',
  });
  if (!read.success) return { ok: false, message: read.error.issues[0]?.message ?? 'Wrong' };
  const notNowBecause = cell(NAMES.notNowBecause);
  if (notNowBecause.length > 500) {
    return { ok: false, message: 'The reason for “not now” must be 500 characters or fewer' };
  }
  const scores = readScores(cell);
  if (!scores.ok) return scores;
  return { ok: true, need: { ...read.data, notNowBecause, scores: scores.scores } };
}

function readScores(
  cell: (name: string) => string,
): { ok: true; scores: WrittenNeed['scores'] } | { ok: false; message: string } {
  const typed = CRITERIA.map((criterion) => ({
    criterion,
    score: cell(scoreName(criterion)),
    reason: cell(whyName(criterion)),
  }));
  const given = typed.filter(({ score }) => score !== '');
  if (given.length === 0) return { ok: true, scores: null };
  const scores = {} as NonNullable<WrittenNeed['scores']>;
  for (const { criterion, score, reason } of typed) {
    const points = /^\d$/.test(score) ? Number(score) : NaN;
    if (!(points <= MOST_POINTS)) {
      const name = CRITERION_NAMES[criterion].toLowerCase();
      const message = `The score for ${name} must be a whole number from 0 to ${MOST_POINTS}; give all four or none`;
      return { ok: false, message };
    }
    scores[criterion] = { score: points, reason: reason.slice(0, 300) || 'No reason given' };
  }
  return { ok: true, scores };
}
