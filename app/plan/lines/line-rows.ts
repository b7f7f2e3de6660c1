import type { Typed } from '#app/http/problems.ts';
import { isADay } from './days.ts';
import { STEP_KINDS, type Dependency, type PlanLine, type StepKind } from '#app/plan/plan.ts';

/**
 * The rows of a line's form: its steps and what it waits for. A row is a set of fields with its
 * number in their names (`step-2-title`), so that a mistake in it can be pointed at. A row without
 * words is no row: emptying it takes the step out.
 */

export interface TypedStep {
  /** Null for a new one. */
  id: string | null;
  kind: StepKind;
  title: string;
  owner: string;
  dueOn: string | null;
  doneOn: string | null;
}

/** So many rows a form may have, and so many are left empty to be filled in. */
const MOST_STEPS = 60;
const MOST_WAITS = 30;

interface Read<Row> {
  rows: Row[];
  problems: { field: string; message: string }[];
}

type Fields = Readonly<Record<string, unknown>>;

/** What a field says; one that is sent twice says what its first says. */
function said(fields: Fields, name: string): string {
  const value = fields[name];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first.trim() : '';
}

/** How many rows of a kind were sent, by the highest number among their names. */
export function rowsSent(fields: Fields, kind: 'step' | 'wait'): number {
  const numbers = Object.keys(fields).map((name) => {
    const found = new RegExp(`^${kind}-([0-9]{1,3})-`).exec(name);
    return found === null ? 0 : Number(found[1]);
  });
  return Math.min(
    numbers.reduce((most, one) => Math.max(most, one), 0),
    999,
  );
}

export function readSteps(fields: Fields): Read<TypedStep> {
  const rows: TypedStep[] = [];
  const problems: Read<TypedStep>['problems'] = [];
  for (let at = 1; at <= rowsSent(fields, 'step'); at += 1) {
    const name = (part: string) => `step-${at}-${part}`;
    const [title, owner] = [said(fields, name('title')), said(fields, name('owner'))];
    const due = readDay(said(fields, name('due')), name('due'), 'the day by which it is due');
    const done = readDay(said(fields, name('done')), name('done'), 'the day on which it was done');
    if (title === '') {
      const alone = owner !== '' || due.day !== null || done.day !== null;
      const isNew = said(fields, name('id')) === '';
      if (alone && isNew) {
        problems.push({
          field: name('title'),
          message: 'Enter what the step is, or empty its row',
        });
      }
      continue;
    }
    problems.push(...due.problems, ...done.problems);
    problems.push(...tooLong(title, 500, name('title'), 'The words of a step'));
    problems.push(...tooLong(owner, 200, name('owner'), 'The owner of a step'));
    const kind = said(fields, name('kind'));
    rows.push({
      id: said(fields, name('id')) || null,
      kind: STEP_KINDS.find((one) => one === kind) ?? 'action',
      ...{ title, owner, dueOn: due.day, doneOn: done.day },
    });
  }
  if (rows.length > MOST_STEPS) {
    const message = `A line can have ${MOST_STEPS} steps: make two lines of it`;
    problems.push({ field: `step-${MOST_STEPS + 1}-title`, message });
  }
  return { rows, problems };
}

export function readWaits(fields: Fields): Read<Dependency> {
  const rows = new Map<string, Dependency>();
  const problems: Read<Dependency>['problems'] = [];
  for (let at = 1; at <= rowsSent(fields, 'wait'); at += 1) {
    const lineId = said(fields, `wait-${at}-line`);
    if (lineId === '') continue;
    const lag = said(fields, `wait-${at}-lag`);
    if (lag !== '' && !/^-?\d{1,4}$/.test(lag)) {
      const message = 'Enter a whole number of days, such as 14, or leave it empty';
      problems.push({ field: `wait-${at}-lag`, message });
      continue;
    }
    if (rows.has(lineId)) {
      const message = 'This line is chosen twice: choose it once';
      problems.push({ field: `wait-${at}-line`, message });
    }
    rows.set(lineId, { lineId, lagDays: Number(lag) });
  }
  if (rows.size > MOST_WAITS) {
    const message = `A line can wait for ${MOST_WAITS} others`;
    problems.push({ field: `wait-${MOST_WAITS + 1}-line`, message });
  }
  return { rows: [...rows.values()], problems };
}

function readDay(typed: string, field: string, what: string) {
  if (typed === '') return { day: null, problems: [] };
  if (isADay(typed)) return { day: typed, problems: [] };
  const message = `Enter ${what} as a day, such as 1 April 2026`;
  return { day: null, problems: [{ field, message }] };
}

function tooLong(words: string, most: number, field: string, what: string) {
  if (words.length <= most) return [];
  return [{ field, message: `${what} must be ${most} characters or fewer` }];
}

/** The rows of a line as its form shows them, before anything is typed. */
export function rowsToType(line: {
  steps: readonly (Omit<TypedStep, 'id'> & { id?: string | null })[];
  dependsOn: PlanLine['dependsOn'];
}): Typed {
  const typed: Typed = {};
  line.steps.forEach((step, index) => {
    const name = (part: string) => `step-${index + 1}-${part}`;
    typed[name('id')] = step.id ?? '';
    typed[name('kind')] = step.kind;
    typed[name('title')] = step.title;
    typed[name('owner')] = step.owner;
    typed[name('due')] = step.dueOn ?? '';
    typed[name('done')] = step.doneOn ?? '';
  });
  line.dependsOn.forEach(({ lineId, lagDays }, index) => {
    typed[`wait-${index + 1}-line`] = lineId;
    typed[`wait-${index + 1}-lag`] = lagDays === 0 ? '' : String(lagDays);
  });
  return typed;
}
