import type { AreaFileRow } from '#db/area-files.ts';
import type { Programme } from '#db/people.ts';
import { sayMeasure, statisticOf, type Measure } from '#app/needs/areas/area-headers.ts';
import { leadingMeasure } from '#app/needs/areas/area-summary.ts';
import type { Bridge } from '#app/needs/areas/bridge.ts';
import { hiddenAreas } from '#app/needs/areas/own-counts.ts';
import { sayFigure } from '#app/needs/printed-table.ts';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { classesOf, type Classes } from './classes.ts';
import { drawingOf } from './draw.ts';
import { areasOfLevel, figureFiles, figuresOver, groundOf, type Ground } from './ground.server.ts';
import { mapSvg } from './map-svg.ts';
import { onDrawing, type PlacedSite } from './sites.ts';

export interface AskedMap {
  file: string;
  measure: string;
  sites: boolean;
}

/** Figures that a map can show: the files of the levels that outlines are here for. */
export interface MapChoice {
  file: string;
  title: string;
  measures: { key: string; name: string }[];
}

export interface MapRow {
  code: string;
  name: string;
  figure: string;
  note: string;
}

export interface AreaMap {
  svg: string;
  title: string;
  /** What the picture shows, in words: its alternative text. */
  description: string;
  choices: MapChoice[];
  chosen: { file: string; measure: string } | null;
  legend: Classes['classes'];
  withFigure: number;
  withoutFigure: number;
  hidden: number;
  /** What was done to lay the figures over the outlines. */
  sentences: string[];
  rows: MapRow[];
  sites: PlacedSite[];
  /** Names of sites that lie beyond the edge of the map. */
  outside: string[];
  unplaced: string[];
  /** Whether a decile can be made evidence of a need. */
  isDecile: boolean;
}

/** A map of one measure with the sites, its legend and its table; null where there are no outlines. */
export async function areaMap(programme: Programme, asked: AskedMap): Promise<AreaMap | null> {
  const files = await figureFiles(programme);
  const found = files.find(({ id }) => id === asked.file);
  const wanted = found ? await groundOf(programme, found.level) : null;
  const ground = wanted?.boundaries ? wanted : await groundOf(programme);
  if (!ground.boundaries) return null;
  const level = ground.boundaries.level;
  const shown = await chosenMeasure(files, level, asked);
  const bridged = shown
    ? await figuresOver(programme, ground, shown.file, shown.areas, shown.measure)
    : null;
  return drawnMap(ground, files, shown, bridged, asked.sites);
}

interface ShownMeasure {
  file: AreaFileRow;
  areas: Awaited<ReturnType<typeof areasOfLevel>>;
  measure: Measure;
}

async function chosenMeasure(
  files: readonly AreaFileRow[],
  level: string,
  asked: AskedMap,
): Promise<ShownMeasure | null> {
  const ofLevel = files.filter((file) => file.level === level);
  const file =
    ofLevel.find(({ id }) => id === asked.file) ??
    ofLevel.find(({ kind }) => kind.startsWith('iod')) ??
    ofLevel[0];
  if (!file) return null;
  const areas = await areasOfLevel(file, level);
  const measure =
    file.measures.find(({ key }) => key === asked.measure) ?? leadingMeasure(file.measures, areas);
  return measure ? { file, areas, measure } : null;
}

function drawnMap(
  ground: Ground,
  files: readonly AreaFileRow[],
  shown: ShownMeasure | null,
  bridged: Bridge | null,
  withSites: boolean,
): AreaMap {
  const codes = ground.outlines.map(({ code }) => code);
  const figures = new Map(codes.map((code) => [code, bridged?.figures.get(code)?.figure ?? null]));
  const hidden = shown?.file.isOwnCount ? hiddenOver(shown, bridged) : new Set<string>();
  const classes = shown
    ? classesOf(shown.measure, figures, hidden)
    : { title: 'Areas', classes: [], of: new Map<string, number>(), hidden };
  const drawing = drawingOf(ground.outlines);
  const visible = onDrawing(drawing, ground.sites);
  const sites = withSites ? visible : [];
  const names = new Map(ground.outlines.map(({ code, name }) => [code, name]));
  const say = (code: string) => sayArea(code, figures, hidden);
  const title = shown
    ? `${classes.title} by ${ONE_OF[ground.boundaries?.level ?? ''] ?? 'area'}`
    : 'Areas and sites';
  const withFigure = classes.of.size;
  const description = describe(classes, codes.length, sites);
  const svg = mapSvg({
    id: 'map',
    title,
    description,
    drawing,
    classes,
    points: sites.map((site) => ({ ...site, ...drawing.at(site.point) })),
    over: overOn(drawing, ground),
    sayArea: (code) => `${names.get(code) ?? code}: ${say(code)}`,
  });
  return {
    svg,
    title,
    description,
    choices: choicesFor(files, ground.boundaries?.level ?? ''),
    chosen: shown ? { file: shown.file.id, measure: shown.measure.key } : null,
    legend: classes.classes,
    withFigure,
    withoutFigure: codes.length - withFigure - hidden.size,
    hidden: hidden.size,
    sentences: bridged?.sentences ?? [],
    rows: shown ? rowsOf(ground, bridged, figures, shown.measure, say) : [],
    sites: visible,
    outside: ground.sites.filter((site) => !visible.includes(site)).map(({ name }) => name),
    unplaced: ground.unplaced,
    isDecile: shown !== null && statisticOf(shown.measure.header) === 'decile',
  };
}

