import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { publicAddress } from '#app/http/public-address.server.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { missingNow } from '#app/needs/missing/missing-now.server.ts';
import { MissingNow } from '#app/needs/missing/MissingNow.tsx';
import { can } from '#app/people/can.ts';
import { eraseAnswers } from '#app/survey/erase-answers.server.ts';
import { closeSurvey, openSurvey } from '#app/survey/run-survey.server.ts';
import { surveyOverview } from '#app/survey/survey-overview.server.ts';
import { SurveyPage } from '#app/survey/SurveyPage.tsx';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';
import { isDutyNamed } from '#db/care.ts';
import { theStore } from '#db/store.server.ts';

interface MetaArgs {
  data?: { overview: { survey: { title: string } } } | undefined;
}

export const meta = ({ data }: MetaArgs) => titleOf(data?.overview.survey.title ?? 'Survey');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const today = dayOf(new Date());
  const overview = await surveyOverview(programme, params.surveyId ?? '', today);
  return {
    programmeId: programme.id,
    overview,
    now: await missingNow(programme, overview.survey.id, today),
    address: publicAddress(request, links.respond(overview.survey.code)),
    dutyNamed: await isDutyNamed(theStore().read, programme.authorityId),
    mayEdit: can(person, 'survey.edit', programme),
    mayImport: can(person, 'answers.import', programme),
    mayRead: can(person, 'answers.read', programme),
  };
});

const Change = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('open') }),
  z.object({ intent: z.literal('close') }),
  z.object({
    intent: z.literal('erase'),
    reference: z
      .string('Enter the reference that the family gave you')
      .min(1, 'Enter the reference that the family gave you'),
  }),
]);

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const surveyId = params.surveyId ?? '';
  const read = await parseForm(request, Change);
  if (!read.ok) return badInput(read.problems, read.typed);
  const here = links.survey(programme.id, surveyId);
  switch (read.value.intent) {
    case 'open':
      await openSurvey(person, programme, surveyId, dayOf(new Date()));
      return redirectSaying(
        request,
        here,
        'The survey is open. Put its address where families are.',
      );
    case 'close':
      await closeSurvey(person, programme, surveyId);
      return redirectSaying(request, here, 'The survey is closed. Its answers stay.');
    case 'erase': {
      const { reference } = read.value;
      const gone = await eraseAnswers(person, programme, surveyId, reference);
      if (gone)
        return redirectSaying(request, here, 'The answers with that reference are deleted.');
      const message =
        'No answers to this survey have that reference. Ask for it again, letter by letter';
      return badInput([{ field: 'reference', message }], read.typed);
    }
  }
});

export default function Survey() {
  const answer = useActionData<typeof action>();
  const { now, ...page } = useLoaderData<typeof loader>();
  const missing = <MissingNow programmeId={page.programmeId} now={now} />;
  return <SurveyPage {...page} answer={answer} missing={missing} />;
}
