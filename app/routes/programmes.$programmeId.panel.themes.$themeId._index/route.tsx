import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { mayOnWords } from '#app/care/care.ts';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { sourceQuery } from '#app/needs/finding-source.ts';
import { raiseNeed } from '#app/needs/take-finding.server.ts';
import { readSayings, sayAbout, unsayAbout } from '#app/panel/answer/say-about.server.ts';
import { SayForm, UnsayForm } from '#app/panel/answer/say-about.ts';
import { letGoComment } from '#app/themes/let-go-comment.server.ts';
import { readTheme } from '#app/panel/read-theme.server.ts';
import { removeTheme } from '#app/themes/change-tree.server.ts';
import { ThemePage } from '#app/panel/ThemePage.tsx';
import { can } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { mayRead } from '#app/people/note-reading.server.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';

interface MetaArgs {
  data?: { theme: { name: string } } | undefined;
}

export const meta = ({ data }: MetaArgs) => titleOf(data?.theme.name ?? 'Theme');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const reads = mayRead(person, 'answers.read', programme);
  const today = dayOf(new Date());
  const found = await readTheme(programme, params.themeId ?? '', today, reads.yes);
  return {
    programmeId: programme.id,
    ...found,
    sayings: await readSayings(programme, found.theme.id),
    makeNeed: links.newNeedFrom(
      programme.id,
      sourceQuery({ from: 'theme', theme: found.theme.id }),
    ),
    mayRead: reads,
    mayEdit: can(person, 'themes.edit', programme),
    mayNeed: can(person, 'needs.edit', programme),
    mayOnWords: mayOnWords(person, programme),
    mayReply: can(person, 'replies.publish', programme),
  };
});

const ThemeChange = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('let-go'), excerptId: z.string() }),
  z.object({ intent: z.literal('remove') }),
  z.object({ intent: z.literal('raise-need') }),
  SayForm,
  UnsayForm,
]);

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'themes.edit');
  const themeId = params.themeId ?? '';
  const read = await parseForm(request, ThemeChange);
  if (!read.ok) return badInput(read.problems, read.typed);
  const here = links.theme(programme.id, themeId);
  switch (read.value.intent) {
    case 'say': {
      const { about, relation, why } = read.value;
      if (about === null) throw new NotFound('thing');
      try {
        await sayAbout(person, programme, themeId, { about, relation, why });
      } catch (error) {
        if (!(error instanceof Conflict)) throw error;
        return badInput([{ field: 'about', message: error.message }], read.typed);
      }
      return redirectSaying(request, here, 'It is noted, there and here.');
    }
    case 'unsay':
      if (read.value.about !== null) {
        await unsayAbout(person, programme, themeId, read.value.about);
      }
      return redirectSaying(request, here, 'It is taken back.');
    case 'raise-need': {
      const needId = await raiseNeed(person, programme, themeId);
      const said = 'The need is in the register, tied to this theme. Put it in your own words.';
      return redirectSaying(request, links.editNeed(programme.id, needId), said);
    }
    case 'let-go':
      await letGoComment(person, programme, themeId, read.value.excerptId);
      return redirectSaying(
        request,
        links.theme(programme.id, themeId),
        'The comment is taken out.',
      );
    case 'remove':
      try {
        await removeTheme(person, programme, themeId);
      } catch (error) {
        if (!(error instanceof Conflict)) throw error;
        return badInput([{ field: 'main', message: error.message }]);
      }
      return redirectSaying(request, links.themes(programme.id), 'The theme is removed.');
  }
});

export default function Theme() {
  const answer = useActionData<typeof action>();
  return <ThemePage {...useLoaderData<typeof loader>()} answer={answer} />;
}
