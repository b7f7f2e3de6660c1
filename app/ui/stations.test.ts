import { expect, test } from 'vitest';
import { STATION_COLOURS, STATIONS } from './stations.ts';

/** Relative luminance of #rrggbb (WCAG 2.2). */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = parseInt(colour.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test.each(STATIONS)('%s can be read on white, and white on it (4.5 to 1)', (station) => {
  expect(1.05 / (luminance(STATION_COLOURS[station]) + 0.05)).toBeGreaterThanOrEqual(4.5);
});
