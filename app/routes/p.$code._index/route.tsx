import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { checkedForm, parseFields } from '#app/http/forms.server.ts';
import { answering } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { pressedBy } from '#app/http/press.server.ts';
import { typedOf, type Problem, type Typed } from '#app/http/problems.ts';
import { keepUnderWay, underWay } from '#app/http/visit-cookies.server.ts';
import { ItemResults } from '#app/panel/kinds/ItemResults.tsx';
import { keptOf } from '#app/panel/kinds/kept.ts';
import { TooLate } from '#app/panel/MemberConsultation.tsx';
import { answerPoll, pollAt, pollFor, roomSaid } from '#app/panel/poll/answer-poll.server.ts';
import { PollPage } from '#app/panel/poll/PollPage.tsx';
import { POLL_WORDS } from '#app/panel/poll/poll.ts';
import { readPoll } from '#app/panel/poll/read-poll.ts';
import { newToken } from '#app/people/tokens.server.ts';
import { PublicFrame, titleOf } from '#app/ui/Page.tsx';
import { publicStyles } from '#app/ui/styles.ts';
import { sayDay } from '#app/ui/words.ts';

export { publicStyles as links };

interface MetaArgs {
  data?: { title: string } | undefined;
}

export const meta = ({ data }: MetaArgs) => titleOf(data?.title ?? 'Poll');

/** How long a telephone remembers that it answered: longer than any poll is open. */
const DAYS = 7;

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const poll = await pollAt(params.code ?? '');
  const { authority, title, purpose, closesOn, audience, state, code } = poll;
  const token = underWay(request) ?? newToken();
  const page = {
    ...{ authority, title, purpose, closesOn, audience, state },
    ...(await pollFor(poll, underWay(request))),
    room: state === 'closed' ? await roomSaid(poll) : [],
  };
  const cookie = keepUnderWay(request, links.pollDoor(code), token, DAYS);
  return data(page, { headers: { 'Set-Cookie': cookie } });
});

type Answered = { problems: Problem[]; typed: Typed; kept: ReturnType<typeof keptOf> | null };

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const poll = await pollAt(params.code ?? '');
  pressedBy(poll.authorityId);
  const { typed } = parseFields(await checkedForm(request), z.unknown());
  const { answers, problems } = readPoll(poll.items, typed);
  if (POLL_WORDS[poll.audience].consent !== null && typedOf(typed, 'consent') !== 'yes') {
    problems.push({ field: 'consent', message: 'Tick the box if you are happy to take part' });
  }
  const wrong: Answered = { problems, typed, kept: null };
  if (problems.length > 0) return data(wrong, { status: 422 });
  const token = underWay(request) ?? newToken();
  const came = await answerPoll(poll, token, answers);
  if (came === 'closed') {
    const kept = answers.flatMap(({ item, answer }) => keptOf(item, answer));
    return data({ ...wrong, kept }, { status: 409 });
  }
  const cookie = keepUnderWay(request, links.pollDoor(poll.code), token, DAYS);
  const done = links.pollDone(poll.code);
  return redirect(came === 'worrying' ? links.helpNow(done) : done, {
    headers: { 'Set-Cookie': cookie },
  });
});

export default function Poll() {
  const { authority, room, state, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PublicFrame authority={authority}>
      {answer?.kept ? <TooLate kept={answer.kept} /> : null}
      {state === 'open' ? (
        <PollPage {...page} answer={answer} />
      ) : (
        <>
          <h1 className="govuk-heading-l">{page.title}</h1>
          <p className="govuk-body">
            This poll closed on {sayDay(page.closesOn)}. Thank you to everybody who answered. Small
            numbers are left out, so that nobody can be picked out.
          </p>
          <ItemResults results={room} plain />
        </>
      )}
    </PublicFrame>
  );
}
