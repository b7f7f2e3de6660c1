import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireStaff } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { allow } from '#app/people/allow.server.ts';
import { dueOn, NewRequest, REQUEST_ABOUT, REQUEST_KINDS } from '#app/privacy/requests.ts';
import { noteRequest } from '#app/privacy/run-requests.server.ts';
import { Choices, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, StaffFrame, titleOf } from '#app/ui/Page.tsx';
import { staffStyles } from '#app/ui/styles.ts';
import { dayOf, sayDay } from '#app/ui/words.ts';

export { staffStyles as links };
export const meta = () => titleOf('Note a request');

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const { person } = await requireStaff(request);
  allow(person, 'privacy.manage', person);
  return { today: dayOf(new Date()) };
});

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const { person } = await requireStaff(request);
  const read = await parseForm(request, NewRequest);
  if (!read.ok) return badInput(read.problems, read.typed);
  const id = await noteRequest(person, read.value);
  const due = sayDay(dueOn(read.value.receivedOn));
  return redirectSaying(request, links.dataRequest(id), `Noted. The answer is due by ${due}.`);
});

const choices = (of: Readonly<Record<string, string>>) =>
  Object.entries(of).map(([value, label]) => ({ value, label }));

export default function NewDataRequest() {
  const { today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <StaffFrame>
      <Breadcrumbs
        trail={[
          { href: links.privacy(), words: 'Personal data' },
          { href: links.dataRequests(), words: 'Requests' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading>Note a request</Heading>
      <Form>
        <Choices
          name="kind"
          kind="radios"
          label="What is asked"
          answer={answer}
          options={choices(REQUEST_KINDS)}
        />
        <Choices
          name="about"
          kind="radios"
          label="Who asks"
          answer={answer}
          options={choices(REQUEST_ABOUT)}
        />
        <TextField
          name="who"
          label="How you will know who asked"
          hint="A case number is best. A name goes three years after the request was answered."
          answer={answer}
        />
        <TextField
          name="receivedOn"
          label="The day on which it came in"
          type="date"
          width={10}
          answer={answer}
          value={today}
        />
        <Button>Note the request</Button>
      </Form>
    </StaffFrame>
  );
}
