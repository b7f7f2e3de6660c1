import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { checkedForm } from '#app/http/forms.server.ts';
import { answering } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { forgetUnderWay } from '#app/http/visit-cookies.server.ts';
import { RespondentFrame, respondentTitle, type Frame } from '#app/survey/RespondentFrame.tsx';
import { inWords } from '#app/survey/definition.ts';
import { forgetDraft } from '#app/survey/save-draft-page.server.ts';
import { nextUnseen } from '#app/survey/steps.ts';
import { noticeParagraphs } from '#app/survey/survey.ts';
import { ClosedDoor, SurveyDoor, type Door } from '#app/survey/SurveyDoor.tsx';
import { many, sayDay } from '#app/ui/words.ts';
import { frameOf, visitOf, type Visiting } from '../s.$code/visit-of.server.ts';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const visit = await visitOf(request, params);
  const { state, survey } = visit;
  const door = doorOf(visit);
  if (door) return { frame: frameOf(visit), door, closed: null };
  const day = state === 'not-yet-open' ? survey.opensOn : survey.closesOn;
  const closed = { state, day: day === null ? null : sayDay(day) };
  // A draft has no public page: its address is as unknown as any other.
  if (state === 'draft') throw new Response('', { status: 404 });
  return data({ frame: frameOf(visit), door: null, closed }, { status: 200 });
});

function doorOf({ state, survey, asking, answers, draft }: Visiting): Door | null {
  if (state !== 'open' || !asking) return null;
  const { rules } = asking;
  const [first] = rules.asked({});
  const page = (name: string) => links.respondQuestion(survey.code, name);
  const next = draft && nextUnseen(rules.asked(answers), answers);
  return {
    title: survey.title,
    about: inWords(rules.definition.description, rules.definition.locale),
    minutes: many(survey.minutes, 'minute'),
    closesOn: survey.closesOn === null ? null : sayDay(survey.closesOn),
    notice: noticeParagraphs(survey.privacyNotice, sayDay(survey.keepUntil)),
    startHref: page(first?.name ?? ''),
    carryOnHref: draft ? (next ? page(next.name) : links.respondCheck(survey.code)) : null,
  };
}

/** Starting again throws away what was begun. */
export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  await checkedForm(request);
  const visit = await visitOf(request, params);
  if (visit.token !== undefined) await forgetDraft(visit, visit.token);
  return redirect(visit.path, {
    headers: { 'Set-Cookie': forgetUnderWay(request, visit.path) },
  });
});

interface MetaArgs {
  data?: { frame: Frame } | undefined;
}

export const meta = ({ data }: MetaArgs) => respondentTitle(data?.frame);

export default function SurveyStart() {
  const { frame, door, closed } = useLoaderData<typeof loader>();
  return (
    <RespondentFrame frame={frame}>
      {door ? (
        <SurveyDoor door={door} />
      ) : (
        <ClosedDoor title={frame.title} state={closed.state} day={closed.day} />
      )}
    </RespondentFrame>
  );
}
