import { links } from '#app/http/links.ts';
import { OPEN_LINK_CAVEAT } from '#app/statistics/wilson.ts';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { many, sayMoment } from '#app/ui/words.ts';
import { sourceQuery } from '../finding-source.ts';
import { CrosstabForm, type Offered, type OfferedFilter } from './CrosstabForm.tsx';
import { CrosstabTable } from './CrosstabTable.tsx';
import { filterText, queryOf, type Asked } from './crosstab-form.ts';
import type { CrossTable } from './crosstab.ts';
import { sayBase, sayTest } from './say-crosstab.ts';
import { isBeyondChance } from './tests.ts';

export interface CrosstabShown {
  programmeId: string;
  survey: { id: string; title: string };
  asked: Asked;
  questions: Offered[];
  filters: OfferedFilter[];
  /** What was asked for; null before anything was. */
  told:
    | { ok: true; table: CrossTable; answers: number; answersNow: number; at: Date }
    | { ok: false; why: string }
    | null;
  threshold: number;
  mayTake: boolean;
}

/** One question laid against another. */
export function CrosstabPage(props: CrosstabShown) {
  const { programmeId, survey, asked, told } = props;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.needs(programmeId), words: 'Needs' },
          { href: links.survey(programmeId, survey.id), words: survey.title },
          { href: links.surveyResults(programmeId, survey.id), words: 'Results' },
        ]}
      />
      <Heading caption={survey.title}>Compare groups</Heading>
      <CrosstabForm
        action={links.crosstab(programmeId, survey.id)}
        asked={asked}
        questions={props.questions}
        filters={props.filters}
      />
      {told === null ? <HowToBegin questions={props.questions} /> : null}
      {told?.ok === false ? (
        <div className="govuk-inset-text" id="cannot-be-shown">
          <h2 className="govuk-heading-s">This table cannot be shown</h2>
          <p className="govuk-body govuk-!-margin-bottom-0">{told.why}</p>
        </div>
      ) : null}
      {told?.ok === true ? <TheTable {...props} told={told} /> : null}
    </>
  );
}

function HowToBegin({ questions }: { questions: readonly Offered[] }) {
  const cannot = questions.filter(({ why }) => why !== null);
  return (
    <>
      <p className="govuk-body">
        Choose what people answered and the groups to compare, such as where they live.
      </p>
      {cannot.length === 0 ? null : (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              {many(cannot.length, 'question')} cannot be compared
            </span>
          </summary>
          <div className="govuk-details__text">
            <ul className="govuk-list govuk-list--bullet">
              {cannot.map(({ name, title, why }) => (
                <li key={name}>
                  {title}: {why}
                </li>
              ))}
            </ul>
          </div>
        </details>
      )}
    </>
  );
}

function TheTable(
  props: CrosstabShown & {
    told: { ok: true; table: CrossTable; answers: number; answersNow: number; at: Date };
  },
) {
  const { programmeId, survey, asked, told, mayTake } = props;
  const { table } = told;
  const query = queryOf(asked);
  const take = (row: string, column: string) =>
    links.newNeedFrom(
      programmeId,
      sourceQuery({
        from: 'crosstab',
        survey: survey.id,
        question: asked.row,
        by: asked.by,
        filter: filterText(asked),
        share: asked.share,
        row,
        column,
      }),
    );
  return (
    <>
      <p className="govuk-body">{sayBase(table)}</p>
      {table.notes.map((note) => (
        <p className="govuk-body" key={note}>
          {note}
        </p>
      ))}
      <StoodStill {...told} threshold={props.threshold} />
      <Tests table={table} />
      <CrosstabTable table={table} take={mayTake ? take : null} />
      <div className="govuk-inset-text">
        <p className="govuk-body govuk-!-margin-bottom-2">
          {HIDDEN} means hidden: fewer than {props.threshold} people, nobody, or a number from which
          so few could be worked out. The same numbers are hidden in every file and every other
          table of these answers.
        </p>
        <p className="govuk-body govuk-!-margin-bottom-0">{OPEN_LINK_CAVEAT}</p>
      </div>
      <p className="govuk-body tl-noprint">
        Take this table out as{' '}
        <a className="govuk-link" href={links.crosstabFile(programmeId, survey.id, 'csv', query)}>
          CSV
        </a>{' '}
        or{' '}
        <a className="govuk-link" href={links.crosstabFile(programmeId, survey.id, 'xlsx', query)}>
          Excel
        </a>
        . Every table that is shown or taken out is kept in the{' '}
        <a className="govuk-link" href={links.toldTables(programmeId, survey.id)}>
          list of tables told
        </a>
        .
      </p>
    </>
  );
}

function StoodStill(props: { answers: number; answersNow: number; at: Date; threshold: number }) {
  const { answers, answersNow, at, threshold } = props;
  if (answers === answersNow) return null;
  return (
    <p className="govuk-body tl-reason">
      Counted on {sayMoment(at)}, at {many(answers, 'answer')}. It is counted again when at least{' '}
      {threshold} answers have come or gone: the difference of two tables would say what the few in
      between answered.
    </p>
  );
}

function Tests({ table }: { table: CrossTable }) {
  const { tests } = table;
  if (tests.length === 0) {
    return (
      <p className="govuk-body">
        {table.row.several && table.column.several
          ? 'Several answers were possible to both questions, so no test is made.'
          : 'Too much is hidden for a test: it would help to work the hidden numbers out.'}
      </p>
    );
  }
  const said = tests.map((test) => ({ test, ...sayTest(test, table, tests.length) }));
  const [first] = said;
  if (said.length === 1 && first) {
    return (
      <p className="govuk-body">
        {first.plain} <span className="govuk-hint">{first.figures}</span>
      </p>
    );
  }
  const beyond = said.filter(({ test }) => isBeyondChance(test));
  return (
    <>
      <ul className="govuk-list">
        {beyond.map(({ plain }) => (
          <li key={plain}>{plain}</li>
        ))}
        <li>
          {beyond.length === 0
            ? 'All that differs here could be chance.'
            : beyond.length < said.length
              ? 'All else that differs here could be chance.'
              : null}
        </li>
      </ul>
      <details className="govuk-details">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">
            The {many(said.length, 'test')} in figures
          </span>
        </summary>
        <div className="govuk-details__text">
          <ul className="govuk-list govuk-list--bullet">
            {said.map(({ test, figures }) => (
              <li key={test.about}>
                {test.about}: {figures}
              </li>
            ))}
          </ul>
        </div>
      </details>
    </>
  );
}
