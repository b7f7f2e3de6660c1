import { links } from '#app/http/links.ts';
import { READ_WHATS } from '#app/people/readings.ts';
import { Select, TextField } from '#app/ui/Field.tsx';
import { Pages } from '#app/ui/Pages.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import { sayWhat, type TypedAsked } from './readings-asked.ts';

export interface ReadingLine {
  id: string;
  when: string;
  who: string;
  what: string;
  count: number | null;
  asFile: boolean;
  path: string;
}

export interface ReadingsView {
  typed: TypedAsked;
  page: number;
  pages: number;
  count: number;
  rows: ReadingLine[];
  readers: { id: string; name: string }[];
}

/** Who read what people told us: to look through, to narrow and to take away. */
export function Readings({ typed, page, pages, count, rows, readers }: ReadingsView) {
  return (
    <>
      <Narrow typed={typed} readers={readers} />
      <p className="govuk-body">
        {many(count, 'reading')}.{' '}
        <a className="govuk-link" href={links.readingsFile({ ...typed })}>
          Take {count === 1 ? 'it' : 'them'} away as a CSV file
        </a>
      </p>
      <Table
        caption="Newest first"
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { header: 'When', cell: (row) => row.when },
          { header: 'Who', cell: (row) => row.who },
          { header: 'What', cell: (row) => row.what + (row.asFile ? ' (taken away)' : '') },
          { header: 'How many', numeric: true, cell: (row) => row.count ?? '–' },
          { header: 'Page', cell: (row) => <Where path={row.path} /> },
        ]}
        empty={<p className="govuk-body">Nobody read anything of this.</p>}
      />
      <Pages
        page={page}
        pages={pages}
        href={(to) => links.readings({ ...typed, page: String(to) })}
      />
    </>
  );
}

/** Long ids are no help to a reader: the words of the address are. */
function Where({ path }: { path: string }) {
  const words = path
    .split('/')
    .filter((part) => part !== '' && !/^[0-9a-f-]{32,36}$/.test(part))
    .join(' › ');
  return <>{words}</>;
}

function Narrow({ typed, readers }: Pick<ReadingsView, 'typed' | 'readers'>) {
  return (
    <form method="get" action={links.readings()}>
      <Select
        name="person"
        label="Who"
        value={typed.person}
        options={[
          { value: '', label: 'Everybody' },
          ...readers.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Select
        name="what"
        label="What"
        value={typed.what}
        options={[
          { value: '', label: 'Everything' },
          ...READ_WHATS.map((what) => ({ value: what, label: sayWhat(what) })),
        ]}
      />
      <TextField name="from" label="From this day" type="date" width={10} value={typed.from} />
      <TextField name="until" label="Until this day" type="date" width={10} value={typed.until} />
      <button type="submit" className="govuk-button govuk-button--secondary">
        Show these
      </button>
    </form>
  );
}
