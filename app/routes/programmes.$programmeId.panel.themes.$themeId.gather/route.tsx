import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { gatherComments } from '#app/themes/gather-comments.server.ts';
import { GatherPage } from '#app/panel/GatherPage.tsx';
import { readComments } from '#app/themes/read-comments.server.ts';
import { pageOf } from '#app/panel/theme-lists.ts';
import { GatherForm, matching, notYetUnder } from '#app/themes/comments.ts';
import { NotFound } from '#app/people/errors.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';
import { theStore } from '#db/store.server.ts';
import { gatheredUnder, themesOf } from '#db/themes.ts';

export const meta = () => titleOf('Gather comments');

/** Comments on one page: enough to read at a stretch. */
const PAGE = 40;

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'themes.edit');
  const { read } = theStore();
  const themes = (await themesOf(read, programme.authorityId, programme.id)).map(
    (row) => row.theme,
  );
  const theme = themes.find(({ id }) => id === params.themeId);
  if (!theme) throw new NotFound('theme');
  const ids = themes.map(({ id }) => id);
  const gathered = await gatheredUnder(read, programme.authorityId, ids);
  const comments = notYetUnder(theme.id, await readComments(read, programme), gathered, themes);
  const query = new URL(request.url).searchParams;
  const search = { words: query.get('words') ?? '', where: query.get('where') ?? '' };
  const found = matching(comments, search);
  const { rows, page, pages } = pageOf(found, Number(query.get('page')), PAGE);
  return {
    programmeId: programme.id,
    theme: { id: theme.id, name: theme.name, definition: theme.definition },
    search,
    wheres: [...new Set(comments.map(({ where }) => where))],
    // Who said it stays here: the page has no use for it.
    comments: rows.map((comment) => ({ ...comment, voice: '' })),
    found: found.length,
    page,
    pages,
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'themes.edit');
  const read = await parseForm(request, GatherForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const count = await gatherComments(person, programme, params.themeId ?? '', read.value.comment);
  const { pathname, search } = new URL(request.url);
  const said = `${many(count, 'comment')} gathered.`;
  return redirectSaying(request, pathname + search, said);
});

export default function Gather() {
  const answer = useActionData<typeof action>();
  return <GatherPage {...useLoaderData<typeof loader>()} answer={answer} />;
}
