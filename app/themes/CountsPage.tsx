import { links } from '#app/http/links.ts';
import type { Shown } from '#app/statistics/small-numbers.ts';
import { Select } from '#app/ui/Field.tsx';
import { Button } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table, type Column } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import type { CountRow } from './counts.ts';

export interface CountsPageProps {
  programmeId: string;
  wheres: readonly string[];
  byQuestion: readonly CountRow[];
  groupings: readonly { value: string; label: string }[];
  grouping: string;
  byGroup: {
    groups: readonly { label: string; base: number }[];
    rows: readonly CountRow[];
    left: Shown;
  } | null;
  progress: string;
}

const named: Column<CountRow> = {
  header: 'Theme',
  rowHeader: true,
  cell: ({ number, name, depth }) => (
    <span className={`tl-depth-${depth}`}>
      <span className="tl-numbers">{number}</span> {name}
    </span>
  ),
};

/** How often each theme was raised, by what was asked and by group; small numbers hidden. */
export function CountsPage(props: CountsPageProps) {
  const { programmeId, wheres, byQuestion, byGroup, groupings } = props;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.needs(programmeId), words: 'Needs' },
          { href: links.coding(programmeId), words: 'What people wrote' },
        ]}
      />
      <Heading>How often each theme was raised</Heading>
      <p className="govuk-body tl-reading">
        {props.progress} Counted in people, each once under a theme and everything below it. Those
        who wrote chose to: a count says how many raised something, not how many have it. [c] stands
        for a number that is too small to show, or that would give one away.
      </p>
      <Table
        caption="By what was asked"
        rows={byQuestion}
        rowKey={({ id }) => id}
        empty={<p className="govuk-body">No theme yet.</p>}
        columns={[
          named,
          ...wheres.map((where, at): Column<CountRow> => ({
            header: where,
            numeric: true,
            cell: ({ cells }) => cells[at] ?? 0,
          })),
          { header: 'People in all', numeric: true, cell: ({ people }) => people },
        ]}
      />
      {groupings.length > 0 ? (
        <form method="get" action={links.themeCounts(programmeId)} className="tl-search">
          <Select
            name="by"
            label="By group: the answers to"
            value={props.grouping}
            options={[{ value: '', label: 'Select a question' }, ...groupings]}
          />
          <Button kind="secondary">Show by group</Button>
        </form>
      ) : null}
      {byGroup === null ? null : byGroup.groups.length < 2 ? (
        <p className="govuk-body">
          Fewer than two groups are large enough to be shown beside each other.
        </p>
      ) : (
        <>
          <Table
            caption="By group"
            rows={byGroup.rows}
            rowKey={({ id }) => id}
            columns={[
              named,
              ...byGroup.groups.map(({ label, base }, at): Column<CountRow> => ({
                header: `${label} (of ${base})`,
                numeric: true,
                cell: ({ cells }) => cells[at] ?? 0,
              })),
              { header: 'Together', numeric: true, cell: ({ people }) => people },
            ]}
          />
          {byGroup.left === 0 ? null : (
            <p className="govuk-body-s">
              {byGroup.left === '[c]' ? 'A few' : many(byGroup.left, 'person', 'people')} who wrote
              belong to none of these groups, or to one too small to be shown, or did not say.
            </p>
          )}
        </>
      )}
    </>
  );
}
