import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireMember } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { replyToMeeting } from '#app/panel/meetings/ask-members.server.ts';
import { ReplyForm } from '#app/panel/meetings/meeting.ts';
import {
  agendaForMembers,
  forMembers,
  myMeeting,
} from '#app/panel/meetings/member-meetings.server.ts';
import { MemberMeeting } from '#app/panel/meetings/MemberMeeting.tsx';
import { Conflict } from '#app/people/errors.ts';
import { PublicFrame, titleOf } from '#app/ui/Page.tsx';
import { publicStyles } from '#app/ui/styles.ts';

export { publicStyles as links };

interface MetaArgs {
  data?: { meeting: { title: string } } | undefined;
}

export const meta = ({ data }: MetaArgs) => titleOf(data?.meeting.title ?? 'Meeting');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person } = await requireMember(request);
  const { meeting, invitation } = await myMeeting(person, params['meetingId'] ?? '');
  const { id, papersAt, minutesAt } = meeting;
  const file = (name: string) => links.memberMeetingFile(id, name);
  return {
    meeting: forMembers(meeting),
    items: await agendaForMembers(meeting),
    reply: invitation.reply,
    needs: invitation.needs,
    files: {
      calendar: file('meeting.ics'),
      papers: papersAt ? file('papers.pdf') : null,
      large: papersAt ? file('papers-large.pdf') : null,
    },
    minutes: minutesAt ? links.memberMinutes(id) : null,
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person } = await requireMember(request);
  const id = params['meetingId'] ?? '';
  const read = await parseForm(request, ReplyForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  try {
    await replyToMeeting(person, id, read.value);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'reply', message: error.message }], read.typed);
  }
  return redirectSaying(request, links.memberMeeting(id), 'Thank you. We have your answer.');
});

export default function MyMeeting() {
  const answer = useActionData<typeof action>();
  return (
    <PublicFrame back={{ href: links.memberHome(), words: 'Your panel' }}>
      <MemberMeeting {...useLoaderData<typeof loader>()} answer={answer} />
    </PublicFrame>
  );
}
