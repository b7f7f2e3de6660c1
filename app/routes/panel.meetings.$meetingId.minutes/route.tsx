import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DocumentBody } from '#app/documents/DocumentBody.tsx';
import { answering, requireMember } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { myMeeting } from '#app/panel/meetings/member-meetings.server.ts';
import { modelOf } from '#app/panel/meetings/print-meeting.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { PublicFrame, titleOf } from '#app/ui/Page.tsx';
import { publicStyles } from '#app/ui/styles.ts';
import { dayOf } from '#app/ui/words.ts';

export { publicStyles as links };
export const meta = () => titleOf('Minutes');

/** What a meeting talked about and decided, for its members, once staff show it to them. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person } = await requireMember(request);
  const { meeting } = await myMeeting(person, params['meetingId'] ?? '');
  if (meeting.minutesAt === null) throw new NotFound('page');
  return { id: meeting.id, model: await modelOf(meeting, 'minutes', dayOf(new Date())) };
});

export default function MyMinutes() {
  const { id, model } = useLoaderData<typeof loader>();
  return (
    <PublicFrame back={{ href: links.memberHome(), words: 'Your panel' }}>
      <h1 className="govuk-heading-l tl-lines">{model.subtitle}</h1>
      {model.cover.map((line) => (
        <p className="govuk-body govuk-!-margin-bottom-1" key={line}>
          {line}
        </p>
      ))}
      <DocumentBody model={model} />
      <p className="govuk-body">
        <a className="govuk-link" href={links.memberMeetingFile(id, 'minutes.pdf')}>
          The same to print (PDF)
        </a>
      </p>
    </PublicFrame>
  );
}
