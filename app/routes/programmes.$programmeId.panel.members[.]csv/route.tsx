import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme, requireRecentSignIn } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { typedOf } from '#app/http/problems.ts';
import { redirectToForm } from '#app/http/said.server.ts';
import { takeMembersAway } from '#app/panel/members/bring-members.server.ts';

const file = (csv: string, name: string) =>
  new Response(csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.csv"`,
      'Cache-Control': 'no-store',
    },
  });

/** The list of members without names. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.see');
  return file(await takeMembersAway(person, programme, null), 'panel-members');
});

const NO_REASON = 'Say what you need names for, such as “Labels for the letters of 3 June”';
const Fields = z.object({
  reason: z.string(NO_REASON).min(1, NO_REASON).max(300, 'This must be 300 characters or fewer'),
});

/** With names: only for a reason, which the audit trail keeps. */
export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  await requireRecentSignIn(request, links.exportMembers(programme.id));
  const read = await parseForm(request, Fields);
  if (!read.ok) {
    const [problem = { field: 'reason', message: NO_REASON }] = read.problems;
    const words = typedOf(read.typed, 'reason');
    return redirectToForm(request, links.exportMembers(programme.id), problem, words);
  }
  return file(await takeMembersAway(person, programme, read.value), 'panel-members-with-names');
});
