import { HIDDEN, maskTable, type Rule } from '#app/statistics/small-numbers.ts';
import { maskTrio } from '#app/statistics/slices.ts';
import { countTable } from './count.ts';
import {
  joinCategories,
  keepCategories,
  type Side,
  type SideOrReason,
  type Variable,
  type Variables,
} from './variables.ts';

/** What somebody wants to see: a question by another, for everybody or for those with one answer. */
export interface Wanted {
  row: string;
  by: string;
  /** A question and one of its answers. */
  filter: { name: string; value: string } | null;
}

/** The three laid out so that the table can be masked, or why it cannot be shown and what to do. */
export type Fitted =
  | {
      ok: true;
      row: Side;
      column: Side;
      filter: { variable: Variable; at: number } | null;
      notes: string[];
    }
  | { ok: false; why: string };

const no = (why: string) => ({ ok: false, why }) as const;

/** Every cross-tab is masked with this: totals are known from each question's own table. */
export const tableRule = (rule: Partial<Rule>): Partial<Rule> => ({
  ...rule,
  openTotals: true,
  hideZeros: true,
});

/** Finds what was asked for and fits it together. */
export function fit(variables: Variables, wanted: Wanted, rule: Partial<Rule>): Fitted {
  const row = variables.side(wanted.row);
  const column = variables.side(wanted.by);
  if (!row || !column) return no('This survey has no such question. Choose the questions again.');
  if (wanted.row === wanted.by) return no('Choose two different questions.');
  for (const side of [row, column]) {
    if (side.kind === 'none')
      return no(`“${side.title}” cannot be laid against another question. ${side.why}`);
  }
  const laid = layOut(variables, row as Side, column as Side, tableRule(rule));
  if (!laid.ok || wanted.filter === null) return laid;
  return withFilter(variables, laid, wanted.filter, rule);
}

type Laid = Extract<Fitted, { ok: true }>;

/** Questions that only some were asked are fitted to who was asked. */
function layOut(variables: Variables, row: Side, column: Side, rule: Partial<Rule>): Fitted {
  const plain = { ok: true, row, column, filter: null, notes: [] } as const;
  const [rowOfAll, columnOfAll] = [row, column].map(({ name }) =>
    variables.everybodyWasAsked(name),
  );
  if (rowOfAll && columnOfAll) return { ...plain, notes: [] };
  if (!rowOfAll && !columnOfAll) {
    return variables.askedTogether(row.name, column.name)
      ? { ...plain, notes: [onlySome(row)] }
      : no(
          'These two questions were asked of different people. Choose one that everybody was asked.',
        );
  }
  const [some, all] = rowOfAll ? [column, row] : [row, column];
  const led = variables.ledTo(some.name);
  if (!led) {
    return no(
      `Who was asked “${some.title}” depends on more than one answer, so that this table could give away small numbers. Look at the question on its own, or choose another.`,
    );
  }
  const fitted =
    led.bySide === all.name ? ofThoseAsked(all, led.asked) : knownWhoWasAsked(all, led, rule);
  if (!fitted) {
    return no(
      `So few of some answers to “${all.title}” were asked “${some.title}” that the table would give away small numbers. Choose another question.`,
    );
  }
  const notes = [onlySome(some), ...fitted.notes];
  return rowOfAll
    ? { ...plain, row: fitted.side, notes }
    : { ...plain, column: fitted.side, notes };
}

const onlySome = ({ title }: Side) => `Only those who were asked “${title}” are counted.`;

function ofThoseAsked(side: Side, asked: readonly boolean[]) {
  if (side.kind === 'options') return null;
  if (asked.filter(Boolean).length < 2) return null;
  return { side: { ...side, variable: keepCategories(side.variable, asked) }, notes: [] };
}

/**
 * How many of each category were asked must not say more than the table of the question that led here
 * says: where it does, the categories are counted together.
 */
function knownWhoWasAsked(
  side: Side,
  led: { by: Variable; asked: boolean[] },
  rule: Partial<Rule>,
): { side: Side; notes: string[] } | null {
  const unknownIn = (variable: Variable) => {
    const counted = countTable(led.by, variable, null, null);
    const counts = steps(led.by.size).map((r) =>
      steps(variable.size).map((c) => counted.count(r, c)),
    );
    const { cells } = maskTable(counts, rule);
    return steps(variable.size).map((c) => {
      const hidden = led.asked.filter((_, r) => cells[r]?.[c] === HIDDEN);
      return hidden.includes(true) && hidden.includes(false);
    });
  };
  if (side.kind === 'options') {
    const options = side.options.filter(({ variable }) => !unknownIn(variable).includes(true));
    if (options.length === 0) return null;
    const left = side.options.length - options.length;
    const notes = left === 0 ? [] : ['Answers that would give away small numbers are left out.'];
    return { side: { ...side, options }, notes };
  }
  const unknown = unknownIn(side.variable);
  // One unknown beside known ones follows from their sum, here as in the table that led here.
  if (unknown.filter(Boolean).length < 2) return { side, notes: [] };
  if (unknown.every(Boolean)) return null;
  const variable = joinCategories(side.variable, unknown);
  return {
    side: { ...side, variable },
    notes: ['Some answers are joined to protect small numbers.'],
  };
}

function withFilter(
  variables: Variables,
  laid: Laid,
  wanted: NonNullable<Wanted['filter']>,
  rule: Partial<Rule>,
): Fitted {
  const side: SideOrReason | undefined = variables.side(wanted.name);
  if (!side || [laid.row.name, laid.column.name].includes(wanted.name)) {
    return no('Choose a third question to filter by.');
  }
  if (side.kind !== 'parts' || !variables.everybodyWasAsked(wanted.name)) {
    return no(
      `“${side.title}” cannot be a filter: only questions that everybody was asked, with one answer each, can.`,
    );
  }
  const at = side.variable.categories.findIndex(({ value }) => value === wanted.value);
  if (at < 0) return no('Nobody gave that answer, or too few to show. Choose another filter.');
  for (const each of [laid.row, laid.column]) {
    if (variables.everybodyWasAsked(each.name)) continue;
    const other = each === laid.row ? laid.column : laid.row;
    if (!isOpen(variables, each, other, side.variable, tableRule(rule))) {
      return no(
        `Only some people were asked “${each.title}”, and with this filter the numbers get too small to show. Take the filter out.`,
      );
    }
  }
  return { ...laid, filter: { variable: side.variable, at } };
}

/** Whether who was asked a question hides nothing anywhere in the other two questions. */
function isOpen(
  variables: Variables,
  some: Side,
  other: Side,
  filter: Variable,
  rule: Partial<Rule>,
): boolean {
  const led = variables.ledTo(some.name);
  if (!led || other.kind === 'options') return false;
  const { by } = led;
  const three = [by, other.variable, filter] as const;
  if (new Set(three.map(({ id }) => id)).size < 3) return false;
  const counted = countTable(by, other.variable, filter, null);
  const isHidden = maskTrio(
    [by.id, other.variable.id, filter.id],
    [by.size, other.variable.size, filter.size],
    counted.count,
    rule,
  );
  return (
    isHidden !== null &&
    steps(by.size).every((a) =>
      steps(other.variable.size).every((b) => steps(filter.size).every((c) => !isHidden(a, b, c))),
    )
  );
}

export const steps = (size: number) => Array.from({ length: size }, (_, at) => at);
