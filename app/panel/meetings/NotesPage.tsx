import type { MayOnWords } from '#app/care/care.ts';
import { NOT_SHOWN } from '#app/care/hidden.ts';
import { WordLinks } from '#app/care/WordLinks.tsx';
import type { Problem, Typed } from '#app/http/problems.ts';
import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { Choices, Select, TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { sayDay } from '#app/ui/words.ts';
import { ACTION_STATE_NAMES, actionStateOf } from './actions.ts';
import { sayWhen } from './meeting.ts';
import { MeetingNext, MeetingTrail } from './MeetingTrail.tsx';
import type { MeetingRecord } from './minutes.ts';
import { sayVote, SPEAKER_NAMES, speakerOf, SPEAKERS } from './notes.ts';

type Answered = { problems: readonly Problem[]; typed: Typed } | undefined;

export interface NotesPageProps {
  programmeId: string;
  record: MeetingRecord;
  rests: readonly { value: string; label: string }[];
  mayManage: Answer;
  mayOnWords: MayOnWords;
  /** Which form was sent last: its fields keep what was typed. */
  sent: string;
  answer: Answered;
}

/** What is written down at a meeting: item by item, and one form for each kind of thing. */
export function NotesPage(props: NotesPageProps) {
  const { programmeId, record, mayManage, mayOnWords, answer } = props;
  const { meeting, items } = record;
  const may = mayManage.yes && meeting.state !== 'cancelled';
  const known = new Set(items.map(({ id }) => id));
  return (
    <>
      <MeetingTrail {...{ programmeId, meeting }} />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption={`${meeting.title}, ${sayWhen(meeting)}`}>Notes, decisions, actions</Heading>
      {mayManage.yes ? null : <p className="govuk-body tl-reason">{mayManage.reason}</p>}
      {items.map((item, at) => (
        <UnderItem
          key={item.id}
          {...{ programmeId, record, may, mayOnWords }}
          title={`${at + 1}. ${item.title}`}
          isHere={(itemId) => itemId === item.id}
        />
      ))}
      <UnderItem
        {...{ programmeId, record, may, mayOnWords }}
        title={items.length === 0 ? 'Written down so far' : 'Besides the agenda'}
        isHere={(itemId) => itemId === null || !known.has(itemId)}
      />
      {may ? <Forms {...props} /> : null}
      <MeetingNext
        href={links.meetingMinutes(programmeId, meeting.id)}
        words="Read the minutes that this makes"
      />
    </>
  );
}

function UnderItem(props: {
  programmeId: string;
  mayOnWords: MayOnWords;
  record: MeetingRecord;
  title: string;
  may: boolean;
  isHere: (itemId: string | null) => boolean;
}) {
  const { programmeId, record, title, may, isHere } = props;
  const notes = record.notes.filter(({ itemId }) => isHere(itemId));
  const decisions = record.decisions.filter(({ itemId }) => isHere(itemId));
  const actions = record.actions.filter(({ itemId }) => isHere(itemId));
  const empty = notes.length + decisions.length + actions.length === 0;
  return (
    <section>
      <h2 className="govuk-heading-m govuk-!-margin-bottom-2">{title}</h2>
      {empty ? <p className="govuk-body-s">Nothing written down.</p> : null}
      <ul className="govuk-list tl-written">
        {notes.map(({ id, kind, text, saidBy, consent }) => (
          <li key={id}>
            <strong className="govuk-tag govuk-tag--grey">
              {kind === 'comment' ? SPEAKER_NAMES[speakerOf(saidBy)] : 'Note'}
            </strong>{' '}
            <span className="tl-lines" dir="auto">
              {text}
            </span>
            {kind === 'comment' && consent !== 'quote' ? (
              <span className="govuk-hint govuk-!-margin-bottom-0">Not to be quoted</span>
            ) : null}
            {may ? <Strike what="remove-note" id={id} words={text} /> : null}
            {kind === 'comment' || text === NOT_SHOWN ? (
              <WordLinks
                {...{ programmeId, words: text }}
                place={{ kind: 'meeting-note', id, question: '' }}
                may={props.mayOnWords}
              />
            ) : null}
          </li>
        ))}
        {decisions.map((decision) => (
          <li key={decision.id}>
            <strong className="govuk-tag govuk-tag--green">Decision</strong>{' '}
            <span className="tl-lines">{decision.text}</span>
            <span className="govuk-hint govuk-!-margin-bottom-0">
              {[
                decision.because === '' ? '' : `Because: ${decision.because}`,
                decision.rests === '' ? '' : `Rests on: ${decision.rests}`,
                sayVote(decision) ?? '',
              ]
                .filter(Boolean)
                .join('. ')}
            </span>
            {may ? <Strike what="remove-decision" id={decision.id} words={decision.text} /> : null}
          </li>
        ))}
        {actions.map(({ id, text, owner, dueOn, state }) => (
          <li key={id}>
            <strong className="govuk-tag govuk-tag--blue">Action</strong>{' '}
            <span className="tl-lines">{text}</span>
            <span className="govuk-hint govuk-!-margin-bottom-0">
              {owner}, by {sayDay(dueOn)}. {ACTION_STATE_NAMES[actionStateOf(state)]}
            </span>
            {may ? <Strike what="remove-action" id={id} words={text} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Strike({ what, id, words }: { what: string; id: string; words: string }) {
  return (
    <Form className="tl-small-actions">
      <input type="hidden" name="id" value={id} />
      <button type="submit" name="intent" value={what}>
        Take out<span className="govuk-visually-hidden"> “{words.slice(0, 60)}”</span>
      </button>
    </Form>
  );
}

/** Four forms, closed until they are wanted; the one that was sent stays open for the next thing. */
function Forms(props: NotesPageProps) {
  const { record, rests, sent } = props;
  const of = (intent: string): Answered => (sent === intent ? props.answer : undefined);
  return (
    <section aria-labelledby="write">
      <h2 className="govuk-heading-l" id="write">
        Write down
      </h2>
      <OneForm intent="note" title="A note" {...props} button="Add the note">
        <TextArea name="noted" label="What happened" answer={of('note')} rows={3} />
      </OneForm>
      <OneForm intent="comment" title="What somebody said" {...props} button="Add the comment">
        <p className="govuk-body">
          Comments can be gathered into themes with what families say elsewhere. Write no names.
        </p>
        <TextArea name="said" label="What was said" answer={of('comment')} rows={3} />
        <Select
          name="saidBy"
          label="Who said it"
          answer={of('comment')}
          value="parent-or-carer"
          options={SPEAKERS.map((value) => ({ value, label: SPEAKER_NAMES[value] }))}
        />
        <Choices
          kind="checkboxes"
          name="quote"
          label="May it be quoted?"
          small
          answer={of('comment')}
          options={[{ value: 'yes', label: 'Yes, they agreed to be quoted without a name' }]}
        />
      </OneForm>
      <OneForm intent="decide" title="A decision" {...props} button="Record the decision">
        <TextArea name="decided" label="What was decided" answer={of('decide')} rows={2} />
        <TextArea name="because" label="Why" optional answer={of('decide')} rows={2} />
        {rests.length > 0 ? (
          <Select
            name="restsOn"
            label="What it rests on"
            optional
            answer={of('decide')}
            options={[{ value: '', label: 'None of these' }, ...rests]}
          />
        ) : null}
        <h3 className="govuk-heading-s">Where a vote was taken</h3>
        <div className="tl-votes">
          <TextField
            name="votesFor"
            label="For"
            width={3}
            inputMode="numeric"
            answer={of('decide')}
          />
          <TextField
            name="votesAgainst"
            label="Against"
            width={3}
            inputMode="numeric"
            answer={of('decide')}
          />
          <TextField
            name="votesAbstained"
            label="Abstained"
            width={3}
            inputMode="numeric"
            answer={of('decide')}
          />
        </div>
      </OneForm>
      <OneForm intent="act" title="An action" {...props} button="Record the action">
        <TextArea name="doing" label="What will be done" answer={of('act')} rows={2} />
        <TextField name="owner" label="Who does it" answer={of('act')} />
        <TextField name="dueOn" label="By when" type="date" width={10} answer={of('act')} />
      </OneForm>
      {record.items.length === 0 ? (
        <p className="govuk-body-s">There is no agenda: everything stands under the meeting.</p>
      ) : null}
    </section>
  );
}

function OneForm(
  props: NotesPageProps & {
    intent: string;
    title: string;
    button: string;
    children: React.ReactNode;
  },
) {
  const { intent, title, button, record, sent, answer } = props;
  return (
    <details className="govuk-details" open={sent === intent} id={`${intent}-form`}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{title}</span>
      </summary>
      <div className="govuk-details__text">
        <Form>
          {record.items.length > 0 ? (
            <p className="govuk-form-group">
              <label className="govuk-label govuk-label--s" htmlFor={`${intent}-itemId`}>
                Under
              </label>
              <select
                className="govuk-select"
                id={`${intent}-itemId`}
                name="itemId"
                defaultValue={sent === intent ? String(answer?.typed['itemId'] ?? '') : ''}
              >
                <option value="">No item</option>
                {record.items.map(({ id, title: item }, at) => (
                  <option key={id} value={id}>
                    {at + 1}. {item.slice(0, 80)}
                  </option>
                ))}
              </select>
            </p>
          ) : null}
          {props.children}
          <Button intent={intent} kind="secondary">
            {button}
          </Button>
        </Form>
      </div>
    </details>
  );
}
