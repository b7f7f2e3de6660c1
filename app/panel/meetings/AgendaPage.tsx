import type { Problem, Typed } from '#app/http/problems.ts';
import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { many, sayMoment } from '#app/ui/words.ts';
import { sayLeft } from './agenda.ts';
import { sayTime } from './clock.ts';
import { sayWhen, type MeetingWhen } from './meeting.ts';
import { MeetingTrail } from './MeetingTrail.tsx';
import { OLDEST_READING_AGE, type PaperCheck } from './paper-check.ts';

interface Item {
  id: string;
  title: string;
  minutes: number;
  leads: string;
  paper: string;
  from: string;
  to: string;
  notes: string[];
}

export interface AgendaPageProps {
  programmeId: string;
  meeting: MeetingWhen & { id: string; title: string; state: string; papersAt: Date | null };
  items: Item[];
  left: number;
  check: PaperCheck;
  /** The id of the item that is being changed. */
  changing: string | null;
  mayManage: Answer;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}

/** The agenda of a meeting with its hours, and the papers that members read before. */
export function AgendaPage(props: AgendaPageProps) {
  const { programmeId, meeting, items, left, mayManage } = props;
  const may = mayManage.yes && meeting.state !== 'cancelled';
  return (
    <>
      <MeetingTrail {...{ programmeId, meeting }} />
      <ErrorSummary problems={props.answer?.problems} />
      <Heading caption={`${meeting.title}, ${sayWhen(meeting)}`}>Agenda and papers</Heading>
      {mayManage.yes ? null : <p className="govuk-body tl-reason">{mayManage.reason}</p>}
      {items.length === 0 ? (
        <p className="govuk-body">
          Nothing is on the agenda yet. Draw what is open onto it, and change it as you like.
        </p>
      ) : (
        <>
          <ol className="govuk-list tl-agenda">
            {items.map((item, at) => (
              <li key={item.id} id={`item-${item.id}`}>
                {props.changing === item.id && may ? (
                  <ChangeItem {...props} item={item} />
                ) : (
                  <OneItem {...{ programmeId, meeting, item, at, last: items.length - 1, may }} />
                )}
              </li>
            ))}
          </ol>
          <p className={`govuk-body${left < 0 ? ' govuk-!-font-weight-bold' : ''}`}>
            {sayLeft(left)}
          </p>
        </>
      )}
      {may ? <Draw {...props} /> : null}
      {may && props.changing === null ? <AddItem {...props} /> : null}
      <Papers {...props} may={may} />
    </>
  );
}

function OneItem(props: {
  programmeId: string;
  meeting: { id: string };
  item: Item;
  at: number;
  last: number;
  may: boolean;
}) {
  const { programmeId, meeting, item, at, last, may } = props;
  const named = (verb: string) => (
    <>
      {verb}
      <span className="govuk-visually-hidden"> “{item.title}”</span>
    </>
  );
  return (
    <>
      <p className="govuk-body-s govuk-!-margin-bottom-0 tl-numbers">
        {sayTime(item.from)} to {sayTime(item.to)} ({many(item.minutes, 'minute')})
        {item.leads === '' ? '' : `, ${item.leads} leads`}
      </p>
      <h2 className="govuk-heading-s govuk-!-margin-bottom-1">
        {at + 1}. {item.title}
      </h2>
      {item.paper === '' ? (
        <p className="govuk-body-s">No paper.</p>
      ) : (
        <p className="govuk-body tl-lines tl-reading" dir="auto">
          {item.paper}
        </p>
      )}
      {item.notes.length > 0 ? (
        <ul className="govuk-list govuk-list--bullet tl-checks">
          {item.notes.map((note) => (
            <li key={note}>{note}.</li>
          ))}
        </ul>
      ) : null}
      {may ? (
        <Form className="tl-small-actions">
          <input type="hidden" name="itemId" value={item.id} />
          <a
            className="govuk-link"
            href={`${links.meetingAgenda(programmeId, meeting.id, item.id)}#item-${item.id}`}
          >
            {named('Change')}
          </a>
          {at > 0 ? (
            <button type="submit" name="intent" value="up">
              {named('Move up')}
            </button>
          ) : null}
          {at < last ? (
            <button type="submit" name="intent" value="down">
              {named('Move down')}
            </button>
          ) : null}
          <button type="submit" name="intent" value="remove">
            {named('Take off')}
          </button>
        </Form>
      ) : null}
    </>
  );
}

