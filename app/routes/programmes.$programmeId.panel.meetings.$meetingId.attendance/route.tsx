import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, checkedForm, parseFields } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { attendanceForm, guestsByCategory, whoWasThere } from '#app/panel/meetings/attendance.ts';
import { AttendancePage } from '#app/panel/meetings/AttendancePage.tsx';
import { REPLY_WORDS, replyOf } from '#app/panel/meetings/meeting.ts';
import { recordAttendance } from '#app/panel/meetings/write-down.server.ts';
import { can } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';
import { attendanceAt, guestsAt, invitedTo } from '#db/meeting-people.ts';
import { meetingById } from '#db/meetings.ts';
import { membersOf } from '#db/panel.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Who was there');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const { authorityId, id: programmeId } = programme;
  const meeting = await meetingById(read, authorityId, programmeId, params['meetingId'] ?? '');
  if (!meeting) throw new NotFound('meeting');
  const recorded = await attendanceAt(read, authorityId, [meeting.id]);
  const guests = await guestsAt(read, authorityId, [meeting.id]);
  const today = dayOf(new Date());
  const notYet =
    meeting.state === 'cancelled'
      ? 'This meeting was cancelled.'
      : meeting.heldOn > today
        ? 'This meeting has not begun yet. Who was there is recorded on the day or after.'
        : null;
  const mayManage = can(person, 'panel.manage', programme);
  const how = new Map(recorded.map((row) => [row.memberId, row]));
  const replies = new Map(
    (await invitedTo(read, authorityId, meeting.id)).map(({ memberId, reply }) => [
      memberId,
      reply,
    ]),
  );
  const members = await membersOf(read, authorityId, programmeId);
  return {
    programmeId,
    meeting,
    members: mayManage.yes
      ? members
          .filter(({ id, leftOn }) => how.has(id) || leftOn === null || leftOn >= meeting.heldOn)
          .map(({ id, name }) => ({
            id,
            name,
            how: how.get(id)?.how ?? '',
            named: how.get(id)?.named ?? false,
            reply: saidBefore(replies.get(id)),
          }))
      : null,
    guests: mayManage.yes ? guestsByCategory(guests) : null,
    who: whoWasThere(recorded, guests),
    notYet,
    mayManage,
  };
});

/** What a member replied, for whoever ticks the list; empty where they did not. */
function saidBefore(reply: string | undefined): string {
  const replied = replyOf(reply ?? '');
  return replied === 'waiting' ? '' : REPLY_WORDS[replied];
}

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const id = params['meetingId'] ?? '';
  const form = await checkedForm(request);
  const members = await membersOf(theStore().read, programme.authorityId, programme.id);
  const read = parseFields(form, attendanceForm(members.map((member) => member.id)));
  if (!read.ok) return badInput(read.problems, read.typed);
  try {
    await recordAttendance(person, programme, id, read.value, dayOf(new Date()));
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'main', message: error.message }], read.typed);
  }
  return redirectSaying(
    request,
    links.meetingAttendance(programme.id, id),
    'Who was there is recorded.',
  );
});

export default function Attendance() {
  const answer = useActionData<typeof action>();
  return <AttendancePage {...useLoaderData<typeof loader>()} answer={answer} />;
}
