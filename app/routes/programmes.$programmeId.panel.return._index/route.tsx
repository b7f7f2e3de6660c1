import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { daysOf, quartersFrom, sayQuarter } from '#app/panel/participation/quarters.ts';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { dayOf, sayShortDay } from '#app/ui/words.ts';
import { returnsOf } from '#db/participation.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Participation return');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'panel.see');
  const rows = await returnsOf(theStore().read, programme.authorityId, programme.id);
  const today = dayOf(new Date());
  const last = programme.endsOn < today ? programme.endsOn : today;
  const due = quartersFrom(programme.startsOn, last);
  // A quarter before the programme began may have been written for all that.
  const written = rows.map(({ quarter }) => quarter);
  const quarters = [...new Set([...due, ...written])].sort().reverse();
  return {
    programmeId: programme.id,
    quarters: quarters.map((quarter) => {
      const newest = rows.find((row) => row.quarter === quarter);
      const submitted = newest?.submittedAt ? dayOf(newest.submittedAt) : null;
      return { quarter, number: newest?.number ?? 0, submitted, today };
    }),
  };
});

type Row = ReturnType<typeof useLoaderData<typeof loader>>['quarters'][number];

function stateOf({ quarter, number, submitted, today }: Row): string {
  if (submitted) return `Version ${number} submitted on ${sayShortDay(submitted)}`;
  if (daysOf(quarter as `${number}-Q1`).to >= today) return 'Not over yet';
  return number > 0 ? `Version ${number}, a draft` : 'Not begun';
}

export default function Returns() {
  const { programmeId, quarters } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs trail={[{ href: links.panel(programmeId), words: 'Panel' }]} />
      <Heading>Participation return</Heading>
      <p className="govuk-body">
        What the quarterly collection asks about how families are heard: routes, meetings, members
        by sex, age and ethnic group, and whether feedback changed anything (SPCP01 to SPCP10). The
        figures are counted from what is here.
      </p>
      <Table
        caption="Quarters"
        rows={quarters}
        rowKey={(row) => row.quarter}
        empty={
          <p className="govuk-body">The programme has not begun: there is no quarter to report.</p>
        }
        columns={[
          {
            header: 'Quarter',
            rowHeader: true,
            cell: (row) => (
              <a className="govuk-link" href={links.participationReturn(programmeId, row.quarter)}>
                {sayQuarter(row.quarter as `${number}-Q1`)}
              </a>
            ),
          },
          { header: 'State', cell: (row) => stateOf(row) },
        ]}
      />
    </>
  );
}
