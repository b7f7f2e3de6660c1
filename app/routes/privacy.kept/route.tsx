import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireStaff } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { whatIsKept } from '#app/privacy/what-is-kept.server.ts';
import { Breadcrumbs, Heading, StaffFrame, titleOf } from '#app/ui/Page.tsx';
import { staffStyles } from '#app/ui/styles.ts';
import { Table } from '#app/ui/Table.tsx';

export { staffStyles as links };
export const meta = () => titleOf('What is kept, and for how long');

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const { person } = await requireStaff(request);
  return whatIsKept(person);
});

export default function Kept() {
  const { promises, limits } = useLoaderData<typeof loader>();
  return (
    <StaffFrame>
      <Breadcrumbs trail={[{ href: links.privacy(), words: 'Personal data' }]} />
      <Heading size="xl">What is kept, and for how long</Heading>
      <p className="govuk-body">
        The server looks once a day, and whenever it starts, and deletes what is due.
      </p>
      <Table
        caption="Every promise"
        rows={promises}
        rowKey={(row) => row.what}
        columns={[
          { header: 'What', rowHeader: true, cell: (row) => row.what },
          { header: 'Until', cell: (row) => row.until },
        ]}
      />
      <h2 className="govuk-heading-m">What deleting means here</h2>
      {limits.map((one) => (
        <p className="govuk-body" key={one}>
          {one}
        </p>
      ))}
    </StaffFrame>
  );
}
