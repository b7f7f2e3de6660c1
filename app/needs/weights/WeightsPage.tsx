import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { Choices, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { many, sayMoment } from '#app/ui/words.ts';
import { sayObstacle } from './obstacle-words.ts';
import type { WeightsPage as Page } from './read-weights.server.ts';
import { WeightedFigures } from './WeightedFigures.tsx';

interface Props {
  programmeId: string;
  page: Page;
  mayEdit: Answer;
  answer: { problems: Problem[]; typed: Typed } | undefined;
}

/** How the answers to a survey are weighted to the population, and what that does. */
export function WeightsPage(props: Props) {
  const { programmeId, page, mayEdit, answer } = props;
  const { survey, choices, outcome } = page;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.survey(programmeId, survey.id), words: survey.title },
          { href: links.missing(programmeId, survey.id), words: 'Who is missing' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption={survey.title}>Weights</Heading>
      <State page={page} />
      {choices.length === 0 ? (
        <p className="govuk-body">
          Weighting makes each group count for its part of all families. It needs figures of what
          families here look like.{' '}
          <a className="govuk-link" href={links.population(programmeId, survey.id)}>
            {mayEdit.yes ? 'Enter the figures' : 'See the figures'}
          </a>
        </p>
      ) : (
        <Settings {...props} />
      )}
      {outcome.state === 'refused' ? (
        <div className="govuk-inset-text">
          <p className="govuk-body">
            <strong>The answers cannot be weighted so.</strong>
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {outcome.obstacles.map((one) => (
              <li key={`${one.question} ${one.group}`}>
                {sayObstacle(one, page.titles)}{' '}
                {mayEdit.yes && one.question !== '' ? (
                  <a
                    className="govuk-link"
                    href={links.populationBy(programmeId, survey.id, one.question)}
                  >
                    Merge it with another group
                    <span className="govuk-visually-hidden">: {one.group}</span>
                  </a>
                ) : null}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {outcome.state === 'weighted' ? (
        <WeightedFigures shown={outcome.shown} moved={outcome.moved} titles={page.titles} />
      ) : null}
    </>
  );
}

function State({ page }: { page: Page }) {
  const { saved, trial, outcome, answers, setAside } = page;
  const on = saved?.on === true;
  const words = on
    ? outcome.state === 'refused' && !trial
      ? 'These answers should be weighted and cannot be, so results are shown unweighted.'
      : 'The answers are weighted.'
    : 'The answers are not weighted.';
  return (
    <p className="govuk-body-l">
      {words} {many(answers, 'answer')}
      {setAside > 0 ? `, ${setAside} of them set aside` : ''}.{' '}
      {saved ? (
        <span className="tl-small">
          Last set by {saved.savedBy} on {sayMoment(saved.savedAt)}.
        </span>
      ) : null}
      {trial ? (
        <span className="tl-small">
          <strong>Tried out below, not saved.</strong>
        </span>
      ) : null}
    </p>
  );
}

/** Trying out is a plain address; saving is a form with the same fields. */
function Settings({ programmeId, page, mayEdit, answer }: Props) {
  const { survey, settings, saved, choices, trial, outcome } = page;
  return (
    <>
      <form method="get" action={links.surveyWeights(programmeId, survey.id)}>
        <Choices
          kind="checkboxes"
          name="questions"
          label="Make the answers match all families by"
          hint="Two to four questions are usual. Each more makes the weights less even."
          options={choices.map(({ name, title, margin }) => ({
            value: name,
            label: title,
            hint: margin.assumed ? `Assumed: ${margin.source}` : margin.source,
          }))}
          values={settings.questions}
          answer={answer}
          small
        />
        <TextField
          name="lowest"
          label="The least that one answer may count"
          hint="1 is the mean."
          width={5}
          inputMode="decimal"
          value={String(settings.lowest)}
          answer={answer}
        />
        <TextField
          name="highest"
          label="The most that one answer may count"
          hint="3 is usual: then no family speaks for more than three."
          width={5}
          inputMode="decimal"
          value={String(settings.highest)}
          answer={answer}
        />
        <Choices
          kind="radios"
          name="missing"
          label="Answers that do not say their group"
          options={[
            {
              value: 'own-group',
              label: 'Keep them as a group of its own, with the part of the answers that they have',
            },
            { value: 'left-out', label: 'Leave them out of all results' },
          ]}
          values={[settings.missing]}
          answer={answer}
          small
        />
        <Button kind="secondary">Try these settings</Button>
      </form>
      {mayEdit.yes ? null : <p className="govuk-body tl-reason">{mayEdit.reason}</p>}
      <div className="govuk-button-group">
        {mayEdit.yes && settings.questions.length > 0 && outcome.state === 'weighted' ? (
          <Form>
            <input type="hidden" name="version" value={saved?.version ?? 0} />
            {settings.questions.map((name) => (
              <input key={name} type="hidden" name="questions" value={name} />
            ))}
            <input type="hidden" name="lowest" value={settings.lowest} />
            <input type="hidden" name="highest" value={settings.highest} />
            <input type="hidden" name="missing" value={settings.missing} />
            {trial || !saved?.on ? (
              <Button intent="save">Weight the answers with these settings</Button>
            ) : null}
          </Form>
        ) : null}
        {mayEdit.yes && saved?.on ? (
          <Form>
            <input type="hidden" name="version" value={saved.version} />
            <Button intent="stop" kind="secondary">
              Stop weighting
            </Button>
          </Form>
        ) : null}
      </div>
    </>
  );
}