const ONE_OF: Readonly<Record<string, string>> = { 'small areas': 'small area', wards: 'ward' };

/** Wards as they lie on a drawing of small areas. */
function overOn(drawing: ReturnType<typeof drawingOf>, { over }: Ground) {
  if (over.length === 0) return [];
  return drawing.also(over);
}

/** The outlines over areas that the mask of the whole file hides: one mask for every page. */
function hiddenOver({ areas, measure }: ShownMeasure, bridged: Bridge | null): Set<string> {
  const small = hiddenAreas(
    new Map(areas.map(({ code, figures }) => [code, figures[measure.key] ?? null])),
  );
  const over = [...(bridged?.figures ?? [])].filter(([, { from }]) =>
    from.some((code) => small.has(code)),
  );
  return new Set(over.map(([code]) => code));
}

function sayArea(
  code: string,
  figures: ReadonlyMap<string, number | null>,
  hidden: ReadonlySet<string>,
): string {
  if (hidden.has(code)) return HIDDEN;
  const figure = figures.get(code) ?? null;
  return figure === null ? 'no figure' : sayFigure(figure);
}

function describe(classes: Classes, all: number, sites: readonly PlacedSite[]): string {
  const filled = classes.classes.filter(({ areas }) => areas > 0);
  const parts = filled.map(({ label, areas }) => `${label}: ${areas}`);
  const without = all - classes.of.size;
  return [
    `A map of ${all} areas. ${classes.title}. Number of areas in each class: ${parts.join('; ')}.`,
    without > 0 ? `${without} have no figure that can be shown.` : '',
    sites.length > 0
      ? `Sites: ${sites.map(({ number, name }) => `${number} ${name}`).join('; ')}.`
      : '',
    'The table below the map says the same for each area.',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function choicesFor(files: readonly AreaFileRow[], level: string): MapChoice[] {
  return files
    .filter((file) => file.level === level)
    .map((file) => ({
      file: file.id,
      title: file.title,
      measures: file.measures.map((measure) => ({ key: measure.key, name: sayMeasure(measure) })),
    }));
}

const NOTES: Readonly<Record<string, string>> = {
  carried: 'from the area of 2011 that it was part of',
  added: 'the sum of the areas that were joined',
  split: 'part of an area that was split: a count cannot be shared out',
  merged: 'joined from areas whose figures differ',
  irregular: 'redrawn: cannot be bridged',
  'not in the file': 'not in the file',
};

function rowsOf(
  ground: Ground,
  bridged: Bridge | null,
  figures: ReadonlyMap<string, number | null>,
  measure: Measure,
  say: (code: string) => string,
): MapRow[] {
  const upwards = ['decile', 'rank'].includes(statisticOf(measure.header)) ? 1 : -1;
  const byName = new Intl.Collator('en-GB', { numeric: true });
  const value = (code: string) => figures.get(code) ?? null;
  // Hidden counts stand where their words sort, not where their size would put them.
  const isShown = (code: string) => value(code) !== null && say(code) !== HIDDEN;
  return [...ground.outlines]
    .sort((a, b) => {
      const [x, y] = [isShown(a.code), isShown(b.code)];
      if (x !== y) return x ? -1 : 1;
      const by = x ? upwards * ((value(a.code) ?? 0) - (value(b.code) ?? 0)) : 0;
      return by || byName.compare(a.name, b.name);
    })
    .map(({ code, name }) => ({
      code,
      name,
      figure: say(code),
      note: NOTES[bridged?.figures.get(code)?.how ?? ''] ?? '',
    }));
}
