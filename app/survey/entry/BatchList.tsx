import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { sayShortDay } from '#app/ui/words.ts';
import { CHANNEL_NAMES, type Channel } from '../channels.ts';
import { STATUS_NAMES, type BatchStatus } from './batch.ts';

interface Props {
  programmeId: string;
  survey: { id: string; title: string };
  everOpened: boolean;
  mayEnter: Answer;
  batches: readonly {
    id: string;
    channel: string;
    place: string;
    receivedOn: string;
    expected: number | null;
    status: string;
    entered: number;
  }[];
}

/** Where answers that did not come over the web are brought in by hand. */
export function BatchList({ programmeId, survey, everOpened, mayEnter, batches }: Props) {
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.surveys(programmeId), words: 'Surveys' },
          { href: links.survey(programmeId, survey.id), words: survey.title },
        ]}
      />
      <Heading caption={survey.title}>Answers entered by hand</Heading>
      <p className="govuk-body">
        Paper forms, telephone calls, interviews and days out. What came from one place on one day
        is one batch, so that it can be counted, checked and found again.
      </p>
      {mayEnter.yes && everOpened ? (
        <div className="govuk-button-group">
          <ButtonLink href={links.newBatch(programmeId, survey.id)}>Start a batch</ButtonLink>
          <ButtonLink href={links.outreach(programmeId, survey.id)} secondary>
            Take a tablet out
          </ButtonLink>
        </div>
      ) : (
        <p className="govuk-body tl-reason">
          {mayEnter.yes
            ? 'Open the survey first: answers are kept with the questions that were asked.'
            : mayEnter.reason}
        </p>
      )}
      <Table
        caption="Batches"
        rows={batches}
        rowKey={({ id }) => id}
        empty={<p className="govuk-body">No batch yet.</p>}
        columns={[
          {
            header: 'Where from',
            rowHeader: true,
            cell: ({ id, place }) => (
              <a className="govuk-link" href={links.batch(programmeId, survey.id, id)}>
                {place}
              </a>
            ),
          },
          { header: 'How', cell: ({ channel }) => CHANNEL_NAMES[channel as Channel] },
          { header: 'Received', cell: ({ receivedOn }) => sayShortDay(receivedOn) },
          {
            header: 'Entered',
            numeric: true,
            cell: ({ entered, expected }) =>
              expected === null ? entered : `${entered} of ${expected}`,
          },
          { header: 'State', cell: ({ status }) => STATUS_NAMES[status as BatchStatus] },
        ]}
      />
    </>
  );
}