function ItemFieldset(props: {
  answer: AgendaPageProps['answer'];
  item: { title: string; minutes: string; leads: string; paper: string };
}) {
  const { answer, item } = props;
  return (
    <>
      <TextField name="title" label="What it is about" answer={answer} value={item.title} />
      <TextField
        name="minutes"
        label="Minutes"
        width={3}
        inputMode="numeric"
        answer={answer}
        value={item.minutes}
      />
      <TextField name="leads" label="Who leads" optional answer={answer} value={item.leads} />
      <TextArea
        name="paper"
        label="Paper: what members read before"
        hint="Plain English. Say what it is, what can change, and what you want to know from them."
        optional
        rows={6}
        answer={answer}
        value={item.paper}
      />
    </>
  );
}

function ChangeItem({ programmeId, meeting, item, answer }: AgendaPageProps & { item: Item }) {
  return (
    <Form>
      <input type="hidden" name="itemId" value={item.id} />
      <ItemFieldset answer={answer} item={{ ...item, minutes: String(item.minutes) }} />
      <div className="govuk-button-group">
        <Button intent="change">Save the item</Button>
        <a className="govuk-link" href={links.meetingAgenda(programmeId, meeting.id)}>
          Leave it as it was
        </a>
      </div>
    </Form>
  );
}

function AddItem({ answer }: AgendaPageProps) {
  return (
    <section aria-labelledby="add">
      <h2 className="govuk-heading-m" id="add">
        Add an item
      </h2>
      <Form>
        <ItemFieldset answer={answer} item={{ title: '', minutes: '15', leads: '', paper: '' }} />
        <Button intent="add">Add to the agenda</Button>
      </Form>
    </section>
  );
}

function Draw({ items }: AgendaPageProps) {
  return (
    <Form>
      <p className="govuk-body">
        Drawn from open consultations, what is new in the theory of change, themes without an
        answer, and actions that are open. What is on the agenda already is not drawn twice.
      </p>
      <Button intent="draw" kind={items.length === 0 ? 'primary' : 'secondary'}>
        Draw the agenda from what is open
      </Button>
    </Form>
  );
}

function Papers(props: AgendaPageProps & { may: boolean }) {
  const { programmeId, meeting, items, check, may } = props;
  if (items.length === 0) return null;
  const { id, papersAt } = meeting;
  return (
    <section aria-labelledby="papers">
      <h2 className="govuk-heading-m" id="papers">
        The papers
      </h2>
      <p className="govuk-body">
        {many(check.words, 'word')}.{' '}
        {check.age === null
          ? 'Too few to say how hard they are to read.'
          : `They read like a text for people of ${check.age} or older; aim for ${OLDEST_READING_AGE}.`}
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={links.meetingFile(programmeId, id, 'papers.pdf')}>
          Papers to print (PDF, A4)
        </a>
        {' · '}
        <a className="govuk-link" href={links.meetingFile(programmeId, id, 'papers-large.pdf')}>
          In large print (PDF)
        </a>
      </p>
      {papersAt ? (
        <>
          <p className="govuk-body">Members can read them since {sayMoment(papersAt)}.</p>
          {may ? (
            <Form>
              <Button intent="take-back" kind="secondary">
                Take the papers back
              </Button>
            </Form>
          ) : null}
        </>
      ) : may ? (
        <Form>
          <Button intent="publish">Let members read agenda and papers</Button>
        </Form>
      ) : (
        <p className="govuk-body">Members cannot read them yet.</p>
      )}
    </section>
  );
}
