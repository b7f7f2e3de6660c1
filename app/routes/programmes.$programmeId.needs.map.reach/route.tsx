import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { MapNav, sourceOf } from '#app/needs/maps/MapNav.tsx';
import { reachFinding } from '#app/needs/maps/place-findings.ts';
import { reachMap } from '#app/needs/maps/reach-map.server.ts';
import { reachAgainstNeed } from '#app/needs/maps/reach.server.ts';
import { ReachView } from '#app/needs/maps/ReachView.tsx';
import { can } from '#app/people/can.ts';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, authority, programme } = await requireProgramme(request, params);
  const query = new URL(request.url).searchParams;
  const asked = { need: query.get('need') ?? '', reach: query.get('reach') ?? '' };
  const page = await reachAgainstNeed(programme, asked);
  const finding = page.reach && reachFinding(page.reach, page.names, {});
  return {
    programmeId: programme.id,
    page,
    map: page.reach ? await reachMap(programme, page.reach, page.level) : null,
    sentence: finding?.sentence ?? null,
    source: sourceOf(authority),
    mayEdit: can(person, 'needs.edit', programme),
  };
});

export const meta = () => titleOf('Reach against need');

export default function AreaReach() {
  const data = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs trail={[{ href: links.needs(data.programmeId), words: 'Needs' }]} />
      <Heading>Reach against need</Heading>
      <MapNav programmeId={data.programmeId} here="reach" />
      <ReachView {...data} />
    </>
  );
}
