import type { Problem } from '#app/http/problems.ts';
import { Form } from '#app/ui/Form.tsx';
import type { CheckLine, CheckSection } from './respondent-page.ts';
import { RESPONDENT_WORDS as words } from './respondent-words.ts';

/** Everything that was answered, before it is sent; what is wrong leads to the page where it is. */
export function CheckAnswers(props: {
  sections: readonly CheckSection[];
  problems: readonly (Problem & { href: string })[];
  submissionKey: string;
  changeHref: (page: string) => string;
}) {
  return (
    <>
      {props.problems.length === 0 ? null : (
        <div className="govuk-error-summary" tabIndex={-1} autoFocus>
          <div role="alert">
            <h2 className="govuk-error-summary__title">There is a problem</h2>
            <div className="govuk-error-summary__body">
              <ul className="govuk-list govuk-error-summary__list">
                {props.problems.map((problem) => (
                  <li key={problem.field}>
                    <a href={problem.href}>{problem.message}</a>
                  </li>
                ))}
              </ul>
            </div>
          </div>
        </div>
      )}
      <h1 className="govuk-heading-l">{words.checkHeading}</h1>
      <p className="govuk-body">{words.checkLead}</p>
      {props.sections.map((section, at) => (
        <section key={at}>
          {section.title === '' ? null : <h2 className="govuk-heading-m">{section.title}</h2>}
          <dl className="govuk-summary-list govuk-!-margin-bottom-7">
            {section.lines.map((line) => (
              <Line key={line.name} line={line} href={props.changeHref(line.page)} />
            ))}
          </dl>
        </section>
      ))}
      <p className="govuk-body">{words.sendLead}</p>
      <Form>
        <input type="hidden" name="key" value={props.submissionKey} />
        <button type="submit" className="govuk-button">
          {words.send}
        </button>
      </Form>
    </>
  );
}

function Line({ line, href }: { line: CheckLine; href: string }) {
  return (
    <div className="govuk-summary-list__row" id={line.name}>
      <dt className="govuk-summary-list__key">{line.title}</dt>
      <dd className="govuk-summary-list__value">
        {line.lines.length === 0 ? (
          <span className="tl-quiet">{words.notAnswered}</span>
        ) : (
          line.lines.map((words_, at) => (
            <p key={at} className="tl-answer-line">
              {words_}
            </p>
          ))
        )}
      </dd>
      <dd className="govuk-summary-list__actions">
        <a className="govuk-link" href={href}>
          {words.change}
          <span className="govuk-visually-hidden"> {line.title}</span>
        </a>
      </dd>
    </div>
  );
}
