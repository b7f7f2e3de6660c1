import { z } from 'zod';
import { typedOf, type Problem, type Typed } from '#app/http/problems.ts';
import type { Option } from '#app/survey/options.ts';
import type { Margin, MarginGroup } from './margin.ts';

/** What staff type for one answer of a question: the group that it counts as, and a figure. */
export interface OptionLine {
  option: string;
  /** The group's name; empty: not compared. */
  group: string;
  /** As typed: people or per cent. A group's figures are added up; blank ones add nothing. */
  figure: string;
}

/** What stands around the lines. */
const PopulationForm = z.object({
  unit: z.enum(['people', 'percent'], 'Select whether the figures are people or per cent'),
  source: z
    .string('Enter where the figures come from')
    .min(3, 'Enter where the figures come from, such as Census 2021, table TS007')
    .max(300, 'Say where the figures come from in 300 characters or fewer'),
  asAt: z.iso.date('Enter the day that the figures speak of, such as 21 March 2021'),
  assumed: z.literal('yes').optional(),
});
type PopulationForm = z.infer<typeof PopulationForm>;

const LONGEST_LABEL = 120;

export const groupField = (at: number) => `group-${at}`;
export const figureField = (at: number) => `figure-${at}`;

/** A figure as people write it: 12,345 or 12.5 or 12.5%; NaN when it is none, null when blank. */
export function readFigure(typed: string): number | null {
  const text = typed.replace(/[\s,%]/g, '');
  if (text === '') return null;
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
}

/**
 * The groups that the lines make, and what is wrong with them. Answers with the same group name, case
 * apart, are one group; the figures on its lines are added up.
 */
export function readGroups(
  lines: readonly OptionLine[],
  unit: Margin['unit'],
): { groups: MarginGroup[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const groups = new Map<string, MarginGroup & { field: string; hasFigure: boolean }>();
  for (const [at, { option, group, figure }] of lines.entries()) {
    const label = group.trim().slice(0, LONGEST_LABEL);
    const value = readFigure(figure);
    if (Number.isNaN(value)) {
      problems.push({ field: figureField(at), message: `Enter “${figure}” as a number` });
    }
    if (label === '') {
      if (value !== null) {
        const message = `Name the group that ${figure} belongs to, or empty the figure`;
        problems.push({ field: groupField(at), message });
      }
      continue;
    }
    const key = label.toLowerCase();
    const had = groups.get(key) ?? {
      label,
      options: [],
      figure: 0,
      field: figureField(at),
      hasFigure: false,
    };
    had.options.push(option);
    had.figure += value ?? 0;
    had.hasFigure ||= value !== null;
    groups.set(key, had);
  }
  const all = [...groups.values()];
  problems.push(...wrongWith(all, unit));
  return {
    groups: all.map(({ label, options, figure }) => ({ label, options, figure })),
    problems,
  };
}

function wrongWith(
  groups: readonly { label: string; figure: number; field: string; hasFigure: boolean }[],
  unit: Margin['unit'],
): Problem[] {
  if (groups.length < 2) {
    const message = 'Name at least two groups, so that there is something to compare';
    return [{ field: groupField(0), message }];
  }
  const without = groups.filter(({ hasFigure, figure }) => !hasFigure || figure === 0);
  if (without.length > 0) {
    return without.map(({ label, field }) => ({
      field,
      message: `Enter a figure above 0 for “${label}”, or merge it with another group`,
    }));
  }
  const total = groups.reduce((sum, { figure }) => sum + figure, 0);
  if (unit === 'percent' && Math.abs(total - 100) > 0.55) {
    const message = `The groups come to ${sayPart(total)}%. They must come to 100%`;
    return [{ field: groups[0]?.field ?? figureField(0), message }];
  }
  return unit === 'people' ? wholePeople(groups) : [];
}

function wholePeople(groups: readonly { label: string; figure: number; field: string }[]) {
  return groups
    .filter(({ figure }) => !Number.isInteger(figure))
    .map(({ label, field }) => ({
      field,
      message: `Enter whole people for “${label}”, or select per cent above`,
    }));
}

/** What was typed on the page of one question, or what is wrong with it. */
export function readMargin(
  question: string,
  options: readonly Option[],
  typed: Typed,
): { ok: true; margin: Margin } | { ok: false; problems: Problem[] } {
  const around = PopulationForm.safeParse(typed);
  const { groups, problems } = readGroups(
    options.map(({ value }, at) => ({
      option: String(value),
      group: typedOf(typed, groupField(at)),
      figure: typedOf(typed, figureField(at)),
    })),
    around.success ? around.data.unit : 'people',
  );
  if (around.success && problems.length === 0) {
    const { unit, source, asAt, assumed } = around.data;
    return {
      ok: true,
      margin: { question, unit, groups, source, asAt, assumed: assumed === 'yes' },
    };
  }
  const wrong = (around.error?.issues ?? []).map(({ path, message }) => ({
    field: String(path[0]),
    message,
  }));
  return { ok: false, problems: [...wrong, ...problems] };
}

const sayPart = (figure: number) => String(Math.round(figure * 10) / 10);

/** The lines to start from: what was saved, or each answer as its own group without a figure. */
export function linesFor(options: readonly Option[], saved: Margin | undefined): OptionLine[] {
  const asked = options.map(({ value }) => String(value));
  return options.map(({ value, text }) => {
    const option = String(value);
    if (!saved) return { option, group: text.slice(0, LONGEST_LABEL), figure: '' };
    const group = saved.groups.find(({ options: merged }) => merged.includes(option));
    // The first that is still asked carries the figure of the group.
    const isFirst = group?.options.find((merged) => asked.includes(merged)) === option;
    return { option, group: group?.label ?? '', figure: isFirst ? String(group.figure) : '' };
  });
}

/** How two margins that count people disagree about how many there are, in words; none if they agree. */
export function totalsApart(margins: readonly Pick<Margin, 'unit' | 'groups' | 'question'>[]) {
  const totals = margins
    .filter(({ unit }) => unit === 'people')
    .map(({ question, groups }) => ({
      question,
      people: groups.reduce((sum, { figure }) => sum + figure, 0),
    }));
  const [least, most] = [
    totals.reduce(
      (a, b) => (b.people < a.people ? b : a),
      totals[0] ?? { question: '', people: 0 },
    ),
    totals.reduce(
      (a, b) => (b.people > a.people ? b : a),
      totals[0] ?? { question: '', people: 0 },
    ),
  ];
  if (totals.length < 2 || most.people - least.people <= most.people * 0.02) return null;
  return { least, most };
}
