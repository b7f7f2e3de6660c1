import { areasIn, type AreaFileRow } from '#db/area-files.ts';
import { newestLinks } from '#db/areas.ts';
import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import type { AreaFigures } from '#app/needs/areas/area-figures.ts';
import { sayMeasure, type Measure } from '#app/needs/areas/area-headers.ts';
import { childrenMeasure, decileMeasures, leadingMeasure } from '#app/needs/areas/area-summary.ts';
import { isCount } from '#app/needs/areas/bridge.ts';
import { hiddenAreas } from '#app/needs/areas/own-counts.ts';
import { areasOfLevel, figureFiles } from './ground.server.ts';
import { reachOf, type Reach, type ReachArea } from './reach.ts';
import { byWard } from './ward-need.ts';

export interface ReachPage {
  reach: Reach | null;
  names: { need: string; reached: string };
  chosen: { need: string; reach: string };
  /** What can be chosen: "file:measure" with its words. */
  needs: { value: string; label: string }[];
  reaches: { value: string; label: string }[];
  level: string;
  /** What must be said about how the two were laid side by side. */
  notes: string[];
}

interface Chosen {
  file: AreaFileRow;
  measure: Measure;
}

/** Those who were reached beside the deprivation of where they live. */
export async function reachAgainstNeed(
  programme: Programme,
  asked: { need: string; reach: string },
): Promise<ReachPage> {
  const files = await figureFiles(programme);
  const needs = files.flatMap((file) =>
    file.level === 'small areas' ? decilesOf(file).map((measure) => ({ file, measure })) : [],
  );
  const reaches = files.flatMap((file) =>
    ['small areas', 'wards'].includes(file.level) && !file.kind.startsWith('iod')
      ? file.measures.filter(isCount).map((measure) => ({ file, measure }))
      : [],
  );
  const need = chosenOf(needs, asked.need) ?? (await leadingNeed(needs));
  const reach =
    chosenOf(reaches, asked.reach) ?? reaches.find(({ file }) => file.isOwnCount) ?? reaches[0];
  const page: ReachPage = {
    reach: null,
    names: {
      need: need ? sayMeasure(need.measure) : '',
      reached: reach ? `${sayMeasure(reach.measure)}, ${reach.file.title}` : '',
    },
    chosen: { need: need ? valueOf(need) : '', reach: reach ? valueOf(reach) : '' },
    needs: needs.map((each) => option(each)),
    reaches: reaches.map((each) => option(each)),
    level: reach?.file.level ?? '',
    notes: [],
  };
  return need && reach ? { ...page, ...(await together(programme, need, reach)) } : page;
}

const decilesOf = ({ measures }: AreaFileRow) =>
  measures.filter(({ key }) => key.endsWith('-decile'));

const valueOf = ({ file, measure }: Chosen) => `${file.id}:${measure.key}`;

const option = (each: Chosen) => ({
  value: valueOf(each),
  label: `${sayMeasure(each.measure)} (${each.file.title})`,
});

const chosenOf = (some: readonly Chosen[], asked: string) =>
  some.find((each) => valueOf(each) === asked);

async function leadingNeed(needs: readonly Chosen[]): Promise<Chosen | undefined> {
  const [first] = needs;
  if (!first) return undefined;
  const areas = await areasOfLevel(first.file, 'small areas');
  const leading = leadingMeasure(decileMeasures(first.file.measures, areas), areas);
  return (
    needs.find(({ file, measure }) => file === first.file && measure.key === leading?.key) ?? first
  );
}

async function together(
  programme: Programme,
  need: Chosen,
  reach: Chosen,
): Promise<{ reach: Reach | null; notes: string[] }> {
  const { read } = theStore();
  const needAreas = await areasOfLevel(need.file, 'small areas');
  const reachAreas = await areasIn(read, programme.authorityId, reach.file.id);
  const children = childrenMeasure(need.file.measures);
  const small = needAreas.map((area) => ({
    code: area.code,
    name: area.name,
    decile: area.figures[need.measure.key] ?? null,
    children: children ? (area.figures[children.key] ?? null) : null,
  }));
  const notes: string[] = [];
  let over = small;
  if (reach.file.level === 'wards') {
    const lookup = await newestLinks(read, programme.authorityId, programme.id, 'lookup');
    if (!lookup) {
      return {
        reach: null,
        notes: [
          'The counts are by ward and deprivation is by small area. Bring in the lookup of small areas to wards.',
        ],
      };
    }
    over = byWard(small, lookup.links);
    notes.push(
      'The tenth of a ward is the average of its small areas, by the children who live in each.',
    );
  } else if (differ(need.file, reach.file)) {
    notes.push(
      `Deprivation is of the areas of ${need.file.boundaries}, the counts of those of ${reach.file.boundaries}: only areas with the same code are laid side by side.`,
    );
  }
  const joined = joinedAreas(over, reachAreas, reach.measure);
  const without = reachAreas.length - joined.filter(({ reached }) => reached !== null).length;
  if (without > 0) {
    notes.push(
      `${without.toLocaleString('en-GB')} areas of the counts have no deprivation figure.`,
    );
  }
  const counts = new Map(
    reachAreas.map(({ code, figures }) => [code, figures[reach.measure.key] ?? null]),
  );
  return { reach: reachOf(joined, hiddenAreas(counts)), notes };
}

const differ = (a: AreaFileRow, b: AreaFileRow) =>
  a.boundaries !== '' && b.boundaries !== '' && a.boundaries !== b.boundaries;

function joinedAreas(
  over: readonly Omit<ReachArea, 'reached'>[],
  reached: readonly AreaFigures[],
  measure: Measure,
): ReachArea[] {
  const counts = new Map(reached.map((area) => [area.code, area.figures[measure.key] ?? null]));
  return over.map((area) => ({ ...area, reached: counts.get(area.code) ?? null }));
}
