import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { lineAsked } from '#app/plan/review/line-words.ts';
import { NewReview } from '#app/plan/review/NewReview.tsx';
import { aroundLine } from '#app/plan/review/read-reviews.server.ts';
import { ReviewForm } from '#app/plan/review/review.ts';
import { startReview } from '#app/plan/review/start-review.server.ts';
import { plainHints } from '#app/theory/walk/words.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { councilJargon } from '#templates/words/index.ts';
import { consultationsOf } from '#db/consultations.ts';
import { theStore } from '#db/store.server.ts';
import { dislikedWordsOf } from '#db/survey-edits.ts';

export const meta = () => titleOf('Ask the panel about a line of the plan');

const lineIn = (request: Request) => new URL(request.url).searchParams.get('line') ?? '';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'panel.manage');
  const { read } = theStore();
  const { authorityId, id: programmeId } = programme;
  const { line, around } = await aroundLine(programme, lineIn(request));
  const { text, hint } = lineAsked(line, around);
  const disliked = await dislikedWordsOf(read, authorityId);
  const all = await consultationsOf(read, authorityId, programmeId);
  return {
    programmeId,
    line: { id: line.id, title: line.title },
    text,
    hint,
    hints: plainHints(`${text}\n${hint}`, [...disliked, ...councilJargon.words]),
    drafts: all.flatMap(({ consultation: { id, title, kind, status } }) =>
      kind === 'plan-line' && status === 'draft' ? [{ id, title }] : [],
    ),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const read = await parseForm(request, ReviewForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const started = await startReview(person, programme, lineIn(request), read.value);
  if (!started.ok) return badInput([started], read.typed);
  const said = 'It is drafted. Open it to the panel when you are ready.';
  return redirectSaying(request, links.consultation(programme.id, started.id), said);
});

export default function ReviewRoute() {
  const answer = useActionData<typeof action>();
  return <NewReview {...useLoaderData<typeof loader>()} answer={answer} />;
}
