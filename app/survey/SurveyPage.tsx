import type { ReactNode } from 'react';
import { NobodyNamed } from '#app/care/NobodyNamed.tsx';
import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { TextField } from '#app/ui/Field.tsx';
import { Button, ButtonLink, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many, sayDay, sayMoment, sayShortDay } from '#app/ui/words.ts';
import { DayColumns } from './DayColumns.tsx';
import { QuestionList } from './QuestionList.tsx';
import { StateTag } from './StateTag.tsx';
import type { surveyOverview } from './survey-overview.server.ts';

interface Props {
  programmeId: string;
  overview: Awaited<ReturnType<typeof surveyOverview>>;
  /** The whole public address. */
  address: string;
  mayEdit: Answer;
  /** Whether somebody is named whom staff tell about worrying words. */
  dutyNamed: boolean;
  mayImport: Answer;
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
          <Aside {...props} />
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

function Aside(props: Props) {
  const { programmeId, overview, mayEdit } = props;
  const { survey, everOpened } = overview;
  return (
    <>
      {everOpened ? <Address {...props} /> : null}
      <dl className="govuk-summary-list tl-short-list">
        <Row name="Opens" value={sayDay(survey.opensOn)} />
        <Row
          name="Closes"
          value={survey.closesOn === null ? 'When you close it' : sayDay(survey.closesOn)}
        />
        <Row name="Deleted after" value={sayDay(survey.keepUntil)} />
      </dl>
      <p className="govuk-body">
        <a className="govuk-link" href={links.surveyQuestions(programmeId, survey.id)}>
          {mayEdit.yes ? 'Change the questions' : 'Look at the questions'}
        </a>
        {everOpened ? (
          <>
            {' · '}
            <a className="govuk-link" href={links.surveyVersions(programmeId, survey.id)}>
              Versions
            </a>
          </>
        ) : null}
      </p>
      {mayEdit.yes ? (
        <p className="govuk-body">
          <a className="govuk-link" href={links.editSurvey(programmeId, survey.id)}>
            Change the title, dates and privacy notice
          </a>
        </p>
      ) : null}
      {everOpened && mayEdit.yes && survey.status !== 'open' ? (
        <NobodyNamed programmeId={programmeId} named={props.dutyNamed} />
      ) : null}
      {everOpened && mayEdit.yes ? (
        <Form>
          {survey.status === 'open' ? (
            <Button intent="close" kind="warning">
              Close the survey now
            </Button>
          ) : (
            <Button intent="open" kind="secondary">
              Open it again
            </Button>
          )}
        </Form>
      ) : null}
      {everOpened && !mayEdit.yes ? <p className="govuk-body tl-reason">{mayEdit.reason}</p> : null}
      <Languages languages={overview.languages} />
      <Imports
        programmeId={programmeId}
        surveyId={survey.id}
        imports={overview.imports}
        mayUndo={props.mayImport.yes}
      />
    </>
  );
}

function Address({ programmeId, overview, address, mayImport }: Props) {
  const { id } = overview.survey;
  return (
    <>
      <p className="govuk-body">
        <a className="govuk-button" href={links.surveyResults(programmeId, id)} role="button">
          See the results
        </a>
      </p>
      <p className="govuk-body">
        Address for families:
        <br />
        <a className="govuk-link tl-address" href={address}>
          {address.replace(/^https?:\/\//, '')}
        </a>
      </p>
      <ul className="govuk-list">
        <li>
          <a className="govuk-link" href={links.surveyPoster(programmeId, id)}>
            Poster with a QR code
          </a>
        </li>
        <li>
          <a className="govuk-link" href={links.surveyPaper(programmeId, id)}>
            Paper forms and telephone scripts
          </a>
        </li>
        <li>
          <a className="govuk-link" href={links.surveyPreview(programmeId, id)}>
            Preview
          </a>
        </li>
        <li>
          {mayImport.yes ? (
            <a className="govuk-link" href={links.importAnswers(programmeId, id)}>
              Bring answers in from a file
            </a>
          ) : (
            <span className="tl-reason">Bring answers in: {mayImport.reason}</span>
          )}
        </li>
        <li>
          <a className="govuk-link" href={links.missing(programmeId, id)}>
            Who is missing, and where to find them
          </a>
        </li>
        <li>
          <a className="govuk-link" href={links.surveyWeights(programmeId, id)}>
            Weights
          </a>
        </li>
        <li>
          <a className="govuk-link" href={links.markedAnswers(programmeId, id)}>
            Marked answers: campaigns and duplicates
          </a>
        </li>
        <li>
          <a className="govuk-link" href={links.surveyMethod(programmeId, id)}>
            Method note
          </a>
        </li>
        <li>
          <a className="govuk-link" href={links.batches(programmeId, id)}>
            Enter paper forms, calls and visits
          </a>
        </li>
        <li>
          <a className="govuk-link" href={links.takeAnswers(programmeId, id)}>
            Take the answers away
          </a>{' '}
          (Excel, CSV, SPSS, R) and their codebook
        </li>
      </ul>
    </>
  );
}

/** The languages of a survey with how many answered in each, and which need a speaker's check. */
function Languages({ languages }: { languages: Props['overview']['languages'] }) {
  if (languages.length < 2) return null;
  return (
    <>
      <h2 className="govuk-heading-s">Languages</h2>
      <ul className="govuk-list">
        {languages.map(({ code, name, checked, answers }) => (
          <li key={code}>
            {name}: {typeof answers === 'number' ? many(answers, 'answer') : `${answers} answers`}
            {checked ? null : (
              <span className="tl-small">
                <a className="govuk-link" href={links.languageWords(code)}>
                  Needs a speaker’s check
                  <span className="govuk-visually-hidden"> in {name}</span>
                </a>
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Row({ name, value }: { name: string; value: string }) {
  return (
    <div className="govuk-summary-list__row">
      <dt className="govuk-summary-list__key">{name}</dt>
      <dd className="govuk-summary-list__value">{value}</dd>
    </div>
  );
}

function Imports(props: {
  programmeId: string;
  surveyId: string;
  imports: Props['overview']['imports'];
  mayUndo: boolean;
}) {
  const { programmeId, surveyId, imports, mayUndo } = props;
  if (imports.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-s">Files brought in</h2>
      <ul className="govuk-list">
        {imports.map((one) => (
          <li key={one.id}>
            {one.fileName}: {many(one.rows, 'answer')}
            <span className="tl-small">
              {sayMoment(one.importedAt)}
              {mayUndo ? (
                <>
                  {'. '}
                  <a className="govuk-link" href={links.undoImport(programmeId, surveyId, one.id)}>
                    Take it back<span className="govuk-visually-hidden"> ({one.fileName})</span>
                  </a>
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
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
