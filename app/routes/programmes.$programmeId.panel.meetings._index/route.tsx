import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { isLate } from '#app/panel/meetings/actions.ts';
import { attendanceOver, whoStoppedComing } from '#app/panel/meetings/attendance.ts';
import { meetingLists, yearBefore } from '#app/panel/meetings/meeting-lists.ts';
import { MeetingsPage } from '#app/panel/meetings/MeetingsPage.tsx';
import { can } from '#app/people/can.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';
import { actionsOf } from '#db/meeting-notes.ts';
import { attendanceAt } from '#db/meeting-people.ts';
import { boardsOf, meetingsOf } from '#db/meetings.ts';
import { membersOf } from '#db/panel.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Meetings');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const where = [programme.authorityId, programme.id] as const;
  const today = dayOf(new Date());
  const meetings = await meetingsOf(read, ...where);
  const boards = new Map((await boardsOf(read, ...where)).map(({ id, name }) => [id, name]));
  const listed = meetings.map(
    ({ id, title, how, place, state, groupId, heldOn, startsAt, endsAt }) => ({
      ...{ id, title, how, place, state, groupId, heldOn, startsAt, endsAt },
      group: groupId === null ? null : (boards.get(groupId) ?? 'A board'),
    }),
  );
  // Who of the panel came is a figure of the panel's own meetings.
  const panels = meetings.filter(({ groupId }) => groupId === null);
  const rows = await attendanceAt(
    read,
    programme.authorityId,
    panels.map(({ id }) => id),
  );
  const actions = (await actionsOf(read, ...where)).filter(({ state }) => state === 'open');
  const closely = can(person, 'panel.see', programme).yes;
  return {
    programmeId: programme.id,
    lists: meetingLists(listed, today),
    year: attendanceOver(panels, rows, yearBefore(today)),
    missing: closely ? whoStoppedComing(panels, rows, await membersOf(read, ...where)) : null,
    actions: {
      open: actions.length,
      late: actions.filter((action) => isLate(action, today)).length,
    },
    mayManage: can(person, 'panel.manage', programme),
  };
});

export default function Meetings() {
  return <MeetingsPage {...useLoaderData<typeof loader>()} />;
}
