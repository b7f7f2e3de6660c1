import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireStaff } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { DislikedWords } from '#app/survey/wording/DislikedWords.tsx';
import {
  addDislikedWords,
  DislikedForm,
  removeDislikedWords,
} from '#app/survey/wording/keep-disliked-words.server.ts';
import { StaffFrame, titleOf } from '#app/ui/Page.tsx';
import { staffStyles } from '#app/ui/styles.ts';
import { councilJargon } from '#templates/words/index.ts';
import { theStore } from '#db/store.server.ts';
import { dislikedWordsOf } from '#db/survey-edits.ts';

export { staffStyles as links };
export const meta = () => titleOf('Words that families dislike');

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const { person } = await requireStaff(request);
  const rows = await dislikedWordsOf(theStore().read, person.authorityId);
  return {
    rows: rows.map(({ id, words, instead, saidBy }) => ({ id, words, instead, saidBy })),
    jargon: councilJargon,
    mayEdit: can(person, 'needs.edit', person),
  };
});

const Sent = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('add') }).extend(DislikedForm.shape),
  z.object({ intent: z.literal('remove'), id: z.string() }),
]);

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const { person } = await requireStaff(request);
  const read = await parseForm(request, Sent);
  if (!read.ok) return badInput(read.problems, read.typed);
  switch (read.value.intent) {
    case 'add':
      await addDislikedWords(person, read.value);
      return redirectSaying(request, links.dislikedWords(), 'The words are on the list.');
    case 'remove':
      await removeDislikedWords(person, read.value.id);
      return redirectSaying(request, links.dislikedWords(), 'The words are off the list.');
  }
});

export default function Words() {
  const answer = useActionData<typeof action>();
  return (
    <StaffFrame>
      <DislikedWords {...useLoaderData<typeof loader>()} answer={answer} />
    </StaffFrame>
  );
}
