import { links } from '#app/http/links.ts';
import type { Problem } from '#app/http/problems.ts';
import { FileField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { EditorTrail } from './EditorNav.tsx';

interface Props {
  programmeId: string;
  survey: { id: string; title: string };
  seen: number;
  answer: { problems: Problem[]; refused: { element: string; message: string }[] } | undefined;
}

/** The questionnaire as SurveyJS JSON, out and in. */
export function FilePage({ programmeId, survey, seen, answer }: Props) {
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <EditorTrail programmeId={programmeId} survey={survey} inside />
        <ErrorSummary problems={answer?.problems} />
        <Heading caption={survey.title}>A questionnaire as a file</Heading>
        <h2 className="govuk-heading-m">Take it away</h2>
        <p className="govuk-body">
          <a className="govuk-link" href={links.questionnaireFile(programmeId, survey.id)} download>
            The questions as SurveyJS JSON
          </a>
          , with all languages. Other tools that read SurveyJS can open it, and it comes in here
          again as it was.
        </p>
        <h2 className="govuk-heading-m">Bring one in</h2>
        <p className="govuk-body">
          It takes the place of all questions of the draft; Undo brings those back. What families
          are asked now does not change until you publish. What cannot be asked here is named, and
          then nothing is taken in.
        </p>
        {answer && answer.refused.length > 0 ? (
          <>
            <h3 className="govuk-heading-s">What stands in the way</h3>
            <ul className="govuk-list govuk-list--bullet">
              {answer.refused.map(({ element, message }, at) => (
                <li key={at} className="tl-address">
                  <strong>{element}</strong>: {message}
                </li>
              ))}
            </ul>
          </>
        ) : null}
        <Form upload>
          <input type="hidden" name="seen" value={seen} />
          <FileField
            name="file"
            label="SurveyJS file"
            hint="A JSON file, at most 5 MB"
            accept=".json,application/json"
            answer={answer && { problems: answer.problems, typed: {} }}
          />
          <Button>Bring it in</Button>
        </Form>
      </div>
    </div>
  );
}
