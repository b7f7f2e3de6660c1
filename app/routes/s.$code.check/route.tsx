import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { checkedForm } from '#app/http/forms.server.ts';
import { answering } from '#app/http/guards.server.ts';
import { counted } from '#app/http/metrics.server.ts';
import { links } from '#app/http/links.ts';
import {
  forgetUnderWay,
  hasAnswered,
  keepAnswered,
  keepSentKey,
} from '#app/http/visit-cookies.server.ts';
import {
  RespondentFrame,
  respondentTitle,
  wordOf,
  type Frame,
} from '#app/survey/RespondentFrame.tsx';
import { CheckAnswers } from '#app/survey/CheckAnswers.tsx';
import { checkSections } from '#app/survey/respondent-page.ts';
import { submitResponse } from '#app/survey/submit-response.server.ts';
import { answeringVisit, frameOf, readingOf, visitOf } from '../s.$code/visit-of.server.ts';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const visit = await answeringVisit(request, params);
  if (!visit.draft) throw redirect(visit.path);
  const { rules } = visit.asking;
  const asked = rules.asked(visit.answers);
  const last = asked.at(-1);
  return {
    frame: frameOf(visit),
    code: visit.survey.code,
    sections: checkSections(asked, visit.answers, readingOf(visit)),
    submissionKey: visit.draft.submissionKey,
    back: last ? links.respondQuestion(visit.survey.code, last.name) : visit.path,
  };
});

export const action = answering(async ({ request, params, context }: ActionFunctionArgs) => {
  const form = await checkedForm(request);
  const visit = await visitOf(request, params);
  const key = form.get('key');
  if (typeof key !== 'string' || !/^[0-9a-f]{32}$/.test(key)) throw redirect(visit.path);
  const { network = '' } = context;
  const sent = await submitResponse(visit, visit.token, key, visit, {
    network: network === '' ? '' : `${network}\n${request.headers.get('user-agent') ?? ''}`,
    answeredBefore: hasAnswered(request),
  });
  if (sent.outcome === 'gone') throw redirect(visit.path);
  if (sent.outcome === 'problems') {
    const asked = visit.asking?.rules.asked(visit.answers) ?? [];
    const problems = sent.problems.map(({ name, field, message }) => {
      const step = asked.find(({ questions }) => questions.some((each) => each.name === name));
      const page = links.respondQuestion(visit.survey.code, step?.name ?? name);
      return { field, message, href: `${page}?from=check` };
    });
    return data({ problems }, { status: 422 });
  }
  counted('submission');
  const done = links.respondDone(visit.survey.code);
  const response = redirect(sent.worrying ? links.helpNow(done) : done);
  response.headers.append('Set-Cookie', forgetUnderWay(request, visit.path));
  response.headers.append('Set-Cookie', keepSentKey(request, visit.path, key));
  response.headers.append('Set-Cookie', keepAnswered(request, visit.path));
  return response;
});

interface MetaArgs {
  data?: { frame: Frame } | undefined;
}

export const meta = ({ data }: MetaArgs) =>
  respondentTitle(data?.frame, wordOf(data?.frame, 'checkHeading'));

export default function Check() {
  const { frame, code, sections, submissionKey, back } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <RespondentFrame frame={frame} back={back}>
      <CheckAnswers
        sections={sections}
        problems={answer?.problems ?? []}
        submissionKey={submissionKey}
        changeHref={(page) => `${links.respondQuestion(code, page)}?from=check`}
      />
    </RespondentFrame>
  );
}
