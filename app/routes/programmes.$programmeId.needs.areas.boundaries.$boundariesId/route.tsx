import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { checkedForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { removeBoundaries } from '#app/needs/areas/import-area-file.server.ts';
import { TakeOut } from '#app/needs/TakeOut.tsx';
import { can } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many, sayMoment } from '#app/ui/words.ts';
import { boundariesById, shapesIn } from '#db/areas.ts';
import { theStore } from '#db/store.server.ts';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const { authorityId } = programme;
  const row = await boundariesById(read, authorityId, params['boundariesId'] ?? '');
  if (!row) throw new NotFound('set of boundaries');
  const shapes = await shapesIn(read, authorityId, row.id);
  return {
    programmeId: programme.id,
    row,
    areas: shapes.map(({ code, name, easting, northing }) => ({ code, name, easting, northing })),
    mayEdit: can(person, 'needs.edit', programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'needs.edit');
  await checkedForm(request);
  const { title } = await removeBoundaries(person, programme, params['boundariesId'] ?? '');
  return redirectSaying(request, links.areaFiles(programme.id), `“${title}” is taken out.`);
});

export const meta = () => titleOf('Boundaries');

export default function BoundariesPage() {
  const { programmeId, row, areas, mayEdit } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.needs(programmeId), words: 'Needs' },
          { href: links.areaFiles(programmeId), words: 'Official figures by area' },
        ]}
      />
      <Heading caption="Boundaries">{row.title}</Heading>
      <p className="govuk-body">
        {many(row.areas, 'area')}, from “{row.fileName}”, brought in {sayMoment(row.importedAt)}. No
        line was moved by more than {row.tolerance.toLocaleString('en-GB')} metres:{' '}
        {row.pointsBefore.toLocaleString('en-GB')} corners became{' '}
        {row.points.toLocaleString('en-GB')}. All programmes of the authority use them.
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={links.areaMap(programmeId)}>
          See the map
        </a>
      </p>
      <Table
        caption="The areas and their middles on the National Grid"
        rows={areas}
        rowKey={(area) => area.code}
        columns={[
          { header: 'Area', rowHeader: true, cell: (area) => area.name },
          { header: 'Code', cell: (area) => area.code },
          { header: 'Easting', numeric: true, cell: (area) => area.easting },
          { header: 'Northing', numeric: true, cell: (area) => area.northing },
        ]}
      />
      {mayEdit.yes ? (
        <TakeOut
          what="these boundaries"
          stays="Figures stay. Maps of these areas are gone for every programme until boundaries are brought in again."
        />
      ) : (
        <p className="govuk-body tl-reason">{mayEdit.reason}</p>
      )}
    </>
  );
}
