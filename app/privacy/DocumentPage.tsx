import { DocumentBody } from '#app/documents/DocumentBody.tsx';
import type { DocumentModel } from '#app/documents/blocks.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { Select, TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, Form } from '#app/ui/Form.tsx';
import { ratingsOf } from './documents/assessment.ts';
import type { Written } from './documents/facts.ts';
import type { WrittenField } from './documents/fields.ts';
import { RATINGS, RISKS } from './documents/risks.ts';

type Answer = { problems: readonly Problem[]; typed: Typed } | undefined;

const FORMATS = { docx: 'Word', pdf: 'PDF', html: 'web page' } as const;

interface DocumentView {
  model: DocumentModel;
  own: Written;
  version: number;
  fields: readonly WrittenField[];
  withRisks: boolean;
  file: (format: string) => string;
  answer: Answer;
}

/** A document as it stands, as files, and the form for what only the authority can say. */
export function PrivacyDocumentPage(props: DocumentView) {
  const { model, own, version, fields, withRisks, file, answer } = props;
  return (
    <>
      <p className="govuk-body">
        What the settings and surveys say is written already, and changes with them. What only you
        can say stands in{' '}
        <a className="govuk-link" href="#write">
          the form at the end
        </a>
        . Take it away as{' '}
        {Object.entries(FORMATS).map(([format, name], at) => (
          <span key={format}>
            {at === 0 ? '' : at === 2 ? ' or ' : ', '}
            <a className="govuk-link" href={file(format)}>
              {name}
            </a>
          </span>
        ))}
        .
      </p>
      <DocumentBody model={model} />
      <h2 className="govuk-heading-l" id="write">
        What only you can say
      </h2>
      <Form>
        <input type="hidden" name="version" value={String(version)} />
        {fields.map(({ name, label, hint, rows }) =>
          rows === 1 ? (
            <TextField key={name} {...{ name, label, hint, answer }} optional value={own[name]} />
          ) : (
            <TextArea
              key={name}
              {...{ name, label, hint, rows, answer }}
              optional
              value={own[name]}
            />
          ),
        )}
        {withRisks ? <Ratings own={own} answer={answer} /> : null}
        <Button>Save</Button>
      </Form>
    </>
  );
}

const options = Object.entries(RATINGS).map(([value, label]) => ({ value, label }));

function Ratings({ own, answer }: { own: Written; answer: Answer }) {
  return (
    <>
      {RISKS.map((risk) => {
        const { likelihood, severity } = ratingsOf(risk, own);
        const more = `more-${risk.id}`;
        return (
          <fieldset className="govuk-fieldset" key={risk.id}>
            <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">
              {risk.what}
            </legend>
            <Select
              name={`likelihood-${risk.id}`}
              label="How likely"
              {...{ answer, options }}
              value={likelihood}
            />
            <Select
              name={`severity-${risk.id}`}
              label="How bad for people"
              {...{ answer, options }}
              value={severity}
            />
            <TextArea
              name={more}
              label="What else you do against it"
              optional
              rows={2}
              answer={answer}
              value={own[more]}
            />
          </fieldset>
        );
      })}
    </>
  );
}
