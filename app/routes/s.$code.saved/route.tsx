import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { checkedForm } from '#app/http/forms.server.ts';
import { answering } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { publicAddress } from '#app/http/public-address.server.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { forgetUnderWay } from '#app/http/visit-cookies.server.ts';
import { phraseKept } from '#app/survey/keep-for-later.server.ts';
import { inNumbers } from '#app/survey/phrase.ts';
import {
  RespondentFrame,
  respondentTitle,
  wordOf,
  type Frame,
} from '#app/survey/RespondentFrame.tsx';
import { SavedForLater } from '#app/survey/SavedPages.tsx';
import { nextUnseen } from '#app/survey/steps.ts';
import { savedUntil } from '#app/survey/survey.ts';
import { dayOf } from '#app/ui/words.ts';
import { answeringVisit, frameOf, sealForSurveys, visitOf } from '../s.$code/visit-of.server.ts';

/** How to come back: shown as often as it is asked for, in the browser that saved. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const visit = await answeringVisit(request, params);
  const phrase = phraseKept(visit, sealForSurveys);
  if (phrase === undefined || !visit.draft) throw redirect(visit.path);
  const { survey, answers } = visit;
  const next = nextUnseen(visit.asking.rules.asked(answers), answers);
  return {
    frame: frameOf(visit),
    phrase,
    numbers: inNumbers(phrase),
    until: savedUntil(dayOf(visit.draft.updatedAt), survey),
    address: publicAddress(request, visit.path),
    carryOnHref: next
      ? links.respondQuestion(survey.code, next.name)
      : links.respondCheck(survey.code),
  };
});

/** On a phone or tablet that others use: from now on only the words lead to the answers. */
export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  await checkedForm(request);
  const { path, speaker } = await visitOf(request, params);
  const response = redirectSaying(request, path, speaker.words.takenOff);
  response.headers.append('Set-Cookie', forgetUnderWay(request, path));
  return response;
});

interface MetaArgs {
  data?: { frame: Frame } | undefined;
}

export const meta = ({ data }: MetaArgs) =>
  respondentTitle(data?.frame, wordOf(data?.frame, 'savedHeading'));

export default function Saved() {
  const { frame, ...saved } = useLoaderData<typeof loader>();
  return (
    <RespondentFrame frame={frame}>
      <SavedForLater {...saved} />
    </RespondentFrame>
  );
}
