import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { Conflict } from '#app/people/errors.ts';
import { mayRead } from '#app/people/note-reading.server.ts';
import { chooseQuote, judgedQuotes, letGoQuote } from '#app/themes/choose-quote.server.ts';
import { whyNotQuotable } from '#app/themes/quotes.ts';
import { QuotesPage } from '#app/themes/QuotesPage.tsx';
import { readCoding } from '#app/themes/read-coding.server.ts';
import { listedTheme } from '#app/themes/tree.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const query = new URL(request.url).searchParams;
  const reads = mayRead(person, 'answers.read', programme).yes;
  const { tree, comments } = await readCoding(programme);
  const { quotes } = await judgedQuotes(programme);
  const names = new Map(tree.map(({ id, name }) => [id, name]));
  const from = reads ? comments.find(({ key }) => key === query.get('at')) : undefined;
  return {
    programmeId: programme.id,
    quotes: quotes.map(({ id, words, where, whyNot, themeId }) => ({
      id,
      // What may not be published is read by those who may read single answers, and by nobody else.
      words: whyNot === null || reads ? words : '',
      where,
      whyNot,
      theme: names.get(themeId) ?? '',
    })),
    tree: tree.map(listedTheme),
    from: from
      ? {
          key: from.key,
          words: from.words,
          where: from.where,
          themeId: query.get('theme') ?? '',
          whyNot: whyNotQuotable(from),
        }
      : null,
    mayEdit: can(person, 'themes.edit', programme),
    mayRead: reads,
  };
});

const QuoteForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('choose'),
    key: z.string().max(300),
    words: z
      .string('Enter the words to quote')
      .min(1, 'Enter the words to quote')
      .max(1000, 'The words must be 1,000 characters or fewer'),
    theme: z.string('Select a theme').min(1, 'Select a theme').max(64),
  }),
  z.object({ intent: z.literal('let-go'), quote: z.string().max(64) }),
]);

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'themes.edit');
  const read = await parseForm(request, QuoteForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { value } = read;
  const here = links.quotes(programme.id);
  switch (value.intent) {
    case 'choose':
      try {
        await chooseQuote(person, programme, value.theme, value.key, value.words);
      } catch (error) {
        if (!(error instanceof Conflict)) throw error;
        return badInput([{ field: 'words', message: error.message }], read.typed);
      }
      return redirectSaying(request, here, 'The words are chosen.');
    case 'let-go':
      await letGoQuote(person, programme, value.quote);
      return redirectSaying(request, here, 'The words are taken back.');
  }
});

export const meta = () => titleOf('Words to quote');

export default function Quotes() {
  return <QuotesPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
