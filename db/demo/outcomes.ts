import { addScores } from '#app/plan/outcomes/change/keep-scores.server.ts';
import { keepNote, setBenchmark } from '#app/plan/outcomes/keep-outcomes.server.ts';
import { quarterAfter, quarterOf, daysOf, type Quarter } from '#app/plan/outcomes/quarters.ts';
import { bringCounts, noteReturn, submitReach } from '#app/plan/outcomes/reach/run-reach.server.ts';
import type { Count } from '#app/plan/outcomes/reach/reach.ts';
import { readSites } from '#app/plan/outcomes/reach/read-reach.server.ts';
import { measuresIn } from '#app/theory/measures/measure.ts';
import { dayOf } from '#app/ui/words.ts';
import { reachReturnsOf } from '../outcomes.ts';
import { theStore } from '../store.server.ts';
import { theoryOfProgramme } from '../theory.ts';
import type { Demonstration } from './load.server.ts';
import {
  ATTENDANCES,
  BENCHMARKS,
  GROUPS,
  NOTES,
  SCORES,
  slip,
  TENTHS,
  USERS,
} from './outcomes-figures.ts';

// Who the fictional borough reached in three quarters, what a tool said before and after, and what
// its figures mean.

/** The commissioner brings returns, a benchmark and scores, and writes what figures mean. */
export async function demoOutcomes(d: Demonstration): Promise<void> {
  const last = quarterAfter(quarterOf(dayOf(d.now)), -1);
  const quarters = [-2, -1, 0].map((by) => quarterAfter(last, by));
  for (const [at, quarter] of quarters.entries()) await demoReach(d, quarter, at);
  await demoMeaning(d, last);
}

/** How many came to a second site in a quarter. */
const TWICE = 44;

async function demoReach(d: Demonstration, quarter: Quarter, at: number): Promise<void> {
  const sites = await readSites(d.programme);
  const isLast = at === 2;
  const total = (name: string, id: string, what: string, count: number): Count => ({
    ...{ siteId: id, siteName: name, what, breakdown: '', group: '', count },
  });
  const counts = sites.flatMap(({ id, name }): Count[] => {
    const users = USERS[name]?.[at];
    if (users === undefined) return [];
    const visits = ATTENDANCES[name]?.[at];
    return [
      total(name, id, 'users', users),
      ...(visits === undefined ? [] : [total(name, id, 'attendances', visits)]),
    ];
  });
  const sum = (what: string) =>
    counts.filter((one) => one.what === what).reduce((all, { count }) => all + count, 0);
  // Some came to two sites: all together are fewer than the sites added up.
  const users = sum('users') - TWICE;
  const children = Math.round(users * (GROUPS['whoCounted']?.['Children'] ?? 0));
  await bringCounts(d.commissioner, d.programme, quarter, [
    ...counts,
    total('', '', 'users', users),
    total('', '', 'attendances', sum('attendances')),
    total('', '', 'children', children),
    ...groupsOf('users', users),
    ...tenthsOf(children),
    ...(isLast ? slip(sites) : []),
  ]);
  const place = { authorityId: d.authorityId, programmeId: d.programme.id };
  const [draft] = await reachReturnsOf(theStore().read, place, [quarter]);
  const seen = draft?.version ?? 0;
  if (isLast) {
    const note = 'Dunsley was closed for two weeks in September.';
    await noteReturn(d.commissioner, d.programme, quarter, { note, seen });
    return;
  }
  const errors = await submitReach(d.commissioner, d.programme, quarter, seen, d.now);
  if (errors.length > 0) throw new Error(`The demonstration’s reach: ${errors[0]?.message ?? ''}`);
}

/** A total parted by shares; what rounding leaves is unknown, so that the groups make their total. */
function parted(what: string, breakdown: string, shares: Record<string, number>, all: number) {
  const known = Object.entries(shares).map(([group, share]) => ({
    group,
    count: Math.round(all * share),
  }));
  const rest = all - known.reduce((sum, { count }) => sum + count, 0);
  return [...known, { group: 'Unknown', count: rest }].map(({ group, count }): Count => ({
    siteId: '',
    siteName: '',
    what,
    breakdown,
    group,
    count,
  }));
}

const groupsOf = (what: string, all: number) =>
  Object.entries(GROUPS).flatMap(([breakdown, shares]) => parted(what, breakdown, shares, all));

const tenthsOf = (children: number) => parted('children', 'idaciDecile', TENTHS, children);

async function demoMeaning(d: Demonstration, last: Quarter): Promise<void> {
  const theory = await theoryOfProgramme(theStore().read, d.authorityId, d.programme.id);
  const measures = theory === undefined ? [] : measuresIn(theory);
  const named = (library: string) =>
    measures.find((one) => one.library === library || one.label === library)?.id ?? '';
  for (const { of, ...benchmark } of BENCHMARKS) {
    const id = named(of);
    if (id !== '') await setBenchmark(d.commissioner, d.programme, id, benchmark, d.now);
  }
  for (const { of, means, next } of NOTES) {
    const id = named(of);
    const note = { means, next, seen: 0 };
    if (id !== '') await keepNote(d.commissioner, d.programme, id, last, note, d.now);
  }
  for (const { of, ...scores } of SCORES) {
    const given = { ...scores, ...daysOf(last), measureId: named(of), came: 'typed' as const };
    await addScores(d.commissioner, d.programme, given, d.now);
  }
}
