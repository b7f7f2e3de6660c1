import { can, type Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { dayOf } from '#app/ui/words.ts';
import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { daysOf, type Quarter } from './quarters.ts';
import { readReturn } from './read-return.server.ts';
import type { ReturnPageProps } from './ReturnPage.tsx';
import { changedSince, checksOf, type Return } from './return.ts';

/** A version of a quarter's return: a submitted one as it was, a draft as it comes out now. */
export async function versionOf(
  programme: Programme,
  quarter: Quarter,
  number: number | null,
): Promise<{ found: Awaited<ReturnType<typeof readReturn>>; at: number; shown: Return }> {
  const found = await readReturn(theStore().read, programme, quarter);
  const row = number === null ? found.row : found.versions.find((one) => one.number === number);
  if (!row && number !== null && number !== 1) throw new NotFound('version of the return');
  const shown = row?.submittedAt ? (row.frozen as Return) : found.now;
  return { found, at: row ? found.versions.indexOf(row) : -1, shown };
}

/** What the page of a return shows to somebody. */
export async function showReturn(
  by: Person,
  programme: Programme,
  quarter: Quarter,
  number: number | null,
): Promise<ReturnPageProps> {
  const { found, at, shown } = await versionOf(programme, quarter, number);
  const row = found.versions[at];
  const { from, to } = daysOf(quarter);
  const submitted =
    row?.submittedAt && row.submittedBy !== null
      ? { on: dayOf(row.submittedAt), by: row.submittedBy }
      : null;
  return {
    programmeId: programme.id,
    quarter,
    shown,
    number: row?.number ?? 1,
    version: row?.version ?? 0,
    submitted,
    versions: found.versions.map((one) => ({
      number: one.number,
      submittedOn: one.submittedAt ? dayOf(one.submittedAt) : null,
    })),
    checks: submitted ? [] : checksOf(shown, dayOf(new Date())),
    changed: submitted
      ? changedSince(shown, found.now).map(({ line, now }) => ({
          label: line.label,
          then: line.value,
          now,
        }))
      : [],
    done: found.facts.done.filter(({ on }) => on >= from && on <= to).map(({ words }) => words),
    mayPrepare: can(by, 'return.prepare', programme),
    maySubmit: can(by, 'return.submit', programme),
  };
}
