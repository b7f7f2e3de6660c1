import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { checkedForm } from '#app/http/forms.server.ts';
import { answering } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { keepUnderWay } from '#app/http/visit-cookies.server.ts';
import { RespondentFrame, respondentTitle, type Frame } from '#app/survey/RespondentFrame.tsx';
import { QuestionPageView, TRAP } from '#app/survey/QuestionPage.tsx';
import { questionPage } from '#app/survey/respondent-page.ts';
import { RESPONDENT_WORDS as words } from '#app/survey/respondent-words.ts';
import { saveDraftPage } from '#app/survey/save-draft-page.server.ts';
import { stepAfter, stepBefore } from '#app/survey/steps.ts';
import { DRAFT_DAYS } from '#app/survey/survey.ts';
import { dayOf, sayDay } from '#app/ui/words.ts';
import { answeringVisit, frameOf } from '../s.$code/visit-of.server.ts';
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
    page: questionPage(step, asked, visit.answers, visit.asking.rules.definition.locale),
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
  const posted = { fields, trapped: (fields[TRAP]?.[0] ?? '') !== '' };
  const saved = await saveDraftPage(visit, visit.token, step, posted, visit.now);
  if (saved.outcome === 'gone') throw redirect(visit.path);
  if (saved.outcome === 'problems') {
    const problems = saved.problems.map(({ field, message }) => ({ field, message }));
    return data({ problems, fields }, { status: 422 });
  }
  const later = form.get('intent') === 'later';
  const cookie = keepUnderWay(request, visit.path, saved.token, later ? DRAFT_DAYS : ONE_DAY);
  if (later) {
    const until = sayDay(dayOf(new Date(visit.now.getTime() + DRAFT_DAYS * 86_400_000)));
    const said = `Saved on this phone or computer until ${until}. Come back to this address to carry on.`;
    const response = redirectSaying(request, visit.path, said);
    response.headers.append('Set-Cookie', cookie);
    return response;
  }
  const asked = visit.asking.rules.asked(saved.answers);
  const next = stepAfter(asked, step, saved.answers, isFromCheck(request));
  const to = next ? links.respondQuestion(code, next.name) : links.respondCheck(code);
  return redirect(to, { headers: { 'Set-Cookie': cookie } });
});

interface MetaArgs {
  data?: { frame: Frame; page: { heading: string } } | undefined;
}

export const meta = ({ data }: MetaArgs) => respondentTitle(data?.frame, data?.page.heading);

export default function Question() {
  const { frame, page, back } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <RespondentFrame frame={frame} back={{ href: back, words: words.back }}>
      <QuestionPageView page={page} again={again} />
    </RespondentFrame>
  );
}
