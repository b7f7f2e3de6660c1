import type { LoaderFunctionArgs } from '@remix-run/node';
import {
  Outlet,
  useLoaderData,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { Line } from '#app/programme/Line.tsx';
import { lineOf } from '#app/programme/line.ts';
import { StaffFrame } from '#app/ui/Page.tsx';
import { STATIONS, type Station } from '#app/ui/stations.ts';
import { staffStyles } from '#app/ui/styles.ts';
import { WhatWentWrong } from '#app/ui/WentWrong.tsx';
import { lineCounts } from '#db/programme.ts';
import { theStore } from '#db/store.server.ts';

export { staffStyles as links };

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params);
  const counts = await lineCounts(theStore().read, programme.authorityId, programme.id);
  return { programme: { id: programme.id, title: programme.title }, stops: lineOf(counts) };
});

/** The station of an address: the segment after the programme's id. */
function stationOf(pathname: string): Station | null {
  const segment = pathname.split('/')[3];
  return STATIONS.find((station) => station === segment) ?? null;
}

export default function ProgrammeLayout() {
  const { programme, stops } = useLoaderData<typeof loader>();
  const here = stationOf(useLocation().pathname);
  return (
    <StaffFrame line={<Line programme={programme} stops={stops} here={here} />}>
      <Outlet />
    </StaffFrame>
  );
}

/** A page of the programme that cannot be shown; the line stays when it could be drawn. */
export function ErrorBoundary() {
  const error = useRouteError();
  const line = useRouteLoaderData<typeof loader>('routes/programmes.$programmeId');
  return (
    <StaffFrame line={line ? <Line {...line} here={null} /> : null}>
      <WhatWentWrong error={error} />
    </StaffFrame>
  );
}
