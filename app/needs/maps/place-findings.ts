import { links } from '#app/http/links.ts';
import type { Finding } from '#app/needs/finding.ts';
import { sayCount, sayShare } from '#app/needs/finding.ts';
import { sayField, valuesOf, type RegisterRow } from '#app/needs/registers/row.ts';
import { choicesOf, type Lists, type RegisterSpec } from '#app/needs/registers/spec.ts';
import { HIDDEN, isSmall } from '#app/statistics/small-numbers.ts';
import { outOfReach, sayDistance, type Nearest } from './distance.ts';
import type { Reach } from './reach.ts';

/**
 * How many areas have no hub within reach: "12 of 40 areas are more than 2 km in a straight line from
 * the nearest hub. 2,345 of 10,300 children (23%) live there." Null where there is no area.
 *
 * @param children by code, or null where no file says how many live in an area
 */
export function distanceFinding(
  nearest: readonly Nearest[],
  reachMetres: number,
  to: 'hub' | 'all',
  children: ReadonlyMap<string, number | null> | null,
): Finding | null {
  if (nearest.length === 0) return null;
  const out = outOfReach(nearest, reachMetres);
  const place = to === 'hub' ? 'hub' : 'site';
  const living = children === null ? null : livingIn(out, nearest, children);
  const people =
    living === null
      ? ''
      : ` ${sayCount(living.out)} of ${sayCount(living.all)} children (${sayShare(living.out / living.all)}) live there.`;
  return {
    kind: 'place-figure',
    sentence: `${sayCount(out.length)} of ${sayCount(nearest.length)} areas are more than ${sayDistance(reachMetres)} in a straight line from the nearest ${place}.${people}`,
    figures: {
      areas: out.map(({ code, metres }) => ({ code, metres: metres && Math.round(metres) })),
      count: out.length,
      base: nearest.length,
      ...(living === null ? {} : { children: living.out, allChildren: living.all }),
    },
    source: { from: 'distance', to, metres: String(reachMetres) },
  };
}

function livingIn(
  out: readonly Nearest[],
  all: readonly Nearest[],
  children: ReadonlyMap<string, number | null>,
): { out: number; all: number } | null {
  const sum = (areas: readonly Nearest[]) =>
    areas.reduce((total, { code }) => total + (children.get(code) ?? 0), 0);
  const whole = sum(all);
  return whole === 0 ? null : { out: sum(out), all: whole };
}

/**
 * How many of those who were reached live in the most deprived three tenths. Null where that sum or the
 * sum of all is hidden, or nobody was reached.
 */
export function reachFinding(
  reach: Reach,
  names: { need: string; reached: string },
  source: Record<string, string>,
): Finding | null {
  const most = reach.bands.slice(0, 3);
  const { total, whole } = reach;
  if (total === HIDDEN || total === 0) return null;
  if (most.some(({ reached }) => reached === HIDDEN)) return null;
  const inside = most.reduce((sum, { reached }) => sum + Number(reached), 0);
  const children = sumOf(most);
  const rates =
    children === null || whole === null
      ? ''
      : ` That is ${sayRate(inside / children)} for each hundred children there, against ${sayRate(whole)} over all areas that can be shown.`;
  return {
    kind: 'place-figure',
    sentence: `${sayCount(inside)} of ${sayCount(total)} (${sayShare(inside / total)}) counted under “${names.reached}” live in areas of the most deprived three tenths by ${names.need}.${rates}`,
    figures: {
      inside,
      total,
      children,
      bands: reach.bands.map(({ label, reached }) => ({ label, reached })),
    },
    source,
  };
}

const sayRate = (share: number) => (share * 100).toFixed(share < 0.1 ? 1 : 0);

/** All children of some bands; null where one with areas does not say, or there are none. */
function sumOf(bands: Reach['bands']): number | null {
  const filled = bands.filter(({ areas }) => areas > 0);
  if (filled.some(({ children }) => children === null)) return null;
  return filled.reduce((total, { children }) => total + (children ?? 0), 0) || null;
}

/** How many rows of a register have one value of one field: "35 of 55 … are inside a hub". */
export function registerFinding(
  spec: RegisterSpec,
  rows: readonly RegisterRow[],
  lists: Lists,
  key: string,
  value: string,
): Finding | null {
  const field = spec.fields.find((each) => each.key === key && each.filter);
  const label = field && choicesOf(field, lists).find((each) => each.value === value)?.label;
  if (!field || label === undefined || rows.length === 0) return null;
  const those = rows.filter(({ fields }) => valuesOf(fields, key).includes(value));
  return {
    kind: 'place-figure',
    sentence: `${sayCount(those.length)} of ${sayCount(rows.length)} in the register “${spec.title}” have “${label}” under “${field.label}”.`,
    figures: {
      count: those.length,
      base: rows.length,
      names: those.slice(0, 50).map(({ name }) => name),
    },
    source: { from: 'register', register: spec.register, field: key, value },
  };
}

/** One barrier as a finding: what stands in the way, for whom, where, and what shows it. */
export function barrierFinding(spec: RegisterSpec, row: RegisterRow, lists: Lists): Finding | null {
  const said = (key: string) => {
    const field = spec.fields.find((each) => each.key === key);
    return field ? sayField(field, row.fields, lists) : '';
  };
  const families = Number(said('families') || '0');
  const many =
    families === 0 || isSmall(families) ? '' : `, named by ${sayCount(families)} families`;
  const who = said('who') === '' ? '' : ` (${said('who')})`;
  const where = said('place') === '' ? '' : `, ${said('place')}`;
  return {
    kind: 'place-figure',
    sentence: `${row.name}${who}${where}${many}.`,
    figures: { kind: said('kind'), evidence: said('evidence') },
    source: {},
  };
}

/** The page where a finding of a map or a register can be looked at, or null for another kind. */
export function placeFindingAddress(
  programmeId: string,
  source: Readonly<Record<string, string>>,
): string | null {
  switch (source['from']) {
    case 'distance': {
      const query = { to: source['to'] ?? 'hub', km: String(Number(source['metres']) / 1000) };
      return links.areaDistance(programmeId, new URLSearchParams(query).toString());
    }
    case 'reach': {
      const { need = '', reach = '' } = source;
      return links.areaReach(programmeId, new URLSearchParams({ need, reach }).toString());
    }
    case 'register': {
      const query = { [source['field'] ?? '']: source['value'] ?? '' };
      return links.placeRegister(
        programmeId,
        source['register'] ?? '',
        new URLSearchParams(query).toString(),
      );
    }
    case 'barrier':
      return links.placeRow(programmeId, 'barriers', source['barrier'] ?? '');
    default:
      return null;
  }
}
