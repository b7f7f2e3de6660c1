import type { Problem } from '#app/http/problems.ts';
import { ErrorSummary, Form } from '#app/ui/Form.tsx';
import type { Fields } from './posted.ts';
import { useSpeaker, Written } from './languages/Speaking.tsx';
import { QuestionField } from './QuestionField.tsx';
import type { QuestionPage } from './respondent-page.ts';

/** The field that people do not see: whoever fills it in is flagged, never turned away. */
export const TRAP = 'website';
/** The hidden field with the sealed time at which the first page was given out. */
export const BEGAN = 'began';

/** The form of a question page, for buttons that stand outside it. */
export const QUESTION_FORM = 'answers';

/** One page of a questionnaire: one question, or the few that belong together. */
export function QuestionPageView(props: {
  page: QuestionPage;
  /** After a page was sent with something wrong: what was typed, and what to do. */
  again: { fields: Fields; problems: readonly Problem[] } | undefined;
  /** When this page was given out, sealed: goes along with the first page only. */
  began?: string | null;
}) {
  const { page, again } = props;
  const { words, say } = useSpeaker();
  const fields = again?.fields ?? page.fields;
  const problems = again?.problems ?? [];
  return (
    <>
      <ErrorSummary problems={problems} title={words.problem} />
      <Form id={QUESTION_FORM}>
        {props.began ? <input type="hidden" name={BEGAN} value={props.began} /> : null}
        {page.opening === '' ? null : (
          <p className="tl-plain-panel govuk-body">
            <Written lang={page.openingLang}>{page.opening}</Written>
          </p>
        )}
        <span className="govuk-caption-m govuk-!-margin-bottom-2">
          {page.section === '' ? null : (
            <>
              <Written lang={page.sectionLang}>{page.section}</Written> ·{' '}
            </>
          )}
          {say('questionOf', { number: page.number, about: page.about })}
        </span>
        {page.alone ? null : (
          <h1 className="govuk-heading-l">
            <Written lang={page.headingLang}>{page.heading}</Written>
          </h1>
        )}
        {page.hint === '' ? null : (
          <p className="govuk-body">
            <Written lang={page.hintLang}>{page.hint}</Written>
          </p>
        )}
        {page.parts.map((part) =>
          part.kind === 'passage' ? (
            <Passage key={part.name} paragraphs={part.paragraphs} lang={part.lang} />
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

function Passage({
  paragraphs,
  lang,
}: {
  paragraphs: readonly string[];
  lang: string | undefined;
}) {
  return (
    <div className="govuk-inset-text">
      {paragraphs.map((paragraph, at) => (
        <p key={at} className="govuk-body">
          <Written lang={lang}>{paragraph}</Written>
        </p>
      ))}
    </div>
  );
}
