import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { Select, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many, sayDay } from '#app/ui/words.ts';
import { Obstacles } from '../Obstacles.tsx';
import { PlanNav } from '../PlanNav.tsx';
import type { Obstacle } from '../sign-off.ts';
import { Changes } from './Changes.tsx';
import { Comments, type Answered, type PlanComment } from './Comments.tsx';
import type { Change } from './changes.ts';
import { VERSION_STATE_NAMES, type Standing } from './frozen.ts';

interface Props {
  programmeId: string;
  obstacles: readonly Obstacle[];
  lines: readonly { id: string; title: string }[];
  versions: readonly ({ id: string } & Standing)[];
  comments: readonly PlanComment[];
  since: { number: number; changes: readonly Change[] } | null;
  /** The comment that is being settled. */
  settling: string | null;
  mayPutUp: Answer;
  mayComment: Answer;
  answer: Answered;
}

/** From a plan to a signed one: what stands in the way, the versions, and what was said about it. */
export function SignOffPage(props: Props) {
  const { programmeId, obstacles, versions, answer } = props;
  const open = props.comments.filter(({ settledAt }) => settledAt === null).length;
  return (
    <>
      <Heading size="xl">Sign-off</Heading>
      <PlanNav programmeId={programmeId} here="sign-off" />
      <ErrorSummary problems={answer?.problems} />
      <h2 className="govuk-heading-m">What stands between this plan and its sign-off</h2>
      <Obstacles programmeId={programmeId} obstacles={obstacles} />
      {open === 0 ? null : (
        <p className="govuk-body">
          <a className="govuk-link" href="#comments">
            {many(open, 'comment')} still open
          </a>
        </p>
      )}
      <PutUp {...props} />
      <Versions {...{ programmeId, versions }} />
      <Since {...props} />
      <Comments {...{ ...props, answer, aboutLine: null }}>
        <Select
          name="lineId"
          label="What is it about?"
          options={[
            { value: '', label: 'The whole plan' },
            ...props.lines.map(({ id, title }) => ({ value: id, label: title })),
          ]}
          answer={answer}
        />
      </Comments>
    </>
  );
}

function PutUp({ programmeId, versions, obstacles, mayPutUp, answer }: Props) {
  const waiting = versions.find(({ state }) => state === 'waiting');
  if (waiting) {
    return (
      <p className="govuk-inset-text">
        <a className="govuk-link" href={links.planVersion(programmeId, waiting.id)}>
          Version {waiting.number}: {waiting.name}
        </a>{' '}
        waits for a decision. Nothing that is changed in the plan now reaches it.
      </p>
    );
  }
  if (!mayPutUp.yes) return <p className="govuk-body tl-reason">{mayPutUp.reason}</p>;
  return (
    <section className="tl-noprint">
      <h2 className="govuk-heading-m">Put it up for sign-off</h2>
      <p className="govuk-body">
        The plan is frozen as it stands now: words, figures, money and picture. Somebody else
        approves it or sends it back.
        {obstacles.length === 0
          ? ''
          : ' It can be put up although something stands in the way: the document says what.'}
      </p>
      <Form className="tl-form">
        <TextField
          name="name"
          label="What is this version for?"
          hint="For example, “For the board of 3 March”"
          answer={answer}
        />
        <Button intent="put-up">Freeze this version and put it up</Button>
      </Form>
    </section>
  );
}

function Versions({ programmeId, versions }: Pick<Props, 'programmeId' | 'versions'>) {
  return (
    <section>
      <h2 className="govuk-heading-m">Versions</h2>
      <Table
        caption={many(versions.length, 'version')}
        captionSize="s"
        rows={versions}
        rowKey={({ id }) => id}
        empty={<p className="govuk-body">No version has been put up yet.</p>}
        columns={[
          {
            header: 'Version',
            rowHeader: true,
            cell: ({ id, number, name }) => (
              <a className="govuk-link" href={links.planVersion(programmeId, id)}>
                {number}: {name}
              </a>
            ),
          },
          { header: 'How it stands', cell: ({ state }) => VERSION_STATE_NAMES[state] },
          {
            header: 'Put up',
            cell: ({ putUpName, putUpOn }) => `${sayDay(putUpOn)}, ${putUpName}`,
          },
          {
            header: 'Decided',
            cell: ({ decidedName, decidedOn }) =>
              decidedOn === null ? '–' : `${sayDay(decidedOn)}, ${decidedName}`,
          },
        ]}
      />
    </section>
  );
}

function Since({ since }: Props) {
  if (since === null) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">What changed since version {since.number} was approved</h2>
      <Changes changes={since.changes} />
    </section>
  );
}
