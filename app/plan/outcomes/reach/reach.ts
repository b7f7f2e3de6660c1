import { breakdownName } from '#app/theory/measures/breakdowns.ts';
import { whatName } from './counting.ts';
import type { Quarter } from '../quarters.ts';

/** One count of a return. */
export interface Count {
  /** A site of the register; empty where it is named in words only, or for all sites together. */
  siteId: string;
  /** What the site is called; empty for all sites together. */
  siteName: string;
  /** children, adults, families, attendances … */
  what: string;
  /** By what it is broken down, and which group; both empty for everybody together. */
  breakdown: string;
  group: string;
  count: number;
}

/** A version of a quarter's return. */
export interface ReachReturn {
  id: string;
  quarter: Quarter;
  number: number;
  note: string;
  reason: string;
  createdBy: string;
  createdAt: Date;
  submittedAt: Date | null;
  submittedBy: string | null;
  version: number;
  counts: Count[];
}

/** A place where people are counted: a site, or all of them together. */
export interface Site {
  id: string;
  name: string;
  /** Families are expected there in this quarter: it is open. */
  isOpen: boolean;
}

export const ALL_SITES = 'All sites together';

export const saySite = ({ siteName }: Pick<Count, 'siteName'>): string =>
  siteName === '' ? ALL_SITES : siteName;

/** Which cell of a return a count stands in. */
export const cellOf = ({ siteName, what, breakdown, group }: Omit<Count, 'count' | 'siteId'>) =>
  JSON.stringify([siteName, what, breakdown, group]);

/** "Brookside Family Hub: people who used a service by sex" */
export function sayPart({
  siteName,
  what,
  breakdown,
}: Pick<Count, 'siteName' | 'what' | 'breakdown'>) {
  const by = breakdown === '' ? '' : ` by ${breakdownName(breakdown).toLowerCase()}`;
  return `${saySite({ siteName })}: ${whatName(what).toLowerCase()}${by}`;
}

/** The count of everybody together at a site; undefined where it was not given. */
export function totalAt(
  counts: readonly Count[],
  siteName: string,
  what: string,
): number | undefined {
  return counts.find(
    (one) => one.siteName === siteName && one.what === what && one.breakdown === '',
  )?.count;
}

/** The names of the sites in the counts, without all together; in the order in which they came. */
export function sitesIn(counts: readonly Count[]): string[] {
  return [...new Set(counts.map(({ siteName }) => siteName))].filter((name) => name !== '');
}

/**
 * The count of the whole authority: as it was given for all sites together, else the sum of the sites;
 * null where neither is there.
 */
export function wholeOf(
  counts: readonly Count[],
  what: string,
  breakdown = '',
  group = '',
): { count: number; given: boolean } | null {
  const here = counts.filter(
    (one) => one.what === what && one.breakdown === breakdown && one.group === group,
  );
  const all = here.find(({ siteName }) => siteName === '');
  if (all) return { count: all.count, given: true };
  if (here.length === 0) return null;
  return { count: here.reduce((sum, { count }) => sum + count, 0), given: false };
}

/**
 * The standing version of each quarter: the newest that was submitted, else the draft. Newest quarter
 * first.
 */
export function standingReturns<Version extends VersionOfReturn>(
  returns: readonly Version[],
): Version[] {
  const best = new Map<string, Version>();
  for (const one of returns) {
    const there = best.get(one.quarter);
    if (there === undefined || isBetter(one, there)) best.set(one.quarter, one);
  }
  return [...best.values()].sort((a, b) => b.quarter.localeCompare(a.quarter));
}

interface VersionOfReturn {
  quarter: string;
  number: number;
  submittedAt: Date | null;
}

function isBetter(one: VersionOfReturn, there: VersionOfReturn): boolean {
  const [mine, theirs] = [one.submittedAt !== null, there.submittedAt !== null];
  return mine === theirs ? one.number > there.number : mine;
}

/** What was counted at a site; '' is all sites together. */
export const countsAt = (counts: readonly Count[], siteName: string): Count[] =>
  counts.filter((one) => one.siteName === siteName);

/** What stands at a site as one text, to see whether somebody changed it meanwhile. */
export function stateOf(counts: readonly Count[]): string {
  return counts
    .map(({ what, breakdown, group, count }) => [what, breakdown, group, count].join('|'))
    .sort()
    .join(';');
}

/**
 * Counts of sites of the register under the names that it has now. A site that was renamed after some
 * of its counts came has one row and not two; what came under its present name stands.
 */
export function underNames(
  counts: readonly Count[],
  sites: readonly Pick<Site, 'id' | 'name'>[],
): Count[] {
  const names = new Map(sites.map(({ id, name }) => [id, name]));
  const isNow = ({ siteId, siteName }: Count) => (names.get(siteId) ?? siteName) === siteName;
  const taken = new Set(counts.filter(isNow).map(cellOf));
  return counts.flatMap((one) => {
    if (isNow(one)) return [one];
    const renamed = { ...one, siteName: names.get(one.siteId) ?? one.siteName };
    const cell = cellOf(renamed);
    if (taken.has(cell)) return [];
    taken.add(cell);
    return [renamed];
  });
}
