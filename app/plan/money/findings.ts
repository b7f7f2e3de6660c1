import { STRANDS } from '#app/needs/registers/choices.ts';
import { sayDay } from '#app/ui/words.ts';
import type { FundingStream } from '#app/plan/plan.ts';
import { COST_KIND_CHOICES } from './costs.ts';
import type { MoneyItem } from './items.ts';
import { pounds, sumOfPence, type Accounts, type StreamAccount } from './money.ts';
import { firstDayOf, lastDayOf } from './years.ts';

/** What does not hold in the money of a plan: worked out from amounts, years, ring-fences and days. */

const FINDING_KINDS = [
  'over-stream',
  'over-year',
  'ring-fence',
  'capital',
  'outside-dates',
  'years-differ',
  'no-stream',
  'ring-fence-unknown',
  'left-at-end',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** Kinds that have to be settled before a plan is signed; the others are worth a look. */
export const MUST_BE_SETTLED: ReadonlySet<FindingKind> = new Set([
  'over-stream',
  'over-year',
  'ring-fence',
  'capital',
  'outside-dates',
  'years-differ',
]);

/** Where a finding is put right. */
export type FixedAt =
  { kind: 'stream'; id: string } | { kind: 'cost'; id: string } | { kind: 'line'; id: string };

export interface MoneyFinding {
  kind: FindingKind;
  /** One sentence that says what does not hold, and by how much. */
  says: string;
  todo: string;
  fixedAt: FixedAt;
}

/** Everything that does not hold, in the order of FINDING_KINDS, then of the streams and costs. */
export function moneyFindings(accounts: Accounts): MoneyFinding[] {
  const found = [
    ...accounts.streams.flatMap((account) =>
      account.stream === null ? [] : ofStream(account, account.stream),
    ),
    ...(accounts.unfunded?.items ?? []).map((item): MoneyFinding => ({
      kind: 'no-stream',
      says: `No stream pays for ${named(item)}.`,
      todo: 'Choose which stream pays for it.',
      fixedAt: placeOf(item),
    })),
  ];
  return FINDING_KINDS.flatMap((kind) => found.filter((each) => each.kind === kind));
}

function ofStream(account: StreamAccount, stream: FundingStream): MoneyFinding[] {
  return [
    ...overStream(account, stream),
    ...overYears(account, stream),
    ...account.items.flatMap((item) => [
      ...ringFence(item, stream),
      ...capital(item, stream),
      ...dates(item, stream),
    ]),
    ...yearsDiffer(stream),
    ...leftAtEnd(account, stream),
  ];
}

const atStream = ({ id }: FundingStream): FixedAt => ({ kind: 'stream', id });

function overStream({ leftPence }: StreamAccount, stream: FundingStream): MoneyFinding[] {
  if (leftPence === null || leftPence >= 0) return [];
  return [
    {
      kind: 'over-stream',
      says: `The plan takes ${pounds(-leftPence)} more from “${stream.name}” than the ${pounds(stream.amountPence)} that it holds.`,
      todo: 'Move costs to another stream, or bring them down.',
      fixedAt: atStream(stream),
    },
  ];
}

/**
 * Years in which more is taken than the stream has for them. Once a stream says what it has for a year,
 * it has nothing for a year that it does not name; one in which it pays on no day is told by `dates`.
 */
function overYears({ items }: StreamAccount, stream: FundingStream): MoneyFinding[] {
  if (stream.years.length === 0) return [];
  const named = new Map(stream.years.map(({ year, amountPence }) => [year, amountPence]));
  const unnamed = items
    .filter(({ year }) => year !== '' && !named.has(year) && daysOutside(year, stream) === null)
    .map(({ year }) => year);
  return [...named.keys(), ...[...new Set(unnamed)].sort()].flatMap((year) => {
    const has = named.get(year) ?? 0;
    const taken = sumOfPence(
      items.filter((item) => item.year === year).map((item) => item.amountPence),
    ).pence;
    if (taken <= has) return [];
    const which = named.has(year)
      ? `${pounds(has)} for that year: ${pounds(taken - has)} too much`
      : 'nothing for that year';
    return [
      {
        kind: 'over-year' as const,
        says: `In ${year} the plan takes ${pounds(taken)} from “${stream.name}”, which has ${which}.`,
        todo: 'Move costs to another year or stream, or change what the stream has for the year.',
        fixedAt: atStream(stream),
      },
    ];
  });
}

function ringFence(item: MoneyItem, stream: FundingStream): MoneyFinding[] {
  const { ringStrands, ringKinds } = stream;
  const fixedAt = placeOf(item);
  const broken = [
    ...(ringStrands.length > 0 && item.strand !== '' && !ringStrands.includes(item.strand)
      ? [`the strand “${nameIn(STRANDS, item.strand)}”`]
      : []),
    ...(ringKinds.length > 0 && item.kind !== '' && !ringKinds.includes(item.kind)
      ? [`the kind “${nameIn(COST_KIND_CHOICES, item.kind)}”`]
      : []),
  ];
  if (broken.length > 0) {
    return [
      {
        kind: 'ring-fence',
        says: `${capitalised(named(item))} is of ${broken.join(' and ')}, which “${stream.name}” may not pay for.`,
        todo: 'Pay for it from another stream, or correct its strand or kind.',
        fixedAt,
      },
    ];
  }
  const unsaid = [
    ...(ringStrands.length > 0 && item.strand === '' ? ['strand'] : []),
    ...(ringKinds.length > 0 && item.kind === '' ? ['kind of cost'] : []),
  ];
  if (unsaid.length === 0) return [];
  return [
    {
      kind: 'ring-fence-unknown',
      says: `“${stream.name}” is ring-fenced, and ${named(item)} names no ${unsaid.join(' and no ')}.`,
      todo: item.isEstimate
        ? 'Break its cost down, with a strand and a kind for each part.'
        : 'Enter what is missing, so that it can be shown that the money may pay for it.',
      fixedAt,
    },
  ];
}

function capital(item: MoneyItem, stream: FundingStream): MoneyFinding[] {
  if (item.isEstimate || stream.pays === 'both') return [];
  if (item.capital === (stream.pays === 'capital')) return [];
  const [is, only] = item.capital ? ['capital', 'revenue'] : ['revenue', 'capital'];
  return [
    {
      kind: 'capital',
      says: `${capitalised(named(item))} is ${is}, and “${stream.name}” pays for ${only} only.`,
      todo: 'Pay for it from another stream, or correct what it is.',
      fixedAt: placeOf(item),
    },
  ];
}

/** A cost of a year in which its stream pays on no day. */
function dates(item: MoneyItem, stream: FundingStream): MoneyFinding[] {
  const when = daysOutside(item.year, stream);
  if (when === null) return [];
  return [
    {
      kind: 'outside-dates',
      says: `${capitalised(named(item))} is for ${item.year}, and “${stream.name}” ${when}.`,
      todo: 'Pay for it from another stream, or move it to a year in which this one pays.',
      fixedAt: placeOf(item),
    },
  ];
}

/** Why a stream pays on no day of a year; null where it does on some, or nobody has said the year. */
function daysOutside(year: string, { startsOn, endsOn }: FundingStream): string | null {
  if (year === '') return null;
  if (startsOn !== null && lastDayOf(year) < startsOn) return `only begins on ${sayDay(startsOn)}`;
  return endsOn !== null && firstDayOf(year) > endsOn ? `ends on ${sayDay(endsOn)}` : null;
}

function yearsDiffer(stream: FundingStream): MoneyFinding[] {
  if (stream.years.length === 0) return [];
  const sum = stream.years.reduce((all, { amountPence }) => all + amountPence, 0);
  const gap = sum - stream.amountPence;
  if (gap === 0) return [];
  return [
    {
      kind: 'years-differ',
      says: `The years of “${stream.name}” add up to ${pounds(sum)}, and it holds ${pounds(stream.amountPence)}: ${pounds(Math.abs(gap))} ${gap > 0 ? 'too much' : 'too little'}.`,
      todo: 'Correct its years, or what it holds.',
      fixedAt: atStream(stream),
    },
  ];
}

/** What nobody has a use for when the money ends: it may have to be given back. */
function leftAtEnd({ leftPence, committed }: StreamAccount, stream: FundingStream): MoneyFinding[] {
  if (stream.endsOn === null || leftPence === null || leftPence <= 0) return [];
  const unknown = committed.unknown > 0 ? ', before costs that are not known' : '';
  return [
    {
      kind: 'left-at-end',
      says: `${pounds(leftPence)} of “${stream.name}” is promised to nothing when it ends on ${sayDay(stream.endsOn)}${unknown}.`,
      todo: 'Plan what it is for, or tell whoever gives it.',
      fixedAt: atStream(stream),
    },
  ];
}

function placeOf(item: MoneyItem): FixedAt {
  return { kind: item.isEstimate ? 'line' : 'cost', id: item.id };
}

/** What an item is called in a sentence: what it is, of which line, how much. */
function named(item: MoneyItem): string {
  const of = item.line === null || item.isEstimate ? '' : ` of “${item.line.title}”`;
  const amount = item.amountPence === null ? '' : ` (${pounds(item.amountPence)})`;
  return `“${item.what}”${of}${amount}`;
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function nameIn(list: readonly { value: string; label: string }[], value: string): string {
  return list.find((choice) => choice.value === value)?.label ?? value;
}
