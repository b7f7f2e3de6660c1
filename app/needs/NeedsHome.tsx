import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { STATE_NAMES, type SurveyState } from '#app/survey/survey.ts';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';
import { PRIORITY_NAMES, type Priority } from './register/need.ts';
import type { RegisterLine } from './register/register.server.ts';

interface Home {
  programmeId: string;
  surveys: readonly { id: string; title: string; state: SurveyState; answers: number }[];
  files: readonly { id: string; title: string; areas: number }[];
  tables: readonly { id: string; title: string; problems: number }[];
  register: { inPlay: readonly RegisterLine[]; notNow: readonly RegisterLine[] };
  mayAsk: Answer;
  mayEdit: Answer;
}

/** The first station of the line: what families said, what the figures show, what is needed. */
export function NeedsHome(home: Home) {
  return (
    <>
      <Heading size="xl">Needs</Heading>
      <p className="govuk-body">
        <a className="govuk-link" href={links.assessment(home.programmeId)}>
          The needs assessment as a document
        </a>
        : everything below in one, to be read or taken away.
      </p>
      <div className="tl-columns tl-needs">
        <WhatFamiliesSaid {...home} />
        <WhatFiguresShow {...home} />
        <WhatIsNeeded {...home} />
      </div>
    </>
  );
}

function WhatFamiliesSaid({ programmeId, surveys, mayAsk }: Home) {
  return (
    <section className="tl-column">
      <h2 className="govuk-heading-m">What families told us</h2>
      {surveys.length === 0 ? (
        <p className="govuk-body">
          No survey yet. Start from the family survey that is ready: about 20 questions, ten minutes
          on a phone.
        </p>
      ) : (
        <ul className="govuk-list govuk-list--spaced">
          {surveys.map((survey) => (
            <li key={survey.id}>
              <a className="govuk-link" href={links.survey(programmeId, survey.id)}>
                {survey.title}
              </a>
              <br />
              {STATE_NAMES[survey.state]}, {many(survey.answers, 'answer')}
              {survey.answers > 0 ? (
                <>
                  {' · '}
                  <a className="govuk-link" href={links.surveyResults(programmeId, survey.id)}>
                    Results<span className="govuk-visually-hidden"> of {survey.title}</span>
                  </a>
                </>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {surveys.length > 1 ? (
        <p className="govuk-body">
          <a className="govuk-link" href={links.surveys(programmeId)}>
            All surveys
          </a>
        </p>
      ) : null}
      <p className="govuk-body">
        <a className="govuk-link" href={links.coding(programmeId)}>
          What people wrote and said
        </a>
        : code it against themes
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={links.listening(programmeId)}>
          Listening exercises
        </a>
        : town halls, groups, one-to-one talks
      </p>
      {mayAsk.yes ? (
        <ButtonLink href={links.newSurvey(programmeId)} secondary={surveys.length > 0}>
          Start a survey
        </ButtonLink>
      ) : (
        <p className="govuk-body tl-reason">{mayAsk.reason}</p>
      )}
    </section>
  );
}

function WhatFiguresShow({ programmeId, files, tables }: Home) {
  return (
    <section className="tl-column">
      <h2 className="govuk-heading-m">What the figures show</h2>
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1">
        <a className="govuk-link" href={links.areaFiles(programmeId)}>
          Official figures by area
        </a>
      </h3>
      {files.length === 0 ? (
        <p className="govuk-body">None yet. Begin with the indices of deprivation.</p>
      ) : (
        <ul className="govuk-list govuk-list--spaced">
          {files.map((file) => (
            <li key={file.id}>
              <a className="govuk-link" href={links.areaFile(programmeId, file.id)}>
                {file.title}
              </a>
              <br />
              {many(file.areas, 'area')}
            </li>
          ))}
        </ul>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={links.areaMap(programmeId)}>
          Map
        </a>
        {', '}
        <a className="govuk-link" href={links.areaReach(programmeId)}>
          reach against need
        </a>
        {', '}
        <a className="govuk-link" href={links.areaDistance(programmeId)}>
          distance to a hub
        </a>
      </p>
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1">
        What is there, and what is in the way
      </h3>
      <p className="govuk-body">
        <a className="govuk-link" href={links.placeRegister(programmeId, 'sites')}>
          Sites
        </a>
        {', '}
        <a className="govuk-link" href={links.placeRegister(programmeId, 'assets')}>
          asset audit
        </a>
        {', '}
        <a className="govuk-link" href={links.placeRegister(programmeId, 'barriers')}>
          barriers
        </a>
      </p>
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1">
        <a className="govuk-link" href={links.printedTables(programmeId)}>
          Tables from reports
        </a>
      </h3>
      {tables.length === 0 ? (
        <p className="govuk-body">None yet. Bring in an attendance table: it is added up again.</p>
      ) : (
        <ul className="govuk-list govuk-list--spaced">
          {tables.map((table) => (
            <li key={table.id}>
              <a className="govuk-link" href={links.printedTable(programmeId, table.id)}>
                {table.title}
              </a>
              <br />
              {table.problems === 0
                ? 'Adds up'
                : `${many(table.problems, 'figure does', 'figures do')} not add up`}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const SHOWN_FIRST = 5;

function WhatIsNeeded({ programmeId, register, mayEdit }: Home) {
  const { inPlay, notNow } = register;
  return (
    <section className="tl-column">
      <h2 className="govuk-heading-m">What is needed</h2>
      {inPlay.length === 0 ? (
        <p className="govuk-body">
          No need is written yet. Press “Make this a need” beside a figure, or add one.
        </p>
      ) : (
        <ul className="govuk-list govuk-list--spaced">
          {inPlay.slice(0, SHOWN_FIRST).map(({ need, evidence }) => (
            <li key={need.id}>
              <a className="govuk-link" href={links.need(programmeId, need.id)}>
                {need.statement}
              </a>
              <br />
              {PRIORITY_NAMES[need.priority as Priority]} priority,{' '}
              {evidence === 0
                ? 'no evidence yet'
                : many(evidence, 'piece of evidence', 'pieces of evidence')}
            </li>
          ))}
        </ul>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={links.register(programmeId)}>
          Register of needs
        </a>{' '}
        ({inPlay.length} in play, {notNow.length} not now)
        <br />
        <a className="govuk-link" href={links.priorities(programmeId)}>
          How priorities are weighed
        </a>
      </p>
      {mayEdit.yes ? (
        <ButtonLink href={links.newNeed(programmeId)} secondary>
          Add a need
        </ButtonLink>
      ) : (
        <p className="govuk-body tl-reason">{mayEdit.reason}</p>
      )}
    </section>
  );
}
