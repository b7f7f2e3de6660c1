import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { Conflict } from '#app/people/errors.ts';
import { doToTheme } from '#app/themes/do-to-theme.server.ts';
import { ComparePage } from '#app/themes/ComparePage.tsx';
import { compareTheme } from '#app/themes/compare-theme.server.ts';
import { Ticked } from '#app/themes/found.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'answers.read');
  return {
    programmeId: programme.id,
    ...(await compareTheme(programme, params['themeId'] ?? '')),
    mayEdit: can(person, 'themes.edit', programme).yes,
  };
});

const coding = Ticked.refine((ids) => ids.length > 0, 'Choose the comments first');
const theme = (message: string) => z.string(message).min(1, message).max(64);
const Doing = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('move'), coding, to: theme('Select the theme to move them to') }),
  z.object({
    intent: z.literal('split'),
    coding,
    name: z.string('Name the new theme').min(1, 'Name the new theme').max(120),
    definition: z
      .string('Say what belongs there')
      .min(1, 'Say what belongs there')
      .max(1000, 'What belongs there must be 1,000 characters or fewer'),
    where: z.enum(['beside', 'under']),
  }),
  z.object({ intent: z.literal('merge'), into: theme('Select the theme to merge it into') }),
  z.object({ intent: z.literal('place'), parent: z.string().max(64) }),
]);

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'themes.edit');
  const read = await parseForm(request, Doing);
  if (!read.ok) return badInput(read.problems, read.typed);
  const themeId = params['themeId'] ?? '';
  try {
    const { at, said } = await doToTheme(person, programme, themeId, read.value);
    return redirectSaying(request, links.compareTheme(programme.id, at), said);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const field = { move: 'to', split: 'name', merge: 'into', place: 'parent' };
    return badInput([{ field: field[read.value.intent], message: error.message }], read.typed);
  }
});

interface MetaArgs {
  data?: { theme: { name: string } } | undefined;
}

export const meta = ({ data }: MetaArgs) => titleOf(`${data?.theme.name ?? 'Theme'}, side by side`);

export default function Compare() {
  return (
    <ComparePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
  );
}
