import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { themesToAnswer } from '#app/panel/answer/read-signals.server.ts';
import { onTimeByQuarter, signalsOf } from '#app/panel/answer/waiting.ts';
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
  const today = dayOf(new Date());
  const answered = await themesToAnswer(programme);
  return {
    programmeId: programme.id,
    themes: themeLines(themes, gathered, today, closely),
    signals: signalsOf(answered.themes, answered.daysToAnswer, today),
    quarters: onTimeByQuarter(answered.themes, answered.daysToAnswer, today),
    mayReply: can(person, 'replies.publish', programme),
    maySet: can(person, 'programme.edit', programme),
  };
});

export default function Back() {
  return <BackToFamilies {...useLoaderData<typeof loader>()} />;
}
