import { links } from '#app/http/links.ts';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many, sayShortDay } from '#app/ui/words.ts';
import { progressOf, VERDICT_LOOKS, type Assumption, type Verdict } from './assumptions.ts';

/** A verdict by its sign and its name. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const { name, sign } = VERDICT_LOOKS[verdict];
  return (
    <span className={`tl-verdict tl-verdict--${verdict}`}>
      <span aria-hidden="true">{sign}</span> {name}
    </span>
  );
}

/** Everything that the theory takes for granted, with the last answer to each. */
export function StressPage(props: {
  programmeId: string;
  assumptions: readonly Assumption[];
  mayEdit: boolean;
}) {
  const { programmeId, assumptions, mayEdit } = props;
  if (assumptions.length === 0) {
    return (
      <p className="govuk-body">
        This theory takes nothing for granted yet. Say what has to hold: add an assumption, or write
        it on a link.
      </p>
    );
  }
  const progress = progressOf(assumptions);
  const { holds, doubt, fails } = progress.byVerdict;
  return (
    <>
      <p className="govuk-body">
        Take what has to hold one by one, with what is known for and against it, and say whether it
        still does.
      </p>
      <p className="govuk-body">
        <strong>
          {progress.answered} of {many(progress.all, 'assumption is', 'assumptions are')} answered:
        </strong>{' '}
        {holds} hold, {doubt} in doubt, {fails} do not hold.
      </p>
      <progress
        className="tl-progress"
        value={progress.answered}
        max={progress.all}
        aria-label="Assumptions that are answered"
      />
      {mayEdit ? (
        <p className="tl-noprint">
          <ButtonLink href={links.stressOf(programmeId, progress.next ?? assumptions[0]?.id ?? '')}>
            {progress.answered === 0
              ? 'Start the stress test'
              : progress.next === null
                ? 'Go through them again'
                : 'Go on with the stress test'}
          </ButtonLink>
        </p>
      ) : null}
      <Assumptions {...props} />
    </>
  );
}

function Assumptions({ programmeId, assumptions }: Parameters<typeof StressPage>[0]) {
  return (
    <Table
      caption="What has to hold, the most critical first"
      rows={assumptions}
      rowKey={({ id }) => id}
      columns={[
        {
          header: 'What has to hold',
          rowHeader: true,
          cell: (each) => (
            <>
              <a className="govuk-link" href={links.stressOf(programmeId, each.id)}>
                {each.words}
              </a>
              {each.critical ? (
                <span className="tl-under">Without it the theory or the step fails</span>
              ) : null}
            </>
          ),
        },
        {
          header: 'Outcomes that rest on it alone',
          numeric: true,
          cell: ({ falls }) => falls.outcomes.length,
        },
        {
          header: 'Answer',
          cell: ({ answered }) =>
            answered === null ? (
              'Not answered'
            ) : (
              <>
                <VerdictMark verdict={answered.verdict} />
                <span className="tl-under">
                  {answered.by}
                  {answered.on === '' ? '' : `, ${sayShortDay(answered.on)}`}
                </span>
              </>
            ),
        },
        {
          header: 'Why, and what we do',
          cell: ({ answered }) =>
            [answered?.why ?? '', answered?.todo ?? ''].filter((each) => each !== '').join(' – '),
        },
        { header: 'Who watches it', cell: ({ owner }) => owner || 'Nobody' },
        {
          header: 'Look again',
          cell: ({ reviewOn }) => (reviewOn === '' ? 'No date' : sayShortDay(reviewOn)),
        },
      ]}
    />
  );
}
