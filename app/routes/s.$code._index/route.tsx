import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { checkedForm } from '#app/http/forms.server.ts';
import { answering } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { forgetUnderWay, hasAnswered } from '#app/http/visit-cookies.server.ts';
import { RespondentFrame, respondentTitle, type Frame } from '#app/survey/RespondentFrame.tsx';
import { inWords } from '#app/survey/definition.ts';
import { speakerIn } from '#app/survey/languages/words.ts';
import { foreign } from '#app/survey/respondent-page.ts';
import { forgetDraft } from '#app/survey/save-draft-page.server.ts';
import { nextUnseen } from '#app/survey/steps.ts';
import { noticeParagraphs } from '#app/survey/survey.ts';
import { ClosedDoor, SurveyDoor, type Door } from '#app/survey/SurveyDoor.tsx';
import { frameOf, readingOf, titleIn, visitOf, type Visiting } from '../s.$code/visit-of.server.ts';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const visit = await visitOf(request, params);
  const { state, survey } = visit;
  const eraseHref = links.respondErase(survey.code);
  const door = doorOf(visit, hasAnswered(request), eraseHref);
  if (door) return { frame: frameOf(visit), door, closed: null };
  // A draft has no public page: its address is as unknown as any other.
  if (state === 'draft') throw new Response('', { status: 404 });
  const day = state === 'not-yet-open' ? survey.opensOn : survey.closesOn;
  return { frame: frameOf(visit), door: null, closed: { state, day, eraseHref } };
});

function doorOf(visit: Visiting, answeredBefore: boolean, eraseHref: string): Door | null {
  const { state, survey, asking, answers, draft, speaker } = visit;
  if (state !== 'open' || !asking) return null;
  const { rules } = asking;
  const [first] = rules.asked({});
  const page = (name: string) => links.respondQuestion(survey.code, name);
  const next = draft && nextUnseen(rules.asked(answers), answers);
  const { title, lang } = titleIn(visit);
  const { code } = speaker.language;
  const notice = survey.translations?.[code]?.privacyNotice ?? '';
  // The day stands inside the notice: in the language that the notice is in.
  const noticeDay = (notice === '' ? speakerIn(visit.written) : speaker).day(survey.keepUntil);
  const { description } = rules.definition;
  return {
    title,
    titleLang: lang,
    about: inWords(description, code),
    aboutLang: foreign(description, readingOf(visit)),
    minutes: survey.minutes,
    closesOn: survey.closesOn,
    notice: noticeParagraphs(notice || survey.privacyNotice, noticeDay),
    noticeLang: notice === '' && code !== visit.written ? visit.written : undefined,
    startHref: page(first?.name ?? ''),
    carryOnHref: draft ? (next ? page(next.name) : links.respondCheck(survey.code)) : null,
    answeredBefore,
    phraseHref: links.respondReturn(survey.code),
    eraseHref,
    againHref: `${visit.path}?index`,
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
    <RespondentFrame frame={frame} first>
      {door ? <SurveyDoor door={door} /> : <ClosedDoor title={frame.title} {...closed} />}
    </RespondentFrame>
  );
}
