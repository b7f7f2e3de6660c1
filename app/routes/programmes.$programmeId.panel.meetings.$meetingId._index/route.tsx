import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { askMembers, typeReply } from '#app/panel/meetings/ask-members.server.ts';
import { CancelForm, repliesOf, ReplyForm } from '#app/panel/meetings/meeting.ts';
import { MeetingPage } from '#app/panel/meetings/MeetingPage.tsx';
import { readMeeting } from '#app/panel/meetings/read-meeting.server.ts';
import { cancelMeeting, holdMeeting } from '#app/panel/meetings/run-meeting.server.ts';
import { can, type Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf, many } from '#app/ui/words.ts';
import { invitedTo } from '#db/meeting-people.ts';
import { meetingById } from '#db/meetings.ts';
import { howManyMembers } from '#db/panel.ts';
import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';

interface MetaArgs {
  data?: { meeting: { title: string } } | undefined;
}

export const meta = ({ data }: MetaArgs) => titleOf(data?.meeting.title ?? 'Meeting');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const where = [programme.authorityId, programme.id] as const;
  const meeting = await meetingById(read, ...where, params['meetingId'] ?? '');
  if (!meeting) throw new NotFound('meeting');
  const today = dayOf(new Date());
  const { group, items, notes, decisions, actions } = await readMeeting(meeting, today);
  const invited = await invitedTo(read, programme.authorityId, meeting.id);
  const here = invited.filter(({ leftOn }) => leftOn === null);
  const closely = can(person, 'panel.see', programme).yes;
  return {
    programmeId: programme.id,
    meeting,
    group,
    today,
    agenda: {
      items: items.length,
      minutes: items.reduce((sum, { minutes }) => sum + minutes, 0),
    },
    written: {
      notes: notes.filter(({ kind }) => kind === 'note').length,
      comments: notes.filter(({ kind }) => kind === 'comment').length,
      decisions: decisions.length,
      actions: actions.length,
    },
    replies: repliesOf(here),
    invited: closely
      ? here.map(({ memberId, name, reply, needs }) => ({ memberId, name, reply, needs }))
      : null,
    notAsked: Math.max(0, (await howManyMembers(read, ...where)) - here.length),
    mayManage: can(person, 'panel.manage', programme),
  };
});

const Step = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('ask') }),
  z.object({ intent: z.literal('held') }),
  CancelForm.extend({ intent: z.literal('cancel') }),
  ReplyForm.extend({ intent: z.literal('reply'), memberId: z.string() }),
]);

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const id = params['meetingId'] ?? '';
  const read = await parseForm(request, Step);
  if (!read.ok) return badInput(read.problems, read.typed);
  try {
    const said = await take(person, programme, id, read.value);
    return redirectSaying(request, links.meeting(programme.id, id), said);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'main', message: error.message }], read.typed);
  }
});

/** Does what was asked, and says what was done. */
async function take(
  person: Person,
  programme: Programme,
  id: string,
  step: z.output<typeof Step>,
): Promise<string> {
  switch (step.intent) {
    case 'ask': {
      const asked = await askMembers(person, programme, id);
      return asked === 0
        ? 'Every member was asked already.'
        : `${many(asked, 'member is', 'members are')} asked.`;
    }
    case 'held':
      await holdMeeting(person, programme, id, dayOf(new Date()));
      return 'The meeting counts as held. Record who was there next.';
    case 'cancel':
      await cancelMeeting(person, programme, id, step.reason);
      return 'The meeting is cancelled. Members who were asked are told.';
    case 'reply':
      await typeReply(person, programme, id, step.memberId, step);
      return 'The reply is noted.';
  }
}

export default function Meeting() {
  const answer = useActionData<typeof action>();
  return <MeetingPage {...useLoaderData<typeof loader>()} answer={answer} />;
}
