import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, checkedForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { readCall } from '#app/panel/recruit/draw-panel.server.ts';
import { balancedBy, quotasOf, readQuotas } from '#app/panel/recruit/open-call.ts';
import { QuotaFields } from '#app/panel/recruit/QuotaFields.tsx';
import { setQuotas } from '#app/panel/recruit/run-call.server.ts';
import { Conflict } from '#app/people/errors.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Who shall be on the panel');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const { call } = await readCall(person, programme, params['callId'] ?? '');
  return {
    programmeId: programme.id,
    call: { id: call.id, title: call.title, size: call.size, version: call.version },
    by: balancedBy(programme.places),
    quotas: quotasOf(call.quotas),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const form = await checkedForm(request);
  const typed = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  const { call } = await readCall(person, programme, params['callId'] ?? '');
  const { quotas, problems } = readQuotas(typed, balancedBy(programme.places), call.size);
  if (problems.length > 0) return badInput(problems, typed);
  try {
    await setQuotas(person, programme, call.id, Number(typed['version']), quotas);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'form', message: error.message }], typed);
  }
  return redirectSaying(request, links.call(programme.id, call.id), 'Saved.');
});

export default function Quotas() {
  const { programmeId, call, by, quotas } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs trail={[{ href: links.call(programmeId, call.id), words: call.title }]} />
      <ErrorSummary problems={answer?.problems} />
      <Heading>Who shall be on the panel</Heading>
      <p className="govuk-body" id="form">
        Of {call.size} people, at least and at most how many? Leave a field empty where it does not
        matter. Set few limits: each makes it harder to find a panel. Ask for as many fathers as
        there are among the families here.
      </p>
      <Form>
        <input type="hidden" name="version" value={call.version} />
        <QuotaFields {...{ by, quotas, size: call.size, answer }} />
        <Button>Save</Button>
      </Form>
    </>
  );
}
