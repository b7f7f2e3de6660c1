import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { MinutesPage } from '#app/panel/meetings/MinutesPage.tsx';
import { modelOf } from '#app/panel/meetings/print-meeting.server.ts';
import { approveMinutes, shareMinutes } from '#app/panel/meetings/run-meeting.server.ts';
import { can } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';
import { noteKindsAt } from '#db/meeting-notes.ts';
import { meetingById, meetingsOf } from '#db/meetings.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Minutes');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const where = [programme.authorityId, programme.id] as const;
  const meeting = await meetingById(read, ...where, params['meetingId'] ?? '');
  if (!meeting) throw new NotFound('meeting');
  const group = await meetingsOf(read, ...where, meeting.groupId);
  const kinds = await noteKindsAt(read, programme.authorityId, [meeting.id]);
  return {
    programmeId: programme.id,
    meeting,
    model: await modelOf(meeting, 'minutes', dayOf(new Date())),
    later: group
      .filter(
        ({ id, state, heldOn }) =>
          state === 'held' && heldOn >= meeting.heldOn && id !== meeting.id,
      )
      .map(({ id, title, heldOn }) => ({ id, title, heldOn })),
    comments: kinds.filter(({ kind }) => kind === 'comment').length,
    mayManage: can(person, 'panel.manage', programme),
  };
});

const Step = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('share') }),
  z.object({ intent: z.literal('approve'), laterId: z.string('Select a later meeting') }),
]);

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const id = params['meetingId'] ?? '';
  const read = await parseForm(request, Step);
  if (!read.ok) return badInput(read.problems, read.typed);
  const back = links.meetingMinutes(programme.id, id);
  try {
    if (read.value.intent === 'share') {
      await shareMinutes(person, programme, id);
      return redirectSaying(request, back, 'Members can read the draft.');
    }
    await approveMinutes(person, programme, id, read.value.laterId);
    return redirectSaying(request, back, 'The minutes are approved.');
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'main', message: error.message }], read.typed);
  }
});

export default function Minutes() {
  const answer = useActionData<typeof action>();
  return <MinutesPage {...useLoaderData<typeof loader>()} answer={answer} />;
}
