import { links } from '#app/http/links.ts';
import { Bars } from '#app/ui/Bars.tsx';
import type { QuestionResult, ResultRow, SurveyResults } from '#app/survey/results.ts';
import { HIDDEN, type Shown } from '#app/statistics/small-numbers.ts';
import { OPEN_LINK_CAVEAT } from '#app/statistics/wilson.ts';
import { Table, type Column } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import { mostByLeavingOut } from './crosstabs/weighted-results.ts';
import { sayCount, sayShare } from './finding.ts';
import { sourceQuery } from './finding-source.ts';

/** Every question of a survey with its chart, its table and its base. */
export function ResultsOf(props: {
  programmeId: string;
  surveyId: string;
  results: SurveyResults;
  /** Whether this person may make a finding a need. */
  mayTake: boolean;
  /** By question and answer; null where the survey is not weighted. */
  weighted: Record<string, Record<string, number>> | null;
}) {
  const { questions } = props.results;
  return (
    <>
      <details className="govuk-details tl-noprint">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">{many(questions.length, 'question')}</span>
        </summary>
        <div className="govuk-details__text">
          <ol className="govuk-list govuk-list--number">
            {questions.map((question) => (
              <li key={question.name}>
                <a className="govuk-link" href={`#${question.name}`}>
                  {question.title}
                </a>
              </li>
            ))}
          </ol>
        </div>
      </details>
      {questions.map((question, at) => (
        <QuestionSection
          key={question.name}
          {...props}
          weighted={props.weighted?.[question.name] ?? null}
          question={question}
          number={at + 1}
        />
      ))}
    </>
  );
}

function QuestionSection(props: {
  programmeId: string;
  surveyId: string;
  question: QuestionResult;
  number: number;
  mayTake: boolean;
  weighted: Record<string, number> | null;
}) {
  const { question } = props;
  return (
    <section className="govuk-!-margin-bottom-8" id={question.name}>
      <h2 className="govuk-heading-m govuk-!-margin-bottom-2">
        {props.number}. {question.title}
      </h2>
      {question.hiddenBecause === null ? (
        <FiguresOf {...props} />
      ) : (
        <p className="govuk-body tl-reason">
          {question.hiddenBecause} The figures are hidden {HIDDEN}.
        </p>
      )}
    </section>
  );
}

function FiguresOf(props: {
  programmeId: string;
  surveyId: string;
  question: QuestionResult;
  mayTake: boolean;
  weighted: Record<string, number> | null;
}) {
  const { question } = props;
  const isWords = question.kind === 'words';
  return (
    <>
      <p className="govuk-body">{baseSentence(question)}</p>
      {isWords ? (
        <p className="govuk-body">
          What people wrote is not shown here. Read it where comments are gathered into{' '}
          <a className="govuk-link" href={links.themes(props.programmeId)}>
            themes
          </a>
          .
        </p>
      ) : (
        <>
          <Bars
            title={question.title}
            max={1}
            bars={question.rows.map((row) => ({
              label: row.label,
              value: row.share,
              words:
                row.count === HIDDEN || row.share === null
                  ? String(row.count)
                  : `${sayCount(row.count)} (${sayShare(row.share)})`,
            }))}
          />
          <Table
            caption={`Figures: ${question.title}`}
            captionSize="s"
            columns={columnsFor(props)}
            rows={question.rows}
            rowKey={(row) => row.value + row.label}
          />
        </>
      )}
    </>
  );
}

