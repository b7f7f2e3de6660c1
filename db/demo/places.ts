import { importAreaFile } from '#app/needs/areas/import-area-file.server.ts';
import { settleAreas } from '#app/needs/areas/settle-areas.server.ts';
import { decideAreas } from '#app/needs/maps/decide-areas.server.ts';
import { distances } from '#app/needs/maps/distance.server.ts';
import { outOfReach } from '#app/needs/maps/distance.ts';
import { bringRowsIn } from '#app/needs/registers/keep-row.server.ts';
import type { Demonstration } from './load.server.ts';
import type { DemoNeeds } from './needs.ts';
import { madeUpBoundaries, madeUpLookup, madeUpRegistrations } from './places-map.ts';
import { DEMO_ASSETS, DEMO_BARRIERS } from './places-assets.ts';
import { DEMO_SITES } from './places-words.ts';

const REACH = 2500;

/**
 * The demonstration's places: boundaries of a borough that does not exist, who is registered where, the
 * sites, what families trust already, what stands in the way, and what comes where no hub is near.
 */
export async function demoPlaces(d: Demonstration, { needs }: DemoNeeds): Promise<void> {
  await settleAreas(d.lead, d.programme, ['E06999999'], REACH);
  const { smallAreas, wards } = madeUpBoundaries();
  await bringIn(d, 'made-up-small-areas-2021.geojson', smallAreas);
  await bringIn(d, 'made-up-wards-2025.geojson', wards);
  await bringIn(d, 'made-up-lookup-wexcombe.csv', madeUpLookup());
  await bringIn(d, 'children registered with a hub.csv', madeUpRegistrations(), true);
  await bringRowsIn(d.lead, d.programme, 'sites', DEMO_SITES);
  await bringRowsIn(d.lead, d.programme, 'assets', DEMO_ASSETS);
  await bringRowsIn(
    d.lead,
    d.programme,
    'barriers',
    DEMO_BARRIERS.map(({ name, fields, needs: behind }) => ({
      name,
      fields: { ...fields, needs: behind.map((each) => needs[each]) },
    })),
  );
  await decideTheFurthest(d);
}

async function bringIn(d: Demonstration, fileName: string, text: string, isOwnCount = false) {
  const bytes = new TextEncoder().encode(text);
  const came = await importAreaFile(d.lead, d.programme, { fileName, bytes, only: '', isOwnCount });
  if (!came.ok) throw new Error(`${fileName}: ${came.problems[0]?.message ?? ''}`);
}

/** Two of the areas without a hub in reach are settled; the others are still open. */
async function decideTheFurthest(d: Demonstration): Promise<void> {
  const { nearest } = await distances(d.programme, 'hub');
  const furthest = outOfReach(nearest, REACH).slice(0, 2);
  await decideAreas(
    d.lead,
    d.programme,
    furthest.map(({ code }) => code),
    { instead: 'mobile', because: 'The Moor Bus stops here each Wednesday from 10 to 2.' },
  );
}
