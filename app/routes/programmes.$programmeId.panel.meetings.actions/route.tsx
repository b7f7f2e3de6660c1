import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { followed, SettleForm } from '#app/panel/meetings/actions.ts';
import { ActionsPage } from '#app/panel/meetings/ActionsPage.tsx';
import { settleAction } from '#app/panel/meetings/write-down.server.ts';
import { can } from '#app/people/can.ts';
import { Conflict } from '#app/people/errors.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';
import { actionsOf } from '#db/meeting-notes.ts';
import { meetingsOf } from '#db/meetings.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Actions of meetings');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const where = [programme.authorityId, programme.id] as const;
  const today = dayOf(new Date());
  const actions = followed(
    await actionsOf(read, ...where),
    await meetingsOf(read, ...where),
    today,
  );
  const wanted = new URL(request.url).searchParams.get('action');
  return {
    programmeId: programme.id,
    actions,
    changing: actions.find(({ id }) => id === wanted) ?? null,
    mayManage: can(person, 'panel.manage', programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const read = await parseForm(request, SettleForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  try {
    await settleAction(person, programme, read.value, dayOf(new Date()));
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'state', message: error.message }], read.typed);
  }
  return redirectSaying(request, links.meetingActions(programme.id), 'How far it is, is recorded.');
});

export default function Actions() {
  const answer = useActionData<typeof action>();
  return <ActionsPage {...useLoaderData<typeof loader>()} answer={answer} />;
}
