import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { describeRealData, realBytes } from '#test/real-data.ts';
import { readOfficial } from '#app/needs/areas/read-any.ts';
import { classesOf } from './classes.ts';
import { nearestPlaces, outOfReach, sayDistance } from './distance.ts';
import { drawingOf } from './draw.ts';
import { mapSvg } from './map-svg.ts';
import { reachOf, type ReachArea } from './reach.ts';
import { byWard } from './ward-need.ts';

const DECILE = { key: 'd', header: 'Income (IDACI) Decile (where 1 is most deprived)' };
const COUNT = { key: 'n', header: 'Registered children' };
const square = (code: string, e: number, n: number) => ({
  code,
  name: `Area ${code}`,
  middle: { easting: e + 500, northing: n + 500 },
  polygons: [[[e, n, e + 1000, n, e + 1000, n + 1000, e, n + 1000]]],
});

describe('classes of a map', () => {
  test('tenths are drawn as they are, and no figure is no class', () => {
    const { classes, of } = classesOf(
      DECILE,
      new Map([
        ['A', 1],
        ['B', 10],
        ['C', null],
      ]),
    );
    expect(classes).toHaveLength(10);
    expect([of.get('A'), of.get('B'), of.get('C')]).toEqual([0, 9, undefined]);
    expect(classes.map(({ areas }) => areas)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });

  test('other figures stand in at most five classes of different values, every area once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1 }), (values) => {
        const figures = new Map(values.map((value, at) => [`A${at}`, value]));
        const { classes, of } = classesOf(COUNT, figures);
        expect(classes.length).toBeLessThanOrEqual(5);
        expect(classes.reduce((sum, { areas }) => sum + areas, 0)).toBe(values.length);
        for (const [a, x] of figures) {
          for (const [b, y] of figures) {
            if (x < y) expect(of.get(a) ?? 0).toBeLessThanOrEqual(of.get(b) ?? 0);
            if (x === y) expect(of.get(a)).toBe(of.get(b));
          }
        }
      }),
    );
  });

  test('a hidden area is in no class', () => {
    const { of, hidden } = classesOf(
      COUNT,
      new Map([
        ['A', 3],
        ['B', 9],
      ]),
      new Set(['A']),
    );
    expect([of.has('A'), of.has('B'), hidden.has('A')]).toEqual([false, true, true]);
  });
});

describe('a map', () => {
  const outlines = [square('A', 400_000, 300_000), square('B', 401_000, 300_000)];
  const drawing = drawingOf(outlines);
  const svg = mapSvg({
    id: 'm',
    title: 'A & B <script>',
    description: '"quoted"',
    drawing,
    classes: classesOf(DECILE, new Map([['A', 1]])),
    points: [
      {
        ...drawing.at({ easting: 400_500, northing: 300_500 }),
        number: 1,
        name: '<hub>',
        sign: 'circle',
      },
    ],
    over: [],
    sayArea: (code) => `Area ${code}`,
  });

  test('has a name and a description, and no word of anybody becomes markup', () => {
    expect(svg).toContain('role="img" aria-labelledby="m-title m-desc"');
    expect(svg).toContain('A &amp; B &lt;script&gt;');
    expect(svg).not.toContain('<script>');
    expect(svg).not.toContain('<hub>');
  });

  test('draws north up, an area without figure hatched, and says its scale', () => {
    const [a, b] = drawing.areas;
    expect((a?.x ?? 0) < (b?.x ?? 0)).toBe(true);
    const north = drawing.at({ easting: 400_500, northing: 300_900 });
    expect(north.y).toBeLessThan(a?.y ?? 0);
    expect(svg).toContain('url(#m-none)');
    expect(svg).toContain('500 m</text>');
  });
});

describe('distance', () => {
  const areas = [square('A', 0, 0), square('B', 3000, 4000)];
  const hub = { id: '1', name: 'Hub', point: { easting: 500, northing: 500 } };

  test('is the straight line to the nearest place', () => {
    const nearest = nearestPlaces(areas, [
      hub,
      { ...hub, id: '2', point: { easting: 90_000, northing: 0 } },
    ]);
    expect(nearest.map(({ metres }) => metres)).toEqual([0, 5000]);
    expect(outOfReach(nearest, 2000).map(({ code }) => code)).toEqual(['B']);
    expect(outOfReach(nearestPlaces(areas, []), 2000)).toHaveLength(2);
    expect([0, 654, 1000, 12_345].map(sayDistance)).toEqual(['0 m', '650 m', '1.0 km', '12.3 km']);
  });
});

