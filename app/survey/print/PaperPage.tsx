import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import type { Language } from '../languages/languages.ts';

/** The forms of a survey to print, in each of its languages, and where they come back to. */
export function PaperPage(props: {
  programmeId: string;
  survey: { id: string; title: string };
  version: number | null;
  languages: readonly (Language & { checked: boolean })[];
  returnAddress: string;
  returnBy: string;
  mayEdit: Answer;
  answer: { problems: Problem[]; typed: Typed } | undefined;
}) {
  const { programmeId, survey, mayEdit, answer } = props;
  const file = (code: string, size: string) =>
    links.surveyPaperFile(programmeId, survey.id, code, size);
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.surveys(programmeId), words: 'Surveys' },
          { href: links.survey(programmeId, survey.id), words: survey.title },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption={survey.title}>Paper forms and telephone scripts</Heading>
      <p className="govuk-body">
        {props.version === null
          ? 'These are the questions as they are drafted now. Print for families only after you have opened the survey.'
          : `These are the questions of version ${props.version}, as families answer them on line.`}{' '}
        The small numbers beside the answers are the ones that you type when you{' '}
        <a className="govuk-link" href={links.batches(programmeId, survey.id)}>
          enter forms by hand
        </a>
        .
      </p>
      <Table
        caption="Forms (PDF with headings and reading order for screen readers)"
        captionSize="s"
        rows={props.languages}
        rowKey={({ code }) => code}
        columns={[
          {
            header: 'Language',
            rowHeader: true,
            cell: ({ code, name, ownName, checked }) => (
              <>
                {name}
                {code === 'en' ? null : (
                  <>
                    {' '}
                    <span lang={code}>{ownName}</span>
                  </>
                )}
                {checked ? null : (
                  <>
                    <br />
                    <a className="govuk-link govuk-body-s" href={links.languageWords(code)}>
                      Needs a speaker’s check
                    </a>
                  </>
                )}
              </>
            ),
          },
          {
            header: 'A4',
            cell: ({ code, name }) => <Download href={file(code, 'a4')} what="A4" name={name} />,
          },
          {
            header: 'Large print (18 point)',
            cell: ({ code, name }) => (
              <Download href={file(code, 'large')} what="Large print" name={name} />
            ),
          },
          {
            header: 'Telephone or interview',
            cell: ({ code, name }) => (
              <a className="govuk-link" href={links.surveyScript(programmeId, survey.id, code)}>
                Script<span className="govuk-visually-hidden"> in {name}</span>
              </a>
            ),
          },
        ]}
      />
      <h2 className="govuk-heading-m">Where forms come back to</h2>
      {mayEdit.yes ? (
        <Form>
          <TextArea
            name="returnAddress"
            label="Address, line by line"
            hint="A hub, a box at reception, or a Freepost address"
            optional
            answer={answer}
            value={props.returnAddress}
          />
          <TextField
            name="returnBy"
            type="date"
            label="By which day?"
            hint="Left empty: the day on which the survey closes"
            optional
            answer={answer}
            value={props.returnBy}
          />
          <Button>Save for the forms</Button>
        </Form>
      ) : (
        <>
          <p className="govuk-body tl-prewrap">{props.returnAddress || 'Not said yet.'}</p>
          <p className="govuk-body tl-reason">{mayEdit.reason}</p>
        </>
      )}
    </>
  );
}

function Download(props: { href: string; what: string; name: string }) {
  return (
    <a className="govuk-link" href={props.href}>
      {props.what}
      <span className="govuk-visually-hidden"> in {props.name}</span> (PDF)
    </a>
  );
}
