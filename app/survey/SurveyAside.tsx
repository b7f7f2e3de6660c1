import { NobodyNamed } from '#app/care/NobodyNamed.tsx';
import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { Button, Form } from '#app/ui/Form.tsx';
import { many, sayDay, sayMoment } from '#app/ui/words.ts';
import type { surveyOverview } from './survey-overview.server.ts';

export interface AsideProps {
  programmeId: string;
  overview: Awaited<ReturnType<typeof surveyOverview>>;
  /** The whole public address. */
  address: string;
  mayEdit: Answer;
  /** Whether somebody is named whom staff tell about worrying words. */
  dutyNamed: boolean;
  mayImport: Answer;
}

/** Beside how a survey goes: its address, its dates, and what may be done with it. */
export function SurveyAside(props: AsideProps) {
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

function Address({ programmeId, overview, address, mayImport }: AsideProps) {
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
function Languages({ languages }: { languages: AsideProps['overview']['languages'] }) {
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
  imports: AsideProps['overview']['imports'];
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
