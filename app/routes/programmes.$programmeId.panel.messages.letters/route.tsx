import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { Letters } from '#app/panel/post/Letters.tsx';
import { notePosted, writeLetters, lettersHere } from '#app/panel/post/letters.server.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';

export const meta = () => titleOf('Letters with personal links');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  return { programmeId: programme.id, ...(await lettersHere(person, programme)) };
});

const listed = (given: unknown) => (given === undefined ? [] : [given].flat());
const WHO = 'Choose who gets a letter';
const Pressed = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('posted'), letters: z.preprocess(listed, z.array(z.string())) }),
  z.object({
    intent: z.literal('write'),
    members: z.preprocess(listed, z.array(z.string()).min(1, WHO)),
  }),
]);

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const read = await parseForm(request, Pressed);
  if (!read.ok) return badInput(read.problems, read.typed);
  const said = (words: string) => redirectSaying(request, links.letters(programme.id), words);
  switch (read.value.intent) {
    case 'write': {
      const n = await writeLetters(person, programme, read.value.members);
      return said(`${many(n, 'letter')} written. Now print and post them.`);
    }
    case 'posted': {
      const n = await notePosted(person, programme, read.value.letters);
      return said(`${many(n, 'letter')} posted.`);
    }
  }
});

export default function LettersPage() {
  return <Letters {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
