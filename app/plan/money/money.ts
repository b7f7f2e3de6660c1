import type { FundingStream, PlanLine } from '#app/plan/plan.ts';
import type { CostLine } from './costs.ts';
import { moneyItems, type MoneyItem } from './items.ts';
import { lastDayOf } from './years.ts';

/**
 * All money is a whole number of pence, so that every sum is exact. A cost that is not known is
 * null: it is never counted as nothing, and every total says how many costs it lacks.
 */

/** A billion pounds: more than any authority's programme, and far below what a number holds exactly. */
const MOST_PENCE = 100_000_000_000;

const EXAMPLE = 'such as 1,234 or 1,234.50';

export type ReadMoney = { ok: true; pence: number | null } | { ok: false; message: string };

/**
 * Reads an amount as people type it: "£1,234.50", "1234.5", "1 234". Nothing typed is null (not
 * known). Anything that could mean two amounts is refused with what to do.
 *
 * @param what names the amount in the message, such as "the cost"
 */
export function readPounds(typed: string, what = 'the amount'): ReadMoney {
  const text = typed.trim().replace(/^£\s*/, '');
  if (text === '') return { ok: true, pence: null };
  const refuse = (message: string): ReadMoney => ({ ok: false, message });
  if (/^-|^\(.*\)$/.test(text)) return refuse(`Enter ${what} as nought or more, ${EXAMPLE}`);
  if (/[a-z%]/i.test(text)) {
    return refuse(`Enter ${what} in pounds, as figures only, ${EXAMPLE}`);
  }
  const amount = /^(\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:\.(\d*))?$/.exec(text);
  const [, whole, fraction = ''] = amount ?? [];
  if (whole === undefined) return refuse(`Enter ${what} in pounds, ${EXAMPLE}`);
  if (fraction.length > 2) {
    return refuse(`Enter ${what} with at most two figures after the point, ${EXAMPLE}`);
  }
  const pounds = Number(whole.replace(/[, ]/g, ''));
  const pence = pounds * 100 + Number(fraction.padEnd(2, '0'));
  if (!(pence <= MOST_PENCE)) return refuse(`Enter ${what} as at most £1,000,000,000`);
  return { ok: true, pence };
}

