import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { Choices, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { CRITERIA, CRITERION_ASKS, CRITERION_NAMES, SCALE, type Criterion } from './priority.ts';

/** A need's four scores, each with its reason. */
export function ScorePage(props: {
  programmeId: string;
  need: { id: string; statement: string; howMany: string; version: number; priorityBy: string };
  scores: Partial<Record<Criterion, { score: number; reason: string }>>;
  weights: string;
  evidence: readonly { id: string; sentence: string; against: boolean }[];
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  const { programmeId, need, scores, answer } = props;
  const isNew = Object.keys(scores).length === 0;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs
          trail={[
            { href: links.register(programmeId), words: 'Register of needs' },
            { href: links.need(programmeId, need.id), words: 'Need' },
          ]}
        />
        <ErrorSummary problems={answer?.problems} />
        <Heading caption="Score this need">{need.statement}</Heading>
        <p className="govuk-body">
          {need.howMany}. Weights now: {props.weights} (
          <a className="govuk-link" href={links.priorities(programmeId)}>
            how priorities are weighed
          </a>
          ).
        </p>
        {props.evidence.length === 0 ? null : (
          <details className="govuk-details">
            <summary className="govuk-details__summary">
              <span className="govuk-details__summary-text">The evidence to judge it by</span>
            </summary>
            <div className="govuk-details__text">
              <ul className="govuk-list govuk-list--bullet">
                {props.evidence.map(({ id, sentence, against }) => (
                  <li key={id}>
                    {against ? <strong>Against: </strong> : null}
                    {sentence}
                  </li>
                ))}
              </ul>
            </div>
          </details>
        )}
        <Form>
          <input type="hidden" name="version" value={need.version} />
          {CRITERIA.map((criterion) => (
            <div key={criterion}>
              <Choices
                kind="radios"
                small
                name={criterion}
                label={`${CRITERION_NAMES[criterion]}: ${CRITERION_ASKS[criterion]}`}
                options={SCALE[criterion].map((words, score) => ({
                  value: String(score),
                  label: `${score}. ${words}`,
                }))}
                values={scores[criterion] ? [String(scores[criterion].score)] : []}
                answer={answer}
              />
              <TextField
                name={`${criterion}Reason`}
                label={`Why this score for ${CRITERION_NAMES[criterion].toLowerCase()}`}
                value={scores[criterion]?.reason}
                answer={answer}
              />
            </div>
          ))}
          <Choices
            kind="radios"
            name="follows"
            label="Who decides the priority?"
            options={[
              {
                value: 'rule',
                label: 'The rule',
                hint: 'The priority follows from these scores and the weights, now and when they change.',
              },
              {
                value: 'person',
                label: 'Somebody’s judgement',
                hint: 'The priority stays as it is written on the need, with its own reason.',
              },
            ]}
            values={[isNew ? 'rule' : need.priorityBy]}
            answer={answer}
          />
          <Button>Save the scores</Button>
        </Form>
      </div>
    </div>
  );
}
