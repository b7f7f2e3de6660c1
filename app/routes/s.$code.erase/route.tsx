import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { checkedForm } from '#app/http/forms.server.ts';
import { answering } from '#app/http/guards.server.ts';
import { giveGuessBack, takeGuess } from '#app/http/limits.server.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { forgetAnswered, forgetSentKey } from '#app/http/visit-cookies.server.ts';
import { eraseOwnAnswers, hasAnswersWith } from '#app/survey/erase-answers.server.ts';
import { typedReference } from '#app/survey/reference.ts';
import {
  RespondentFrame,
  respondentTitle,
  wordOf,
  type Frame,
} from '#app/survey/RespondentFrame.tsx';
import { EraseOwn } from '#app/survey/SavedPages.tsx';
import { frameOf, visitOf, type Visiting } from '../s.$code/visit-of.server.ts';

const EXAMPLE = 'K7QM-4RXD';

/** A family may delete what it sent as long as the answers are kept, open or closed. */
async function erasingVisit(request: Request, params: { code?: string | undefined }) {
  const visit = await visitOf(request, params);
  if (visit.state === 'draft') throw new Response('', { status: 404 });
  return visit;
}

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const visit = await erasingVisit(request, params);
  return { frame: frameOf(visit), back: visit.path };
});

export const action = answering(async ({ request, params, context }: ActionFunctionArgs) => {
  const form = await checkedForm(request);
  const visit = await erasingVisit(request, params);
  if (form.get('intent') === 'keep') return redirect(visit.path);
  const { words } = visit.speaker;
  const given = form.get('reference');
  const typed = typeof given === 'string' ? given.slice(0, 100) : '';
  const wrong = (message: string) =>
    data({ problems: [{ field: 'reference', message }], typed, sure: null }, { status: 422 });
  if (typed.trim() === '') return wrong(words.referenceEmpty);
  const network = context.network ?? '';
  if (!(await takeGuess(network))) return wrong(words.tooManyTries);
  const reference = typedReference(typed);
  if (reference === undefined || !(await hasAnswersWith(visit, reference))) {
    return wrong(words.referenceUnknown);
  }
  await giveGuessBack(network);
  if (form.get('intent') !== 'erase') {
    return data({ problems: [], typed, sure: reference }, { status: 200 });
  }
  await eraseOwnAnswers(visit, reference);
  return saidErased(request, visit);
});

function saidErased(request: Request, { path, speaker: { words } }: Visiting) {
  const response = redirectSaying(request, path, `${words.erasedHeading}. ${words.erased}`);
  response.headers.append('Set-Cookie', forgetSentKey(request, path));
  response.headers.append('Set-Cookie', forgetAnswered(request, path));
  return response;
}

interface MetaArgs {
  data?: { frame: Frame } | undefined;
}

export const meta = ({ data }: MetaArgs) =>
  respondentTitle(data?.frame, wordOf(data?.frame, 'eraseHeading'));

export default function Erase() {
  const { frame, back } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <RespondentFrame frame={frame} back={back}>
      <EraseOwn example={EXAMPLE} again={answer} sure={answer?.sure ?? null} />
    </RespondentFrame>
  );
}