/** "£1,234", or "£1,234.50" where there are pence; below nought with a minus sign in front. */
export function pounds(pence: number): string {
  const sign = pence < 0 ? '−' : '';
  const whole = Math.trunc(Math.abs(pence) / 100);
  const rest = Math.abs(pence) % 100;
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}£${grouped}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`;
}

/** The amount in words, where null is not known. */
export function poundsOrUnknown(pence: number | null): string {
  return pence === null ? 'Not known' : pounds(pence);
}

/** What an amount field shows of a stored amount: "1,234.50" without the sign, or nothing. */
export function poundsToType(pence: number | null): string {
  return pence === null ? '' : pounds(pence).replace('£', '');
}

/** Amounts added up, and how many of them are not known. */
export interface Sum {
  pence: number;
  known: number;
  unknown: number;
}

export function sumOfPence(amounts: readonly (number | null)[]): Sum {
  const known = amounts.flatMap((pence) => (pence === null ? [] : [pence]));
  return {
    pence: known.reduce((sum, pence) => sum + pence, 0),
    known: known.length,
    unknown: amounts.length - known.length,
  };
}

/** What lines cost together. A cost of a line that is not known beside known ones counts as missing. */
export function sumOf(
  lines: readonly (Pick<PlanLine, 'costPence'> & Partial<Pick<PlanLine, 'unknownCosts'>>)[],
): Sum {
  const sum = sumOfPence(lines.map(({ costPence }) => costPence));
  const within = lines
    .filter(({ costPence }) => costPence !== null)
    .reduce((all, { unknownCosts = 0 }) => all + unknownCosts, 0);
  return { ...sum, unknown: sum.unknown + within };
}

/** A sum as a phrase that never hides what is missing: "£12,000 and 2 costs not known". */
export function sumInWords(sum: Sum): string {
  if (sum.known === 0 && sum.unknown === 0) return '£0';
  if (sum.known === 0) return 'Not known';
  const missing = sum.unknown === 1 ? '1 cost not known' : `${sum.unknown} costs not known`;
  return sum.unknown === 0 ? pounds(sum.pence) : `${pounds(sum.pence)} and ${missing}`;
}

/** What the plan takes from one stream of money, or from none. */
export interface StreamAccount {
  /** Null for what no stream pays for yet. */
  stream: FundingStream | null;
  /** What it pays for, cost by cost. */
  items: MoneyItem[];
  /** The lines that it pays for, in whole or in part. */
  lines: PlanLine[];
  committed: Sum;
  /** Pence left of the stream after known costs; below nought when too much is promised. */
  leftPence: number | null;
  /** Lines that go on after the stream ends: what falls, or needs other money, on that day. */
  outlive: PlanLine[];
}

export interface Accounts {
  streams: StreamAccount[];
  /** What has no stream; null when there is nothing of the kind. */
  unfunded: StreamAccount | null;
  total: { amountPence: number; committed: Sum; leftPence: number };
  /** Stopped lines: nothing is promised to them any more. */
  stopped: PlanLine[];
  /** Everything that the plan costs, once. */
  items: MoneyItem[];
}

/**
 * The money of a plan, stream by stream. Lines that have stopped take nothing, and are listed apart.
 * What the streams and what no stream pays for adds up to the total exactly.
 */
export function accountsOf(
  lines: readonly PlanLine[],
  streams: readonly FundingStream[],
  costs: readonly CostLine[] = [],
): Accounts {
  const items = moneyItems(lines, costs, streams);
  const accounts = streams.map((stream) =>
    account(
      stream,
      items.filter(({ streamId }) => streamId === stream.id),
      items,
    ),
  );
  const without = items.filter(({ streamId }) => streamId === null);
  const amountPence = streams.reduce((sum, stream) => sum + stream.amountPence, 0);
  const committed = sumOfPence(items.map((item) => item.amountPence));
  return {
    streams: accounts,
    unfunded: without.length === 0 ? null : account(null, without, items),
    total: { amountPence, committed, leftPence: amountPence - committed.pence },
    stopped: lines.filter((line) => line.status === 'stopped'),
    items,
  };
}

function account(
  stream: FundingStream | null,
  mine: MoneyItem[],
  every: readonly MoneyItem[],
): StreamAccount {
  const committed = sumOfPence(mine.map((item) => item.amountPence));
  const lines = [...new Set(mine.flatMap(({ line }) => line ?? []))];
  return {
    stream,
    items: mine,
    lines,
    committed,
    leftPence: stream === null ? null : stream.amountPence - committed.pence,
    outlive: stream === null ? [] : lines.filter((line) => outlives(line, stream, every)),
  };
}

/** Whether a line goes on after its stream ends and no other money pays for it then. */
function outlives(line: PlanLine, stream: FundingStream, items: readonly MoneyItem[]): boolean {
  const ends = stream.endsOn;
  if (ends === null || line.endsOn === null || line.endsOn <= ends) return false;
  return !isPaidAfter(line, stream, items);
}

/** Whether an item is of the time after a day; one of no one year may be, and counts as such. */
export const isAfter = ({ year }: Pick<MoneyItem, 'year'>, day: string | null): boolean =>
  day === null || year === '' || lastDayOf(year) > day;

/**
 * Whether another stream pays for a line after this one has ended: a cost of a year that goes on past
 * its last day. A cost of no one year shows nothing. Where no end is known, any other money counts.
 */
export function isPaidAfter(
  line: Pick<PlanLine, 'id'>,
  stream: Pick<FundingStream, 'id' | 'endsOn'>,
  items: readonly MoneyItem[],
): boolean {
  return items.some(
    (item) =>
      item.line?.id === line.id &&
      item.streamId !== null &&
      item.streamId !== stream.id &&
      (stream.endsOn === null || item.year !== '') &&
      isAfter(item, stream.endsOn),
  );
}

/** The money of a plan as it was read: its lines, streams and costs, and what follows from them. */
export interface MoneyOfPlan {
  lines: PlanLine[];
  streams: FundingStream[];
  costs: CostLine[];
  accounts: Accounts;
}
