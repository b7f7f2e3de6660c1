import { dayOf } from '#app/ui/words.ts';
import { reachReturnsOf } from '#db/outcomes.ts';
import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { quarterAfter, quarterOf, quartersFrom, type Quarter } from '../quarters.ts';
import { checksOf, type Check } from './check-reach.ts';
import type { WhatId } from './counting.ts';
import { cellOf, standingReturns } from './reach.ts';
import { readReach, type ReadReach } from './read-file.ts';
import { readSites } from './read-reach.server.ts';

/** Which quarters counts can be brought into: those that have begun, and the year before. */
export function showBringing(programme: Programme, asked: Quarter | null) {
  const now = quarterOf(dayOf(new Date()));
  const first = [quarterAfter(quarterOf(programme.startsOn), -4), quarterAfter(now, -4)].sort()[0];
  const start = first === undefined ? programme.startsOn : `${first.slice(0, 4)}-04-01`;
  const begun = quartersFrom(start, dayOf(new Date()));
  const quarters = asked === null || begun.includes(asked) ? begun : [asked, ...begun];
  return { programmeId: programme.id, quarters, quarter: asked ?? quarterAfter(now, -1) };
}

/** What a file holds, and what the return would say of itself with it. Nothing is kept. */
export async function checkFile(
  programme: Programme,
  quarter: Quarter,
  rows: readonly (readonly string[])[],
  how: { what: WhatId; keepStrange: boolean },
): Promise<{ read: ReadReach; checks: Check[] }> {
  const sites = await readSites(programme);
  const read = readReach(rows, { sites, ...how });
  if (read.problems.length > 0) return { read, checks: [] };
  const place = { authorityId: programme.authorityId, programmeId: programme.id };
  const last = quarterAfter(quarter, -1);
  const returns = await reachReturnsOf(theStore().read, place, [quarter, last]);
  const there = returns.find((one) => one.quarter === quarter)?.counts ?? [];
  const cells = new Map([...there, ...read.counts].map((one) => [cellOf(one), one]));
  const before = standingReturns(returns.filter((one) => one.quarter === last))[0]?.counts ?? [];
  const today = dayOf(new Date());
  const checks = checksOf([...cells.values()], { quarter, today, sites, before });
  // That the quarter is not over is no matter while counts come in.
  return { read, checks: checks.filter(({ siteName, what }) => siteName !== '' || what !== '') };
}
