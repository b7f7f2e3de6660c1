import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme, requireRecentSignIn } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { allow } from '#app/people/allow.server.ts';
import { can } from '#app/people/can.ts';
import {
  commentToRedact,
  readOriginal,
  redactWords,
  unredactWords,
} from '#app/themes/redact-words.server.ts';
import { RedactPage } from '#app/themes/RedactPage.tsx';
import { titleOf } from '#app/ui/Page.tsx';

const keyOf = (request: Request) => new URL(request.url).searchParams.get('at') ?? '';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'themes.edit');
  const { words, where, redacted } = await commentToRedact(person, programme, keyOf(request));
  const mayReadOriginal = can(person, 'originals.read', programme);
  return { programmeId: programme.id, words, where, redacted, mayReadOriginal };
});

const RedactForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('redact'),
    words: z
      .string('Enter the words that stay; [taken out] where none do')
      .min(1, 'Enter the words that stay; [taken out] where none do')
      .max(10_000, 'The words must be 10,000 characters or fewer'),
    reason: z
      .string('Enter why something is taken out')
      .min(1, 'Enter why something is taken out')
      .max(200, 'The reason must be 200 characters or fewer'),
  }),
  z.object({ intent: z.literal('original') }),
  z.object({ intent: z.literal('put-back') }),
]);

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'themes.edit');
  const read = await parseForm(request, RedactForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const key = keyOf(request);
  switch (read.value.intent) {
    case 'redact':
      await redactWords(person, programme, key, read.value);
      return redirectSaying(request, links.codeNext(programme.id, key), 'It is taken out.');
    case 'original':
      allow(person, 'originals.read', programme);
      await requireRecentSignIn(request);
      return data({ original: await readOriginal(person, programme, key) });
    case 'put-back':
      allow(person, 'originals.read', programme);
      await requireRecentSignIn(request);
      await unredactWords(person, programme, key);
      return redirectSaying(
        request,
        links.redact(programme.id, key),
        'The comment reads as it was written.',
      );
  }
});

export const meta = () => titleOf('Take something out of a comment');

export default function Redact() {
  const reply = useActionData<typeof action>();
  return (
    <RedactPage
      {...useLoaderData<typeof loader>()}
      original={reply && 'original' in reply ? reply.original : null}
      answer={reply && 'problems' in reply ? reply : undefined}
    />
  );
}
