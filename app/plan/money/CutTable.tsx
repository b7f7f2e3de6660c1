import { Table, type Column } from '#app/ui/Table.tsx';
import { CUT_NAMES, type CrossTable, type Cut } from './cuts.ts';
import { pounds, type Sum } from './money.ts';
import { letterOf } from './years-picture.ts';

/** Money cut two ways, with totals both ways; costs that are not known are said apart. */
export function CutTable(props: { table: CrossTable; rows: Cut; columns: Cut; letters: boolean }) {
  const { table } = props;
  const body = [
    ...table.rows.map((row, at) => ({ ...row, cells: table.cells[at] ?? [], isTotal: false })),
    {
      key: 'total',
      label: 'Total',
      sum: table.total,
      cells: table.columns.map((column) => column.sum),
      isTotal: true,
    },
  ];
  type Row = (typeof body)[number];
  const columns: Column<Row>[] = [
    {
      header: CUT_NAMES[props.rows],
      rowHeader: true,
      cell: ({ label, isTotal }) => (isTotal ? <strong>{label}</strong> : label),
    },
    ...table.columns.map(({ label }, at): Column<Row> => ({
      header: props.letters ? `${letterOf(at)}: ${label}` : label,
      numeric: true,
      cell: ({ cells }) => <Amount sum={cells[at] ?? null} />,
    })),
    { header: 'Total', numeric: true, cell: ({ sum }) => <Amount sum={sum} strong /> },
  ];
  return (
    <Table
      caption={`What the plan costs, by ${CUT_NAMES[props.rows].toLowerCase()} and ${CUT_NAMES[props.columns].toLowerCase()}`}
      rows={body}
      rowKey={({ key, isTotal }) => (isTotal ? 'the total' : `row ${key}`)}
      columns={columns}
    />
  );
}

function Amount({ sum, strong = false }: { sum: Sum | null; strong?: boolean }) {
  if (sum === null) return '–';
  const amount = sum.known === 0 ? 'Not known' : pounds(sum.pence);
  return (
    <>
      {strong ? <strong>{amount}</strong> : amount}
      {sum.unknown > 0 && sum.known > 0 ? (
        <span className="tl-under">and {sum.unknown} not known</span>
      ) : null}
    </>
  );
}
