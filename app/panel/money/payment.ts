import { z } from 'zod';
import { Day } from '#app/people/programme.ts';
import type { Listed } from '../member-lists.ts';

export const PAYMENT_KINDS: readonly Listed[] = [
  { value: 'thank-you', label: 'Thank you' },
  { value: 'travel', label: 'Travel' },
  { value: 'childcare', label: 'Childcare' },
  { value: 'other', label: 'Other costs' },
];

export const PAYMENT_WAYS: readonly Listed[] = [
  { value: 'bank', label: 'Bank transfer' },
  { value: 'voucher', label: 'Voucher' },
  { value: 'cash', label: 'Cash, signed for' },
  { value: 'ticket', label: 'Paid for them (ticket, taxi, crèche)' },
];

export const EVIDENCE: readonly Listed[] = [
  { value: 'receipt', label: 'Receipt seen' },
  { value: 'mileage', label: 'Mileage noted' },
  { value: 'not-needed', label: 'None needed' },
  { value: 'missing', label: 'Not seen yet' },
];

export const PAYMENT_STATES: readonly Listed[] = [
  { value: 'offered', label: 'Offered' },
  { value: 'paid', label: 'Paid' },
  { value: 'declined', label: 'Declined' },
  { value: 'withdrawn', label: 'Withdrawn' },
];

/** A payment as it is kept, in whole pence. */
export interface Payment {
  forDay: string;
  forWhat: string;
  kind: string;
  pence: number;
  how: string;
  evidence: string;
  stream: string;
  state: string;
  paidOn: string | null;
}

/** Most that one line may be: more is a slip of the finger. */
const MOST_PENCE = 100_000;

/**
 * Pence of an amount as people type it: "12", "12.5", "£1,012.50". Null for what is no amount.
 */
export function penceOf(typed: string): number | null {
  const plain = typed.trim().replace(/^£\s*/, '');
  const found = /^(\d{1,3}(?:,\d{3})+|\d{1,7})(?:\.(\d{1,2}))?$/.exec(plain);
  if (!found) return null;
  const pounds = Number((found[1] ?? '').replaceAll(',', ''));
  return pounds * 100 + Number((found[2] ?? '').padEnd(2, '0') || '0');
}

/** "£12.50". */
export function sayMoney(pence: number): string {
  const pounds = Math.floor(Math.abs(pence) / 100).toLocaleString('en-GB');
  return `${pence < 0 ? '−' : ''}£${pounds}.${String(Math.abs(pence) % 100).padStart(2, '0')}`;
}

const oneOf = (list: readonly Listed[], instruction: string) =>
  z.string(instruction).refine((value) => list.some((one) => one.value === value), instruction);

const amount = z.string('Enter an amount, such as 12.50').transform((typed, check) => {
  const pence = penceOf(typed);
  if (pence === null || pence === 0 || pence > MOST_PENCE) {
    check.addIssue({
      code: 'custom',
      message:
        pence !== null && pence > MOST_PENCE
          ? `Enter ${sayMoney(MOST_PENCE)} or less, or split it`
          : 'Enter an amount in pounds and pence, such as 12.50',
    });
    return z.NEVER;
  }
  return pence;
});

const list = (value: unknown) =>
  value === undefined ? [] : Array.isArray(value) ? (value as unknown[]) : [value];

export const PaymentForm = z.object({
  member: z.preprocess(list, z.array(z.string()).min(1, 'Choose who it is for')),
  forDay: Day('Enter the day of the meeting or the activity'),
  forWhat: z
    .string('Say what it is for')
    .min(1, 'Say what it is for, such as “Panel meeting of 3 June”')
    .max(200, 'This must be 200 characters or fewer'),
  kind: oneOf(PAYMENT_KINDS, 'Choose what kind of payment it is'),
  amount,
  how: oneOf(PAYMENT_WAYS, 'Choose how it is paid'),
  evidence: oneOf(EVIDENCE, 'Choose what evidence there is'),
  stream: z
    .string('Say where the money comes from')
    .min(1, 'Say where the money comes from, such as “Best Start grant”')
    .max(80, 'This must be 80 characters or fewer'),
  warned: z.literal('yes', 'Tick that they know what a payment can do to benefits'),
});
export type PaymentFields = z.output<typeof PaymentForm>;

/** The quarter of the financial year, April to March, that a day is in. */
export function financialQuarterOf(day: string): { key: string; words: string } {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const first = month < 4 ? year - 1 : year;
  const quarter = Math.floor(((month + 8) % 12) / 3) + 1;
  const span = ['April to June', 'July to September', 'October to December', 'January to March'];
  const of = `${first}–${String((first + 1) % 100).padStart(2, '0')}`;
  return {
    key: `${first}-${quarter}`,
    words: `${of} quarter ${quarter} (${span[quarter - 1] ?? ''})`,
  };
}

export interface Total {
  quarter: string;
  stream: string;
  /** Pence by kind of payment. */
  byKind: Readonly<Record<string, number>>;
  paid: number;
  /** Offered and not settled yet. */
  open: number;
}

/**
 * Totals by the quarter of the day that they were for, and by where the money comes from. What was
 * declined or withdrawn is in none of them.
 */
export function totalsOf(payments: readonly Payment[]): Total[] {
  const totals = new Map<string, Total & { byKind: Record<string, number> }>();
  for (const { forDay, stream, state, kind, pence } of payments) {
    if (state !== 'paid' && state !== 'offered') continue;
    const { key, words } = financialQuarterOf(forDay);
    const at = `${key}/${stream}`;
    const total = totals.get(at) ?? { quarter: words, stream, byKind: {}, paid: 0, open: 0 };
    if (state === 'offered') total.open += pence;
    else {
      total.paid += pence;
      total.byKind[kind] = (total.byKind[kind] ?? 0) + pence;
    }
    totals.set(at, total);
  }
  return [...totals].sort(([a], [b]) => (a < b ? 1 : -1)).map(([, total]) => total);
}

/** "£60.00 paid so far, £20.00 offered." */
export function sayPaid(payments: readonly Pick<Payment, 'state' | 'pence'>[]): string {
  const sum = (state: string) =>
    payments.reduce((all, one) => all + (one.state === state ? one.pence : 0), 0);
  if (payments.every(({ state }) => state === 'withdrawn')) return 'Nothing was offered yet.';
  return `${sayMoney(sum('paid'))} paid so far, ${sayMoney(sum('offered'))} offered.`;
}

/** What can be done with a payment as it stands. */
export const canSettle = (state: string): boolean => state === 'offered';
export const canWithdraw = (state: string): boolean => state === 'offered' || state === 'paid';
