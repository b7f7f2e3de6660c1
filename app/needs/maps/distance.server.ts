import { areaDecisionsOf, type AreaDecision } from '#db/areas.ts';
import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { childrenMeasure } from '#app/needs/areas/area-summary.ts';
import { nearestPlaces, type Nearest } from './distance.ts';
import { areasOfLevel, figureFiles, figuresOver, groundOf, type Ground } from './ground.server.ts';
import { HUB_TYPES, type PlacedSite } from './sites.ts';

export interface Distances {
  ground: Ground;
  /** The sites that distances are measured to. */
  to: PlacedSite[];
  nearest: Nearest[];
  /** Children by area, where a file of the programme says how many live there. */
  children: Map<string, number | null> | null;
  decisions: AreaDecision[];
}

/** How far each small area is from the nearest hub, or from the nearest site of any kind. */
export async function distances(programme: Programme, to: 'hub' | 'all'): Promise<Distances> {
  const ground = await groundOf(programme);
  const sites = ground.sites.filter(({ type }) => to === 'all' || HUB_TYPES.includes(type));
  return {
    ground,
    to: sites,
    nearest: nearestPlaces(ground.outlines, sites),
    children: await childrenOver(programme, ground),
    decisions: await areaDecisionsOf(theStore().read, programme.authorityId, programme.id),
  };
}

/** How many children live in each area, from the newest file that says so. */
async function childrenOver(
  programme: Programme,
  ground: Ground,
): Promise<Map<string, number | null> | null> {
  const level = ground.boundaries?.level ?? '';
  for (const file of await figureFiles(programme)) {
    const measure = file.level === level ? childrenMeasure(file.measures) : undefined;
    if (!measure || file.isOwnCount) continue;
    const areas = await areasOfLevel(file, level);
    const { figures } = await figuresOver(programme, ground, file, areas, measure);
    return new Map([...figures].map(([code, { figure }]) => [code, figure]));
  }
  return null;
}
