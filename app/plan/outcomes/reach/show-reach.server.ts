import { allow } from '#app/people/allow.server.ts';
import { can, type Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { dayOf } from '#app/ui/words.ts';
import { reachReturnsOf } from '#db/outcomes.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { quarterAfter, quarterOf, quartersFrom, sayQuarter, type Quarter } from '../quarters.ts';
import { checksOf } from './check-reach.ts';
import type { ReachListProps } from './ReachList.tsx';
import type { ReachReturnProps } from './ReachReturnPage.tsx';
import { readReach, readSites } from './read-reach.server.ts';
import {
  countsAt,
  standingReturns,
  stateOf,
  underNames,
  type ReachReturn,
  type Site,
} from './reach.ts';
import { typedSite } from './site-form.ts';

const placeOf = ({ authorityId, id }: Programme) => ({ authorityId, programmeId: id });

/** Which quarters a return is due for, with how far each is; and what may be seen of all of them. */
export async function showReachList(by: Person, programme: Programme): Promise<ReachListProps> {
  const returns = await reachReturnsOf(theStore().read, placeOf(programme));
  const today = dayOf(new Date());
  const last = programme.endsOn < today ? programme.endsOn : today;
  const due = quartersFrom(programme.startsOn, last);
  const quarters = [...new Set([...due, ...returns.map(({ quarter }) => quarter)])];
  return {
    programmeId: programme.id,
    seen: await readReach(programme, returns),
    quarters: quarters
      .sort()
      .reverse()
      .map((quarter) => {
        const newest = returns.find((one) => one.quarter === quarter);
        return {
          quarter,
          isOver: quarterAfter(quarter) <= quarterOf(today),
          number: newest?.number ?? 0,
          submittedOn: newest?.submittedAt ? dayOf(newest.submittedAt) : null,
          sites: newest ? new Set(newest.counts.map(({ siteName }) => siteName)).size : 0,
        };
      }),
    mayEnter: can(by, 'measures.enter', programme),
  };
}

interface Found {
  versions: ReachReturn[];
  shown: ReachReturn | undefined;
}

/** A version of a quarter's return: the one that was asked for, else the newest. */
async function versionOf(
  programme: Programme,
  quarter: Quarter,
  number: number | null,
): Promise<Found> {
  const versions = await reachReturnsOf(theStore().read, placeOf(programme), [quarter]);
  const shown = number === null ? versions[0] : versions.find((one) => one.number === number);
  if (!shown && number !== null) throw new NotFound('version of the return');
  if (!shown || shown.submittedAt) return { versions, shown };
  // A draft follows the names of the register; what was submitted stays as it was.
  const counts = underNames(shown.counts, await readSites(programme));
  return { versions, shown: { ...shown, counts } };
}

async function countsBefore(programme: Programme, quarter: Quarter) {
  const before = quarterAfter(quarter, -1);
  const returns = await reachReturnsOf(theStore().read, placeOf(programme), [before]);
  return underNames(standingReturns(returns)[0]?.counts ?? [], await readSites(programme));
}

/** The return of a quarter in full numbers, for whoever enters it. */
export async function showReach(
  programme: Programme,
  quarter: Quarter,
  number: number | null,
): Promise<ReachReturnProps> {
  const { versions, shown } = await versionOf(programme, quarter, number);
  const sites = await readSites(programme);
  const counts = shown?.counts ?? [];
  const around = { quarter, today: dayOf(new Date()), sites };
  return {
    programmeId: programme.id,
    quarter,
    number: shown?.number ?? 1,
    version: shown?.version ?? 0,
    note: shown?.note ?? '',
    reason: shown?.reason ?? '',
    submitted:
      shown?.submittedAt && shown.submittedBy !== null
        ? { on: dayOf(shown.submittedAt), by: shown.submittedBy }
        : null,
    isNewest: shown?.id === versions[0]?.id,
    versions: versions.map((one) => ({
      number: one.number,
      submittedOn: one.submittedAt ? dayOf(one.submittedAt) : null,
    })),
    sites,
    counts,
    checks: checksOf(counts, { ...around, before: await countsBefore(programme, quarter) }),
  };
}

/** One site of a draft, as its form shows it. */
export async function showSite(programme: Programme, quarter: Quarter, siteId: string) {
  const site = await siteOf(programme, siteId);
  const { shown } = await versionOf(programme, quarter, null);
  const counts = countsAt(shown?.counts ?? [], site.name);
  const before = countsAt(await countsBefore(programme, quarter), site.name);
  return {
    programmeId: programme.id,
    quarter,
    site,
    isSubmitted: shown?.submittedAt !== null && shown?.submittedAt !== undefined,
    values: typedSite(counts),
    before: typedSite(before),
    counts,
    seen: stateOf(counts),
  };
}

/** A site of the register by its id; `all` is all of them together, other names are of the counts. */
export async function siteOf(
  programme: Programme,
  siteId: string,
): Promise<Pick<Site, 'id' | 'name'>> {
  if (siteId === 'all') return { id: '', name: '' };
  const site = (await readSites(programme)).find(({ id }) => id === siteId);
  if (!site) throw new NotFound('site');
  return site;
}

/** A version as rows for a file, in full numbers; who took it away is kept. */
export async function exportReach(
  by: Person,
  programme: Programme,
  quarter: Quarter,
  number: number | null,
): Promise<ReachReturn['counts']> {
  allow(by, 'measures.enter', programme);
  const { shown } = await versionOf(programme, quarter, number);
  if (!shown) throw new NotFound('return');
  await theStore().write(null, (tx) =>
    record(
      tx,
      by,
      'reach.exported',
      { kind: 'reach-return', id: shown.id },
      { quarter: sayQuarter(quarter) },
    ),
  );
  return shown.counts;
}
