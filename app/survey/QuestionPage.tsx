import type { Problem } from '#app/http/problems.ts';
import { ErrorSummary, Form } from '#app/ui/Form.tsx';
import type { Fields } from './posted.ts';
import { QuestionField } from './QuestionField.tsx';
import type { QuestionPage } from './respondent-page.ts';
import { RESPONDENT_WORDS as words } from './respondent-words.ts';

/** The field that people do not see: whoever fills it in is flagged, never turned away. */
export const TRAP = 'website';

/** One page of a questionnaire: one question, or the few that belong together. */
export function QuestionPageView(props: {
  page: QuestionPage;
  /** After a page was sent with something wrong: what was typed, and what to do. */
  again: { fields: Fields; problems: readonly Problem[] } | undefined;
}) {
  const { page, again } = props;
  const fields = again?.fields ?? page.fields;
  const problems = again?.problems ?? [];
  return (
    <>
      <ErrorSummary problems={problems} />
      <Form>
        {page.opening === '' ? null : <p className="tl-plain-panel govuk-body">{page.opening}</p>}
        <span className="govuk-caption-m govuk-!-margin-bottom-2">
          {page.section === '' ? null : `${page.section} · `}
          {words.questionOf(page.number, page.about)}
        </span>
        {page.alone ? null : <h1 className="govuk-heading-l">{page.heading}</h1>}
        {page.hint === '' ? null : <p className="govuk-body">{page.hint}</p>}
        {page.parts.map((part) =>
          part.kind === 'passage' ? (
            <Passage key={part.name} paragraphs={part.paragraphs} />
          ) : (
            <QuestionField
              key={part.name}
              question={part}
              fields={fields}
              problems={problems}
              heading={page.alone}
            />
          ),
        )}
        <div className="tl-trap" aria-hidden="true">
          <label htmlFor={TRAP}>Leave this empty</label>
          <input id={TRAP} name={TRAP} type="text" tabIndex={-1} autoComplete="off" />
        </div>
        <div className="govuk-button-group">
          <button type="submit" className="govuk-button" name="intent" value="next">
            {words.continue}
          </button>
          <button
            type="submit"
            className="govuk-button govuk-button--secondary"
            name="intent"
            value="later"
          >
            {words.saveForLater}
          </button>
        </div>
      </Form>
    </>
  );
}

function Passage({ paragraphs }: { paragraphs: readonly string[] }) {
  return (
    <div className="govuk-inset-text">
      {paragraphs.map((paragraph, at) => (
        <p key={at} className="govuk-body">
          {paragraph}
        </p>
      ))}
    </div>
  );
}
