import type { Problem, Typed } from '#app/http/problems.ts';
import { problemOf, typedOf } from '#app/http/problems.ts';
import type { Quota } from '../selection/pool.ts';
import { quotaField, type BalanceBy } from './open-call.ts';

/** At least and at most of each group; empty sets no limit. */
export function QuotaFields(props: {
  by: readonly BalanceBy[];
  quotas: readonly Quota[];
  size: number;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  const { by, quotas, size, answer } = props;
  return by
    .filter(({ values }) => values.length > 0)
    .map((way) => (
      <div className="tl-scroll" role="region" aria-label={way.title} tabIndex={0} key={way.about}>
        <table className="govuk-table">
          <caption className="govuk-table__caption govuk-table__caption--s">{way.title}</caption>
          <thead className="govuk-table__head">
            <tr className="govuk-table__row">
              <th scope="col" className="govuk-table__header">
                Group
              </th>
              <th scope="col" className="govuk-table__header">
                At least
              </th>
              <th scope="col" className="govuk-table__header">
                At most
              </th>
            </tr>
          </thead>
          <tbody className="govuk-table__body">
            {way.values.map(({ value, label }) => {
              const quota = quotas.find((each) => each.about === way.about && each.value === value);
              const stored = {
                min: quota && quota.min > 0 ? String(quota.min) : '',
                max: quota && quota.max < size ? String(quota.max) : '',
              };
              return (
                <tr className="govuk-table__row" key={value}>
                  <th scope="row" className="govuk-table__header">
                    {label}
                  </th>
                  {(['min', 'max'] as const).map((which) => {
                    const name = quotaField(which, way.about, value);
                    const problem = answer && problemOf(answer.problems, name);
                    return (
                      <td className="govuk-table__cell" key={which}>
                        {problem ? (
                          <p className="govuk-error-message" id={`${name}-error`}>
                            <span className="govuk-visually-hidden">Error:</span> {problem}
                          </p>
                        ) : null}
                        <input
                          className={`govuk-input govuk-input--width-3${problem ? ' govuk-input--error' : ''}`}
                          id={name}
                          name={name}
                          inputMode="numeric"
                          aria-label={`${label}, ${which === 'min' ? 'at least' : 'at most'}`}
                          aria-describedby={problem ? `${name}-error` : undefined}
                          defaultValue={answer ? typedOf(answer.typed, name, '') : stored[which]}
                        />
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    ));
}
