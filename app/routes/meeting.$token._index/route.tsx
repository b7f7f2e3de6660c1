import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { pressedBy } from '#app/http/press.server.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { replyByLink } from '#app/panel/meetings/ask-members.server.ts';
import { ReplyForm } from '#app/panel/meetings/meeting.ts';
import {
  agendaForMembers,
  forMembers,
  meetingOfLink,
} from '#app/panel/meetings/member-meetings.server.ts';
import { MemberMeeting } from '#app/panel/meetings/MemberMeeting.tsx';
import { LinkEnded } from '#app/panel/post/LinkEnded.tsx';
import { Conflict } from '#app/people/errors.ts';
import { PublicFrame, titleOf } from '#app/ui/Page.tsx';
import { publicStyles } from '#app/ui/styles.ts';

export { publicStyles as links };
export const meta = () => titleOf('A meeting of the panel');

/** Opening it changes nothing: programs that look into e-mails open every link in them. */
export const loader = answering(async ({ params }: LoaderFunctionArgs) => {
  const token = params['token'] ?? '';
  const found = await meetingOfLink(token);
  if (!found) return data({ page: null, authority: null }, { status: 404 });
  const { meeting, invitation, authority } = found;
  const { name, colour, isDemonstration } = authority;
  const file = (one: string) => links.meetingFileByLink(token, one);
  return data({
    authority: { name, colour, isDemonstration },
    page: {
      meeting: forMembers(meeting),
      items: await agendaForMembers(meeting),
      reply: invitation.reply,
      needs: invitation.needs,
      files: {
        calendar: file('meeting.ics'),
        papers: meeting.papersAt ? file('papers.pdf') : null,
        large: meeting.papersAt ? file('papers-large.pdf') : null,
      },
      minutes: null,
    },
  });
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const token = params['token'] ?? '';
  const found = await meetingOfLink(token);
  if (found) pressedBy(found.meeting.authorityId);
  const read = await parseForm(request, ReplyForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  try {
    const kept = await replyByLink(token, read.value);
    const said = kept ? 'Thank you. We have your answer.' : 'This link does not work any more.';
    return redirectSaying(request, links.meetingByLink(token), said);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'reply', message: error.message }], read.typed);
  }
});

export default function MeetingByLink() {
  const { page, authority } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PublicFrame authority={authority}>
      {page === null ? <LinkEnded /> : <MemberMeeting {...page} answer={answer} />}
    </PublicFrame>
  );
}
