import type { Problem, Typed } from '#app/http/problems.ts';
import { Choices, Select, TextField } from '#app/ui/Field.tsx';
import { BenefitsWarning } from './BenefitsWarning.tsx';
import { EVIDENCE, PAYMENT_KINDS, PAYMENT_WAYS } from './payment.ts';

/** What is paid to whom; the warning stands before it. */
export function PaymentFields(props: {
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
  members: readonly { id: string; name: string }[];
  chosen: string;
  today: string;
  /** Streams that were used before, newest first. */
  streams: readonly string[];
}) {
  const { answer, members, chosen, today, streams } = props;
  return (
    <>
      <BenefitsWarning to="staff" />
      <Choices
        kind="checkboxes"
        name="warned"
        label="Benefits"
        values={[]}
        answer={answer}
        options={[
          {
            value: 'yes',
            label: 'They know what a payment can do to their benefits, and that they can say no',
          },
        ]}
      />
      <Choices
        kind="checkboxes"
        name="member"
        label="For"
        hint="Everybody ticked is offered the same."
        small
        values={chosen === '' ? [] : [chosen]}
        answer={answer}
        options={members.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        name="forDay"
        label="Day of the meeting or activity"
        type="date"
        width={10}
        value={today}
        answer={answer}
      />
      <TextField
        name="forWhat"
        label="What it is for"
        hint="Such as: panel meeting, bus to the meeting, childminder for two hours."
        answer={answer}
      />
      <Choices
        kind="radios"
        name="kind"
        label="Kind"
        inline
        values={['thank-you']}
        answer={answer}
        options={PAYMENT_KINDS}
      />
      <TextField
        name="amount"
        label="Amount for each"
        prefix="£"
        width={5}
        inputMode="decimal"
        answer={answer}
      />
      <Select
        name="how"
        label="How it is paid"
        value="voucher"
        answer={answer}
        options={PAYMENT_WAYS}
      />
      <Select
        name="evidence"
        label="Evidence"
        value="not-needed"
        answer={answer}
        options={EVIDENCE}
      />
      <TextField
        name="stream"
        label="Where the money comes from"
        hint={
          streams.length > 0
            ? `Before: ${streams.join(', ')}. Written alike, they add up.`
            : 'The grant or the cost code. Written alike, they add up.'
        }
        value={streams[0]}
        answer={answer}
      />
    </>
  );
}
