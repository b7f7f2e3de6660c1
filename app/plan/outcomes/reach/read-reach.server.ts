import { childrenMeasure, leadingMeasure, decileMeasures } from '#app/needs/areas/area-summary.ts';
import { areasOfLevel, figureFiles } from '#app/needs/maps/ground.server.ts';
import { standingReachOf } from '#db/outcomes.ts';
import type { Programme } from '#db/people.ts';
import { registerRowsOf } from '#db/registers.ts';
import { theStore, type Reader } from '#db/store.server.ts';
import { standingReturns, underNames, type ReachReturn, type Site } from './reach.ts';
import { seenReach, type Children, type SeenReach } from './seen-reach.ts';

/** The sites of the register, by name. */
export async function readSites(
  { authorityId, id }: Pick<Programme, 'authorityId' | 'id'>,
  db: Reader = theStore().read,
): Promise<Site[]> {
  const rows = await registerRowsOf(db, authorityId, id, 'sites');
  return rows
    .map((row) => ({ id: row.id, name: row.name, isOpen: true }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB', { numeric: true }));
}

/**
 * Reach as everybody may see it; null while there is no return.
 *
 * @param read the returns where they were read already
 */
export async function readReach(
  programme: Programme,
  read?: readonly ReachReturn[],
): Promise<SeenReach | null> {
  const { authorityId, id } = programme;
  const all = read ?? (await standingReachOf(theStore().read, { authorityId, programmeId: id }));
  if (all.length === 0) return null;
  // A site that was renamed is one site in all quarters.
  const sites = await readSites(programme);
  const returns = standingReturns(all).map((one) => ({
    ...one,
    counts: underNames(one.counts, sites),
  }));
  const asks = returns.some(({ counts }) =>
    counts.some(({ what, breakdown }) => what === 'children' && breakdown === 'idaciDecile'),
  );
  return seenReach(returns, asks ? await childrenByTenth(programme) : null);
}

/** How many children live in small areas of each tenth, from the newest file that says both. */
async function childrenByTenth(programme: Programme): Promise<Children | null> {
  for (const file of await figureFiles(programme)) {
    const children = childrenMeasure(file.measures);
    if (file.level !== 'small areas' || children === undefined) continue;
    const areas = await areasOfLevel(file, 'small areas');
    const decile = leadingMeasure(decileMeasures(file.measures, areas), areas);
    if (decile?.key !== 'idaci-decile') continue;
    const byTenth = Array.from({ length: 10 }, (_, at) => {
      const here = areas.filter(({ figures }) => figures[decile.key] === at + 1);
      const figures = here.flatMap((area) => area.figures[children.key] ?? []);
      return figures.length === 0 ? null : figures.reduce((sum, each) => sum + each, 0);
    });
    return { source: `${children.header} in ${file.title}`, byTenth };
  }
  return null;
}
