import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import { PRIORITY_NAMES, type Priority } from './need.ts';
import { CRITERIA, CRITERION_ASKS, CRITERION_NAMES, MOST_POINTS, sayWeights } from './priority.ts';
import type { Priorities, PriorityLine } from './priorities.server.ts';
import { MOST_DRAWN, rankPicture, sayRankPicture } from './rank-picture.ts';
import { sayFirmness } from './sensitivity.ts';

export interface PrioritiesProps extends Priorities {
  programmeId: string;
  mayEdit: Answer;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}

/** The rule of priorities, the order that it gives, and how much the order hangs on the weights. */
export function PrioritiesPage(props: PrioritiesProps) {
  const { programmeId, rule, lines } = props;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.needs(programmeId), words: 'Needs' },
          { href: links.register(programmeId), words: 'Register of needs' },
        ]}
      />
      <ErrorSummary problems={props.answer?.problems} />
      <Heading>How priorities are weighed</Heading>
      <div className="tl-reading">
        <p className="govuk-body">
          Each need is scored from 0 to {MOST_POINTS} on four criteria, with the reason. The scores,
          weighted, make points out of 100. From {rule.highFrom} points a need is of high priority,
          from {rule.mediumFrom} of medium priority.
        </p>
        <p className="govuk-body">
          <strong>Weights now:</strong> {sayWeights(rule.weights)}.{' '}
          {rule.reason === ''
            ? 'Nobody has decided on weights yet: until then all count alike.'
            : rule.reason}
        </p>
      </div>
      <Order {...props} />
      {lines.length > 1 ? <Firmness {...props} /> : null}
      <Unscored {...props} />
      <Weigh {...props} />
    </>
  );
}

function Order({ programmeId, lines }: PrioritiesProps) {
  return (
    <Table
      caption="The order by these weights"
      rows={lines}
      rowKey={({ id }) => id}
      empty={
        <p className="govuk-body">
          No need is scored yet. Open a need in the{' '}
          <a className="govuk-link" href={links.register(programmeId)}>
            register
          </a>{' '}
          and press “Score this need”.
        </p>
      }
      columns={[
        {
          header: 'Rank',
          numeric: true,
          cell: ({ rank, tiedWith }) => `${rank}${tiedWith > 0 ? '=' : ''}`,
        },
        {
          header: 'Need',
          rowHeader: true,
          cell: ({ id, statement }) => (
            <a className="govuk-link" href={links.need(programmeId, id)}>
              {statement}
            </a>
          ),
        },
        ...CRITERIA.map((criterion) => ({
          header: CRITERION_NAMES[criterion],
          numeric: true,
          cell: (line: PriorityLine) => line.scores[criterion],
        })),
        { header: 'Points', numeric: true, cell: ({ points }) => Math.round(points) },
        {
          header: 'Priority',
          cell: ({ priority, decided }) =>
            decided === null || decided === priority
              ? PRIORITY_NAMES[priority]
              : `${PRIORITY_NAMES[decided as Priority]}, decided otherwise (by the rule ${PRIORITY_NAMES[priority].toLowerCase()})`,
        },
      ]}
    />
  );
}

function Firmness({ programmeId, lines, weightings, top }: PrioritiesProps) {
  const svg = rankPicture(lines, lines.length);
  return (
    <section>
      <h2 className="govuk-heading-m">How much the order hangs on the weights</h2>
      <p className="govuk-body tl-reading">
        The order was worked out anew for {weightings.toLocaleString('en-GB')} ways to weigh the
        four criteria, from everything on one of them to all alike, in steps of 5%. A need that
        keeps its place does not owe it to whoever chose the weights.
      </p>
      <div
        className="tl-scroll"
        role="region"
        aria-label="Picture of ranks under all weightings"
        tabIndex={0}
      >
        <div
          role="img"
          aria-label={sayRankPicture(lines)}
          dangerouslySetInnerHTML={{ __html: svg }}
        />
      </div>
      <p className="govuk-body-s">
        Dot: rank by the weights now. Bar: from the best to the worst rank under any weighting.
        {lines.length > MOST_DRAWN ? ` The first ${MOST_DRAWN} are drawn; the table has all.` : ''}
      </p>
      <Table
        caption="The same in figures"
        captionSize="s"
        rows={lines}
        rowKey={({ id }) => id}
        columns={[
          {
            header: 'Need',
            rowHeader: true,
            cell: ({ id, statement }) => (
              <a className="govuk-link" href={links.need(programmeId, id)}>
                {statement}
              </a>
            ),
          },
          { header: 'Rank now', numeric: true, cell: ({ rank }) => rank },
          { header: 'Best', numeric: true, cell: ({ best }) => best },
          { header: 'Worst', numeric: true, cell: ({ worst }) => worst },
          {
            header: `Among the first ${top}`,
            numeric: true,
            cell: ({ inTop }) => `${Math.round(inTop * 100)}%`,
          },
          { header: 'In words', cell: (line) => sayFirmness(line, top) },
          {
            header: 'At least as good on everything as',
            cell: ({ alwaysBefore }) =>
              alwaysBefore.length === 0 ? 'No other' : many(alwaysBefore.length, 'other'),
          },
        ]}
      />
    </section>
  );
}

function Unscored({ programmeId, unscored, mayEdit }: PrioritiesProps) {
  if (unscored.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">Not in the order yet</h2>
      <p className="govuk-body">{many(unscored.length, 'need is', 'needs are')} not scored:</p>
      <ul className="govuk-list govuk-list--bullet">
        {unscored.slice(0, 50).map(({ id, statement }) => (
          <li key={id}>
            <a
              className="govuk-link"
              href={mayEdit.yes ? links.scoreNeed(programmeId, id) : links.need(programmeId, id)}
            >
              {statement}
            </a>
          </li>
        ))}
      </ul>
      {unscored.length > 50 ? (
        <p className="govuk-body">
          <a className="govuk-link" href={`${links.register(programmeId)}?show=unscored`}>
            All that are not scored
          </a>
        </p>
      ) : null}
    </section>
  );
}

function Weigh({ rule, mayEdit, answer }: PrioritiesProps) {
  if (!mayEdit.yes) return <p className="govuk-body tl-reason">{mayEdit.reason}</p>;
  return (
    <section className="tl-noprint tl-reading">
      <h2 className="govuk-heading-m">Weigh them otherwise</h2>
      <Form>
        <input type="hidden" name="version" value={rule.version} />
        {CRITERIA.map((criterion) => (
          <TextField
            key={criterion}
            name={criterion}
            label={CRITERION_NAMES[criterion]}
            hint={`${CRITERION_ASKS[criterion]} 0 leaves it out; 10 counts most.`}
            width={2}
            inputMode="numeric"
            value={String(rule.weights[criterion])}
            answer={answer}
          />
        ))}
        <TextField
          name="highFrom"
          label="High priority from"
          hint="Points out of 100."
          width={3}
          inputMode="numeric"
          value={String(rule.highFrom)}
          answer={answer}
        />
        <TextField
          name="mediumFrom"
          label="Medium priority from"
          width={3}
          inputMode="numeric"
          value={String(rule.mediumFrom)}
          answer={answer}
        />
        <TextArea
          name="reason"
          label="Why it is weighed like this"
          hint="And who decided, such as “Agreed with the parent carer panel on 3 June”."
          rows={2}
          value={rule.reason}
          answer={answer}
        />
        <Button>Save the weights</Button>
      </Form>
    </section>
  );
}
