import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { readCall } from '#app/panel/recruit/draw-panel.server.ts';
import { typeInterest } from '#app/panel/recruit/express-interest.server.ts';
import { InterestForm } from '#app/panel/recruit/interest.ts';
import { InterestFields } from '#app/panel/recruit/InterestFields.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';

export const meta = () => titleOf('Somebody who came forward on paper');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const { call } = await readCall(person, programme, params['callId'] ?? '');
  const { id, title } = call;
  return { programmeId: programme.id, places: programme.places, call: { id, title } };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const read = await parseForm(request, InterestForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const callId = params['callId'] ?? '';
  const today = dayOf(new Date());
  const { reference } = await typeInterest(person, programme, callId, read.value, today);
  const words = `Kept. Write the reference ${reference} on the paper.`;
  return redirectSaying(request, links.call(programme.id, callId), words);
});

export default function Person() {
  const { programmeId, call, places } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs trail={[{ href: links.call(programmeId, call.id), words: call.title }]} />
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <ErrorSummary problems={answer?.problems} />
          <Heading>Somebody who came forward on paper</Heading>
          <Form>
            <InterestFields answer={answer} places={places} />
            <Button>Keep</Button>
          </Form>
        </div>
      </div>
    </>
  );
}
