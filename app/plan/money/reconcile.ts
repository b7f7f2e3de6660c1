import { readFigure } from '#app/needs/figure.ts';
import { agrees } from '#app/needs/table-percentages.ts';

/**
 * A printed total held against its printed parts: what is missing, what share each part truly is, and
 * whether the printed shares hold for the total or only for the sum of the parts. The report stays as
 * it is printed.
 */

export interface PrintedPart {
  label: string;
  amount: number;
  /** The share as printed, "64%"; empty where none is. */
  share: string;
}

export interface Reconciled {
  total: { label: string; printed: number };
  sum: number;
  /** The total less the sum of its parts. */
  gap: number;
  parts: {
    label: string;
    amount: number;
    share: string;
    /** In per cent, of the total and of the sum of the parts. */
    ofTotal: number;
    ofSum: number;
    holds: 'total' | 'sum' | 'both' | 'neither' | 'none printed';
  }[];
  findings: string[];
}

/** Whether a difference is what changing two digits over leaves: it is divisible by nine. */
export function isChangedOver(printed: number, computed: number): boolean {
  const digits = (value: number) => [...String(Math.abs(Math.round(value)))].sort().join('');
  return (
    printed !== computed &&
    Number.isInteger(printed) &&
    Number.isInteger(computed) &&
    Math.abs(printed - computed) % 9 === 0 &&
    digits(printed) === digits(computed)
  );
}

const say = (value: number) => value.toLocaleString('en-GB', { maximumFractionDigits: 2 });
const percent = (value: number) =>
  `${value.toLocaleString('en-GB', { maximumFractionDigits: 3 })}%`;

/** Holds a total against its parts. Null where there is nothing to divide. */
export function reconcile(
  total: { label: string; printed: number },
  parts: readonly PrintedPart[],
): Reconciled | null {
  const sum = parts.reduce((all, { amount }) => all + amount, 0);
  if (parts.length < 2 || total.printed <= 0 || sum <= 0) return null;
  const gap = total.printed - sum;
  const held = parts.map((part) => {
    const ofTotal = (part.amount / total.printed) * 100;
    const ofSum = (part.amount / sum) * 100;
    return { ...part, ofTotal, ofSum, holds: holdsFor(part.share, ofTotal, ofSum) };
  });
  return { total, sum, gap, parts: held, findings: findingsOf(total, sum, gap, held) };
}

function holdsFor(share: string, ofTotal: number, ofSum: number) {
  if (share === '') return 'none printed' as const;
  const [whole, added] = [agrees(share, ofTotal), agrees(share, ofSum)];
  if (whole && added) return 'both' as const;
  return whole ? ('total' as const) : added ? ('sum' as const) : ('neither' as const);
}

function findingsOf(
  total: Reconciled['total'],
  sum: number,
  gap: number,
  parts: Reconciled['parts'],
): string[] {
  const swapped = isChangedOver(total.printed, sum)
    ? ' The digits are the same in another order.'
    : '';
  const mended = gap === 0 ? [] : mendedBy(gap, parts);
  return [
    ...(gap === 0
      ? []
      : [
          `The parts add up to ${say(sum)}, and ${say(total.printed)} is printed for “${total.label}”: ${say(Math.abs(gap))} ${gap > 0 ? 'is not accounted for' : 'too much'}.${swapped}`,
        ]),
    ...mended,
    ...parts
      .filter(({ holds }) => holds === 'neither')
      .map(
        ({ label, share, ofTotal }) =>
          `“${label}” is ${percent(ofTotal)} of the total, and ${share} is printed.`,
      ),
    ...parts
      .filter(({ holds }) => holds === 'sum')
      .map(
        ({ label, share }) =>
          `${share} for “${label}” holds only of what the parts add up to, not of the printed total.`,
      ),
  ];
}

/** Parts in which two digits changed over would account for the whole gap. */
function mendedBy(gap: number, parts: Reconciled['parts']): string[] {
  return parts
    .filter(({ amount }) => amount + gap > 0 && isChangedOver(amount, amount + gap))
    .map(
      ({ label, amount }) =>
        `With ${say(amount + gap)} for “${label}” in place of ${say(amount)}, it would add up: the digits are the same in another order.`,
    );
}

/**
 * Reads a table of a total and its parts: a label, an amount, and where it is printed a share. The row
 * whose label begins with “Total” is the total. Null where the table has another shape.
 */
export function reconcileTable(rows: readonly (readonly string[])[]): Reconciled | null {
  const read = rows.flatMap(([label = '', typed = '', share = '']) => {
    const figure = readFigure(typed.replace(/^\s*£\s*/, ''));
    if (figure.kind !== 'number' || label.trim() === '') return [];
    return [{ label: label.trim(), amount: figure.value, share: share.trim() }];
  });
  const totals = read.filter(({ label }) => /^(grand )?total\b/i.test(label));
  const [total] = totals;
  if (total === undefined || totals.length > 1) return null;
  return reconcile(
    { label: total.label, printed: total.amount },
    read.filter((row) => row !== total),
  );
}
