import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { AreaFilesView } from '#app/needs/areas/AreaFilesView.tsx';
import { areaSettings } from '#app/needs/areas/settle-areas.server.ts';
import { MapNav } from '#app/needs/maps/MapNav.tsx';
import { can } from '#app/people/can.ts';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { areaFilesOf } from '#db/area-files.ts';
import { boundariesOf } from '#db/areas.ts';
import { theStore } from '#db/store.server.ts';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const files = await areaFilesOf(read, programme.authorityId, programme.id);
  return {
    programmeId: programme.id,
    files: files.map(({ id, title, level, areas, measures, importedAt, isOwnCount }) => ({
      id,
      title,
      level,
      areas,
      figures: measures.length,
      importedAt,
      isOwnCount,
    })),
    boundaries: await boundariesOf(read, programme.authorityId),
    settings: await areaSettings(programme),
    mayEdit: can(person, 'needs.edit', programme),
  };
});

export const meta = () => titleOf('Official figures by area');

export default function AreaFiles() {
  const data = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs trail={[{ href: links.needs(data.programmeId), words: 'Needs' }]} />
      <Heading>Official figures by area</Heading>
      <MapNav programmeId={data.programmeId} here="files" />
      <AreaFilesView {...data} />
    </>
  );
}
