import { PublicFrame } from '#app/ui/Page.tsx';
import { sayDay } from '#app/ui/words.ts';
import type { Standing } from './frozen.ts';

interface Found extends Standing {
  authority: { name: string; colour: string; isDemonstration: boolean };
  programme: string;
  seal: string;
}

/** Whether a printed plan is the one that was approved. */
export function SealPage(props: { typed: string; whole: boolean; found: Found | null }) {
  const { typed, whole, found } = props;
  const wrong = typed !== '' && !whole;
  return (
    <PublicFrame {...(found ? { authority: found.authority } : {})}>
      <h1 className="govuk-heading-xl">Check the seal of a plan</h1>
      {found ? <Result found={found} /> : null}
      {typed !== '' && whole && !found ? (
        <div className="govuk-inset-text">
          <p className="govuk-body">
            <strong>No approved plan has this seal.</strong>
          </p>
          <p className="govuk-body">
            Look whether each figure is right. If it is, this is not a plan that was approved here,
            or what is kept of it has been altered: ask the authority.
          </p>
        </div>
      ) : null}
      <form method="get" action="/verify">
        <div className={`govuk-form-group${wrong ? ' govuk-form-group--error' : ''}`}>
          <label className="govuk-label govuk-label--m" htmlFor="seal">
            The seal on the cover
          </label>
          <div id="seal-hint" className="govuk-hint">
            Eight groups of four figures, such as 4f1c 09ab …
          </div>
          {wrong ? (
            <p id="seal-error" className="govuk-error-message">
              <span className="govuk-visually-hidden">Error:</span> Enter all 32 figures of the seal
            </p>
          ) : null}
          <input
            className={`govuk-input${wrong ? ' govuk-input--error' : ''}`}
            id="seal"
            name="seal"
            type="text"
            spellCheck={false}
            autoComplete="off"
            defaultValue={typed}
            aria-describedby={wrong ? 'seal-hint seal-error' : 'seal-hint'}
          />
        </div>
        <button type="submit" className="govuk-button">
          Check it
        </button>
      </form>
    </PublicFrame>
  );
}

function Result({ found }: { found: Found }) {
  const rows: [string, string][] = [
    ['Plan', found.programme],
    ['Authority', found.authority.name],
    ['Version', `${found.number}: ${found.name}`],
    ['Approved', `${sayDay(found.decidedOn)} by ${found.decidedName}`],
    ['Conditions', found.words === '' ? 'None' : found.words],
    ['Seal', found.seal],
  ];
  return (
    <>
      <p className="govuk-body-l">
        This seal is of an approved plan, and what is kept of it has not been altered since.
      </p>
      <dl className="govuk-summary-list">
        {rows.map(([label, value]) => (
          <div className="govuk-summary-list__row" key={label}>
            <dt className="govuk-summary-list__key">{label}</dt>
            <dd className="govuk-summary-list__value tl-lines">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
