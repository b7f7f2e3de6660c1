import type { Programme } from '#db/people.ts';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import type { Classes, MapClass } from './classes.ts';
import { drawingOf } from './draw.ts';
import { groundOf } from './ground.server.ts';
import { mapSvg } from './map-svg.ts';
import type { Reach, ShownArea } from './reach.ts';
import { onDrawing, type PlacedSite } from './sites.ts';

export interface ReachMap {
  svg: string;
  legend: MapClass[];
  withoutFigure: number;
  hidden: number;
  sites: PlacedSite[];
}

const LOOKS = [
  {
    label: 'Most deprived three tenths, reached less than the whole',
    fill: '#9c3d10',
    ink: '#ffffff',
    pattern: 'close-lines',
  },
  {
    label: 'Most deprived three tenths, reached as much or more',
    fill: '#f4b183',
    ink: '#0b0c0c',
    pattern: 'dots',
  },
  {
    label: 'Others, reached less than the whole',
    fill: '#bdd6ec',
    ink: '#0b0c0c',
    pattern: 'lines',
  },
  { label: 'Others, reached as much or more', fill: '#ecf3fa', ink: '#0b0c0c', pattern: null },
] as const;

/** Need and reach on one map: where deprivation is high and few are reached stands out. */
export async function reachMap(
  programme: Programme,
  reach: Reach,
  level: string,
): Promise<ReachMap | null> {
  const ground = await groundOf(programme, level);
  const { whole } = reach;
  if (!ground.boundaries || whole === null) return null;
  const place = ({ decile, share }: ShownArea): number | null => {
    if (decile === null || share === null) return null;
    return (decile <= 3 ? 0 : 2) + (share < whole ? 0 : 1);
  };
  const areas = new Map(reach.areas.map((area) => [area.code, area]));
  const of = new Map<string, number>();
  for (const area of reach.areas) {
    const at = place(area);
    if (at !== null) of.set(area.code, at);
  }
  const hidden = new Set(
    reach.areas.filter(({ reached }) => reached === HIDDEN).map(({ code }) => code),
  );
  const drawn = ground.outlines.filter(({ code }) => of.has(code));
  const legend = LOOKS.map((looks, at): MapClass => ({
    ...looks,
    short: '',
    areas: drawn.filter(({ code }) => of.get(code) === at).length,
  }));
  const classes: Classes = { title: 'Reach against need', classes: legend, of, hidden };
  const drawing = drawingOf(ground.outlines);
  const svg = mapSvg({
    id: 'map',
    title: 'Reach against need',
    description: `${legend.map(({ label, areas: n }) => `${label}: ${n} areas`).join('; ')}. The tables say the same.`,
    drawing,
    classes,
    points: onDrawing(drawing, ground.sites).map((site) => ({
      ...site,
      ...drawing.at(site.point),
    })),
    over: ground.over.length > 0 ? drawing.also(ground.over) : [],
    sayArea: (code) => {
      const area = areas.get(code);
      return area ? `${area.name}: tenth ${area.decile ?? 'not known'}, ${sayReached(area)}` : code;
    },
  });
  const shownHidden = ground.outlines.filter(({ code }) => hidden.has(code)).length;
  return {
    svg,
    legend,
    hidden: shownHidden,
    withoutFigure: ground.outlines.length - drawn.length - shownHidden,
    sites: onDrawing(drawing, ground.sites),
  };
}

function sayReached({ reached, share }: ShownArea): string {
  if (reached === HIDDEN || reached === null) return HIDDEN;
  const of = share === null ? '' : `, ${(share * 100).toFixed(0)} for each hundred children`;
  return `${reached.toLocaleString('en-GB')} reached${of}`;
}
