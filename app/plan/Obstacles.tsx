import { many } from '#app/ui/words.ts';
import { fixedAt } from './fixed-at.ts';
import type { Obstacle } from './sign-off.ts';

/** What stands between the plan and its sign-off, first thing first; the rest is one press away. */
export function Obstacles(props: {
  programmeId: string;
  obstacles: readonly Obstacle[];
  /** How many are shown at once. */
  first?: number;
}) {
  const { obstacles, programmeId, first = 3 } = props;
  if (obstacles.length === 0) {
    return <p className="govuk-body">Nothing stands between this plan and its sign-off.</p>;
  }
  const [shown, rest] = [obstacles.slice(0, first), obstacles.slice(first)];
  return (
    <>
      <ol className="govuk-list govuk-list--number govuk-list--spaced">
        {shown.map((obstacle) => (
          <One key={obstacle.id} {...{ obstacle, programmeId }} />
        ))}
      </ol>
      {rest.length === 0 ? null : (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              {many(rest.length, 'more thing')} to settle
            </span>
          </summary>
          <div className="govuk-details__text">
            <ol className="govuk-list govuk-list--number govuk-list--spaced" start={first + 1}>
              {rest.map((obstacle) => (
                <One key={obstacle.id} {...{ obstacle, programmeId }} />
              ))}
            </ol>
          </div>
        </details>
      )}
    </>
  );
}

function One({ obstacle, programmeId }: { obstacle: Obstacle; programmeId: string }) {
  return (
    <li>
      <a className="govuk-link" href={fixedAt(programmeId, obstacle)}>
        {obstacle.says}
      </a>
      <br />
      <span className="tl-reason">{obstacle.todo}</span>
    </li>
  );
}
