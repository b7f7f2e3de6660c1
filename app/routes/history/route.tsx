import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireStaff } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { allow } from '#app/people/allow.server.ts';
import { sentenceOf } from '#app/people/audit.ts';
import { Heading, StaffFrame, titleOf } from '#app/ui/Page.tsx';
import { Pages } from '#app/ui/Pages.tsx';
import { staffStyles } from '#app/ui/styles.ts';
import { Table } from '#app/ui/Table.tsx';
import { sayMoment } from '#app/ui/words.ts';
import { auditOf, howManyAuditRows } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';

export { staffStyles as links };
export const meta = () => titleOf('Who changed what');

const SIZE = 50;

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const { person } = await requireStaff(request);
  allow(person, 'audit.see', person);
  const asked = Number(new URL(request.url).searchParams.get('page') ?? 0);
  const page = Number.isSafeInteger(asked) && asked > 0 ? asked : 0;
  const { read } = theStore();
  const rows = await auditOf(read, person.authorityId, page, SIZE);
  return {
    page,
    pages: Math.ceil((await howManyAuditRows(read, person.authorityId)) / SIZE),
    rows: rows.map((row) => ({ id: row.id, when: sayMoment(row.at), what: sentenceOf(row) })),
  };
});

export default function History() {
  const { rows, page, pages } = useLoaderData<typeof loader>();
  return (
    <StaffFrame>
      <Heading size="xl">Who changed what</Heading>
      <Table
        caption="Newest first"
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { header: 'When', cell: (row) => row.when },
          { header: 'What', cell: (row) => row.what },
        ]}
        empty={<p className="govuk-body">Nothing has been changed yet.</p>}
      />
      <Pages page={page} pages={pages} href={links.history} />
    </StaffFrame>
  );
}
