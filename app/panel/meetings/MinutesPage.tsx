import { DocumentBody } from '#app/documents/DocumentBody.tsx';
import type { DocumentModel } from '#app/documents/blocks.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { Select } from '#app/ui/Field.tsx';
import { Button, ButtonLink, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { many, sayDay, sayMoment, sayShortDay } from '#app/ui/words.ts';
import { MeetingTrail } from './MeetingTrail.tsx';

export interface MinutesPageProps {
  programmeId: string;
  meeting: {
    id: string;
    title: string;
    state: string;
    minutesAt: Date | null;
    approvedOn: string | null;
  };
  model: DocumentModel;
  /** Later meetings that were held: one of them approves the minutes. */
  later: { id: string; title: string; heldOn: string }[];
  /** How many comments can be gathered into themes. */
  comments: number;
  mayManage: Answer;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}

/** The minutes as they stand now: to be read, taken away, shown to members and approved. */
export function MinutesPage(props: MinutesPageProps) {
  const { programmeId, meeting, model, comments } = props;
  const file = (name: string) => links.meetingFile(programmeId, meeting.id, name);
  return (
    <>
      <MeetingTrail {...{ programmeId, meeting }} />
      <ErrorSummary problems={props.answer?.problems} />
      <Heading caption={model.cover[0]}>{model.title}</Heading>
      <div className="tl-noprint tl-reading">
        <div className="govuk-button-group">
          <ButtonLink href={file('minutes.docx')}>Download the Word document</ButtonLink>
          <ButtonLink href={file('minutes.pdf')} secondary>
            Download the PDF
          </ButtonLink>
          <a className="govuk-link" href={file('minutes.html')}>
            One web page (HTML)
          </a>
        </div>
        {comments > 0 ? (
          <p className="govuk-body">
            {many(comments, 'comment')} of this meeting can be{' '}
            <a className="govuk-link" href={links.coding(programmeId)}>
              gathered into themes
            </a>
            .
          </p>
        ) : null}
        <NextStep {...props} />
      </div>
      <DocumentBody model={model} />
    </>
  );
}

function NextStep({ meeting, later, mayManage, answer }: MinutesPageProps) {
  if (meeting.state !== 'held') {
    return <p className="govuk-body">These become the minutes once the meeting was held.</p>;
  }
  if (meeting.approvedOn !== null) {
    return (
      <p className="govuk-body">
        Approved at the meeting of {sayDay(meeting.approvedOn)}. Members can read them.
      </p>
    );
  }
  return (
    <>
      <p className="govuk-body">
        {meeting.minutesAt
          ? `Members can read this draft since ${sayMoment(meeting.minutesAt)}.`
          : 'Members cannot read them yet.'}
      </p>
      {mayManage.yes ? null : <p className="govuk-body tl-reason">{mayManage.reason}</p>}
      {mayManage.yes && !meeting.minutesAt ? (
        <Form>
          <Button intent="share">Let members read the draft</Button>
        </Form>
      ) : null}
      {mayManage.yes && later.length > 0 ? (
        <Form>
          <Select
            name="laterId"
            label="Approved at"
            answer={answer}
            options={later.map(({ id, title, heldOn }) => ({
              value: id,
              label: `${sayShortDay(heldOn)}: ${title}`,
            }))}
          />
          <Button intent="approve" kind="secondary">
            Record that the minutes were approved
          </Button>
        </Form>
      ) : null}
      {later.length === 0 ? (
        <p className="govuk-body">They are approved at a later meeting. None was held yet.</p>
      ) : null}
    </>
  );
}
