import type { Problem, Typed } from '#app/http/problems.ts';
import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { Select, TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many, sayDay, sayShortDay } from '#app/ui/words.ts';
import {
  ACTION_STATE_NAMES,
  ACTION_STATES,
  actionStateOf,
  type FollowedAction,
} from './actions.ts';

type Action = FollowedAction & { version: number };

export interface ActionsPageProps {
  programmeId: string;
  actions: Action[];
  /** The action that is being changed, or null. */
  changing: Action | null;
  mayManage: Answer;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}

/** What people said at meetings that they would do, and how far each has come. */
export function ActionsPage(props: ActionsPageProps) {
  const { programmeId, actions, mayManage, changing } = props;
  const open = actions.filter(({ state }) => state === 'open');
  const settled = actions.filter(({ state }) => state !== 'open');
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.panel(programmeId), words: 'Panel' },
          { href: links.meetings(programmeId), words: 'Meetings' },
        ]}
      />
      <ErrorSummary problems={props.answer?.problems} />
      <Heading size="xl">Actions of meetings</Heading>
      {mayManage.yes ? null : <p className="govuk-body tl-reason">{mayManage.reason}</p>}
      {changing !== null && mayManage.yes ? <Settle {...props} action={changing} /> : null}
      <Table
        caption="To do"
        rows={open}
        rowKey={({ id }) => id}
        empty={
          <>
            <h2 className="govuk-heading-m">To do</h2>
            <p className="govuk-body">
              Nothing is open. Actions are recorded with the notes of a meeting.
            </p>
          </>
        }
        columns={[
          { header: 'What', rowHeader: true, cell: ({ text }) => <Words words={text} /> },
          { header: 'Who', cell: ({ owner }) => owner },
          {
            header: 'By when',
            cell: ({ dueOn, late }) => (
              <>
                {sayDay(dueOn)}{' '}
                {late ? <strong className="govuk-tag govuk-tag--orange">Late</strong> : null}
              </>
            ),
          },
          {
            header: 'From',
            cell: ({ from, cameBack }) => (
              <>
                <a className="govuk-link" href={links.meeting(programmeId, from.id)}>
                  {from.title}
                </a>
                {cameBack > 0 ? (
                  <>
                    <br />
                    came back at {many(cameBack, 'meeting')} since
                  </>
                ) : null}
              </>
            ),
          },
          ...(mayManage.yes
            ? [
                {
                  header: 'Change',
                  cell: ({ id, text }: Action) => (
                    <a
                      className="govuk-link"
                      href={`${links.meetingActions(programmeId)}?action=${id}`}
                    >
                      How far is it?
                      <span className="govuk-visually-hidden"> “{text.slice(0, 60)}”</span>
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
      {settled.length > 0 ? (
        <Table
          caption="Settled"
          rows={settled}
          rowKey={({ id }) => id}
          columns={[
            { header: 'What', rowHeader: true, cell: ({ text }) => <Words words={text} /> },
            {
              header: 'What came of it',
              cell: ({ state, outcome }) => (
                <>
                  <strong
                    className={`govuk-tag ${state === 'done' ? 'govuk-tag--green' : 'govuk-tag--grey'}`}
                  >
                    {state === 'done' ? 'Done' : 'Not done'}
                  </strong>{' '}
                  <Words words={outcome} />
                </>
              ),
            },
            { header: 'Day', cell: ({ settledOn }) => sayShortDay(settledOn) },
          ]}
        />
      ) : null}
    </>
  );
}

const Words = ({ words }: { words: string }) => (
  <span className="tl-lines tl-wide-cell">{words}</span>
);

function Settle({ programmeId, action, answer }: ActionsPageProps & { action: Action }) {
  return (
    <section aria-labelledby="settle" className="tl-reading">
      <h2 className="govuk-heading-m" id="settle">
        How far is “{action.text}”?
      </h2>
      <Form>
        <input type="hidden" name="actionId" value={action.id} />
        <input type="hidden" name="version" value={action.version} />
        <Select
          name="state"
          label="How far it has come"
          answer={answer}
          value={actionStateOf(action.state)}
          options={ACTION_STATES.map((value) => ({ value, label: ACTION_STATE_NAMES[value] }))}
        />
        <TextArea
          name="outcome"
          label="What came of it, or why not"
          hint="Members read it in the minutes"
          optional
          rows={2}
          answer={answer}
          value={action.outcome}
        />
        <TextField
          name="dueOn"
          label="By when, while it is open"
          type="date"
          width={10}
          answer={answer}
          value={action.dueOn}
        />
        <div className="govuk-button-group">
          <Button>Save how far it is</Button>
          <a className="govuk-link" href={links.meetingActions(programmeId)}>
            Leave it as it was
          </a>
        </div>
      </Form>
    </section>
  );
}
