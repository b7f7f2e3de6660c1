import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { Choices, TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs } from '#app/ui/Page.tsx';
import { Pages } from '#app/ui/Pages.tsx';
import { Table } from '#app/ui/Table.tsx';
import { sayDay } from '#app/ui/words.ts';
import {
  CONSENT_NAMES,
  CONSENTS,
  KIND_NAMES,
  type Consent,
  type Kind,
  type ShownHeads,
} from './listening.ts';

const NOTES_A_PAGE = 50;

export interface ShownNote {
  id: string;
  text: string;
  saidBy: string;
  consent: string;
}

interface Props {
  programmeId: string;
  event: {
    id: string;
    kind: string;
    title: string;
    place: string;
    heldOn: string;
    facilitator: string;
    languages: string[];
    keepUntil: string;
    removed: boolean;
  };
  heads: ShownHeads;
  /** Null for whoever may not read what was said. */
  notes: ShownNote[] | null;
  takenOut: ShownNote[];
  page: number;
  mayEdit: Answer;
  mayRead: Answer;
  answer: { problems: Problem[]; typed: Typed } | undefined;
}

/** One listening exercise: who came, and what was said. */
export function EventPage(props: Props) {
  const { programmeId, event, mayEdit, mayRead, answer, notes } = props;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.needs(programmeId), words: 'Needs' },
          { href: links.listening(programmeId), words: 'Listening exercises' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <span className="govuk-caption-l">{KIND_NAMES[event.kind as Kind]}</span>
      <h1 className="govuk-heading-l">{event.title}</h1>
      {event.removed ? (
        <p className="govuk-inset-text">This exercise was taken out. It can be put back.</p>
      ) : null}
      <Facts {...props} />
      {mayEdit.yes ? (
        <p className="govuk-body">
          <a className="govuk-link" href={links.editListening(programmeId, event.id)}>
            Change what is recorded, or take it out
          </a>
        </p>
      ) : null}
      <h2 className="govuk-heading-m">What was said</h2>
      {notes === null ? (
        <p className="govuk-body tl-reason">{mayRead.yes ? '' : mayRead.reason}</p>
      ) : (
        <Notes {...props} notes={notes} />
      )}
      {mayEdit.yes && !event.removed ? <AddNotes answer={answer} /> : null}
      <TakenOut {...props} />
    </>
  );
}

function Facts({ event, heads }: Props) {
  const came =
    heads.groups.length === 0
      ? 'Nobody counted'
      : `${heads.groups.map(({ group, count }) => `${group}: ${count}`).join(', ')}. Together: ${heads.total}`;
  const facts: [string, string][] = [
    ['Where and when', `${event.place}, ${sayDay(event.heldOn)}`],
    ['Led by', event.facilitator === '' ? 'Not recorded' : event.facilitator],
    ['Languages', event.languages.length === 0 ? 'Not recorded' : event.languages.join(', ')],
    ['How many came', came],
    ['What was said is deleted after', sayDay(event.keepUntil)],
  ];
  return (
    <dl className="govuk-summary-list">
      {facts.map(([name, value]) => (
        <div className="govuk-summary-list__row" key={name}>
          <dt className="govuk-summary-list__key">{name}</dt>
          <dd className="govuk-summary-list__value">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Notes({ programmeId, event, notes, mayEdit, page }: Props & { notes: ShownNote[] }) {
  const pages = Math.ceil(notes.length / NOTES_A_PAGE);
  const at = Math.min(page, Math.max(pages - 1, 0));
  return (
    <>
      <Table
        caption="Notes"
        captionSize="s"
        rows={notes.slice(at * NOTES_A_PAGE, (at + 1) * NOTES_A_PAGE)}
        rowKey={({ id }) => id}
        empty={<p className="govuk-body">Nothing was noted yet.</p>}
        columns={[
          {
            header: 'What was said',
            cell: ({ text }) => <span className="tl-note">{text}</span>,
          },
          { header: 'By', cell: ({ saidBy }) => (saidBy === '' ? '–' : saidBy) },
          {
            header: 'Quote?',
            cell: ({ consent }) => (consent === 'quote' ? 'Yes' : 'No'),
          },
          {
            header: <span className="govuk-visually-hidden">Change</span>,
            cell: ({ id, text }) =>
              mayEdit.yes ? (
                <a className="govuk-link" href={links.note(programmeId, event.id, id)}>
                  Change
                  <span className="govuk-visually-hidden"> “{text.slice(0, 40)}”</span>
                </a>
              ) : null,
          },
        ]}
      />
      <Pages
        page={at}
        pages={pages}
        href={(to) => `${links.listeningEvent(programmeId, event.id)}?page=${to}`}
      />
    </>
  );
}

function AddNotes({ answer }: Pick<Props, 'answer'>) {
  return (
    <Form>
      <h2 className="govuk-heading-m">Note what was said</h2>
      <TextArea
        name="texts"
        label="In people’s own words"
        hint="One thought a note, with an empty line between notes. No names, addresses or telephone numbers."
        rows={8}
        answer={answer}
      />
      <TextField
        name="saidBy"
        label="Who said it?"
        hint="The group, not the person: such as “Fathers”"
        optional
        width={20}
        answer={answer}
      />
      <ConsentField answer={answer} value="not-asked" />
      <Button intent="add">Keep these notes</Button>
    </Form>
  );
}

export function ConsentField(props: { answer: Props['answer']; value: string }) {
  return (
    <Choices
      kind="radios"
      small
      name="consent"
      label="May it be quoted?"
      hint="As whoever said it was asked. What is not agreed to never appears in a document."
      answer={props.answer}
      values={[props.value]}
      options={CONSENTS.map((value: Consent) => ({ value, label: CONSENT_NAMES[value] }))}
    />
  );
}

function TakenOut({ takenOut, mayEdit }: Props) {
  if (takenOut.length === 0 || !mayEdit.yes) return null;
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Notes taken out ({takenOut.length})</span>
      </summary>
      <div className="govuk-details__text">
        {takenOut.map(({ id, text }) => (
          <Form key={id}>
            <input type="hidden" name="noteId" value={id} />
            <p className="govuk-body tl-note">{text}</p>
            <Button intent="put-back" kind="secondary">
              Put it back
            </Button>
          </Form>
        ))}
      </div>
    </details>
  );
}
