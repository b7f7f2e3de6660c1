import type { Column, Columns, Label } from '#app/survey/columns.ts';
import { STANDINGS } from '#app/survey/columns.ts';
import { titleOf } from '#app/survey/definition.ts';
import type { QuestionResult, SurveyResults } from '#app/survey/results.ts';
import { HIDDEN, isSmall, maskCounts, type Rule } from '#app/statistics/small-numbers.ts';
import type { Codes } from './count.ts';
import { LastMade, Recoded, type Variable } from './recoded.ts';

export type { Variable };

/** What stands for answers that the question's own table hides: they are counted together. */
export const JOINED = '(joined)';
const JOINED_LABEL = 'Other answers, joined because few gave them';

/** One side of a table. */
export type Side =
  | { kind: 'parts'; name: string; title: string; variable: Variable }
  /** Several answers could be given: each stands for itself, chosen or not. */
  | {
      kind: 'options';
      name: string;
      title: string;
      options: { label: Label; variable: Variable }[];
    };

export type SideOrReason = Side | { kind: 'none'; name: string; title: string; why: string };

/** Answers of the house's own: how it was answered, and whether something speaks against it. */
export interface Extra {
  name: string;
  title: string;
  labels: Label[];
  /** Per set of answers the place of its label. */
  codes: Uint16Array;
}

const [ANSWERED, NOT_ASKED] = [STANDINGS.indexOf('answered'), STANDINGS.indexOf('not-asked')];

/** What questions and answers can be laid against each other. Made once for a survey's answers. */
export class Variables {
  private readonly made = new Map<string, SideOrReason>();
  private readonly last = new LastMade();
  private readonly byName: ReadonlyMap<string, { column: Column; result: QuestionResult }>;

  constructor(
    readonly held: Columns,
    readonly results: SurveyResults,
    readonly extras: readonly Extra[],
    private readonly rule: Partial<Rule>,
  ) {
    this.byName = new Map(
      held.columns.flatMap((column, at) => {
        const result = results.questions[at];
        return result ? [[column.question.name, { column, result }] as const] : [];
      }),
    );
  }

  /** Bytes held, about, with what may be made. */
  get bytes(): number {
    const own = this.held.bytes + LastMade.bytes(this.held.answers);
    return this.extras.reduce((sum, { codes }) => sum + codes.byteLength, own);
  }

  column(name: string): Column | undefined {
    return this.byName.get(name)?.column;
  }

  /** A question or an extra as a side of a table; undefined where there is none of that name. */
  side(name: string): SideOrReason | undefined {
    const known = this.made.get(name);
    if (known) return known;
    const made = this.make(name);
    if (made) this.made.set(name, made);
    return made;
  }

  /** Every name that may be asked for, in the order of the questionnaire, the extras last. */
  names(): { name: string; title: string; why: string | null; oneAnswer: boolean }[] {
    const named = [...this.byName.keys(), ...this.extras.map(({ name }) => name)];
    return named.flatMap((name) => {
      const side = this.side(name);
      if (!side) return [];
      const why = side.kind === 'none' ? side.why : null;
      return [{ name, title: side.title, why, oneAnswer: side.kind === 'parts' }];
    });
  }

  private make(name: string): SideOrReason | undefined {
    const extra = this.extras.find((each) => each.name === name);
    if (extra) return this.makeExtra(extra);
    const found = this.byName.get(name);
    if (!found) return undefined;
    const { column, result } = found;
    const title = titleOf(column.question);
    const none = (why: string) => ({ kind: 'none', name, title, why }) as const;
    if (result.kind === 'words') return none('Answered in people’s own words.');
    if (result.hiddenBecause !== null) return none(result.hiddenBecause);
    if (result.kind === 'several-answers')
      return optionsSide(name, title, column, result, this.last) ?? none(TOO_FEW);
    const variable = this.partsOf(name, title, column, result);
    return variable ? { kind: 'parts', name, title, variable } : none(TOO_FEW);
  }

  private makeExtra({ name, title, labels, codes }: Extra): SideOrReason {
    const counts = labels.map(() => 0);
    for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
    const shown = maskCounts(counts, this.rule).counts;
    const variable = joined(
      name,
      title,
      labels.map((label, at) => ({
        label,
        pool: shown[at] === HIDDEN ? 'few' : null,
        count: counts[at] ?? 0,
      })),
      codes,
      this.last,
    );
    return variable
      ? { kind: 'parts', name, title, variable }
      : { kind: 'none', name, title, why: TOO_FEW };
  }

  /**
   * The categories of a question with one answer: what its own table shows, and what it hides joined,
   * so that the total of every category is known and only cells need hiding. What led to different
   * later questions is joined apart, because how many were asked those is known.
   */
  private partsOf(
    name: string,
    title: string,
    column: Column,
    result: QuestionResult,
  ): Variable | null {
    const { length: size } = column.labels;
    const routes = [...this.byName.values()].flatMap((other) => {
      if (other.column === column || other.result.hiddenBecause !== null) return [];
      // Of whom everybody was asked says nothing of how anybody answered; looking costs every answer.
      if (!someWereNotAsked(other.column)) return [];
      return decides({ codes: column.codes, size }, other.column.standing) ?? [];
    });
    const { counts } = column;
    const pools = new Map<string, number[]>();
    const parts = result.rows.map(({ value, label, count }, at) => {
      const pool =
        count === HIDDEN ? routes.map((asked) => (asked[at] ? '+' : '-')).join('') : null;
      if (pool !== null) pools.set(pool, [...(pools.get(pool) ?? []), counts[at] ?? 0]);
      return { label: { value, label }, pool, count: counts[at] ?? 0 };
    });
    // Joined answers stand for several: one alone, or few together, would be a hidden number shown.
    const tells = (pool: readonly number[]) => {
      const given = pool.filter((count) => count > 0);
      const sum = given.reduce((total, count) => total + count, 0);
      return given.length === 1 || isSmall(sum, this.rule);
    };
    if ([...pools.values()].some(tells)) return null;
    return joined(name, title, parts, column.codes, this.last);
  }