describe('wards', () => {
  const small = (code: string, decile: number | null, children: number | null) => ({
    code,
    name: code,
    decile,
    children,
  });
  const to = (code: string, toCode: string) => ({ code, relation: 'ward', toCode, toName: '' });

  test('take the average tenth of their small areas by the children of each', () => {
    const wards = byWard(
      [small('A', 1, 300), small('B', 5, 100), small('C', null, 50), small('D', 4, null)],
      [to('A', 'W1'), to('B', 'W1'), to('C', 'W1'), to('D', 'W2'), to('Z', 'W3')],
    );
    expect(wards).toEqual([
      { code: 'W1', name: 'W1', decile: 2, children: 450 },
      { code: 'W2', name: 'W2', decile: 4, children: null },
    ]);
  });
});

describe('reach against need', () => {
  const area = (
    code: string,
    decile: number | null,
    reached: number | null,
    children = 100,
  ): ReachArea => ({
    code,
    name: code,
    decile,
    reached,
    children,
  });

  test('adds up by band of deprivation, of the children who live there', () => {
    const reach = reachOf([
      area('A', 1, 30),
      area('B', 1, 50),
      area('C', 9, 80),
      area('D', null, 9),
    ]);
    expect(reach.bands[0]).toMatchObject({
      areas: 2,
      reached: 80,
      children: 200,
      share: 0.4,
      ofAll: 80 / 169,
    });
    expect(reach).toMatchObject({ total: 169, whole: 169 / 400 });
    expect(reach.bands[5]).toMatchObject({ label: 'No deprivation figure', reached: 9 });
    expect(reach.areas.filter(({ first }) => first).map(({ code }) => code)).toEqual(['A']);
    expect(reach.notCounted).toBe(0);
  });

  test('the Doncaster table: its top three tenths hold 28,516, not the printed 28,156', () => {
    const reach = reachOf([
      area('1', 1, 15_688),
      area('2', 2, 7862),
      area('3', 3, 4966),
      area('4', 5, 15_790),
    ]);
    const top = reach.bands.slice(0, 3).map(({ reached }) => Number(reached));
    expect(top.reduce((sum, each) => sum + each, 0)).toBe(28_516);
    expect(reach.total).toBe(44_306);
  });

  test('what the whole file hides stays hidden, and sums that would give it away go with it', () => {
    // The file hides A with an area elsewhere, and shows B: then no sum over A and B may stand.
    const both = [area('A', 1, 3), area('B', 1, 6), area('C', 9, 80)];
    const reach = reachOf(both, new Set(['A']));
    expect(reach.areas.map(({ reached }) => reached)).toEqual([HIDDEN, 6, 80]);
    expect(reach.bands[0]?.reached).toBe(HIDDEN);
    expect(reach.total).toBe(HIDDEN);
  });

  test('no small count can be worked out from bands, areas and totals', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            decile: fc.integer({ min: 1, max: 10 }),
            reached: fc.integer({ min: 0, max: 40 }),
          }),
          { minLength: 1, maxLength: 25 },
        ),
        (rows) => {
          const reach = reachOf(
            rows.map(({ decile, reached }, at) => area(`A${at}`, decile, reached)),
          );
          const counts = rows.map(({ reached }) => reached);
          const hidden = counts.filter((_, at) => reach.areas[at]?.reached === HIDDEN);
          const shown = counts.filter((_, at) => reach.areas[at]?.reached !== HIDDEN);
          expect(shown.some((count) => count > 0 && count < 5)).toBe(false);
          // Whatever sum is published, what it hides is nothing, or two or more with room.
          const roomIn = (members: number[]) =>
            members.length === 0 ||
            (members.length > 1 && members.reduce((sum, each) => sum + each, 0) >= 5);
          if (reach.total !== HIDDEN) expect(roomIn(hidden)).toBe(true);
          const bandOf = (decile: number) => (decile <= 3 ? decile - 1 : decile <= 7 ? 3 : 4);
          const hiddenIn = (wanted: (band: number) => boolean) =>
            rows.flatMap(({ decile, reached }, at) =>
              wanted(bandOf(decile)) && reach.areas[at]?.reached === HIDDEN ? [reached] : [],
            );
          const open = reach.bands.map(({ reached }) => reached !== HIDDEN);
          open.forEach((isOpen, at) => {
            if (isOpen) expect(roomIn(hiddenIn((band) => band === at))).toBe(true);
          });
          if (reach.total !== HIDDEN) {
            expect(roomIn(hiddenIn((band) => !open[band]))).toBe(true);
          }
        },
      ),
    );
  });
});

describeRealData('a map of a real borough', () => {
  test('199 small areas are drawn in well under a second, each with an outline', () => {
    const read = readOfficial(realBytes('geo', 'doncaster_lsoa.geojson'));
    if (!read.ok || read.what !== 'boundaries') throw new Error('no boundaries');
    const drawing = drawingOf(read.boundaries.shapes);
    expect(drawing.areas).toHaveLength(199);
    expect(drawing.areas.every(({ d }) => d.startsWith('M'))).toBe(true);
    expect(drawing.height).toBeGreaterThan(400);
  });
});
