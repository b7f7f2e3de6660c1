import { and, inArray, isNotNull, lt, ne, or } from 'drizzle-orm';
import { DAYS } from './retention-list.ts';
import {
  accessRequests,
  auditRows,
  dataRequests,
  erasures,
  messages,
  personalLinks,
  purposeLinks,
  readings,
  sessions,
} from './schema/index.ts';
import type { Writer } from './store.server.ts';

// What goes by itself when its days are over, in every authority at once: nothing is lost that anybody can
// still use, and no page shows it.

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000);
const dayBefore = (now: Date, days: number) => daysBefore(now, days).toISOString().slice(0, 10);

/** Sessions that ended by themselves. */
export async function forgetOldSessions(tx: Writer, now: Date): Promise<void> {
  await tx.delete(sessions).where(lt(sessions.expiresAt, daysBefore(now, DAYS.sessions)));
}

/** People who asked for an account and whom nobody answered. */
export async function forgetOldAccessRequests(tx: Writer, now: Date): Promise<void> {
  await tx.delete(accessRequests).where(lt(accessRequests.askedAt, daysBefore(now, DAYS.access)));
}

/** Personal links that ended or were replaced. */
export async function forgetOldLinks(tx: Writer, now: Date): Promise<void> {
  const before = daysBefore(now, DAYS.links);
  for (const table of [personalLinks, purposeLinks]) {
    await tx.delete(table).where(or(lt(table.expiresAt, before), lt(table.replacedAt, before)));
  }
}

/** Messages that were sent, failed or were cancelled long ago. */
export async function forgetOldMessages(tx: Writer, now: Date): Promise<void> {
  const settled = inArray(messages.state, ['sent', 'failed', 'cancelled']);
  const before = daysBefore(now, DAYS.messages);
  await tx.delete(messages).where(and(settled, lt(messages.settledAt, before)));
}

/** Rows of the log of readings whose time is over. */
export async function forgetOldReadings(tx: Writer, now: Date): Promise<void> {
  await tx.delete(readings).where(lt(readings.at, daysBefore(now, DAYS.readings)));
}

/** Rows of the trail of changes whose time is over. */
export async function forgetOldAudit(tx: Writer, now: Date): Promise<void> {
  await tx.delete(auditRows).where(lt(auditRows.at, daysBefore(now, DAYS.audit)));
}

/** Who asked about their data, and what was noted; that somebody asked, and how soon they were answered, stays. */
export async function forgetOldRequests(tx: Writer, now: Date): Promise<void> {
  const old = and(
    isNotNull(dataRequests.answeredOn),
    lt(dataRequests.answeredOn, dayBefore(now, DAYS.requests)),
  );
  await tx
    .update(dataRequests)
    .set({ who: '', note: '', extendedBecause: '' })
    .where(and(old, or(ne(dataRequests.who, ''), ne(dataRequests.note, ''))));
}

/** The day from which erasures are remembered: longer than any backup is kept that could bring them back. */
export const erasuresKeptFrom = (now: Date, backupKeepDays: number): string =>
  dayBefore(now, Math.max(DAYS.erasures, backupKeepDays + 31));

/** Digests of what was erased so long ago that no backup holds it. */
export async function forgetOldErasures(
  tx: Writer,
  now: Date,
  backupKeepDays: number,
): Promise<void> {
  const from = erasuresKeptFrom(now, backupKeepDays);
  await tx.delete(erasures).where(lt(erasures.erasedOn, from));
}
