import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { takenFromOf, TakeForm } from '#app/theory/walk/form.ts';
import { readWalk } from '#app/theory/walk/read-walk.server.ts';
import { takeWords } from '#app/theory/walk/take-words.server.ts';
import { TakePage } from '#app/theory/walk/TakePage.tsx';
import { titleOf } from '#app/ui/Page.tsx';
import { newId } from '#db/ids.ts';

export const meta = () => titleOf('Put words of a walk into the theory');

/** Which words of whose answer, from the address. */
function which(request: Request) {
  const { searchParams } = new URL(request.url);
  const from = takenFromOf(searchParams.get('from'));
  if (from === null) throw new NotFound('comment');
  return { from, voteId: searchParams.get('vote') ?? '' };
}

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'theory.edit');
  const walk = await readWalk(person, programme, params['consultationId'] ?? '');
  const { from, voteId } = which(request);
  const found = (walk.results?.stops ?? []).flatMap(({ text, remarks }) =>
    remarks.flatMap((one) =>
      one.voteId === voteId && one.from === from ? [{ text, words: one.words }] : [],
    ),
  )[0];
  if (found === undefined) throw new NotFound('comment');
  const { id, title } = walk.consultation;
  return { programmeId: programme.id, walk: { id, title }, from, ...found, mark: newId() };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'theory.edit');
  const id = params['consultationId'] ?? '';
  const read = await parseForm(request, TakeForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  try {
    const boxId = await takeWords(person, programme, id, which(request), read.value);
    const said = 'It is in the theory, tied to the comment that it came from.';
    return redirectSaying(request, links.theoryBox(programme.id, boxId), said);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'label', message: error.message }], read.typed);
  }
});

export default function Take() {
  const answer = useActionData<typeof action>();
  return <TakePage {...useLoaderData<typeof loader>()} answer={answer} />;
}
