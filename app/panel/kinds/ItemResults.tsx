import type { MayOnWords } from '#app/care/care.ts';
import { WordLinks } from '#app/care/WordLinks.tsx';
import { links } from '#app/http/links.ts';
import { HIDDEN, type Shown } from '#app/statistics/small-numbers.ts';
import { Bars } from '#app/ui/Bars.tsx';
import { STATION_COLOURS } from '#app/ui/stations.ts';
import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import type { Counted, ItemResult, RankedDetail, Written } from './item-results.ts';

const inWords = ({ count, share }: Pick<Counted, 'count' | 'share'>) =>
  share === null ? String(count) : `${count} (${Math.round(share * 100)}%)`;

/** How many answered, in words. */
const answeredBy = (base: Shown) =>
  base === HIDDEN ? 'Fewer than 5 people answered' : `${many(base, 'person', 'people')} answered`;

interface OnWords {
  programmeId: string;
  may: MayOnWords;
}

/** What came of each thing that was asked: what the counts say, a picture, its table, the words. */
export function ItemResults(props: {
  results: readonly ItemResult[];
  /** Headings under which they stand. */
  level?: 2 | 3;
  /** For families' pages: counts in words with a bar, and no table that runs off a telephone. */
  plain?: boolean;
  /** Whose answers they are, where a page shows several groups: part of each table's name. */
  group?: string;
  /** What staff may do with single words that they read here. */
  onWords?: OnWords;
}) {
  const Title = props.level === 3 ? 'h3' : 'h2';
  return (
    <>
      {props.results.map((result) => (
        <section key={result.id} className="tl-item-result">
          <Title className="govuk-heading-m govuk-!-margin-bottom-2">
            {result.number}. {result.text}
          </Title>
          <p className="govuk-body">{answeredBy(result.base)}.</p>
          {result.says.map((sentence) => (
            <p key={sentence} className="govuk-body">
              <strong>{sentence}</strong>
            </p>
          ))}
          {props.plain ? (
            <PlainCounts result={result} />
          ) : (
            <Counts result={result} group={props.group} />
          )}
          {result.ranking && props.group === undefined ? (
            <RankingDetail ranking={result.ranking} />
          ) : null}
          <WrittenWords {...result} onWords={props.onWords} />
        </section>
      ))}
    </>
  );
}

function PlainCounts({ result }: { result: ItemResult }) {
  if (result.counts.length === 0) return null;
  const hidden = result.counts.some(({ count }) => count === HIDDEN);
  if (result.counts.every(({ count }) => count === HIDDEN)) {
    return <p className="govuk-body">The numbers are too small to be shown.</p>;
  }
  return (
    <>
      {result.type === 'ranking' ? <p className="govuk-body">First places:</p> : null}
      <ul className="tl-counted">
        {result.counts.map((row) => (
          <li key={row.id}>
            {row.label}: <strong>{row.count === HIDDEN ? 'not shown' : inWords(row)}</strong>
            {row.share === null ? null : (
              <svg width="100%" height="14" aria-hidden="true" focusable="false">
                <rect width={`${Math.round(row.share * 100)}%`} height="14" />
              </svg>
            )}
          </li>
        ))}
      </ul>
      {hidden ? (
        <p className="govuk-body-s">
          “Not shown” stands for a small number, or one that would give it away.
        </p>
      ) : null}
    </>
  );
}

