import { links } from '#app/http/links.ts';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { Table } from '#app/ui/Table.tsx';
import { sayDay } from '#app/ui/words.ts';
import { PairBars } from './PairBars.tsx';
import {
  sayCount,
  sayMore,
  sayPart,
  sayPartRange,
  sayReached,
  STANDING_NAMES,
} from './standing-words.ts';
import type { GroupReached, QuestionReached } from './who-is-missing.ts';

/** One question: who answered beside who lives here, as a picture, a table and measures. */
export function ReachedTable(props: {
  programmeId: string;
  surveyId: string;
  question: QuestionReached;
  mayEdit: boolean;
}) {
  const { question } = props;
  return (
    <section className="tl-reached govuk-!-margin-bottom-8" id={question.question}>
      <h3 className="govuk-heading-m govuk-!-margin-bottom-2">{question.title}</h3>
      <PairBars title={question.title} groups={question.groups} />
      <Table
        caption={`Figures: ${question.title} Of ${sayCount(question.base)} answers in these groups.`}
        captionSize="s"
        rows={question.groups}
        rowKey={({ label }) => label}
        columns={[
          { header: 'Group', rowHeader: true, cell: ({ label }) => label },
          { header: 'Answers', numeric: true, cell: sayReached },
          { header: 'Of answers', numeric: true, cell: ({ reached }) => sayPartRange(reached) },
          { header: 'Of families', numeric: true, cell: ({ share }) => sayPart(share) },
          { header: 'Index and range', numeric: true, cell: indexWords },
          { header: 'How it stands', cell: (group) => <StandingTag group={group} /> },
          { header: 'Answers wanted', cell: (group) => sayMore(group) ?? '–' },
        ]}
      />
      <Source {...props} />
      <Measures question={question} />
    </section>
  );
}

/** The index, and in brackets what it could be by chance alone. */
function indexWords({ index, interval }: GroupReached) {
  if (index === null || interval === null) return HIDDEN;
  const [low, high] = [Math.round(index.low), Math.round(index.high)];
  const words = low === high ? String(low) : `${low} to ${high}`;
  return `${words} (${Math.round(interval.low)} to ${Math.round(interval.high)})`;
}

function StandingTag({ group }: { group: Pick<GroupReached, 'standing'> }) {
  const shape = { 'too-few': '▼', 'too-many': '▲', alike: '●', uncertain: '?', hidden: '–' };
  return (
    <span className={`tl-standing tl-standing--${group.standing}`}>
      <span aria-hidden="true">{shape[group.standing]}</span> {STANDING_NAMES[group.standing]}
    </span>
  );
}

function Source(props: {
  programmeId: string;
  surveyId: string;
  question: QuestionReached;
  mayEdit: boolean;
}) {
  const { margin, notCompared, question } = props.question;
  return (
    <p className="govuk-body-s">
      {margin.assumed ? <strong>Assumed. </strong> : 'Families: '}
      {margin.source}
      {margin.asAt === '' ? ' ' : `, as at ${sayDay(margin.asAt)}. `}
      {notCompared === 0
        ? ''
        : `${sayCount(notCompared)} more gave an answer that is in no group. `}
      {props.mayEdit ? (
        <a
          className="govuk-link"
          href={links.populationBy(props.programmeId, props.surveyId, question)}
        >
          {margin.assumed ? 'Enter the figures for your area' : 'Change the figures'}
          <span className="govuk-visually-hidden"> for {props.question.title}</span>
        </a>
      ) : null}
    </p>
  );
}

function Measures({ question }: { question: QuestionReached }) {
  const { likeness, participation } = question;
  if (likeness === null) {
    return (
      <p className="govuk-body-s">
        The measures of the whole are hidden, because hidden numbers could be worked out from them.
      </p>
    );
  }
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          How like families as a whole: {Math.round(100 * (1 - likeness.dissimilarity))} of 100
        </span>
      </summary>
      <div className="govuk-details__text">
        <ul className="govuk-list govuk-list--bullet">
          <li>
            {sayPart(likeness.dissimilarity)} of the answers would have to come from other groups
            for a perfect likeness (index of dissimilarity {likeness.dissimilarity.toFixed(3)}).
          </li>
          <li>
            Distance {distanceWord(likeness.cohenW)}: Cohen’s w {likeness.cohenW.toFixed(2)}, which
            does not grow with the number of answers. Chi-square {likeness.chiSquare.toFixed(1)},{' '}
            {likeness.degreesOfFreedom} df, p{' '}
            {likeness.p < 0.001 ? 'under 0.001' : likeness.p.toFixed(3)}.
          </li>
          {participation === null ? null : (
            <li>
              Participation rate {(1000 * participation.rate).toFixed(1)} answers for every 1,000
              families in these groups; lowest group over highest{' '}
              {participation.lowestToHighest.toFixed(2)}; R-indicator{' '}
              {participation.rIndicator.toFixed(3)} (1 is even), coefficient of variation{' '}
              {participation.variation.toFixed(2)}. From an open link this is no response rate:
              nobody was drawn.
            </li>
          )}
        </ul>
      </div>
    </details>
  );
}

const distanceWord = (w: number) =>
  w < 0.1 ? 'very small' : w < 0.3 ? 'small' : w < 0.5 ? 'medium' : 'large';
