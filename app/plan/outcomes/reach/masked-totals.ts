import {
  HIDDEN,
  isSmall,
  maskCounts,
  maskTable,
  type Shown,
} from '#app/statistics/small-numbers.ts';
import type { WhatId } from './counting.ts';
import { sitesIn, totalAt, wholeOf, type Count } from './reach.ts';

/** The counts of one kind as everybody may see them: of all together, and at each site. */
export interface MaskedTotals {
  /** Null where it was not given. */
  all: Shown | null;
  sites: Map<string, Shown>;
}

/**
 * The totals of a quarter as everybody may see them. Whoever used a service is a child or an adult,
 * and came online or did not: what is hidden of one of these must not follow from the others, so that
 * they are masked together. Families and attendances stand by themselves.
 */
export function maskedTotals(counts: readonly Count[]): (what: WhatId) => MaskedTotals {
  const alone = (what: WhatId) => maskedAlone(counts, what);
  const users = alone('users');
  if (users.all === null) return alone;
  const { online } = withParts(counts, ['online'], true);
  const parts = withParts(counts, ['children', 'adults']);
  const seen: Partial<Record<WhatId, MaskedTotals>> = { ...parts };
  if (online) seen.online = behind(merged(online, alone('online')), parts.users);
  return (what) => seen[what] ?? alone(what);
}

/** The sites and all together under one mask, so that none follows from the rest. */
function maskedAlone(counts: readonly Count[], what: WhatId): MaskedTotals {
  const whole = wholeOf(counts, what);
  if (whole === null) return { all: null, sites: new Map() };
  const names = sitesIn(counts).filter((name) => totalAt(counts, name, what) !== undefined);
  const figures = names.map((name) => totalAt(counts, name, what) ?? 0);
  const elsewhere = whole.count - sumOf(figures);
  // Who was reached at no site is a number that follows from the rest, and is masked with it.
  const masked = maskCounts([...figures, ...(elsewhere > 0 ? [elsewhere] : [])]);
  const all = isSmall(whole.count) ? HIDDEN : whole.count;
  return {
    all: figures.length === 0 ? all : masked.total === HIDDEN ? HIDDEN : all,
    sites: new Map(names.map((name, at) => [name, masked.counts[at] ?? HIDDEN])),
  };
}

type Part = 'children' | 'adults' | 'online';
type Masked = Partial<Record<Part, MaskedTotals>> & { users: MaskedTotals };

/**
 * People who used a service with parts of them: sites and who was at no site, against each part and
 * the rest. Where the counts do not fit (a site gave people and another children only) no table can
 * be laid: then the parts are shown of all together at most.
 *
 * @param usersAreKnown they are masked elsewhere, so that only the parts can be hidden here
 */
function withParts(
  counts: readonly Count[],
  parts: readonly Part[],
  usersAreKnown = false,
): Masked {
  const given = parts.filter((part) => wholeOf(counts, part) !== null);
  const users = maskedAlone(counts, 'users');
  if (given.length === 0) return { users };
  const names = sitesIn(counts);
  const rows = names.map((name) => rowAt(counts, name, given));
  const alls = given.map((part) => wholeOf(counts, part)?.count ?? 0);
  const elsewhere = alls.map((all, at) =>
    Math.max(0, all - sumOf(rows.map(({ cells }) => cells[at] ?? 0))),
  );
  const everybody = wholeOf(counts, 'users')?.count ?? 0;
  const left = Math.max(0, everybody - sumOf(rows.map(({ total }) => total)));
  const outside = { cells: elsewhere, total: left };
  // Nobody outside the sites, and nobody who is in no part, are no doubt to hide behind.
  const all = sumOf([left, ...elsewhere]) === 0 ? rows : [...rows, outside];
  if (all.some((row) => restOf(row) < 0)) {
    return { users, ...ofAllOnly(counts, given, alls, everybody) };
  }
  const hasRest = usersAreKnown || all.some((row) => restOf(row) > 0);
  const table = all.map((row) => [...row.cells, ...(hasRest ? [restOf(row)] : [])]);
  const masked = maskTable(table, { openTotals: usersAreKnown });
  const sums = given.map((_, at) => sumOf(table.map((row) => row[at] ?? 0)));
  // Where people came to two sites, all together are fewer than the sum, and held to themselves too.
  const isSum = sums.every((one, at) => one === alls[at]) && sumOf(table.flat()) === everybody;
  const line =
    isSum && !usersAreKnown
      ? []
      : maskCounts([...alls, Math.max(0, everybody - sumOf(alls))]).counts;
  const seen: Masked = {
    users: {
      all: masked.total === HIDDEN ? HIDDEN : users.all,
      sites: sitesSeen(counts, names, 'users', (at) => masked.rowTotals[at]),
    },
  };
  given.forEach((part, at) => {
    const isHidden = masked.columnTotals[at] === HIDDEN || line[at] === HIDDEN;
    seen[part] = {
      all: isHidden ? HIDDEN : (alls[at] ?? HIDDEN),
      sites: sitesSeen(counts, names, part, (row) =>
        usersAreKnown && masked.cells[row]?.includes(HIDDEN) ? HIDDEN : masked.cells[row]?.[at],
      ),
    };
  });
  return seen;
}

