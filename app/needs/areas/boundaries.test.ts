import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isInside, middleOf, ringArea } from '#app/needs/maps/outline.ts';
import { metresBetween } from '#app/needs/maps/os-grid.ts';
import { simplifyTogether, type Polygons } from '#app/needs/maps/simplify.ts';
import { describeRealData, realBytes } from '#test/real-data.ts';
import { readBoundaries, type Boundaries } from './boundaries.ts';

const text = (name: string) => new TextDecoder().decode(realBytes('geo', name));

function boundaries(source: string, choice = {}): Boundaries {
  const read = readBoundaries(source, choice);
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('\n'));
  return read.boundaries;
}

const problem = (source: string, choice = {}) => {
  const read = readBoundaries(source, choice);
  return read.ok ? '' : (read.problems[0]?.message ?? '');
};

const square = (code: string, west: number, more: Record<string, unknown> = {}) => ({
  type: 'Feature',
  properties: { LSOA21CD: code, LSOA21NM: `Wexcombe ${code.slice(-3)}`, ...more },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 53],
        [west + 0.01, 53],
        [west + 0.01, 53.01],
        [west, 53.01],
        [west, 53],
      ],
    ],
  },
});
const collection = (...features: unknown[]) =>
  JSON.stringify({ type: 'FeatureCollection', features });

const areaOf = (polygons: Polygons) =>
  polygons.reduce((sum, [outer = []]) => sum + Math.abs(ringArea(outer)), 0);

const pointsOf = (polygons: Polygons) =>
  new Set(
    polygons
      .flat()
      .flatMap((ring) => ring.flatMap((e, at) => (at % 2 === 0 ? [`${e},${ring[at + 1]}`] : []))),
  );

/** Points that several areas had, and that only some of them kept: there a gap opens. */
function tornPoints(before: readonly Polygons[], after: readonly Polygons[]): string[] {
  const had = before.map(pointsOf);
  const has = after.map(pointsOf);
  const all = new Set(had.flatMap((points) => [...points]));
  return [...all].filter((point) => {
    const owners = had.flatMap((points, at) => (points.has(point) ? [at] : []));
    const keepers = owners.filter((at) => has[at]?.has(point));
    return keepers.length > 0 && keepers.length < owners.length;
  });
}

describe('boundaries', () => {
  test('come back on the grid with their middle inside', () => {
    const two = boundaries(collection(square('E01999001', -2), square('E01999002', -1.99)));
    expect(two).toMatchObject({ level: 'small areas', year: '2021' });
    expect(two.shapes.map(({ name }) => name)).toEqual(['Wexcombe 001', 'Wexcombe 002']);
    const [first] = two.shapes;
    // A hundredth of a degree at 53 degrees north is 671 m by 1,113 m.
    expect(areaOf(first?.polygons ?? []) / 1e6).toBeCloseTo(0.746, 1);
    expect(isInside(first?.middle ?? { easting: 0, northing: 0 }, first?.polygons[0] ?? [])).toBe(
      true,
    );
  });

  test('refuses what is no set of areas, in words that say what to do', () => {
    expect(problem('{"type":"FeatureCollection","features":[')).toContain('breaks off');
    expect(problem('{"a":1}')).toContain('not a collection');
    expect(problem(collection())).toContain('no areas');
    expect(problem(collection({ type: 'Feature', properties: {}, geometry: null }))).toContain(
      'not a polygon',
    );
    const nameless = { ...square('E01999001', -2), properties: { name: 'A' } };
    expect(problem(collection(nameless))).toContain('codes');
    const same = square('E01999001', -2);
    expect(problem(collection(same, same, square('E01999002', -2)))).toContain('twice');
    const swapped = structuredClone(same);
    swapped.geometry.coordinates = [
      swapped.geometry.coordinates[0]?.map(([x = 0, y = 0]) => [y, x]) ?? [],
    ];
    expect(problem(collection(swapped))).toContain('longitude, then latitude');
    const odd = JSON.parse(collection(same).replaceAll('53.01', '"north"')) as unknown;
    expect(problem(JSON.stringify(odd))).toContain('pair of numbers');
  });

  test('keeps one authority of several', () => {
    const both = collection(
      square('E01999001', -2, { LAD21CD: 'E06999999', LAD21NM: 'Wexcombe' }),
      square('E01999002', -1.9, { LAD21CD: 'E06999998', LAD21NM: 'Elsewhere' }),
    );
    expect(boundaries(both, { only: 'elsewhere' }).shapes).toHaveLength(1);
    expect(boundaries(both, { own: ['E06999999'] }).shapes[0]?.code).toBe('E01999001');
    expect(problem(both, { only: 'Nowhere' })).toContain('Nowhere');
  });

  test('neighbours are simplified alike: a shared point stays in both or in neither', () => {
    // Strips that share crooked lines.
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 20, maxLength: 20 }), {
          minLength: 2,
          maxLength: 5,
        }),
        fc.integer({ min: 1, max: 60 }),
        (wobbles, tolerance) => {
          const lines = wobbles.map((wobble, strip) =>
            wobble.map((by, step) => [strip * 200 + by, step * 30] as const),
          );
          const strips = lines.slice(1).map((right, at): Polygons => {
            const left = lines[at] ?? [];
            return [[[...left, ...[...right].reverse()].flat()]];
          });
          expect(tornPoints(strips, simplifyTogether(strips, tolerance))).toEqual([]);
        },
      ),
    );
  });

  test('the middle of a horseshoe is on its iron', () => {
    const horseshoe: Polygons = [
      [[0, 0, 100, 0, 100, 100, 80, 100, 80, 20, 20, 20, 20, 100, 0, 100]],
    ];
    const middle = middleOf(horseshoe);
    expect(isInside(middle, horseshoe[0] ?? [])).toBe(true);
  });
});

describeRealData('official boundaries', () => {
  const FILES = [
    ['bedford_lsoa.geojson', 'small areas', '2021', 117],
    ['doncaster_lsoa.geojson', 'small areas', '2021', 199],
    ['halton_lsoa.geojson', 'small areas', '2021', 80],
    ['westminster_lsoa.geojson', 'small areas', '2021', 123],
    ['bedford_ward.geojson', 'wards', '2025', 28],
    ['doncaster_ward.geojson', 'wards', '2025', 21],
    ['halton_ward.geojson', 'wards', '2025', 18],
    ['westminster_ward.geojson', 'wards', '2025', 18],
  ] as const;

  test.each(FILES)('%s', (name, level, year, areas) => {
    const source = text(name);
    const read = boundaries(source);
    expect(read).toMatchObject({ level, year });
    expect(read.shapes).toHaveLength(areas);
    expect(read.points).toBeLessThan(read.pointsBefore);
    for (const { middle, polygons, code } of read.shapes) {
      const inSome = polygons.some((rings) => isInside(middle, rings));
      expect([code, inSome]).toEqual([code, true]);
    }
  });

  test('a ward’s middle is near the point that the publisher prints for it', () => {
    const source = text('halton_ward.geojson');
    const { features } = JSON.parse(source) as {
      features: { properties: { WD25CD: string; BNG_E: number; BNG_N: number } }[];
    };
    const { shapes } = boundaries(source);
    const near = shapes.filter(({ code, middle }) => {
      const of = features.find(({ properties }) => properties.WD25CD === code)?.properties;
      const point = { easting: of?.BNG_E ?? 0, northing: of?.BNG_N ?? 0 };
      return metresBetween(middle, point) < 600;
    });
    expect(near.length).toBeGreaterThan(15);
  });
});
