import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { checkedForm } from '#app/http/forms.server.ts';
import { answering } from '#app/http/guards.server.ts';
import { giveGuessBack, takeGuess } from '#app/http/limits.server.ts';
import { links } from '#app/http/links.ts';
import { keepUnderWay } from '#app/http/visit-cookies.server.ts';
import { takeUpSaved } from '#app/survey/keep-for-later.server.ts';
import type { Speaker } from '#app/survey/languages/speaker.ts';
import { readPhrase, type TypedPhrase } from '#app/survey/phrase.ts';
import {
  RespondentFrame,
  respondentTitle,
  wordOf,
  type Frame,
} from '#app/survey/RespondentFrame.tsx';
import { TakeUpSaved } from '#app/survey/SavedPages.tsx';
import { nextUnseen } from '#app/survey/steps.ts';
import { DRAFT_DAYS } from '#app/survey/survey.ts';
import { visit as visitAgain } from '#app/survey/visit.server.ts';
import { answeringVisit, frameOf, sealForSurveys } from '../s.$code/visit-of.server.ts';

const EXAMPLE = 'apple canoe lamp owl';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const visit = await answeringVisit(request, params);
  return { frame: frameOf(visit), back: visit.path };
});

/** The browser forgets by the evening: it may be one that others use. The words stay good. */
const ONE_DAY = 1;

export const action = answering(async ({ request, params, context }: ActionFunctionArgs) => {
  const form = await checkedForm(request);
  const visit = await answeringVisit(request, params);
  const { speaker } = visit;
  const given = form.get('phrase');
  const typed = typeof given === 'string' ? given.slice(0, 200) : '';
  const wrong = (message: string, status = 422) =>
    data({ problems: [{ field: 'phrase', message }], typed }, { status });
  const read = readPhrase(typed);
  if (!read.ok) return wrong(whatIsWrong(read, speaker));
  const network = context.network ?? '';
  if (!(await takeGuess(network))) return wrong(speaker.words.tooManyTries);
  const token = await takeUpSaved(visit, read.phrase, sealForSurveys, visit.now);
  if (token === undefined) {
    return wrong(speaker.say('phraseUnknown', { days: DRAFT_DAYS }));
  }
  await giveGuessBack(network);
  const { code } = visit.survey;
  const { asking, answers } = await visitAgain(code, token, visit.today);
  const next = asking && nextUnseen(asking.rules.asked(answers), answers);
  const to = next ? links.respondQuestion(code, next.name) : links.respondCheck(code);
  return redirect(to, {
    headers: { 'Set-Cookie': keepUnderWay(request, visit.path, token, ONE_DAY) },
  });
});

function whatIsWrong(read: Extract<TypedPhrase, { ok: false }>, { words, say }: Speaker): string {
  switch (read.problem) {
    case 'empty':
      return words.phraseEmpty;
    case 'four':
      return words.phraseFour;
    case 'word':
      return say('phraseWord', { word: read.word });
  }
}

interface MetaArgs {
  data?: { frame: Frame } | undefined;
}

export const meta = ({ data }: MetaArgs) =>
  respondentTitle(data?.frame, wordOf(data?.frame, 'phraseHeading'));

export default function Return() {
  const { frame, back } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <RespondentFrame frame={frame} back={back}>
      <TakeUpSaved example={EXAMPLE} again={again} />
    </RespondentFrame>
  );
}
