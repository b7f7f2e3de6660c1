import type { Problem, Typed } from '#app/http/problems.ts';
import { TextArea, TextField } from '#app/ui/Field.tsx';

const INVITATION =
  'We are looking for parents and carers to help decide what family hubs offer.\n\nWe meet once a month for an hour and a half, in person and online, in the evening or on a Saturday. We pay your travel and childcare, and a voucher of £20 for each meeting.\n\nYou need no experience. If you get benefits, tell us before you take a voucher: we help you to check that it does not affect them.';

/** What an open call says, how many it looks for, and until when. */
export function CallFields(props: {
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
  call?: {
    title: string;
    invitation: string;
    size: number;
    closesOn: string;
    keepUntil: string;
  };
}) {
  const { answer, call } = props;
  return (
    <>
      <TextField
        name="title"
        label="Title"
        hint="Families see this, such as “Join the parent carer panel”."
        value={call?.title ?? 'Join the parent carer panel'}
        answer={answer}
      />
      <TextArea
        name="invitation"
        label="What being on the panel means"
        hint="How often you meet, what you pay for, and what the panel decides."
        rows={9}
        value={call?.invitation ?? INVITATION}
        answer={answer}
      />
      <TextField
        name="size"
        label="How many people do you want?"
        inputMode="numeric"
        width={3}
        value={String(call?.size ?? 12)}
        answer={answer}
      />
      <TextField
        name="closesOn"
        label="Last day to say that one is interested"
        type="date"
        width={10}
        value={call?.closesOn}
        answer={answer}
      />
      <TextField
        name="keepUntil"
        label="Delete those who were not chosen after"
        hint="Families are told this day. Leave time to find a substitute when somebody says no."
        type="date"
        width={10}
        value={call?.keepUntil}
        answer={answer}
      />
    </>
  );
}
