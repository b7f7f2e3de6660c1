import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { Select, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { sayDay, sayMoment } from '#app/ui/words.ts';
import { labelIn } from '../member-lists.ts';
import { Facts } from '../members/Facts.tsx';
import {
  canSettle,
  canWithdraw,
  EVIDENCE,
  PAYMENT_KINDS,
  PAYMENT_STATES,
  PAYMENT_WAYS,
  sayMoney,
} from './payment.ts';
import type { PaymentLine } from './PaymentsPage.tsx';

/** One payment: what it was for, and settling it. */
export function OnePayment(props: {
  programmeId: string;
  payment: PaymentLine & { reason: string; warnedAt: Date | null };
  today: string;
  mayManage: Answer;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  const { programmeId, payment, today, mayManage, answer } = props;
  const { state } = payment;
  return (
    <div className="tl-reading">
      <Breadcrumbs
        trail={[
          { href: links.panel(programmeId), words: 'Panel' },
          { href: links.payments(programmeId), words: 'Expenses and thanks' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption={labelIn(PAYMENT_STATES, state)}>
        {sayMoney(payment.pence)} for {payment.name}
      </Heading>
      <Facts
        rows={[
          ['For', payment.forWhat],
          ['Day', sayDay(payment.forDay)],
          ['Kind', labelIn(PAYMENT_KINDS, payment.kind)],
          ['How it is paid', labelIn(PAYMENT_WAYS, payment.how)],
          ['Evidence', labelIn(EVIDENCE, payment.evidence)],
          ['Money from', payment.stream],
          ['Paid on', sayDay(payment.paidOn)],
          ['Told about benefits', payment.warnedAt ? sayMoment(payment.warnedAt) : 'Not noted'],
          ...(payment.reason === '' ? [] : [['Withdrawn because', payment.reason] as const]),
        ]}
      />
      {mayManage.yes ? null : <p className="govuk-body tl-reason">{mayManage.reason}</p>}
      {mayManage.yes && canSettle(state) ? (
        <Form>
          <TextField
            name="paidOn"
            label="Paid on"
            type="date"
            width={10}
            value={today}
            answer={answer}
          />
          <Select
            name="evidence"
            label="Evidence"
            value={payment.evidence}
            answer={answer}
            options={EVIDENCE}
          />
          <div className="govuk-button-group">
            <Button intent="paid">Note it as paid</Button>
            <Button intent="declined" kind="secondary">
              They would rather not have it
            </Button>
          </div>
        </Form>
      ) : null}
      {mayManage.yes && canWithdraw(state) ? (
        <Form>
          <TextField
            name="reason"
            label="Was it a mistake? Say why it is withdrawn"
            hint="The line stays in the register with your reason."
            answer={answer}
          />
          <Button intent="withdraw" kind="warning">
            Withdraw this payment
          </Button>
        </Form>
      ) : null}
    </div>
  );
}
