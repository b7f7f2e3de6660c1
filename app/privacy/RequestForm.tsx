import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { Choices, TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, Form } from '#app/ui/Form.tsx';
import { OUTCOMES } from './requests.ts';

const choices = (of: Readonly<Record<string, string>>) =>
  Object.entries(of).map(([value, label]) => ({ value, label }));

const EXTENSIONS = {
  0: 'Not put off',
  1: 'By one month',
  2: 'By two months',
};

/** What becomes of a request, and where what is held of the person is found. */
export function RequestForm(props: {
  how: string;
  fields: Readonly<Record<string, string>>;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  const { how, fields, answer } = props;
  return (
    <>
      <p className="govuk-body">{whereItIs(how)}</p>
      <Form>
        <input type="hidden" name="version" value={fields['version']} />
        <Choices
          name="extendedBy"
          kind="radios"
          label="Put off"
          hint="Only where it is complex, or the person asked for many things"
          answer={answer}
          values={[fields['extendedBy'] ?? '0']}
          options={choices(EXTENSIONS)}
        />
        <TextArea
          name="extendedBecause"
          label="The reason that the person was told"
          optional
          rows={2}
          answer={answer}
          value={fields['extendedBecause']}
        />
        <Choices
          name="outcome"
          kind="radios"
          label="What became of it"
          answer={answer}
          values={[fields['outcome'] ?? 'open']}
          options={choices(OUTCOMES)}
        />
        <TextField
          name="answeredOn"
          label="The day on which the person was answered"
          type="date"
          width={10}
          optional
          answer={answer}
          value={fields['answeredOn']}
        />
        <TextArea
          name="note"
          label="What was done, or why not"
          hint="Nothing of what the person told us"
          optional
          rows={4}
          answer={answer}
          value={fields['note']}
        />
        <Button>Save</Button>
      </Form>
    </>
  );
}

function whereItIs(how: string) {
  if (how === 'family') {
    return (
      <>
        With the reference that the family kept, you find{' '}
        <a className="govuk-link" href={links.familyData()}>
          what is held of it
        </a>
        , and can erase it. Without the reference nobody can tell whose answers are whose, and the
        law asks nobody to find out (Article 11).
      </>
    );
  }
  if (how === 'staff') {
    return (
      <>
        Open the person under{' '}
        <a className="govuk-link" href={links.people()}>
          People
        </a>
        , then “What is held of them”.
      </>
    );
  }
  return <>A member’s own page in the panel gives the copy of what is held, and erases them.</>;
}