function Counts({ result, group }: { result: ItemResult; group: string | undefined }) {
  if (result.counts.length === 0) return null;
  const first = result.type === 'ranking' ? 'First places' : 'Answers';
  const pictured = result.counts.some(({ picture }) => picture !== null);
  const of = group ? ` of ${group}` : '';
  return (
    <>
      {result.counts.some(({ share }) => share !== null) ? (
        <Bars
          title={`${first}: ${result.text}`}
          max={1}
          bars={result.counts.map((row) => ({
            label: row.label,
            value: row.share,
            words: inWords(row),
          }))}
          colour={STATION_COLOURS.panel}
        />
      ) : null}
      <Table
        caption={`${first}${of}, number ${result.number}`}
        captionSize="s"
        rows={result.counts}
        rowKey={(row) => row.id}
        columns={[
          { header: 'Answer', rowHeader: true, cell: (row) => row.label },
          ...(pictured
            ? [
                {
                  header: 'Picture',
                  cell: ({ picture }: Counted) =>
                    picture ? (
                      <img
                        src={links.picture(picture.id, 'small')}
                        alt={picture.alt}
                        width={96}
                        height={Math.round((96 * picture.height) / picture.width)}
                      />
                    ) : null,
                },
              ]
            : []),
          { header: 'People', numeric: true, cell: (row) => row.count },
          {
            header: 'Share',
            numeric: true,
            cell: (row) => (row.share === null ? HIDDEN : `${Math.round(row.share * 100)}%`),
          },
        ]}
      />
      {result.counts.some(({ count }) => count === HIDDEN) ? (
        <p className="govuk-body-s">
          {HIDDEN} stands for a small number, or one that would give it away.
        </p>
      ) : null}
      {result.method === 'any' ? (
        <p className="govuk-body-s">
          People could tick several, so shares add up to more than 100%.
        </p>
      ) : null}
    </>
  );
}

/** The rounds, the points and each against each: everything that a count can be checked by. */
function RankingDetail({ ranking }: { ranking: RankedDetail }) {
  const rounds = ranking.spent.map((_, at) => at);
  return (
    <>
      <Table
        caption="Round by round: the one with fewest goes out, its votes go to the next choice"
        captionSize="s"
        rows={[
          ...ranking.rounds,
          { id: '', label: 'Votes that name nobody left', votes: ranking.spent },
        ]}
        rowKey={(row) => row.id}
        columns={[
          { header: 'Option', rowHeader: true, cell: (row) => row.label },
          ...rounds.map((at) => ({
            header: `Round ${at + 1}`,
            numeric: true,
            cell: (row: { votes: (number | null)[] }) => row.votes[at] ?? 'out',
          })),
        ]}
      />
      <Table
        caption="Points for every place"
        captionSize="s"
        rows={ranking.points}
        rowKey={(row) => row.id}
        columns={[
          { header: 'Option', rowHeader: true, cell: (row) => row.label },
          { header: 'Points', numeric: true, cell: (row) => row.points.toLocaleString('en-GB') },
        ]}
      />
      <Table
        caption="One against one: how many put the row before the column"
        captionSize="s"
        rows={ranking.pairs}
        rowKey={(row) => row.id}
        columns={[
          { header: 'Option', rowHeader: true, cell: (row) => row.label },
          ...ranking.pairs.map((other, at) => ({
            header: `before ${other.label}`,
            numeric: true,
            cell: (row: { before: (number | null)[] }) => row.before[at] ?? '–',
          })),
        ]}
      />
    </>
  );
}

function WrittenWords(props: {
  written: readonly Written[];
  number: number;
  onWords: OnWords | undefined;
}) {
  const { written, number, onWords } = props;
  if (written.length === 0) return null;
  return (
    <details className="govuk-details govuk-!-margin-top-2">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          {many(written.length, 'comment')}
          <span className="govuk-visually-hidden"> on number {number}</span>
        </span>
      </summary>
      <div className="govuk-details__text">
        <ul className="govuk-list govuk-list--spaced">
          {written.map((one, at) => (
            <li key={at}>
              {one.beside || one.asked ? (
                <strong>{[one.beside, one.asked].filter(Boolean).join(' · ')}: </strong>
              ) : null}
              <span className="tl-lines" dir="auto">
                {one.words}
              </span>
              {onWords && one.place ? (
                <WordLinks {...onWords} place={one.place} words={one.words} />
              ) : null}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
