import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { checkedForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { areaPage } from '#app/needs/areas/area-page.ts';
import { areaSettings } from '#app/needs/areas/settle-areas.server.ts';
import { linksPage } from '#app/needs/areas/links-page.ts';
import { LinksView } from '#app/needs/areas/LinksView.tsx';
import { maskedAreas } from '#app/needs/areas/own-counts.ts';
import { decileMeasures, leadingMeasure } from '#app/needs/areas/area-summary.ts';
import { AreaFileView } from '#app/needs/areas/AreaFileView.tsx';
import { removeAreaFile } from '#app/needs/areas/import-area-file.server.ts';
import { TakeOut } from '#app/needs/TakeOut.tsx';
import { UseAreaFigures } from '#app/needs/areas/UseAreaFigures.tsx';
import { can } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { many, sayMoment } from '#app/ui/words.ts';
import { areaFileById, areasIn } from '#db/area-files.ts';
import { areaLinksIn } from '#db/areas.ts';
import { theStore } from '#db/store.server.ts';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const { authorityId } = programme;
  const file = await areaFileById(read, authorityId, programme.id, params['fileId'] ?? '');
  if (!file) throw new NotFound('area file');
  const query = new URL(request.url).searchParams;
  const search = (query.get('search') ?? '').slice(0, 100);
  const isLookup = file.measures.length === 0;
  const all = isLookup ? [] : await areasIn(read, authorityId, file.id);
  const shown = file.isOwnCount
    ? maskedAreas(all, file.measures)
    : { areas: all, hidden: new Set<string>() };
  const areas = shown.areas.map(({ code, name, level, figures }) => ({
    code,
    name,
    level,
    figures,
  }));
  const own = new Set((await areaSettings(programme)).codes);
  const leading = leadingMeasure(file.measures, areas)?.key;
  const asked = {
    measure: query.get('measure') ?? '',
    search,
    page: Number(query.get('page')),
    level: query.get('level') ?? '',
    at: Object.fromEntries(
      [...query].flatMap(([key, value]) => (key.startsWith('at-') ? [[key.slice(3), value]] : [])),
    ),
  };
  return {
    programmeId: programme.id,
    file,
    search,
    hidden: shown.hidden,
    beside: areas.filter(({ code, level }) => own.has(code) || level === 'countries'),
    page: areaPage(file.measures, areas, asked),
    links: isLookup
      ? linksPage(await areaLinksIn(read, authorityId, file.id), search, asked.page)
      : null,
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
  const data = useLoaderData<typeof loader>();
  const { programmeId, file, page, deciles, mayEdit } = data;
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
        {many(file.areas, 'area')}
        {data.links ? '' : `, ${many(file.measures.length, 'figure')} each`}. From “{file.fileName}
        ”, brought in {sayMoment(file.importedAt)}.
      </p>
      {file.isOwnCount ? (
        <p className="govuk-body">
          Your own counts: those from 1 to 4 are shown as [c], with others that would give them
          away.
        </p>
      ) : null}
      {(file.notes ?? []).length > 0 ? (
        <ul className="govuk-list govuk-list--bullet">
          {(file.notes ?? []).map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
      {data.links ? (
        <LinksView programmeId={programmeId} fileId={file.id} page={data.links} />
      ) : (
        <AreaFileView {...data} />
      )}
      {mayEdit.yes ? (
        <>
          {data.links ? null : (
            <UseAreaFigures
              programmeId={programmeId}
              fileId={file.id}
              deciles={page.levels.length > 1 ? [] : deciles}
              measures={page.columns}
              areas={page.areas}
              severalLevels={page.levels.length > 1}
            />
          )}
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
