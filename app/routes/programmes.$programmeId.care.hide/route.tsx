import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { HideForm, placeOf } from '#app/care/care.ts';
import { hideWords, wordsToHide } from '#app/care/hide-words.server.ts';
import { HideWords } from '#app/care/WorryPages.tsx';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Whether words are shown to others');

const placeIn = (request: Request) => {
  const place = placeOf(new URL(request.url).searchParams.get('at'));
  if (!place) throw new NotFound('words');
  return place;
};

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'words.moderate');
  return {
    programmeId: programme.id,
    ...(await wordsToHide(person, programme, placeIn(request))),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'words.moderate');
  const read = await parseForm(request, HideForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { intent, reason } = read.value;
  const decision = intent === 'remove' ? 'removed' : 'restored';
  try {
    await hideWords(person, programme, placeIn(request), decision, reason);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'main', message: error.message }], read.typed);
  }
  const said =
    intent === 'remove' ? 'The words are not shown to others.' : 'The words are shown again.';
  return redirectSaying(request, links.panel(programme.id), said);
});

export default function Hide() {
  const answer = useActionData<typeof action>();
  return <HideWords {...useLoaderData<typeof loader>()} answer={answer} />;
}
