/**
 * The British National Grid: eastings and northings in metres. Distances within an authority are
 * straight lines on it, true to 4 parts in 10,000.
 *
 * Source: Ordnance Survey, A Guide to Coordinate Systems in Great Britain, annexes A to C. The step
 * between WGS84 and OSGB36 is the seven-parameter transformation printed there: within about 5 metres.
 */
export interface GridPoint {
  easting: number;
  northing: number;
}

interface Ellipsoid {
  a: number;
  b: number;
}

const AIRY: Ellipsoid = { a: 6377563.396, b: 6356256.909 };
const GRS80: Ellipsoid = { a: 6378137, b: 6356752.3141 };

const F0 = 0.9996012717;
const LAT0 = radians(49);
const LON0 = radians(-2);
const E0 = 400_000;
const N0 = -100_000;

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

const degrees = (angle: number) => (angle * 180) / Math.PI;

/** Longitude and latitude (WGS84, as phones and GeoJSON give them) on the grid. */
export function gridOf(longitude: number, latitude: number): GridPoint {
  const [x, y, z] = cartesian(radians(latitude), radians(longitude), GRS80);
  const [lat, lon] = geodetic(toOsgb36(x, y, z), AIRY);
  return projected(lat, lon);
}

/** A point of the grid as longitude and latitude (WGS84). */
export function lonLatOf({ easting, northing }: GridPoint): {
  longitude: number;
  latitude: number;
} {
  const [lat, lon] = unprojected(easting, northing);
  const [x, y, z] = cartesian(lat, lon, AIRY);
  const [latitude, longitude] = geodetic(fromOsgb36(x, y, z), GRS80);
  return { longitude: degrees(longitude), latitude: degrees(latitude) };
}

/** The straight line between two points, in metres. */
export function metresBetween(a: GridPoint, b: GridPoint): number {
  return Math.hypot(a.easting - b.easting, a.northing - b.northing);
}

/** Whether a point is on land that the grid was made for, roughly: Great Britain and its islands. */
export function isOnGrid({ easting, northing }: GridPoint): boolean {
  return easting >= 0 && easting <= 700_000 && northing >= 0 && northing <= 1_300_000;
}

/** Transverse Mercator, annex C.1: latitude and longitude on Airy's ellipsoid to the grid. */
export function projected(lat: number, lon: number): GridPoint {
  const { a, b } = AIRY;
  const e2 = 1 - (b * b) / (a * a);
  const sin = Math.sin(lat);
  const cos = Math.cos(lat);
  const tan2 = Math.tan(lat) ** 2;
  const nu = (a * F0) / Math.sqrt(1 - e2 * sin * sin);
  const rho = (a * F0 * (1 - e2)) / (1 - e2 * sin * sin) ** 1.5;
  const eta2 = nu / rho - 1;
  const p = lon - LON0;
  const i = meridian(lat) + N0;
  const ii = (nu / 2) * sin * cos;
  const iii = (nu / 24) * sin * cos ** 3 * (5 - tan2 + 9 * eta2);
  const iiia = (nu / 720) * sin * cos ** 5 * (61 - 58 * tan2 + tan2 * tan2);
  const iv = nu * cos;
  const v = (nu / 6) * cos ** 3 * (nu / rho - tan2);
  const vi = (nu / 120) * cos ** 5 * (5 - 18 * tan2 + tan2 * tan2 + 14 * eta2 - 58 * tan2 * eta2);
  return {
    easting: E0 + iv * p + v * p ** 3 + vi * p ** 5,
    northing: i + ii * p ** 2 + iii * p ** 4 + iiia * p ** 6,
  };
}

/** The developed arc of the meridian from the true origin, annex C.1. */
function meridian(lat: number): number {
  const { a, b } = AIRY;
  const n = (a - b) / (a + b);
  const [minus, plus] = [lat - LAT0, lat + LAT0];
  const n2 = n * n;
  const n3 = n2 * n;
  return (
    b *
    F0 *
    ((1 + n + (5 / 4) * n2 + (5 / 4) * n3) * minus -
      (3 * n + 3 * n2 + (21 / 8) * n3) * Math.sin(minus) * Math.cos(plus) +
      ((15 / 8) * n2 + (15 / 8) * n3) * Math.sin(2 * minus) * Math.cos(2 * plus) -
      (35 / 24) * n3 * Math.sin(3 * minus) * Math.cos(3 * plus))
  );
}

