import type { Problem } from '#app/http/problems.ts';
import { ErrorSummary, Form } from '#app/ui/Form.tsx';
import { useSpeaker, Written } from './languages/Speaking.tsx';
import type { CheckLine, CheckSection } from './respondent-page.ts';

/** Everything that was answered, before it is sent; what is wrong leads to the page where it is. */
export function CheckAnswers(props: {
  sections: readonly CheckSection[];
  problems: readonly (Problem & { href: string })[];
  submissionKey: string;
  changeHref: (page: string) => string;
}) {
  const { words } = useSpeaker();
  return (
    <>
      <ErrorSummary problems={props.problems} title={words.problem} />
      <h1 className="govuk-heading-l">{words.checkHeading}</h1>
      <p className="govuk-body">{words.checkLead}</p>
      {props.sections.map((section, at) => (
        <section key={at}>
          {section.title === '' ? null : (
            <h2 className="govuk-heading-m">
              <Written lang={section.titleLang}>{section.title}</Written>
            </h2>
          )}
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
  const { words } = useSpeaker();
  return (
    <div className="govuk-summary-list__row" id={line.name}>
      <dt className="govuk-summary-list__key">
        <Written lang={line.titleLang}>{line.title}</Written>
      </dt>
      <dd className="govuk-summary-list__value">
        {line.lines.length === 0 ? (
          <span className="tl-quiet">{words.notAnswered}</span>
        ) : (
          line.lines.map((answered, at) => (
            // A family's own words run in the direction of the language that they are in.
            <p key={at} className="tl-answer-line" dir="auto">
              {answered}
            </p>
          ))
        )}
      </dd>
      <dd className="govuk-summary-list__actions">
        <a className="govuk-link" href={href}>
          {words.change}
          <span className="govuk-visually-hidden">
            {' '}
            <Written lang={line.titleLang}>{line.title}</Written>
          </span>
        </a>
      </dd>
    </div>
  );
}
