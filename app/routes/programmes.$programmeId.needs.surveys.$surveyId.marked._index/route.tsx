import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { MarkedPage } from '#app/needs/flags/MarkedPage.tsx';
import { MarkedForm } from '#app/needs/flags/pair-form.ts';
import { readMarked } from '#app/needs/flags/read-marked.server.ts';
import { addPair, removePair } from '#app/needs/flags/review-answers.server.ts';
import { can } from '#app/people/can.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  return {
    programmeId: programme.id,
    found: await readMarked(programme, params['surveyId'] ?? ''),
    mayReview: can(person, 'answers.review', programme),
    mayRead: can(person, 'answers.read', programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'answers.review');
  const surveyId = params['surveyId'] ?? '';
  const read = await parseForm(request, MarkedForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const here = links.markedAnswers(programme.id, surveyId);
  if (read.value.intent === 'drop-pair') {
    await removePair(person, programme, surveyId, read.value.id);
    return redirectSaying(request, here, 'The pair is taken out.');
  }
  const { one, other, why } = read.value;
  if (one.name === other.name && one.option === other.option) {
    const message = 'Select two different answers';
    return badInput([{ field: 'other', message }], read.typed);
  }
  await addPair(person, programme, surveyId, {
    question: one.name,
    option: one.option,
    otherQuestion: other.name,
    otherOption: other.option,
    why,
  });
  return redirectSaying(request, here, 'Answers with both are marked from now on.');
});

export const meta = () => titleOf('Marked answers');

export default function Marked() {
  const answer = useActionData<typeof action>();
  return <MarkedPage {...useLoaderData<typeof loader>()} answer={answer} />;
}
