import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { Definition } from '#app/survey/definition.ts';
import { CheckPage } from '#app/survey/editor/CheckPage.tsx';
import { differenceOf } from '#app/survey/editor/difference.ts';
import { isSame } from '#app/survey/editor/merge.ts';
import { namesIn } from '#app/survey/editor/operations.ts';
import { checkedDraft, publishSurvey } from '#app/survey/editor/publish-survey.server.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';
import { isDutyNamed } from '#db/care.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Check and publish');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'survey.edit');
  const today = dayOf(new Date());
  const found = await checkedDraft(theStore().read, programme, params.surveyId ?? '', today);
  const { checks, reading, length, draft } = found;
  const { survey, definition, published } = draft;
  const before = published ? Definition.parse(published.definition) : null;
  const same =
    isSame(before, definition) && isSame(published?.languages ?? [], survey.languages ?? []);
  return {
    programmeId: programme.id,
    survey: { id: survey.id, title: survey.title, status: survey.status, minutes: survey.minutes },
    seen: draft.number,
    dutyNamed: await isDutyNamed(theStore().read, programme.authorityId),
    checks,
    reading,
    length,
    next: {
      number: (published?.number ?? 0) + (same ? 0 : 1),
      same,
      difference: before ? differenceOf(before, definition) : [],
    },
    elements: [...namesIn(definition)],
  };
});

const Sent = z.object({
  seen: z.coerce.number().int(),
  accept: z.literal('yes').optional(),
  shown: z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]),
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'survey.edit');
  const surveyId = params.surveyId ?? '';
  const read = await parseForm(request, Sent);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { seen, accept, shown } = read.value;
  if (shown.length > 0 && accept !== 'yes') {
    return badInput([{ field: 'accept', message: 'Tick that you have read the points above' }]);
  }
  const today = dayOf(new Date());
  const result = await publishSurvey(person, programme, surveyId, seen, shown, today);
  switch (result.outcome) {
    case 'published': {
      const said = `Version ${result.number} is published and the survey is open. Put its address where families are.`;
      return redirectSaying(request, links.survey(programme.id, surveyId), said);
    }
    case 'obstacles':
      return badInput([{ field: 'checks', message: 'Mend what must be mended first' }]);
    case 'warnings':
      return badInput([{ field: 'checks', message: 'There are new points: read them first' }]);
  }
});

export default function Check() {
  const answer = useActionData<typeof action>();
  return <CheckPage {...useLoaderData<typeof loader>()} problems={answer?.problems} />;
}