function columnsFor(props: {
  programmeId: string;
  surveyId: string;
  question: QuestionResult;
  mayTake: boolean;
  weighted: Record<string, number> | null;
}): Column<ResultRow>[] {
  const { weighted } = props;
  const columns: Column<ResultRow>[] = [
    { header: 'Answer', cell: (row) => row.label, rowHeader: true },
    { header: 'Answers', cell: (row) => sayShown(row.count), numeric: true },
    {
      header: 'Share',
      cell: (row) => (row.share === null ? sayShown(row.count) : sayShare(row.share)),
      numeric: true,
    },
    ...(weighted === null
      ? []
      : [
          {
            header: 'Weighted',
            cell: ({ value }: ResultRow) => {
              const share = weighted[value];
              return share === undefined ? '–' : sayShare(share);
            },
            numeric: true,
          },
        ]),
    {
      header: (
        <>
          Range
          <span className="govuk-visually-hidden"> that chance alone explains, 95 per cent</span>
        </>
      ),
      cell: ({ interval }) =>
        interval === null ? '–' : `${sayShare(interval.low)} to ${sayShare(interval.high)}`,
      numeric: true,
    },
  ];
  if (!props.mayTake) return columns;
  const { programmeId, surveyId, question } = props;
  const link: Column<ResultRow> = {
    header: <span className="govuk-visually-hidden">Use</span>,
    cell: (row) => {
      if (row.count === HIDDEN || row.count === 0) return null;
      const source = {
        from: 'survey',
        survey: surveyId,
        question: question.name,
        row: row.value,
      } as const;
      return (
        <a
          className="govuk-link tl-nowrap"
          href={links.newNeedFrom(programmeId, sourceQuery(source))}
        >
          Make this a need
          <span className="govuk-visually-hidden">: {row.label}</span>
        </a>
      );
    },
  };
  return [...columns, link];
}

const sayShown = (count: Shown) => (count === HIDDEN ? HIDDEN : sayCount(count));

/** "398 answered. Not asked: 12. No reply: 3. Preferred not to say: [c]." */
function baseSentence({ base, missing, kind, mean, sd, net }: QuestionResult): string {
  const parts = [
    base === HIDDEN ? HIDDEN : `${many(base, 'person', 'people')} answered`,
    ...(missing.notAsked === 0 ? [] : [`not asked: ${sayShown(missing.notAsked)}`]),
    `no reply: ${sayShown(missing.noReply)}`,
    ...(missing.preferNotToSay === 0
      ? []
      : [`preferred not to say: ${sayShown(missing.preferNotToSay)}`]),
  ];
  const spread = sd === null ? '' : ` (standard deviation ${sd.toFixed(1)})`;
  const agree =
    net === null
      ? ''
      : ` Net agreement, those above the middle less those below: ${Math.round(net * 100)} points.`;
  const average = mean === null ? '' : ` On average: ${mean.toFixed(1)}${spread}.${agree}`;
  const several =
    kind === 'several-answers' ? ' People could choose several, so the shares may pass 100%.' : '';
  return `${parts.join('; ')}.${average}${several}`;
}

/** What everybody must know before reading the figures. */
export function HowToRead(props: { threshold: number }) {
  return (
    <div className="govuk-inset-text">
      <p className="govuk-body govuk-!-margin-bottom-2">
        Shares are of the people who answered the question. {HIDDEN} means hidden: fewer than{' '}
        {props.threshold} people, or a number from which so few could be worked out.
      </p>
      <p className="govuk-body govuk-!-margin-bottom-0">{OPEN_LINK_CAVEAT}</p>
    </div>
  );
}

/** What leaving doubtful answers out could change, from the totals alone. */
export function Doubtful(props: { marked: number; answers: number; href: string }) {
  const { marked, answers, href } = props;
  if (marked === 0) return null;
  const points = mostByLeavingOut(marked, answers);
  return (
    <p className="govuk-body">
      <a className="govuk-link" href={href}>
        {many(marked, 'answer')}
      </a>{' '}
      {marked === 1 ? 'is' : 'are'} marked as doubtful and counted here. To leave{' '}
      {marked === 1 ? 'it' : 'them'} out could move no share of everybody by more than{' '}
      {many(points, 'percentage point')}. Answers that were set aside are not counted.
    </p>
  );
}