  /** Whether everybody was asked. */
  everybodyWasAsked(name: string): boolean {
    const column = this.column(name);
    return !column || !someWereNotAsked(column);
  }

  /** Whether the same people were asked both. */
  askedTogether(one: string, other: string): boolean {
    const [a, b] = [this.column(one)?.standing, this.column(other)?.standing];
    if (!a || !b) return false;
    return a.every((standing, at) => (standing === NOT_ASKED) === (b[at] === NOT_ASKED));
  }

  /**
   * The question whose answer alone decides who is asked this one, with the categories that are; null
   * where no single question does.
   */
  ledTo(name: string): { by: Variable; asked: boolean[]; bySide: string } | null {
    const target = this.column(name)?.standing;
    if (!target) return null;
    for (const { question } of this.held.columns) {
      if (question.name === name) continue;
      const side = this.side(question.name);
      if (side?.kind !== 'parts') continue;
      const asked = decides(side.variable, target);
      if (asked) return { by: side.variable, asked: asked[0], bySide: question.name };
    }
    return null;
  }
}

const someWereNotAsked = ({ standings }: Column) => (standings[NOT_ASKED] ?? 0) > 0;

const TOO_FEW = 'Too few people gave any one answer.';

/** Whether each category was asked, where each was asked wholly or not at all. */
function decides({ codes, size }: Codes, target: Uint8Array): [boolean[]] | null {
  // 0 nobody seen yet, 1 asked, 2 not asked. Those without an answer have a place too.
  const verdicts = new Uint8Array(size + 1);
  for (let i = 0; i < codes.length; i += 1) {
    const verdict = target[i] === NOT_ASKED ? 2 : 1;
    const code = codes[i] ?? size;
    if (verdicts[code] === 0) verdicts[code] = verdict;
    else if (verdicts[code] !== verdict) return null;
  }
  const asked = Array.from(verdicts.slice(0, size), (verdict) => verdict === 1);
  return asked.includes(true) && asked.includes(false) ? [asked] : null;
}

interface PartOf {
  label: Label;
  /** Joined with the others of the same pool; null stands alone. */
  pool: string | null;
  /** Above 0 where anybody is in it. */
  count: number;
}

/** A variable of these parts, the pooled ones joined; null where fewer than two are left. */
function joined(
  id: string,
  title: string,
  parts: readonly PartOf[],
  codes: Uint16Array,
  last?: LastMade,
): Variable | null {
  const categories: Label[] = [];
  const pools = new Map<string, number>();
  const places = parts.map(({ label, pool, count }) => {
    if (count === 0) return -1;
    if (pool === null) return categories.push(label) - 1;
    const known = pools.get(pool);
    if (known !== undefined) return known;
    const value = pools.size === 0 ? JOINED : `${JOINED}${pools.size + 1}`;
    const place = categories.push({ value, label: JOINED_LABEL }) - 1;
    pools.set(pool, place);
    return place;
  });
  const size = categories.length;
  if (size < 2) return null;
  // Where every answer stands for itself, its codes do as they are.
  if (size === parts.length && places.every((place, at) => place === at)) {
    return { id, title, categories, size, codes };
  }
  const make = () => codes.map((code) => within(places[code], size));
  return new Recoded({ id, title, categories, size }, make, last);
}

const within = (place: number | undefined, size: number) =>
  place === undefined || place < 0 ? size : place;

/** Each answer that the question's own table shows, as chosen or not chosen by those who answered. */
function optionsSide(
  name: string,
  title: string,
  column: Column,
  result: QuestionResult,
  last: LastMade,
): Side | null {
  const options = result.rows.flatMap(({ value, label, count }, at) => {
    const chosen = column.chosen[at];
    if (!chosen || count === HIDDEN || count === 0) return [];
    const categories = [
      { value, label },
      { value: '', label: `Not: ${label}` },
    ];
    const variable = new Recoded(
      { id: `${name}=${value}`, title: label, categories, size: 2 },
      () => chosenOrNot(column.standing, chosen),
      last,
    );
    return [{ label: { value, label }, variable }];
  });
  return options.length === 0 ? null : { kind: 'options', name, title, options };
}

/** 0 chosen, 1 not chosen, 2 no answer. */
function chosenOrNot(standing: Uint8Array, chosen: Uint8Array): Uint16Array {
  const codes = new Uint16Array(standing.length);
  for (let i = 0; i < codes.length; i += 1) {
    codes[i] = standing[i] === ANSWERED ? 1 - (chosen[i] ?? 0) : 2;
  }
  return codes;
}

/** A variable of some of its categories only; the answers of the others are not counted. */
export function keepCategories(variable: Variable, kept: readonly boolean[]): Variable {
  const parts = variable.categories.map((label, at) => ({
    label,
    pool: null,
    count: kept[at] === true ? 1 : 0,
  }));
  return joined(variable.id, variable.title, parts, variable.codes) ?? variable;
}

/** A variable with some of its categories counted together. */
export function joinCategories(variable: Variable, together: readonly boolean[]): Variable {
  const parts = variable.categories.map((label, at) => ({
    label,
    pool: together[at] === true ? 'together' : null,
    count: 1,
  }));
  return joined(variable.id, variable.title, parts, variable.codes) ?? variable;
}
