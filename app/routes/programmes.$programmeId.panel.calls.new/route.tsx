import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { CallFields } from '#app/panel/recruit/CallFields.tsx';
import { CallForm } from '#app/panel/recruit/open-call.ts';
import { openCall } from '#app/panel/recruit/run-call.server.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Open a call');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'panel.manage');
  return { programmeId: programme.id };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const read = await parseForm(request, CallForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const call = await openCall(person, programme, read.value);
  return redirectSaying(request, links.quotas(programme.id, call.id), 'The call is open.');
});

export default function NewCall() {
  const { programmeId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs trail={[{ href: links.calls(programmeId), words: 'Open calls' }]} />
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <ErrorSummary problems={answer?.problems} />
          <Heading>Open a call for the panel</Heading>
          <Form>
            <CallFields answer={answer} />
            <Button>Open the call</Button>
          </Form>
        </div>
      </div>
    </>
  );
}
