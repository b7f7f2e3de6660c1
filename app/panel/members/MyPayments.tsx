import { Button, Form } from '#app/ui/Form.tsx';
import { sayDay } from '#app/ui/words.ts';
import { labelIn } from '../member-lists.ts';
import { BenefitsWarning } from '../money/BenefitsWarning.tsx';
import { PAYMENT_KINDS, sayMoney } from '../money/payment.ts';

export interface MyPayment {
  id: string;
  forDay: string;
  forWhat: string;
  kind: string;
  pence: number;
  state: string;
  paidOn: string | null;
}

/** What a member was paid and is offered; they can say no to what is not paid yet. */
export function MyPayments(props: { payments: readonly MyPayment[]; memberId: string }) {
  const { payments, memberId } = props;
  if (payments.length === 0) return null;
  const offered = payments.some(({ state }) => state === 'offered');
  return (
    <>
      <h2 className="govuk-heading-m">Costs and thanks</h2>
      {offered ? <BenefitsWarning to="member" /> : null}
      <ul className="govuk-list govuk-list--spaced">
        {payments.map((one) => (
          <li key={one.id}>
            <strong className="tl-numbers">{sayMoney(one.pence)}</strong>{' '}
            {labelIn(PAYMENT_KINDS, one.kind).toLowerCase()}, {one.forWhat}, {sayDay(one.forDay)}
            <br />
            {STATE[one.state]?.(one) ?? one.state}
            {one.state === 'offered' ? (
              <Form>
                <input type="hidden" name="member" value={memberId} />
                <input type="hidden" name="payment" value={one.id} />
                <Button intent="decline" kind="secondary">
                  No, thank you
                  <span className="govuk-visually-hidden">
                    , I would rather not have {sayMoney(one.pence)} for {one.forWhat}
                  </span>
                </Button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

const STATE: Readonly<Record<string, (one: MyPayment) => string>> = {
  offered: () => 'We offer you this, and pay it soon.',
  paid: ({ paidOn }) => `Paid on ${sayDay(paidOn)}.`,
  declined: () => 'You said that you would rather not have it.',
};
