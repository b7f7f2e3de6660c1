import type { Programme } from '#db/people.ts';
import { sayInstead } from './decisions.ts';
import { outOfReach, sayDistance, type Nearest } from './distance.ts';
import { distances } from './distance.server.ts';
import type { Classes, MapClass } from './classes.ts';
import { drawingOf } from './draw.ts';
import { mapSvg } from './map-svg.ts';
import { distanceFinding } from './place-findings.ts';
import { onDrawing, type PlacedSite } from './sites.ts';

export interface DistanceRow {
  code: string;
  name: string;
  nearest: string;
  metres: number | null;
  children: number | null;
  decision: { instead: string; because: string } | null;
}

export interface DistancePage {
  hasBoundaries: boolean;
  to: 'hub' | 'all';
  metres: number;
  svg: string;
  legend: MapClass[];
  sites: PlacedSite[];
  unplaced: string[];
  /** One sentence with its base, ready to be made evidence; null where there is no site. */
  sentence: string | null;
  /** Areas out of reach, furthest first. */
  out: DistanceRow[];
  /** Areas within reach, nearest first. */
  within: DistanceRow[];
  /** Decisions for areas that are within reach by now. */
  settled: DistanceRow[];
}

/** Distances as a map and as two lists: out of reach with what is decided, and within reach. */
export async function distancePage(
  programme: Programme,
  to: 'hub' | 'all',
  metres: number,
): Promise<DistancePage> {
  const found = await distances(programme, to);
  const { ground, nearest, children, decisions } = found;
  const far = new Set(outOfReach(nearest, metres).map(({ code }) => code));
  const decided = new Map(decisions.map((each) => [each.code, each]));
  const rowOf = (each: Nearest): DistanceRow => {
    const decision = decided.get(each.code);
    return {
      code: each.code,
      name: each.name,
      nearest: each.nearest?.name ?? '',
      metres: each.metres,
      children: children?.get(each.code) ?? null,
      decision: decision
        ? { instead: sayInstead(decision.instead), because: decision.because }
        : null,
    };
  };
  const within = nearest
    .filter(({ code }) => !far.has(code))
    .sort((a, b) => (a.metres ?? 0) - (b.metres ?? 0))
    .map(rowOf);
  const finding = found.to.length === 0 ? null : distanceFinding(nearest, metres, to, children);
  const drawn = ground.boundaries ? drawnDistances(ground, nearest, metres, decided) : null;
  return {
    hasBoundaries: ground.boundaries !== null,
    to,
    metres,
    svg: drawn?.svg ?? '',
    legend: drawn?.legend ?? [],
    sites: ground.sites,
    unplaced: ground.unplaced,
    sentence: finding?.sentence ?? null,
    out: outOfReach(nearest, metres).map(rowOf),
    within,
    settled: within.filter(({ decision }) => decision !== null),
  };
}

const OPEN = { fill: '#9c3d10', ink: '#ffffff', pattern: 'close-lines', short: '' } as const;
const SETTLED = { fill: '#f4b183', ink: '#0b0c0c', pattern: 'dots', short: '' } as const;
const NEAR = { fill: '#cfe3f3', ink: '#0b0c0c', pattern: null, short: '' } as const;
const NEARER = { fill: '#ecf3fa', ink: '#0b0c0c', pattern: null, short: '' } as const;

function drawnDistances(
  ground: Awaited<ReturnType<typeof distances>>['ground'],
  nearest: readonly Nearest[],
  metres: number,
  decided: ReadonlyMap<string, unknown>,
) {
  const place = ({ code, metres: far }: Nearest) => {
    if (far === null || far > metres) return decided.has(code) ? 2 : 3;
    return far > metres / 2 ? 1 : 0;
  };
  const count = (at: number) => nearest.filter((each) => place(each) === at).length;
  const [half, whole] = [sayDistance(metres / 2), sayDistance(metres)];
  const legend: MapClass[] = [
    { ...NEARER, label: `Up to ${half}`, areas: count(0) },
    { ...NEAR, label: `${half} to ${whole}`, areas: count(1) },
    { ...SETTLED, label: `Further, and it is decided what comes instead`, areas: count(2) },
    { ...OPEN, label: `Further, and nothing is decided`, areas: count(3) },
  ];
  const classes: Classes = {
    title: 'Straight line to the nearest',
    classes: legend,
    of: new Map(nearest.map((each) => [each.code, place(each)])),
    hidden: new Set(),
  };
  const drawing = drawingOf(ground.outlines);
  const byCode = new Map(nearest.map((each) => [each.code, each]));
  const svg = mapSvg({
    id: 'map',
    title: 'How far each area is from the nearest site',
    description: `${legend.map(({ label, areas }) => `${label}: ${areas} areas`).join('; ')}. The tables below say the same for each area.`,
    drawing,
    classes,
    points: onDrawing(drawing, ground.sites).map((site) => ({
      ...site,
      ...drawing.at(site.point),
    })),
    over: ground.over.length > 0 ? drawing.also(ground.over) : [],
    sayArea: (code) => {
      const each = byCode.get(code);
      return `${each?.name ?? code}: ${sayDistance(each?.metres ?? null)}${each?.nearest ? ` to ${each.nearest.name}` : ''}`;
    },
  });
  return { svg, legend };
}
