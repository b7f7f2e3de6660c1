import { links } from '#app/http/links.ts';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';

/** A question of the bank as the page shows it. */
export interface BankRow {
  key: string;
  title: string;
  kind: string;
  options: readonly string[];
  /** "Asked only where …", or empty. */
  condition: string;
  origin: { from: string; note: string };
  askedIn: readonly string[];
  /** How answers fall into the bands of the return: answer, band or why there is none. */
  bands: {
    items: readonly string[];
    rows: readonly (readonly [answer: string, band: string])[];
  } | null;
}

/** Every question that can be asked, where it comes from and why it is asked so. */
export function QuestionBank(props: {
  programmeId: string;
  sections: readonly { id: string; title: string; from: string; questions: readonly BankRow[] }[];
}) {
  const count = props.sections.reduce((sum, { questions }) => sum + questions.length, 0);
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.needs(props.programmeId), words: 'Needs' },
          { href: links.surveys(props.programmeId), words: 'Surveys' },
        ]}
      />
      <Heading>Question bank</Heading>
      <p className="govuk-body-l">
        {many(count, 'question')}, each with where it comes from and why it is asked so. Ask the
        same question as last year, and as other areas, and the answers can be laid side by side.
      </p>
      {props.sections.map((section) => (
        <details key={section.id} className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              {section.title} ({section.from}, {many(section.questions.length, 'question')})
            </span>
          </summary>
          <dl className="govuk-summary-list">
            {section.questions.map((row) => (
              <div key={row.key} className="govuk-summary-list__row">
                <dt className="govuk-summary-list__key">{row.title}</dt>
                <dd className="govuk-summary-list__value">
                  <OneQuestion row={row} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </>
  );
}

function OneQuestion({ row }: { row: BankRow }) {
  return (
    <>
      <p className="govuk-body">
        {row.kind}
        {row.options.length === 0 ? '' : `: ${row.options.join(' · ')}`}
      </p>
      {row.condition === '' ? null : <p className="govuk-body-s">{row.condition}</p>}
      <p className="govuk-body-s">
        From: {row.origin.from}. {row.origin.note}
      </p>
      <p className="govuk-body-s">Asked in: {row.askedIn.join('; ')}.</p>
      {row.bands === null ? null : (
        <p className="govuk-body-s">
          Bands of the quarterly return ({row.bands.items.join(', ')}):{' '}
          {row.bands.rows.map(([answer, band]) => `${answer} → ${band}`).join('; ')}
        </p>
      )}
    </>
  );
}
