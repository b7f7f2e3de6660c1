import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireStaff } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { dueOn, sayAbout, sayKind, sayStanding } from '#app/privacy/requests.ts';
import { readRequests } from '#app/privacy/run-requests.server.ts';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, StaffFrame, titleOf } from '#app/ui/Page.tsx';
import { staffStyles } from '#app/ui/styles.ts';
import { Table } from '#app/ui/Table.tsx';
import { dayOf, sayShortDay } from '#app/ui/words.ts';

export { staffStyles as links };
export const meta = () => titleOf('Requests about personal data');

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const { person } = await requireStaff(request);
  const today = dayOf(new Date());
  const rows = await readRequests(person);
  return {
    requests: rows.map((row) => ({
      id: row.id,
      what: sayKind(row.kind),
      about: sayAbout(row.about),
      who: row.who,
      came: sayShortDay(row.receivedOn),
      due: sayShortDay(dueOn(row.receivedOn, row.extendedBy)),
      stands: sayStanding(row, today),
    })),
  };
});

export default function Requests() {
  const { requests } = useLoaderData<typeof loader>();
  return (
    <StaffFrame>
      <Breadcrumbs trail={[{ href: links.privacy(), words: 'Personal data' }]} />
      <Heading size="xl">Requests about personal data</Heading>
      <p className="govuk-body">
        Whoever asks is answered within one calendar month. It may be put off by up to two more
        where it is complex, if the person is told why within the first.
      </p>
      <ButtonLink href={links.newDataRequest()}>Note a request</ButtonLink>
      <Table
        caption="Newest first"
        rows={requests}
        rowKey={(row) => row.id}
        columns={[
          {
            header: 'Who',
            rowHeader: true,
            cell: (row) => (
              <a className="govuk-link" href={links.dataRequest(row.id)}>
                {row.who === '' ? 'Not kept any more' : row.who}
              </a>
            ),
          },
          { header: 'Asked for', cell: (row) => row.what },
          { header: 'Is', cell: (row) => row.about },
          { header: 'Came', cell: (row) => row.came },
          { header: 'Due', cell: (row) => row.due },
          { header: 'Stands', cell: (row) => row.stands },
        ]}
        empty={<p className="govuk-body">Nobody has asked yet.</p>}
      />
    </StaffFrame>
  );
}
