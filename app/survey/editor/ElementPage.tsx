import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { Select } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { EditorTrail } from './EditorNav.tsx';
import { ElementFields, TheirWords } from './ElementFields.tsx';
import type { ElementForm } from './element-form.ts';
import type { ElementPageData } from './element-page.ts';

interface Props {
  programmeId: string;
  survey: { id: string; title: string };
  seen: number;
  page: ElementPageData;
  answer: { problems: Problem[]; typed: Typed; theirs?: ElementForm | null } | undefined;
}

/** One question of a survey: its wording, its answers, and what may be typed. */
export function ElementPage(props: Props) {
  const { programmeId, survey, page, answer } = props;
  // Pressing Enter in a field must save, not move the first answer: the save button stands first.
  const seen = typeof answer?.typed['seen'] === 'string' ? answer.typed['seen'] : props.seen;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <EditorTrail programmeId={programmeId} survey={survey} inside />
        <ErrorSummary problems={answer?.problems} />
        <Heading caption={`${survey.title} · ${page.kind}`}>
          {page.form.title === '' ? 'Change the words' : page.form.title}
        </Heading>
        <div id="clash">
          <TheirWords theirs={answer?.theirs ?? null} problems={answer?.problems ?? []} />
        </div>
        <Form>
          <input type="hidden" name="seen" value={seen} />
          <button type="submit" className="tl-first-press" tabIndex={-1} aria-hidden="true">
            Save
          </button>
          <ElementFields
            form={page.form}
            type={page.type}
            answer={answer && Object.keys(answer.typed).length > 0 ? answer : undefined}
          />
          <Button>Save</Button>
        </Form>
        <WhoIsAsked {...props} />
        <MoveTo {...props} />
        <p className="govuk-body-s tl-reason">
          It is called “{page.name}” in files and in the conditions of other questions.
        </p>
      </div>
    </div>
  );
}

function WhoIsAsked({ programmeId, survey, page }: Props) {
  return (
    <>
      <h2 className="govuk-heading-m">Who is asked</h2>
      <p className="govuk-body">
        {page.when === '' ? 'Everybody who gets there' : `Only when ${page.when}`}.{' '}
        <a
          className="govuk-link"
          href={links.askWhen(programmeId, survey.id, 'element', page.name)}
        >
          Change who is asked
        </a>
      </p>
    </>
  );
}

function MoveTo({ page, seen, answer }: Props) {
  if (page.pages.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Move it</h2>
      <Form>
        <input type="hidden" name="seen" value={seen} />
        <Select
          name="to"
          label="To the end of the page"
          answer={answer}
          options={page.pages.map(({ name, title }) => ({ value: name, label: title }))}
        />
        <button
          type="submit"
          className="govuk-button govuk-button--secondary"
          name="press"
          value="move-to"
        >
          Move it there
        </button>
      </Form>
    </>
  );
}
