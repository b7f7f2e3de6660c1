import type { Problem, Typed } from '#app/http/problems.ts';
import { FileField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';

/** The first step: which file. */
export function ChooseFile(props: {
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
  /** A survey is made of the file, with the questions that its columns hold. */
  asSurvey: boolean;
}) {
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <ErrorSummary problems={props.answer?.problems} />
        <p className="govuk-body">
          {props.asSurvey
            ? 'A survey that was asked with another tool: its questions and answers come in together. You see what each column would become, and can change it, before anything is stored.'
            : 'A file with one row a family: from another survey tool, from paper answers typed into a spreadsheet, or our own export. You see what each column would become, and every line that is not understood, before anything is stored.'}
        </p>
        <p className="govuk-body">
          As they come from SurveyMonkey, Google Forms, Microsoft Forms, LimeSurvey, Alchemer or
          Citizen Space. Columns with names, e-mail addresses, phone numbers, network addresses and
          numbers of people in the other tool are found and left out.
        </p>
        <Form upload>
          <FileField
            name="file"
            label="File of answers"
            hint="Excel workbook (.xlsx, its first sheet) or CSV, at most 60 MB. It waits on this server until you bring it in or leave it, at most a day"
            accept=".csv,.tsv,.txt,.xlsx,text/csv,text/plain"
            answer={props.answer}
          />
          <Button>Read the file</Button>
        </Form>
      </div>
    </div>
  );
}
