import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';

interface Props {
  programmeId: string;
  survey: { id: string; title: string };
  may: Answer;
}

interface File {
  name: string;
  words: string;
  what: string;
}

const FILES: readonly File[] = [
  {
    name: 'answers.xlsx',
    words: 'Excel workbook',
    what: 'Questions and answers in words, with the codebook as a second sheet. Days are days, numbers are numbers, and no cell is a formula.',
  },
  {
    name: 'answers.csv',
    words: 'CSV for a spreadsheet',
    what: 'Questions and answers in words. What a spreadsheet could run as a formula has an apostrophe before it.',
  },
];

const RAW: readonly File[] = [
  {
    name: 'answers-numbers.csv',
    words: 'Raw CSV in numbers, for SPSS',
    what: 'Every answer as its number in the codebook. The SPSS syntax and the R script read this file.',
  },
  {
    name: 'answers-codes.csv',
    words: 'Raw CSV in codes, for R',
    what: 'Every answer as its code in words. The codes stay the same when an answer’s wording is corrected.',
  },
];

/** The ways in which the answers to a survey can be taken away, and what to take care of. */
export function TakeAnswers({ programmeId, survey, may }: Props) {
  const file = (name: string) => links.answersAs(programmeId, survey.id, name);
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs
          trail={[
            { href: links.surveys(programmeId), words: 'Surveys' },
            { href: links.survey(programmeId, survey.id), words: survey.title },
          ]}
        />
        <Heading caption={survey.title}>Take the answers away</Heading>
        <p className="govuk-body">
          One row a family, one column a question, the same columns whoever answered. No file has
          references or times. Even so, somebody who knows a family may know its row: keep the files
          where the answers may be kept, and delete them when the answers are deleted.
        </p>
        {may.yes ? (
          <>
            <p className="govuk-body">Every download stands in the history, with your name.</p>
            <Section title="To read" files={FILES} href={file} />
            <Section title="To analyse" files={RAW} href={file}>
              <div className="govuk-warning-text">
                <span className="govuk-warning-text__icon" aria-hidden="true">
                  !
                </span>
                <strong className="govuk-warning-text__text">
                  <span className="govuk-visually-hidden">Warning</span>
                  Raw files are for statistics programs. Do not open them in a spreadsheet: it may
                  run what a stranger typed as a formula.
                </strong>
              </div>
            </Section>
            <h2 className="govuk-heading-m">What families said in their own words</h2>
            <p className="govuk-body">
              Families may name somebody. That is why the files above leave these words out.
            </p>
            <ul className="govuk-list govuk-list--bullet">
              <li>
                <a className="govuk-link" href={file('own-words.csv')}>
                  Own words alone (CSV)
                </a>
                , question by question and in alphabetical order, so that they cannot be laid beside
                a family’s other answers
              </li>
              {[...FILES, ...RAW].map(({ name, words }) => (
                <li key={name}>
                  <a className="govuk-link" href={`${file(name)}?words=with`}>
                    {words}, with own words
                  </a>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p className="govuk-body tl-reason">{may.reason}</p>
        )}
        <h2 className="govuk-heading-m">To understand them</h2>
        <ul className="govuk-list govuk-list--bullet">
          <li>
            <a className="govuk-link" href={links.codebook(programmeId, survey.id)}>
              Codebook
            </a>{' '}
            (
            <a className="govuk-link" href={file('codebook.csv')}>
              as CSV
            </a>
            ): what every column and every code means, and the three ways in which an answer can be
            missing
          </li>
          <li>
            <a className="govuk-link" href={file('answers.sps')}>
              SPSS syntax
            </a>
            : reads the raw CSV in numbers, names variables and values, and sets what is missing
          </li>
          <li>
            <a className="govuk-link" href={file('answers.R')}>
              R script
            </a>
            : the same for R
          </li>
        </ul>
      </div>
    </div>
  );
}

function Section(props: {
  title: string;
  files: readonly File[];
  href: (name: string) => string;
  children?: React.ReactNode;
}) {
  return (
    <>
      <h2 className="govuk-heading-m">{props.title}</h2>
      {props.children}
      <ul className="govuk-list govuk-list--bullet">
        {props.files.map(({ name, words, what }) => (
          <li key={name}>
            <a className="govuk-link" href={props.href(name)}>
              {words}
            </a>
            . {what}
          </li>
        ))}
      </ul>
    </>
  );
}
