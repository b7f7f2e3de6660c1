import { Select, TextArea } from '#app/ui/Field.tsx';
import { Button, Form } from '#app/ui/Form.tsx';
import { sayMoment } from '#app/ui/words.ts';
import type { OutcomePageProps } from './OutcomePage.tsx';
import type { OutcomeNote } from './outcomes.ts';
import { sayQuarter } from './quarters.ts';

/** What the figure means and what follows from it, for one quarter. */
export function NoteForm(props: OutcomePageProps) {
  const { mayEnter, quarter, quarters, notes, answer } = props;
  const there = notes.find((note) => note.quarter === quarter);
  if (!mayEnter.yes) {
    return (
      <>
        <p className="govuk-body">{there?.means || 'Nobody has written what the figure means.'}</p>
        <p className="govuk-body tl-reason">{mayEnter.reason}</p>
      </>
    );
  }
  const theirs = answer?.theirs;
  const mine = answer?.typed['intent'] === 'note' ? answer : undefined;
  return (
    <>
      <form method="get" className="tl-noprint">
        <Select
          name="quarter"
          label="Quarter"
          value={quarter}
          options={quarters.map((value) => ({ value, label: sayQuarter(value) }))}
        />
        <button type="submit" className="govuk-button govuk-button--secondary">
          Show this quarter
        </button>
      </form>
      {theirs === undefined ? null : <Theirs note={theirs} />}
      <Form className="tl-form">
        <input type="hidden" name="quarter" value={quarter} />
        <input type="hidden" name="seen" value={theirs?.number ?? there?.number ?? 0} />
        <TextArea
          name="means"
          label={`What the figure means, ${sayQuarter(quarter)}`}
          hint="For somebody on a board: what changed, for whom, and how sure we are"
          value={there?.means}
          answer={mine}
          optional
        />
        <TextArea
          name="next"
          label="What will be done about it"
          value={there?.next}
          answer={mine}
          optional
        />
        <Button intent="note">Keep it</Button>
      </Form>
    </>
  );
}

function Theirs({ note }: { note: OutcomeNote }) {
  return (
    <div className="govuk-inset-text">
      <p className="govuk-body">
        <strong>{note.enteredBy} wrote this meanwhile.</strong> Yours stands below and is not kept
        yet. Bring the two together and keep it again.
      </p>
      <p className="govuk-body tl-lines">{note.means}</p>
      <p className="govuk-body tl-lines">{note.next}</p>
    </div>
  );
}

/** Everything that was written of a measure, also what was written over. */
export function NotesBefore({ notes }: { notes: readonly OutcomeNote[] }) {
  if (notes.length === 0) return null;
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">What was written before</span>
      </summary>
      <div className="govuk-details__text">
        {notes.map((note) => (
          <section key={`${note.quarter} ${note.number}`}>
            <h3 className="govuk-heading-s">
              {sayQuarter(note.quarter)}, {note.enteredBy}, {sayMoment(note.at)}
            </h3>
            <p className="govuk-body tl-lines">{note.means || 'Nothing on what it means.'}</p>
            {note.next === '' ? null : <p className="govuk-body tl-lines">{note.next}</p>}
          </section>
        ))}
      </div>
    </details>
  );
}
