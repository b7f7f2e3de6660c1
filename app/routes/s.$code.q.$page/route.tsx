import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { checkedForm } from '#app/http/forms.server.ts';
import { answering } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { keepLanguage, keepUnderWay } from '#app/http/visit-cookies.server.ts';
import { RespondentFrame, respondentTitle, type Frame } from '#app/survey/RespondentFrame.tsx';
import { BEGAN, QUESTION_FORM, QuestionPageView, TRAP } from '#app/survey/QuestionPage.tsx';
import { keepForLater } from '#app/survey/keep-for-later.server.ts';
import { isLanguageCode } from '#app/survey/languages/languages.ts';
import type { Fields } from '#app/survey/posted.ts';
import { questionPage } from '#app/survey/respondent-page.ts';
import { saveDraftPage } from '#app/survey/save-draft-page.server.ts';
import { stepAfter, stepBefore } from '#app/survey/steps.ts';
import { DRAFT_DAYS } from '#app/survey/survey.ts';
import {
  answeringVisit,
  frameOf,
  readingOf,
  sealForSurveys,
  sealTime,
  unsealTime,
} from '../s.$code/visit-of.server.ts';
import { fieldsOf } from './fields-of.server.ts';

/** How long the browser itself remembers when the family did not ask to come back later. */
const ONE_DAY = 1;

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const visit = await answeringVisit(request, params);
  const { code } = visit.survey;
  const asked = visit.asking.rules.asked(visit.answers);
  const step = asked.find(({ name }) => name === params.page);
  // Nothing was begun, or an earlier answer changed: go to where the family stands.
  if (!step || (!visit.draft && step !== asked[0])) throw redirect(visit.path);
  const fromCheck = isFromCheck(request);
  const before = stepBefore(asked, step);
  return {
    frame: frameOf(visit),
    page: questionPage(step, asked, visit.answers, readingOf(visit)),
    began: visit.draft ? null : sealTime(code, visit.now),
    back: fromCheck
      ? links.respondCheck(code)
      : before
        ? links.respondQuestion(code, before.name)
        : visit.path,
  };
});

const isFromCheck = (request: Request) => new URL(request.url).searchParams.get('from') === 'check';

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const form = await checkedForm(request);
  const visit = await answeringVisit(request, params);
  const { code } = visit.survey;
  const step = visit.asking.rules.asked(visit.answers).find(({ name }) => name === params.page);
  if (!step) throw redirect(visit.path);
  const fields = fieldsOf(form);
  if (form.get('intent') === 'language') return inAnotherLanguage(request, visit.path, fields);
  const saved = await saveDraftPage(
    visit,
    visit.token,
    step,
    {
      fields,
      trapped: (fields[TRAP]?.[0] ?? '') !== '',
      began: unsealTime(code, fields[BEGAN]?.[0], visit.now),
    },
    visit.now,
  );
  if (saved.outcome === 'gone') throw redirect(visit.path);
  if (saved.outcome === 'problems') {
    const problems = saved.problems.map(({ field, message }) => ({ field, message }));
    return data({ problems, fields }, { status: 422 });
  }
  const later = form.get('intent') === 'later';
  const cookie = keepUnderWay(request, visit.path, saved.token, later ? DRAFT_DAYS : ONE_DAY);
  if (later) {
    await keepForLater(visit, saved.token, sealForSurveys);
    return redirect(links.respondSaved(code), { headers: { 'Set-Cookie': cookie } });
  }
  const asked = visit.asking.rules.asked(saved.answers);
  const next = stepAfter(asked, step, saved.answers, isFromCheck(request));
  const to = next ? links.respondQuestion(code, next.name) : links.respondCheck(code);
  return redirect(to, { headers: { 'Set-Cookie': cookie } });
});

/** The page again in another language, with all that was typed. Nothing is judged or stored yet. */
function inAnotherLanguage(request: Request, path: string, fields: Fields) {
  const code = new URL(request.url).searchParams.get('in');
  const headers: Record<string, string> = isLanguageCode(code)
    ? { 'Set-Cookie': keepLanguage(request, path, code) }
    : {};
  return data({ problems: [], fields }, { headers });
}

interface MetaArgs {
  data?: { frame: Frame; page: { heading: string } } | undefined;
}

export const meta = ({ data }: MetaArgs) => respondentTitle(data?.frame, data?.page.heading);

export default function Question() {
  const { frame, page, back, began } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <RespondentFrame frame={frame} back={back} form={QUESTION_FORM}>
      <QuestionPageView page={page} again={again} began={began} />
    </RespondentFrame>
  );
}
