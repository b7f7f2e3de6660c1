import type { ReactNode } from 'react';
import { TextField } from '#app/ui/Field.tsx';
import { PickButton } from '#app/ui/Form.tsx';
import { Pages } from '#app/ui/Pages.tsx';
import { Table, type Column } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';

/** The rows of a register that were asked for, as its page found them. */
export interface FoundRows<Row> {
  /** One page of those that were found. */
  rows: readonly Row[];
  found: number;
  page: number;
  pages: number;
  asked: { search: string };
}

/**
 * A register as a table, with a search of its own and pages where it is long.
 *
 * @param href the page of the register with what is asked for: empty, or "?search=…"
 * @param children what else can be asked for, beside words
 */
export function RegisterRows<Row extends { id: string }>(
  props: FoundRows<Row> & {
    one: string;
    all: number;
    href: (query?: string) => string;
    columns: readonly Column<Row>[];
    children: ReactNode;
  },
) {
  const { one, all, rows, found, page, pages, asked, href } = props;
  const caption =
    found === all ? many(all, one) : `${found.toLocaleString('en-GB')} of ${many(all, one)}`;
  const query = (to: number) =>
    `?${new URLSearchParams({ ...asked, page: String(to) }).toString()}`;
  return (
    <>
      <form method="get" action={href()} className="tl-pick tl-noprint">
        <TextField name="search" label="Search" optional value={asked.search} width={20} />
        {props.children}
        <PickButton>Show</PickButton>
      </form>
      <Table
        caption={caption}
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <p className="govuk-body">
            Nothing fits.{' '}
            <a className="govuk-link" href={href()}>
              Show all
            </a>
          </p>
        }
        columns={props.columns}
      />
      <Pages page={page} pages={pages} href={(to) => href(query(to))} />
    </>
  );
}
