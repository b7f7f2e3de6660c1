import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireStaff } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { can } from '#app/people/can.ts';
import { STAGE_NAMES, stageOf } from '#app/people/programme.ts';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Heading, StaffFrame, titleOf } from '#app/ui/Page.tsx';
import { staffStyles } from '#app/ui/styles.ts';
import { Table } from '#app/ui/Table.tsx';
import { sayShortDay } from '#app/ui/words.ts';
import { programmesOf } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';

export { staffStyles as links };
export const meta = () => titleOf('Programmes');

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const { person } = await requireStaff(request);
  return {
    programmes: await programmesOf(theStore().read, person.authorityId),
    mayStart: can(person, 'programme.edit', person),
  };
});

export default function Programmes() {
  const { programmes, mayStart } = useLoaderData<typeof loader>();
  return (
    <StaffFrame>
      <Heading size="xl">Programmes</Heading>
      <Table
        caption="Programmes of this authority"
        rows={programmes}
        rowKey={(row) => row.id}
        columns={[
          {
            header: 'Programme',
            rowHeader: true,
            cell: (row) => (
              <a className="govuk-link" href={links.programme(row.id)}>
                {row.title}
              </a>
            ),
          },
          { header: 'Places', cell: (row) => row.places.join(', ') },
          { header: 'From', cell: (row) => sayShortDay(row.startsOn) },
          { header: 'To', cell: (row) => sayShortDay(row.endsOn) },
          { header: 'Stage', cell: (row) => STAGE_NAMES[stageOf(row.stage)] },
        ]}
        empty={
          <p className="govuk-body">
            There is no programme yet. A programme holds one line: its surveys, its panel, its
            theory of change and its delivery plan.
          </p>
        }
      />
      {mayStart.yes ? (
        <ButtonLink href={links.newProgramme()}>Start a programme</ButtonLink>
      ) : (
        <p className="govuk-body tl-reason">{mayStart.reason}</p>
      )}
    </StaffFrame>
  );
}