interface Row {
  cells: number[];
  total: number;
}

const restOf = ({ cells, total }: Row) => total - sumOf(cells);

/** What a site gave; who used a service there is at least the sum of the parts. */
function rowAt(counts: readonly Count[], name: string, parts: readonly Part[]): Row {
  const cells = parts.map((part) => totalAt(counts, name, part) ?? 0);
  return { cells, total: totalAt(counts, name, 'users') ?? sumOf(cells) };
}

function ofAllOnly(
  counts: readonly Count[],
  parts: readonly Part[],
  alls: readonly number[],
  everybody: number,
): Partial<Record<Part, MaskedTotals>> {
  const line = maskCounts([...alls, Math.max(0, everybody - sumOf(alls))]);
  const entries = parts.map((part, at) => {
    const names = sitesIn(counts).filter((name) => totalAt(counts, name, part) !== undefined);
    const nonzero = names.filter((name) => (totalAt(counts, name, part) ?? 0) > 0);
    // The only site that counted them would be known from all together.
    const isHidden = line.counts[at] === HIDDEN || nonzero.length === 1;
    const all = isHidden ? HIDDEN : (alls[at] ?? HIDDEN);
    return [part, { all, sites: new Map(names.map((name) => [name, HIDDEN])) }] as const;
  });
  return Object.fromEntries(entries);
}

/** The figures of the sites that gave one, where the mask lets them be seen. */
function sitesSeen(
  counts: readonly Count[],
  names: readonly string[],
  what: WhatId,
  mask: (at: number) => Shown | undefined,
): Map<string, Shown> {
  return new Map(
    names.flatMap((name, at) => {
      const figure = totalAt(counts, name, what);
      if (figure === undefined) return [];
      return [[name, mask(at) === HIDDEN ? HIDDEN : figure] as const];
    }),
  );
}

/** What is hidden in one of two masks of the same counts is hidden. */
function merged(one: MaskedTotals, other: MaskedTotals): MaskedTotals {
  const sites = [...one.sites].map(
    ([name, shown]) => [name, other.sites.get(name) === HIDDEN ? HIDDEN : shown] as const,
  );
  return { all: other.all === HIDDEN ? HIDDEN : one.all, sites: new Map(sites) };
}

/**
 * Who came online is at most who used a service: where that is hidden, it would be told from below. A
 * single site cannot be hidden so, because all together would tell it.
 */
function behind(online: MaskedTotals, users: MaskedTotals): MaskedTotals {
  const isHidden = (name: string) => users.sites.get(name) === HIDDEN;
  const sites = [...online.sites].map(
    ([name, shown]) => [name, isHidden(name) ? HIDDEN : shown] as const,
  );
  const isOne = sites.filter(([, shown]) => shown === HIDDEN).length === 1;
  return { all: isOne || users.all === HIDDEN ? HIDDEN : online.all, sites: new Map(sites) };
}

const sumOf = (figures: readonly number[]) => figures.reduce((total, each) => total + each, 0);
