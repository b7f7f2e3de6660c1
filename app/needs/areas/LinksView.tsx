import { PickButton } from '#app/ui/Form.tsx';
import { links } from '#app/http/links.ts';
import { TextField } from '#app/ui/Field.tsx';
import { Pages } from '#app/ui/Pages.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import type { LinksPage, ShownLink } from './links-page.ts';

const CHANGES: Readonly<Record<string, string>> = {
  U: 'did not change',
  S: 'was split',
  M: 'was joined with others',
  X: 'was redrawn',
};

/** The rows of a lookup, a list of codes or a list of changes. */
export function LinksView(props: { programmeId: string; fileId: string; page: LinksPage }) {
  const { programmeId, fileId, page } = props;
  const address = links.areaFile(programmeId, fileId);
  return (
    <>
      <form method="get" action={address} className="tl-pick tl-noprint">
        <TextField name="search" label="Name or code" optional value={page.search} width={20} />
        <PickButton>Show</PickButton>
      </form>
      <Table
        caption={many(page.found, 'row')}
        captionSize="s"
        rows={page.links}
        rowKey={(row) => `${row.code} ${row.relation} ${row.toCode}`}
        columns={[
          { header: 'Area', rowHeader: true, cell: (row) => `${row.name} (${row.code})` },
          { header: 'What', cell: sayRelation },
          { header: 'Of', cell: (row) => `${row.toName} (${row.toCode})` },
        ]}
        empty={<p className="govuk-body">Nothing fits. Search for part of a name or code.</p>}
      />
      <Pages
        page={page.page}
        pages={page.pages}
        href={(to) =>
          `${address}?${new URLSearchParams({ search: page.search, page: String(to) }).toString()}`
        }
      />
    </>
  );
}

function sayRelation({ relation, change }: ShownLink): string {
  if (change !== '') return `${CHANGES[change] ?? change}; now`;
  return relation.charAt(0).toUpperCase() + relation.slice(1);
}
