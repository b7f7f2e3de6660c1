import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { callFor, withdrawInterest } from '#app/panel/recruit/express-interest.server.ts';
import { TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { PublicFrame, titleOf } from '#app/ui/Page.tsx';
import { publicStyles } from '#app/ui/styles.ts';
import { dayOf } from '#app/ui/words.ts';

export { publicStyles as links };
export const meta = () => titleOf('Take back what you sent');

export const loader = answering(async ({ params }: LoaderFunctionArgs) => {
  const { call, authority } = await callFor(params['code'] ?? '', dayOf(new Date()));
  const { name, colour, isDemonstration } = authority;
  return { authority: { name, colour, isDemonstration }, code: call.code };
});

const Fields = z.object({
  reference: z.string('Enter your reference').min(1, 'Enter your reference, such as K7QM-4RXD'),
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const read = await parseForm(request, Fields);
  if (!read.ok) return { ...badInput(read.problems, read.typed).data, gone: false };
  if (await withdrawInterest(params['code'] ?? '', read.value.reference)) {
    return { problems: [], typed: {}, gone: true };
  }
  const message = 'We have nothing with this reference. Check it letter by letter.';
  const { data } = badInput([{ field: 'reference', message }], read.typed);
  return { ...data, gone: false };
});

export default function Withdraw() {
  const { authority, code } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.gone) {
    return (
      <PublicFrame authority={authority}>
        <h1 className="govuk-heading-l">Your details are deleted</h1>
        <p className="govuk-body">You will not be drawn, and we keep nothing about you.</p>
      </PublicFrame>
    );
  }
  return (
    <PublicFrame authority={authority} back={{ href: links.join(code), words: 'Back' }}>
      <ErrorSummary problems={answer?.problems} />
      <h1 className="govuk-heading-l">Take back what you sent</h1>
      <Form>
        <TextField
          name="reference"
          label="Your reference"
          hint="It was on the last page, such as K7QM-4RXD."
          width={10}
          spellCheck={false}
          answer={answer}
        />
        <Button kind="warning">Delete my details</Button>
      </Form>
    </PublicFrame>
  );
}
