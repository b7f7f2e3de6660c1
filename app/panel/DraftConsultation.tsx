import { NobodyNamed } from '#app/care/NobodyNamed.tsx';
import type { Problem, Typed } from '#app/http/problems.ts';
import { links } from '#app/http/links.ts';
import { TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, Form } from '#app/ui/Form.tsx';

interface Statement {
  id: string;
  text: string;
}

export interface DraftProps {
  programmeId: string;
  consultationId: string;
  statements: readonly Statement[];
  /** Statements are written here; what other kinds ask has pages of its own. */
  kind?: string;
  members: number;
  /** Whether somebody is named whom staff tell about worrying words. */
  dutyNamed: boolean;
  /** The id of the statement that is being changed, from the address. */
  changing: string | null;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}

/** A consultation before anybody is asked: its statements, and opening it. */
export function DraftConsultation(props: DraftProps) {
  const { answer, programmeId, members, kind } = props;
  return (
    <>
      {props.kind === undefined || props.kind === 'statements' ? <Statements {...props} /> : null}
      <h2 className="govuk-heading-m govuk-!-margin-top-6">Open it</h2>
      <p className="govuk-body" id="members" tabIndex={-1}>
        {kind === 'poll' ? (
          'Anybody with the address can answer. Once it is open, the questions cannot be changed.'
        ) : members === 0 ? (
          <>
            Nobody is on the panel yet.{' '}
            <a className="govuk-link" href={links.newMember(programmeId)}>
              Add a member
            </a>
          </>
        ) : (
          `${members} people on the panel can answer. Once it is open, what they are asked cannot be changed.`
        )}
      </p>
      <NobodyNamed programmeId={programmeId} named={props.dutyNamed} />
      <Form>
        <TextField
          name="closesOn"
          label="Closes at the end of"
          hint={
            kind === 'poll'
              ? 'Today, for a poll that is open for a day.'
              : 'Two weeks is enough for most people.'
          }
          type="date"
          width={10}
          answer={answer}
        />
        <Button intent="open">Open the consultation</Button>
      </Form>
    </>
  );
}

function Statements(props: DraftProps) {
  const { statements, answer } = props;
  return (
    <>
      <h2 className="govuk-heading-m">Statements</h2>
      {statements.length === 0 ? (
        <p className="govuk-body">
          None yet. A good statement says one thing that people can honestly disagree with, such as
          “Hubs should open one evening a week, even if it means closing one morning”.
        </p>
      ) : (
        <ol className="govuk-list tl-statements">
          {statements.map((statement, at) => (
            <li key={statement.id}>
              <StatementRow {...{ props, statement, at }} />
            </li>
          ))}
        </ol>
      )}
      <Form>
        <TextArea name="text" label="Add a statement" rows={2} answer={answer} />
        <Button intent="add" kind="secondary">
          Add this statement
        </Button>
      </Form>
    </>
  );
}

function StatementRow({
  props,
  statement,
  at,
}: {
  props: DraftProps;
  statement: Statement;
  at: number;
}) {
  const { programmeId, consultationId, statements, changing, answer } = props;
  const page = links.consultation(programmeId, consultationId);
  if (changing === statement.id) {
    return (
      <Form>
        <input type="hidden" name="statementId" value={statement.id} />
        <TextArea
          name="changedText"
          label={`Change statement ${at + 1}`}
          rows={2}
          value={statement.text}
          answer={answer}
        />
        <div className="govuk-button-group">
          <Button intent="change">Save the statement</Button>
          <a className="govuk-link" href={page}>
            Leave it as it was
          </a>
        </div>
      </Form>
    );
  }
  const named = <span className="govuk-visually-hidden"> statement {at + 1}</span>;
  return (
    <div className="tl-statement">
      <p className="govuk-body govuk-!-margin-bottom-1">{statement.text}</p>
      <Form action={page} className="tl-small-actions">
        <input type="hidden" name="statementId" value={statement.id} />
        <a className="govuk-link" href={`${page}?change=${statement.id}`}>
          Change{named}
        </a>
        {at > 0 ? (
          <button type="submit" name="intent" value="up">
            Move up{named}
          </button>
        ) : null}
        {at < statements.length - 1 ? (
          <button type="submit" name="intent" value="down">
            Move down{named}
          </button>
        ) : null}
        <button type="submit" name="intent" value="remove">
          Remove{named}
        </button>
      </Form>
    </div>
  );
}
