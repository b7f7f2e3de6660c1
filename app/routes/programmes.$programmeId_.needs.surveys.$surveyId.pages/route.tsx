import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { checkedForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { draftOf } from '#app/survey/editor/edit-questions.server.ts';
import { PreviewStrip } from '#app/survey/editor/PreviewStrip.tsx';
import { everyStep, previewFrame, previewOf } from '#app/survey/editor/preview-pages.ts';
import type { Question } from '#app/survey/definition.ts';
import { readPosted } from '#app/survey/posted.ts';
import { QuestionPageView } from '#app/survey/QuestionPage.tsx';
import { RespondentFrame, respondentTitle, type Frame } from '#app/survey/RespondentFrame.tsx';
import { makeRules } from '#app/survey/rules.server.ts';
import { publicStyles } from '#app/ui/styles.ts';
import { theStore } from '#db/store.server.ts';
import { fieldsOf } from '../s.$code.q.$page/fields-of.server.ts';

export { publicStyles as links };

/** The draft in the very pages that families get. Nothing is stored. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { authority, programme } = await requireProgramme(request, params);
  const draft = await draftOf(theStore().read, programme, params.surveyId ?? '');
  const { searchParams } = new URL(request.url);
  const asked = { page: searchParams.get('page') ?? '', lang: searchParams.get('lang') ?? 'en' };
  const shown = previewOf(draft.definition, asked);
  const { survey, definition } = draft;
  const to = (page: string) => links.surveyPages(programme.id, survey.id, page, shown.lang);
  return {
    frame: previewFrame(survey, authority, definition, shown.lang, to(shown.page?.name ?? '')),
    page: shown.page,
    when: shown.when,
    number: shown.number,
    steps: shown.steps.map((step) => ({ ...step, href: to(step.name) })),
    back: shown.before === null ? null : to(shown.before),
    editor: links.surveyQuestions(programme.id, survey.id),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const form = await checkedForm(request);
  const { programme } = await requireProgramme(request, params);
  const { survey, definition } = await draftOf(theStore().read, programme, params.surveyId ?? '');
  const { searchParams } = new URL(request.url);
  const lang = searchParams.get('lang') ?? 'en';
  const { page, next } = previewOf(definition, { page: searchParams.get('page') ?? '', lang });
  const step = everyStep(definition).find(({ name }) => name === page?.name);
  if (!step) throw redirect(links.surveyPages(programme.id, survey.id));
  const fields = fieldsOf(form);
  // The same rules as for families, for this page alone: what was answered before is not known.
  const own = { pages: [{ name: 'page', elements: step.questions.map(alone) }] };
  const rules = step.questions.length > 0 ? makeRules(own) : null;
  const given = readPosted(step.questions, fields);
  const problems = rules?.problemsWith(rules.questions, given) ?? [];
  if (problems.length > 0 && form.get('intent') === 'next') {
    const said = problems.map(({ field, message }) => ({ field, message }));
    return data({ problems: said, fields }, { status: 422 });
  }
  const to =
    next === null
      ? links.surveyQuestions(programme.id, survey.id)
      : links.surveyPages(programme.id, survey.id, next, lang);
  return redirect(to);
});

/** Asked whatever was answered before. */
const alone = (question: Question): Question => ({ ...question, visibleIf: undefined });

interface MetaArgs {
  data?: { frame: Frame; page: { heading: string } | null } | undefined;
}

export const meta = ({ data }: MetaArgs) => respondentTitle(data?.frame, data?.page?.heading);

export default function PreviewPages() {
  const { frame, page, back, ...strip } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <RespondentFrame frame={frame} {...(back === null ? {} : { back })}>
      <PreviewStrip {...strip} />
      {page ? <QuestionPageView page={page} again={again} /> : null}
    </RespondentFrame>
  );
}
