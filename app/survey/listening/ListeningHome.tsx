import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { ButtonLink, Button, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { sayShortDay } from '#app/ui/words.ts';
import { KIND_NAMES, type Kind, type ReachLine, type ShownHeads } from './listening.ts';

interface Listed {
  id: string;
  kind: string;
  title: string;
  place: string;
  heldOn: string;
  heads: ShownHeads;
  notes: number;
}

interface Props {
  programmeId: string;
  events: readonly Listed[];
  takenOut: readonly { id: string; title: string; heldOn: string }[];
  reach: { groups: ReachLine[]; people: ReachLine };
  mayEdit: Answer;
  mayRead: Answer;
}

const atLeast = ({ count, atLeast: more }: ReachLine) =>
  more && count === 0 ? HIDDEN : `${more ? 'at least ' : ''}${count.toLocaleString('en-GB')}`;

/** Every listening exercise, and how many people they reached. */
export function ListeningHome(props: Props) {
  const { programmeId, events, reach, mayEdit, mayRead } = props;
  return (
    <>
      <Breadcrumbs trail={[{ href: links.needs(programmeId), words: 'Needs' }]} />
      <Heading>Listening exercises</Heading>
      <p className="govuk-body">
        Town halls, groups, one-to-one talks: what was said there is coded against themes beside
        what families wrote in surveys.
      </p>
      {mayEdit.yes ? (
        <div className="govuk-button-group">
          <ButtonLink href={links.newListening(programmeId)}>Record an exercise</ButtonLink>
          <ButtonLink href={links.importListening(programmeId)} secondary>
            Bring in a file
          </ButtonLink>
        </div>
      ) : (
        <p className="govuk-body tl-reason">{mayEdit.reason}</p>
      )}
      <Table
        caption="Exercises"
        rows={events}
        rowKey={({ id }) => id}
        empty={<p className="govuk-body">No exercise is recorded yet.</p>}
        columns={[
          {
            header: 'What',
            rowHeader: true,
            cell: ({ id, title, kind }) => (
              <>
                <a className="govuk-link" href={links.listeningEvent(programmeId, id)}>
                  {title}
                </a>
                <span className="tl-small">{KIND_NAMES[kind as Kind]}</span>
              </>
            ),
          },
          { header: 'Where', cell: ({ place }) => place },
          { header: 'When', cell: ({ heldOn }) => sayShortDay(heldOn) },
          {
            header: 'People',
            numeric: true,
            cell: ({ heads }) =>
              heads.groups.length === 0
                ? 'not counted'
                : heads.total === HIDDEN
                  ? HIDDEN
                  : heads.total.toLocaleString('en-GB'),
          },
          { header: 'Notes', numeric: true, cell: ({ notes }) => notes },
        ]}
      />
      {reach.groups.length === 0 ? null : (
        <>
          <Table
            caption="People reached, all exercises together"
            rows={[...reach.groups, reach.people]}
            rowKey={({ group }) => group}
            columns={[
              { header: 'Group', rowHeader: true, cell: ({ group }) => group },
              { header: 'People', numeric: true, cell: atLeast },
            ]}
          />
          <p className="govuk-body-s">
            Somebody who came to two exercises is counted twice. [c]: hidden, because a number under
            5, or one from which such a number could be worked out, might point to somebody. Hidden
            numbers are left out of “at least”.
          </p>
        </>
      )}
      {mayRead.yes && events.length > 0 ? (
        <ul className="govuk-list">
          <li>
            <a className="govuk-link" href={links.exportListening(programmeId, 'exercises')}>
              The exercises for a spreadsheet (CSV)
            </a>{' '}
            with every head count: not for publishing
          </li>
          <li>
            <a className="govuk-link" href={links.exportListening(programmeId, 'notes')}>
              What was said for a spreadsheet (CSV)
            </a>
          </li>
        </ul>
      ) : null}
      <TakenOut {...props} />
    </>
  );
}

function TakenOut({ takenOut, mayEdit }: Props) {
  if (takenOut.length === 0 || !mayEdit.yes) return null;
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Taken out ({takenOut.length})</span>
      </summary>
      <div className="govuk-details__text">
        <p className="govuk-body">It is deleted for good a month after it was taken out.</p>
        {takenOut.map(({ id, title, heldOn }) => (
          <Form key={id}>
            <input type="hidden" name="eventId" value={id} />
            <p className="govuk-body">
              {title}, {sayShortDay(heldOn)}
            </p>
            <Button intent="put-back" kind="secondary">
              Put “{title}” back
            </Button>
          </Form>
        ))}
      </div>
    </details>
  );
}
