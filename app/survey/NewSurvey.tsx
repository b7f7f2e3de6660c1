import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { Button, ButtonLink, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';
import type { Definition } from './definition.ts';
import { QuestionList, type Origins } from './QuestionList.tsx';
import { SurveyFields } from './SurveyFields.tsx';

function Trail({ programmeId }: { programmeId: string }) {
  return (
    <Breadcrumbs
      trail={[
        { href: links.needs(programmeId), words: 'Needs' },
        { href: links.surveys(programmeId), words: 'Surveys' },
      ]}
    />
  );
}

/** Which questionnaire to begin with. */
export function TemplateChoice(props: {
  programmeId: string;
  choices: readonly {
    id: string;
    name: string;
    summary: string;
    minutes: number;
    questions: number;
  }[];
}) {
  return (
    <>
      <Trail programmeId={props.programmeId} />
      <Heading>Start a survey</Heading>
      <p className="govuk-body">
        Choose the questions to begin with. You can read every one of them, and where it comes from,
        in the{' '}
        <a className="govuk-link" href={links.allQuestions(props.programmeId)}>
          question bank
        </a>
        .
      </p>
      <div className="tl-columns">
        {props.choices.map((choice) => (
          <section key={choice.id} className="tl-column tl-needs">
            <h2 className="govuk-heading-m">{choice.name}</h2>
            <p className="govuk-body">{choice.summary}</p>
            <p className="govuk-body">
              {many(choice.questions, 'question')} in all, about {many(choice.minutes, 'minute')} to
              answer
            </p>
            <ButtonLink href={`${links.newSurvey(props.programmeId)}?template=${choice.id}`}>
              Use “{choice.name}”
            </ButtonLink>
          </section>
        ))}
      </div>
    </>
  );
}

/** What is asked, and what has to be decided before anybody is asked. */
export function NewSurvey(props: {
  programmeId: string;
  chosen: {
    id: string;
    name: string;
    definition: Definition;
    origins: Origins;
    survey: Parameters<typeof SurveyFields>[0]['survey'];
  };
  answer: { problems: Problem[]; typed: Typed } | undefined;
}) {
  const { programmeId, chosen, answer } = props;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Trail programmeId={programmeId} />
        <ErrorSummary problems={answer?.problems} />
        <Heading caption="Start a survey">{chosen.name}</Heading>
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              Read the questions and where they come from
            </span>
          </summary>
          <div className="govuk-details__text">
            <QuestionList definition={chosen.definition} origins={chosen.origins} />
          </div>
        </details>
        <Form>
          <input type="hidden" name="templateId" value={chosen.id} />
          <SurveyFields answer={answer} survey={chosen.survey} />
          <Button>Save the draft</Button>
          <p className="govuk-body tl-reason">Nobody can answer until you open it.</p>
        </Form>
      </div>
    </div>
  );
}
