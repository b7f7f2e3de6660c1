import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { areaMap } from '#app/needs/maps/area-map.server.ts';
import { AreaMapView } from '#app/needs/maps/AreaMapView.tsx';
import { MapNav, sourceOf } from '#app/needs/maps/MapNav.tsx';
import { can } from '#app/people/can.ts';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, authority, programme } = await requireProgramme(request, params);
  const query = new URL(request.url).searchParams;
  const [file = '', measure = ''] = (query.get('show') ?? '').split(':');
  const sites = query.get('sites') !== 'no';
  return {
    programmeId: programme.id,
    map: await areaMap(programme, { file, measure, sites }),
    withSites: sites,
    source: sourceOf(authority),
    mayEdit: can(person, 'needs.edit', programme),
  };
});

export const meta = () => titleOf('Map');

export default function AreaMapPage() {
  const data = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs trail={[{ href: links.needs(data.programmeId), words: 'Needs' }]} />
      <Heading>{data.map?.title ?? 'Map'}</Heading>
      <MapNav programmeId={data.programmeId} here="map" />
      <AreaMapView {...data} />
    </>
  );
}
