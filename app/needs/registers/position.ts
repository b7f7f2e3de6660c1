import { gridOf, isOnGrid, type GridPoint } from '#app/needs/maps/os-grid.ts';

/** The 500 km square of a grid reference's first letter, from the false origin (S, T, N, H, O). */
const LETTERS = 'ABCDEFGHJKLMNOPQRSTUVWXYZ';

/**
 * Reads where something stands: easting and northing ("351840 386435"), latitude and longitude
 * ("53.3726, -2.7253") or a grid reference of the Ordnance Survey ("SJ 518 864").
 *
 * @returns the point in whole metres of the National Grid, or null where the text is none of these
 */
export function readPosition(text: string): GridPoint | null {
  const words = text.trim();
  return readReference(words) ?? readPair(words);
}

function readPair(words: string): GridPoint | null {
  const pair = /^(-?\d+(?:\.\d+)?)(?:\s*[,;]\s*|\s+)(-?\d+(?:\.\d+)?)$/.exec(words);
  if (!pair) return null;
  const [a, b] = [Number(pair[1]), Number(pair[2])];
  if (a >= 49 && a <= 61 && b >= -9 && b <= 2.5) return onGrid(gridOf(b, a));
  return a >= 1000 && b >= 1000 ? onGrid({ easting: a, northing: b }) : null;
}

function onGrid({ easting, northing }: GridPoint): GridPoint | null {
  const point = { easting: Math.round(easting), northing: Math.round(northing) };
  return isOnGrid(point) ? point : null;
}

function readReference(words: string): GridPoint | null {
  const found = /^([HJNOST])([A-HJ-Z])\s*((?:\d\s*){4,10})$/i.exec(words);
  const digits = (found?.[3] ?? '').replace(/\s/g, '');
  if (!found || digits.length % 2 === 1) return null;
  const [big, small] = [found[1], found[2]].map((letter) =>
    LETTERS.indexOf((letter ?? '').toUpperCase()),
  );
  if (big === undefined || small === undefined || big < 0 || small < 0) return null;
  const east = ((big % 5) - 2) * 500_000 + (small % 5) * 100_000;
  const north = (3 - Math.floor(big / 5)) * 500_000 + (4 - Math.floor(small / 5)) * 100_000;
  const half = digits.length / 2;
  const unit = 10 ** (5 - half);
  // The middle of the square that the reference names.
  const middle = Math.floor(unit / 2);
  return onGrid({
    easting: east + Number(digits.slice(0, half)) * unit + middle,
    northing: north + Number(digits.slice(half)) * unit + middle,
  });
}

/** As it is kept and written to files: "351840 386435". */
export const sayPosition = ({ easting, northing }: GridPoint) => `${easting} ${northing}`;
