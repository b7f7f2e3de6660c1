import type { ReactNode } from 'react';
import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { TextField } from '#app/ui/Field.tsx';
import { Button, ButtonLink, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many, sayShortDay } from '#app/ui/words.ts';
import { DayColumns } from './DayColumns.tsx';
import { QuestionList } from './QuestionList.tsx';
import { StateTag } from './StateTag.tsx';
import { SurveyAside, type AsideProps } from './SurveyAside.tsx';

interface Props extends AsideProps {
  mayRead: Answer;
  answer: { problems: Problem[]; typed: Typed } | undefined;
  /** Who is missing from the answers, as a later room knows it. */
  missing: ReactNode;
}

/** A survey and how it goes. */
export function SurveyPage(props: Props) {
  const { programmeId, overview, answer } = props;
  const { survey, state } = overview;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.needs(programmeId), words: 'Needs' },
          { href: links.surveys(programmeId), words: 'Surveys' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <span className="govuk-caption-l">Survey</span>
      <h1 className="govuk-heading-l govuk-!-margin-bottom-4">
        {survey.title} <StateTag state={state} />
      </h1>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          {overview.everOpened ? <SoFar {...props} /> : <NotOpenedYet {...props} />}
        </div>
        <div className="govuk-grid-column-one-third">
          <SurveyAside {...props} />
        </div>
      </div>
      <details className="govuk-details">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">The questions</span>
        </summary>
        <div className="govuk-details__text">
          <QuestionList definition={overview.definition} origins={{}} />
        </div>
      </details>
      {props.mayImport.yes && overview.answers > 0 ? <Erase answer={answer} /> : null}
    </>
  );
}

function NotOpenedYet({ programmeId, overview, mayEdit }: Props) {
  const { survey } = overview;
  return (
    <>
      <p className="govuk-body-l">Nobody can answer yet.</p>
      <p className="govuk-body">
        <a className="govuk-link" href={links.surveyPages(programmeId, survey.id)}>
          Look at it as a family will
        </a>{' '}
        or{' '}
        <a className="govuk-link" href={links.surveyQuestions(programmeId, survey.id)}>
          change the questions
        </a>
        . When you publish it, what is asked is fixed: every answer is kept with the questions as
        they stood.
      </p>
      {mayEdit.yes ? (
        <ButtonLink href={links.checkSurvey(programmeId, survey.id)}>Check and publish</ButtonLink>
      ) : (
        <p className="govuk-body tl-reason">{mayEdit.reason}</p>
      )}
    </>
  );
}

function SoFar({ programmeId, overview, missing }: Props) {
  const { answers, days, channels, flagged } = overview;
  return (
    <>
      <p className="govuk-body-l">
        <strong>{many(answers, 'answer')}</strong> so far
        {channels.length > 1
          ? `: ${channels.map(({ name, answers: n }) => `${n.toLocaleString('en-GB')} ${name.toLowerCase()}`).join(', ')}`
          : ''}
        .
      </p>
      {flagged > 0 ? (
        <p className="govuk-body">
          {many(flagged, 'answer')} {flagged === 1 ? 'is' : 'are'} marked, because something about
          the way {flagged === 1 ? 'it' : 'they'} came is unusual.{' '}
          {flagged === 1 ? 'It is' : 'They are'} counted until somebody looks and decides.{' '}
          <a className="govuk-link" href={links.markedAnswers(programmeId, overview.survey.id)}>
            Look at marked answers
          </a>
        </p>
      ) : null}
      {missing}
      {days.length === 0 ? null : (
        <>
          <h2 className="govuk-heading-m">Answers by day</h2>
          <DayColumns days={days} />
          <details className="govuk-details">
            <summary className="govuk-details__summary">
              <span className="govuk-details__summary-text">The same as a table</span>
            </summary>
            <Table
              caption="Answers by day"
              captionSize="s"
              rows={days}
              rowKey={({ day }) => day}
              columns={[
                { header: 'Day', rowHeader: true, cell: ({ day }) => sayShortDay(day) },
                { header: 'Answers', numeric: true, cell: ({ answers: n }) => n },
              ]}
            />
          </details>
        </>
      )}
    </>
  );
}

function Erase({ answer }: { answer: Props['answer'] }) {
  return (
    <details className="govuk-details" open={answer !== undefined}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Delete one family’s answers</span>
      </summary>
      <div className="govuk-details__text">
        <p className="govuk-body">
          When a family asks for it and gives you the reference from their last page. It cannot be
          undone.
        </p>
        <Form>
          <TextField
            name="reference"
            label="Reference"
            hint="Such as K7QM-4RXD"
            width={10}
            answer={answer}
            spellCheck={false}
            autoComplete="off"
          />
          <Button intent="erase" kind="warning">
            Delete these answers
          </Button>
        </Form>
      </div>
    </details>
  );
}
