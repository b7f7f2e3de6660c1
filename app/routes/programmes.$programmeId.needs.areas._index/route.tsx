import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { can } from '#app/people/can.ts';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { sayMoment } from '#app/ui/words.ts';
import { areaFilesOf } from '#db/needs.ts';
import { theStore } from '#db/store.server.ts';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const files = await areaFilesOf(theStore().read, programme.authorityId, programme.id);
  return { programmeId: programme.id, files, mayEdit: can(person, 'needs.edit', programme) };
});

export const meta = () => titleOf('Official figures by area');

export default function AreaFiles() {
  const { programmeId, files, mayEdit } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs trail={[{ href: links.needs(programmeId), words: 'Needs' }]} />
      <Heading>Official figures by area</Heading>
      <Table
        caption="Files brought in"
        rows={files}
        rowKey={(file) => file.id}
        columns={[
          {
            header: 'File',
            rowHeader: true,
            cell: (file) => (
              <a className="govuk-link" href={links.areaFile(programmeId, file.id)}>
                {file.title}
              </a>
            ),
          },
          { header: 'Areas', numeric: true, cell: (file) => file.areas.toLocaleString('en-GB') },
          { header: 'Figures an area', numeric: true, cell: (file) => file.measures.length },
          { header: 'Brought in', cell: (file) => sayMoment(file.importedAt) },
        ]}
        empty={
          <p className="govuk-body">
            No file yet. Begin with the English indices of deprivation: “File 7” on GOV.UK holds
            every small area with its rank and decile, and how many children live there.
          </p>
        }
      />
      {mayEdit.yes ? (
        <ButtonLink href={links.importAreaFile(programmeId)}>Bring a file in</ButtonLink>
      ) : (
        <p className="govuk-body tl-reason">{mayEdit.reason}</p>
      )}
    </>
  );
}
