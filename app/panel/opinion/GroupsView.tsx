import type { Shown } from '#app/statistics/small-numbers.ts';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import type { Comparison, GroupRow, Side } from './compare-groups.ts';
import { GroupPictureView } from './GroupPictureView.tsx';
import type { Opinions } from './opinions.ts';
import { Words } from './OpinionView.tsx';

type Shape = Extract<Opinions['groups'], { shown: true }>;

const WHY: Readonly<Record<'too-few' | 'alike', string>> = {
  'too-few':
    'Groups of people who think alike are looked for only where more than 50 people voted on enough statements. With fewer, somebody could be recognised, and a group could be chance.',
  alike: 'People do not fall into groups that are clear and large enough to be shown.',
};
const SIDE_WORDS: Readonly<Record<Side, string>> = { agree: 'Agree', disagree: 'Disagree' };
const MOST_SHARED = 5;

/** Who thinks alike: the picture, what all share, and what each group stands for. */
export function GroupsView(props: { opinions: Opinions; here: readonly number[] }) {
  const { groups } = props.opinions;
  return (
    <section className="govuk-!-margin-bottom-8">
      <h2 className="govuk-heading-l">
        {groups.shown && groups.picture === null ? 'By who they are' : 'Who thinks alike'}
      </h2>
      {groups.shown ? (
        <GroupsShown {...props} groups={groups} />
      ) : (
        <p className="govuk-body">{WHY[groups.why]}</p>
      )}
    </section>
  );
}

function GroupsShown(props: { opinions: Opinions; here: readonly number[]; groups: Shape }) {
  const { opinions, groups } = props;
  const { comparison, picture, left } = groups;
  const here = comparison.rows.filter(({ at }) => props.here.includes(at));
  return (
    <>
      <p className="govuk-body">
        {picture
          ? `People who voted alike form ${comparison.groups.length} groups.`
          : 'Too few people voted to look for groups by how they voted.'}
        {left > 0
          ? ` ${many(left, 'person', 'people')} ${picture ? 'voted on too few statements to be in one' : 'is in neither'}.`
          : null}
      </p>
      {picture ? (
        <GroupPictureView
          picture={picture}
          groups={comparison.groups.map(({ name, people }) => ({ name, people }))}
        />
      ) : null}
      <Shared comparison={comparison} opinions={opinions} />
      <Table
        caption="What each group stands for, more than the others"
        rows={comparison.groups}
        rowKey={(row) => row.name}
        columns={[
          { header: 'Group', rowHeader: true, cell: (row) => row.name },
          { header: 'People', numeric: true, cell: (row) => row.people },
          {
            header: 'What tells it from the others',
            cell: (row) => <StandsFor row={row} opinions={opinions} />,
          },
        ]}
      />
      <Table
        caption="Each statement by group"
        rows={here}
        rowKey={(row) => String(row.at)}
        columns={[
          {
            header: 'Statement',
            rowHeader: true,
            cell: (row) => {
              const statement = opinions.statements[row.at];
              return statement ? <Words row={statement} /> : null;
            },
          },
          ...comparison.groups.map(({ name }, group) => ({
            header: name,
            cell: (row: GroupRow) => <Cell cell={row.cells[group]} />,
          })),
        ]}
      />
    </>
  );
}

function Cell({ cell }: { cell: GroupRow['cells'][number] | undefined }) {
  if (!cell) return null;
  if (cell.base === 0) return <>Nobody voted</>;
  return (
    <>
      <span className="tl-nowrap">{share(cell.agrees, cell.base)} agree</span>
      <br />
      <span className="tl-nowrap">{share(cell.disagrees, cell.base)} disagree</span>
      <br />
      <span className="tl-reason tl-nowrap">of {cell.base}</span>
    </>
  );
}

const share = (count: Shown, base: Shown): string =>
  count === HIDDEN || base === HIDDEN || base === 0
    ? HIDDEN
    : `${Math.round((count / base) * 100)}% (${count})`;

function Shared({ comparison, opinions }: { comparison: Comparison; opinions: Opinions }) {
  const { consensus, differences } = comparison;
  const words = (at: number) => opinions.statements[at]?.text ?? '';
  return (
    <div className="tl-columns tl-panel govuk-!-margin-bottom-6">
      <section className="tl-column">
        <h3 className="govuk-heading-m">What all groups share</h3>
        {consensus.length === 0 ? (
          <p className="govuk-body">There is no statement on which all groups go one way.</p>
        ) : (
          <ol className="govuk-list govuk-list--spaced">
            {consensus.slice(0, MOST_SHARED).map(({ at, side }) => (
              <li key={`${at}${side}`}>
                <strong>{SIDE_WORDS[side]}:</strong> <span dir="auto">{words(at)}</span>
              </li>
            ))}
          </ol>
        )}
      </section>
      <section className="tl-column">
        <h3 className="govuk-heading-m">Where groups differ most</h3>
        {differences.length === 0 ? (
          <p className="govuk-body">There is no statement on which groups differ clearly.</p>
        ) : (
          <ol className="govuk-list govuk-list--spaced">
            {differences.slice(0, MOST_SHARED).map(({ at, most, least }) => (
              <li key={at}>
                <span dir="auto">{words(at)}</span>
                <br />
                <span className="tl-reason">
                  {most} agrees most, {least} least
                </span>
              </li>
            ))}
          </ol>
        )}
      </section>
    </div>
  );
}

function StandsFor(props: { row: Comparison['groups'][number]; opinions: Opinions }) {
  const { row, opinions } = props;
  if (row.standsFor.length === 0) return <>Nothing that can be shown.</>;
  return (
    <ul className="govuk-list govuk-list--spaced tl-wide-cell">
      {row.standsFor.map(({ at, side }) => (
        <li key={`${at}${side}`}>
          <strong>{SIDE_WORDS[side]}:</strong>{' '}
          <span dir="auto">{opinions.statements[at]?.text}</span>
        </li>
      ))}
    </ul>
  );
}
