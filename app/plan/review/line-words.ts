import { sayDay } from '#app/ui/words.ts';
import { STATUS_NAMES, type PlanLine } from '../plan.ts';

/** A line of the plan in the words of those who are asked about it. */

/** What the theory and the programme say about a line. */
export interface AroundLine {
  /** The boxes of the theory that it delivers. */
  activities: readonly { label: string; more: Readonly<Record<string, string>> }[];
  /** The places of the programme. */
  places: readonly string[];
}

export interface LineAsked {
  text: string;
  hint: string;
  about: { kind: 'plan-line'; id: string; words: Record<string, string> };
}

/** What members are asked about a line: what, for whom, where, by when, and roughly for how much. */
export function lineAsked(line: PlanLine, around: AroundLine): LineAsked {
  const words = lineWords(line, around);
  const rows: [string, string | undefined][] = [
    ['For', words['whom']],
    ['Where', words['where']],
    ['Who does it', words['owner']],
    ['By when', words['when']],
    ['What it costs', words['cost']],
    ['What you will see', words['milestone']],
  ];
  const told = rows.flatMap(([label, said]) =>
    said === undefined ? [] : [`${label}: ${sentence(said)}`],
  );
  return {
    text: sentence(`We plan to do this: “${tidy(line.title)}”`),
    hint: told.join('\n'),
    about: { kind: 'plan-line', id: line.id, words },
  };
}

/** What a line says today, in the words in which it is asked about; what it does not say is left out. */
export function lineWords(line: PlanLine, { activities, places }: AroundLine) {
  const whom = unique(activities.map(({ more }) => tidy(more['benefits'] ?? '')));
  const all = [line.title, ...activities.map(({ label }) => label)].join(' ');
  const where = places.filter((place) => place !== '' && all.includes(place));
  const words: Record<string, string> = {
    title: tidy(line.title),
    whom: whom.join('; '),
    where: where.join(', '),
    owner: tidy(line.owner),
    when: line.endsOn === null ? '' : sayDay(line.endsOn),
    cost: costBand(line.costPence),
    milestone: tidy(line.milestone),
    status: STATUS_NAMES[line.status],
  };
  return Object.fromEntries(Object.entries(words).filter(([, said]) => said !== ''));
}

/** The upper ends of the bands, in pounds. */
const BANDS = [1_000, 10_000, 50_000, 100_000, 250_000, 1_000_000];
const pounds = (amount: number) => `£${amount.toLocaleString('en-GB')}`;

/**
 * How much a line costs, roughly: people are asked whether it is worth it, and an exact sum reads as
 * if it were settled. Empty where the cost is not known.
 *
 * @param pence null while it is not known
 */
export function costBand(pence: number | null): string {
  if (pence === null) return '';
  if (pence === 0) return 'nothing extra';
  const amount = pence / 100;
  const at = BANDS.findIndex((band) => amount < band);
  if (at === 0) return `less than ${pounds(BANDS[0] ?? 0)}`;
  if (at === -1) return `${pounds(BANDS.at(-1) ?? 0)} or more`;
  return `between ${pounds(BANDS[at - 1] ?? 0)} and ${pounds(BANDS[at] ?? 0)}`;
}

/** What a line says now that it did not say when it was asked about; null when it is the same. */
export function lineChanged(
  then: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): { name: string; then: string; now: string }[] | null {
  const changed = Object.keys(NAMES).flatMap((key) => {
    const [was, is] = [then[key] ?? '', now[key] ?? ''];
    return was === is ? [] : [{ name: NAMES[key] ?? key, then: was, now: is }];
  });
  return changed.length === 0 ? null : changed;
}

const NAMES: Readonly<Record<string, string>> = {
  title: 'What will be done',
  whom: 'For whom',
  where: 'Where',
  owner: 'Who does it',
  when: 'By when',
  cost: 'Cost',
  milestone: 'Milestone',
  status: 'How far it is',
};

const tidy = (text: string) =>
  text
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(/(?<![.\s])[.\s]+$/u, '');
const sentence = (text: string) => (/[.!?…]$/u.test(text) ? text : `${text}.`);
const unique = (words: readonly string[]) => [...new Set(words.filter((word) => word !== ''))];