/** Annex C.2: from the grid to latitude and longitude on Airy's ellipsoid, in radians. */
function unprojected(easting: number, northing: number): [lat: number, lon: number] {
  const { a, b } = AIRY;
  const e2 = 1 - (b * b) / (a * a);
  let lat = LAT0 + (northing - N0) / (a * F0);
  for (let step = 0; step < 20; step += 1) {
    const off = northing - N0 - meridian(lat);
    if (Math.abs(off) < 0.00001) break;
    lat += off / (a * F0);
  }
  const sin = Math.sin(lat);
  const nu = (a * F0) / Math.sqrt(1 - e2 * sin * sin);
  const rho = (a * F0 * (1 - e2)) / (1 - e2 * sin * sin) ** 1.5;
  const eta2 = nu / rho - 1;
  const tan = Math.tan(lat);
  const tan2 = tan * tan;
  const sec = 1 / Math.cos(lat);
  const vii = tan / (2 * rho * nu);
  const viii = (tan / (24 * rho * nu ** 3)) * (5 + 3 * tan2 + eta2 - 9 * tan2 * eta2);
  const ix = (tan / (720 * rho * nu ** 5)) * (61 + 90 * tan2 + 45 * tan2 * tan2);
  const x = sec / nu;
  const xi = (sec / (6 * nu ** 3)) * (nu / rho + 2 * tan2);
  const xii = (sec / (120 * nu ** 5)) * (5 + 28 * tan2 + 24 * tan2 * tan2);
  const de = easting - E0;
  return [
    lat - vii * de ** 2 + viii * de ** 4 - ix * de ** 6,
    LON0 + x * de - xi * de ** 3 + xii * de ** 5,
  ];
}

type Cartesian = [x: number, y: number, z: number];

function cartesian(lat: number, lon: number, { a, b }: Ellipsoid): Cartesian {
  const e2 = 1 - (b * b) / (a * a);
  const nu = a / Math.sqrt(1 - e2 * Math.sin(lat) ** 2);
  return [
    nu * Math.cos(lat) * Math.cos(lon),
    nu * Math.cos(lat) * Math.sin(lon),
    (1 - e2) * nu * Math.sin(lat),
  ];
}

function geodetic([x, y, z]: Cartesian, { a, b }: Ellipsoid): [lat: number, lon: number] {
  const e2 = 1 - (b * b) / (a * a);
  const p = Math.hypot(x, y);
  let lat = Math.atan2(z, p * (1 - e2));
  for (let step = 0; step < 10; step += 1) {
    const nu = a / Math.sqrt(1 - e2 * Math.sin(lat) ** 2);
    lat = Math.atan2(z + e2 * nu * Math.sin(lat), p);
  }
  return [lat, Math.atan2(y, x)];
}

const SECONDS = Math.PI / (180 * 3600);
const T = [-446.448, 125.157, -542.06] as const;
const R = [-0.1502 * SECONDS, -0.247 * SECONDS, -0.8421 * SECONDS] as const;
const S = 20.4894e-6;

/** The seven-parameter transformation from WGS84 to OSGB36. */
function toOsgb36(x: number, y: number, z: number): Cartesian {
  return [
    T[0] + (1 + S) * x - R[2] * y + R[1] * z,
    T[1] + R[2] * x + (1 + S) * y - R[0] * z,
    T[2] - R[1] * x + R[0] * y + (1 + S) * z,
  ];
}

/** Its inverse, to well under a millimetre: one step back and one to make up the rest. */
function fromOsgb36(x: number, y: number, z: number): Cartesian {
  let guess: Cartesian = [x, y, z];
  for (let step = 0; step < 4; step += 1) {
    const [gx, gy, gz] = toOsgb36(...guess);
    guess = [guess[0] + x - gx, guess[1] + y - gy, guess[2] + z - gz];
  }
  return guess;
}
