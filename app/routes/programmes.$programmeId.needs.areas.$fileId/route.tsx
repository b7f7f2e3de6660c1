import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { checkedForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { areaPage } from '#app/needs/areas/area-page.ts';
import { decileMeasures, leadingMeasure } from '#app/needs/areas/area-summary.ts';
import { AreaFileView } from '#app/needs/areas/AreaFileView.tsx';
import { removeAreaFile } from '#app/needs/areas/import-area-file.server.ts';
import { TakeOut } from '#app/needs/TakeOut.tsx';
import { UseAreaFigures } from '#app/needs/areas/UseAreaFigures.tsx';
import { can } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { many, sayMoment } from '#app/ui/words.ts';
import { areaFileById, areasIn } from '#db/needs.ts';
import { theStore } from '#db/store.server.ts';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const { authorityId } = programme;
  const file = await areaFileById(read, authorityId, programme.id, params['fileId'] ?? '');
  if (!file) throw new NotFound('area file');
  const rows = await areasIn(read, authorityId, file.id);
  const areas = rows.map(({ code, name, figures }) => ({ code, name, figures }));
  const query = new URL(request.url).searchParams;
  const search = (query.get('search') ?? '').slice(0, 100);
  const leading = leadingMeasure(file.measures, areas)?.key;
  const asked = { measure: query.get('measure') ?? '', search, page: Number(query.get('page')) };
  return {
    programmeId: programme.id,
    file,
    search,
    page: areaPage(file.measures, areas, asked),
    deciles: decileMeasures(file.measures, areas).sort(
      (a, b) => Number(b.key === leading) - Number(a.key === leading),
    ),
    mayEdit: can(person, 'needs.edit', programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  await checkedForm(request);
  const { title } = await removeAreaFile(person, programme, params['fileId'] ?? '');
  return redirectSaying(request, links.areaFiles(programme.id), `“${title}” is taken out.`);
});

export const meta = () => titleOf('Figures by area');

export default function AreaFile() {
  const { programmeId, file, search, page, deciles, mayEdit } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.needs(programmeId), words: 'Needs' },
          { href: links.areaFiles(programmeId), words: 'Official figures by area' },
        ]}
      />
      <Heading caption="Official figures by area">{file.title}</Heading>
      <p className="govuk-body">
        {many(file.areas, 'area')}, {many(file.measures.length, 'figure')} each. From “
        {file.fileName}”, brought in {sayMoment(file.importedAt)}.
      </p>
      <AreaFileView programmeId={programmeId} file={file} page={page} search={search} />
      {mayEdit.yes ? (
        <>
          <UseAreaFigures
            programmeId={programmeId}
            fileId={file.id}
            deciles={deciles}
            measures={page.columns}
            areas={page.areas}
          />
          <TakeOut
            what="this file"
            stays="Evidence that was taken from it stays as it was frozen."
          />
        </>
      ) : (
        <p className="govuk-body tl-reason">{mayEdit.reason}</p>
      )}
    </>
  );
}
