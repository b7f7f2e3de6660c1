import { writeCsv } from '#app/survey/csv.ts';
import { KIND_NAMES, kindOf, labelIn } from '../member-lists.ts';
import { memberNumber } from '../members/members-file.ts';
import {
  EVIDENCE,
  PAYMENT_KINDS,
  PAYMENT_STATES,
  PAYMENT_WAYS,
  financialQuarterOf,
  type Payment,
} from './payment.ts';

/**
 * The register as a file for finance: members by the number that the list of members gives them, and
 * amounts in pounds with two places.
 */
export function paymentsCsv(
  payments: readonly (Payment & { memberId: string; memberKind: string; reason: string })[],
): string {
  const head = [
    ...['Member', 'On the panel as', 'Day', 'Quarter', 'For', 'Kind', 'Pounds', 'How', 'Evidence'],
    ...['Money from', 'State', 'Paid on', 'Withdrawn because'],
  ];
  const rows = payments.map((one) => [
    memberNumber(one.memberId),
    KIND_NAMES[kindOf(one.memberKind)],
    one.forDay,
    financialQuarterOf(one.forDay).words,
    one.forWhat,
    labelIn(PAYMENT_KINDS, one.kind),
    (one.pence / 100).toFixed(2),
    labelIn(PAYMENT_WAYS, one.how),
    labelIn(EVIDENCE, one.evidence),
    one.stream,
    labelIn(PAYMENT_STATES, one.state),
    one.paidOn ?? '',
    one.reason,
  ]);
  return writeCsv([head, ...rows], { forExcel: true });
}
