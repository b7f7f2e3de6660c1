import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { DaysForm, setDays } from '#app/panel/answer/set-days.server.ts';
import { DAYS_TO_ANSWER } from '#app/panel/answer/waiting.ts';
import { TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { daysToAnswerOf } from '#db/answers-back.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('How soon families hear back');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'programme.edit');
  const days = await daysToAnswerOf(theStore().read, programme.authorityId);
  return { programmeId: programme.id, days: days ?? DAYS_TO_ANSWER };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'programme.edit');
  const read = await parseForm(request, DaysForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  await setDays(person, programme.authorityId, read.value.days);
  const said = `Families hear back within ${read.value.days} days from now on.`;
  return redirectSaying(request, links.back(programme.id), said);
});

export default function AnswerSettings() {
  const { programmeId, days } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="tl-reading">
      <Breadcrumbs trail={[{ href: links.back(programmeId), words: 'Back to families' }]} />
      <ErrorSummary problems={answer?.problems} />
      <Heading>How soon families hear back</Heading>
      <p className="govuk-body">
        The days run from the first comment that is gathered under a theme. A theme without a public
        answer after that stands first on the home page of each programme. It holds for the whole
        authority.
      </p>
      <Form>
        <TextField name="days" label="Days" width={3} value={String(days)} answer={answer} />
        <Button>Save</Button>
      </Form>
    </div>
  );
}
