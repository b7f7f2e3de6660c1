import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { BackToFamilies } from '#app/panel/BackToFamilies.tsx';
import { themeLines } from '#app/panel/theme-lists.ts';
import { can } from '#app/people/can.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';
import { theStore } from '#db/store.server.ts';
import { gatheredUnder, themesOf } from '#db/themes.ts';

export const meta = () => titleOf('Back to families');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const themes = await themesOf(read, programme.authorityId, programme.id);
  const ids = themes.map(({ theme }) => theme.id);
  const gathered = await gatheredUnder(read, programme.authorityId, ids);
  const closely = can(person, 'answers.read', programme).yes;
  return {
    programmeId: programme.id,
    themes: themeLines(themes, gathered, dayOf(new Date()), closely),
    mayReply: can(person, 'replies.publish', programme),
  };
});

export default function Back() {
  return <BackToFamilies {...useLoaderData<typeof loader>()} />;
}
