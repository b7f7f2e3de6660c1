import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gridOf, isOnGrid, lonLatOf, metresBetween, projected } from './os-grid.ts';

const dms = (d: number, m: number, s: number) => ((d + m / 60 + s / 3600) * Math.PI) / 180;

describe('the British National Grid', () => {
  test('projects the worked example of the Ordnance Survey (annex C.1)', () => {
    const caister = projected(dms(52, 39, 27.2531), dms(1, 43, 4.5177));
    expect(caister.easting).toBeCloseTo(651409.903, 2);
    expect(caister.northing).toBeCloseTo(313177.27, 2);
  });

  test('agrees with published pairs of grid and longitude to a few metres', () => {
    // The middle of a ward in the north west, and of the Tower of London.
    const ward = gridOf(-2.725319, 53.37259);
    expect(metresBetween(ward, { easting: 351840, northing: 386435 })).toBeLessThan(8);
    expect(
      metresBetween(gridOf(-0.0759, 51.5081), { easting: 533_610, northing: 180_540 }),
    ).toBeLessThan(100);
  });

  test('there and back is the same place', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -5.5, max: 1.7, noNaN: true }),
        fc.double({ min: 50.2, max: 58, noNaN: true }),
        (longitude, latitude) => {
          const back = lonLatOf(gridOf(longitude, latitude));
          expect(Math.abs(back.longitude - longitude)).toBeLessThan(1e-7);
          expect(Math.abs(back.latitude - latitude)).toBeLessThan(1e-7);
        },
      ),
    );
  });

  test('knows what is nowhere near it', () => {
    expect(isOnGrid(gridOf(-2.7, 53.4))).toBe(true);
    expect(isOnGrid(gridOf(53.4, -2.7))).toBe(false);
  });
});
