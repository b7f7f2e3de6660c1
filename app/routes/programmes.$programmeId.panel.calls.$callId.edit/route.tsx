import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { CallFields } from '#app/panel/recruit/CallFields.tsx';
import { readCall } from '#app/panel/recruit/draw-panel.server.ts';
import { CallForm } from '#app/panel/recruit/open-call.ts';
import { changeCall } from '#app/panel/recruit/run-call.server.ts';
import { Conflict } from '#app/people/errors.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Change the call');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const { call } = await readCall(person, programme, params['callId'] ?? '');
  const { id, title, invitation, size, closesOn, keepUntil, version } = call;
  return {
    programmeId: programme.id,
    call: { id, title, invitation, size, closesOn, keepUntil },
    version,
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const read = await parseForm(request, CallForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const callId = params['callId'] ?? '';
  const version = Number(read.form.get('version'));
  try {
    await changeCall(person, programme, callId, version, read.value);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'title', message: error.message }], read.typed);
  }
  return redirectSaying(request, links.call(programme.id, callId), 'The call is changed.');
});

export default function EditCall() {
  const { programmeId, call, version } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs trail={[{ href: links.call(programmeId, call.id), words: call.title }]} />
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <ErrorSummary problems={answer?.problems} />
          <Heading>Change the call</Heading>
          <Form>
            <input type="hidden" name="version" value={version} />
            <CallFields answer={answer} call={call} />
            <Button>Save</Button>
          </Form>
        </div>
      </div>
    </>
  );
}
