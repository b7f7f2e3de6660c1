import { links } from '#app/http/links.ts';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Breadcrumbs } from '#app/ui/Page.tsx';

export function MeetingTrail({
  programmeId,
  meeting,
}: {
  programmeId: string;
  meeting: { id: string; title: string };
}) {
  return (
    <Breadcrumbs
      trail={[
        { href: links.panel(programmeId), words: 'Panel' },
        { href: links.meetings(programmeId), words: 'Meetings' },
        { href: links.meeting(programmeId, meeting.id), words: meeting.title },
      ]}
    />
  );
}

/** The way on from one page of a meeting to the next. */
export function MeetingNext({ href, words }: { href: string; words: string }) {
  return (
    <p className="govuk-body">
      <ButtonLink href={href} secondary>
        {words}
      </ButtonLink>
    </p>
  );
}
