import { and, asc, eq, gt, lt, ne, or, sql } from 'drizzle-orm';
import { jobLeases, rateCounts, runningServers, waitingPieces } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

// What servers on one database keep for one another: it belongs to no authority, but for files that wait.

// ── how often something was tried ───────────────────────────────────────────────────────────────

/** Adds tries and gives how many there were since the first, over all servers, and until when they count. */
export async function addTries(
  tx: Writer,
  key: string,
  tries: number,
  now: Date,
  until: Date,
): Promise<{ points: number; expiresAt: Date }> {
  await tx.delete(rateCounts).where(and(eq(rateCounts.key, key), lt(rateCounts.expiresAt, now)));
  const [row] = await tx
    .insert(rateCounts)
    .values({ key, points: tries, expiresAt: until })
    .onConflictDoUpdate({
      target: rateCounts.key,
      set: { points: sql`${rateCounts.points} + ${tries}` },
    })
    .returning({ points: rateCounts.points, expiresAt: rateCounts.expiresAt });
  return row ?? { points: tries, expiresAt: until };
}

export async function forgetTries(tx: Writer, key: string): Promise<void> {
  await tx.delete(rateCounts).where(eq(rateCounts.key, key));
}

export async function forgetOldTries(tx: Writer, before: Date): Promise<void> {
  await tx.delete(rateCounts).where(lt(rateCounts.expiresAt, before));
}

// ── work that one server does for all ───────────────────────────────────────────────────────────

/** No server takes a job for longer: a lease that says so was written by a clock that was wrong. */
const LONGEST_LEASE = 24 * 60 * 60_000;

/** Takes a job in hand unless another server has it; says whether it did. */
export async function takeLease(
  tx: Writer,
  job: string,
  holder: string,
  now: Date,
  until: Date,
): Promise<boolean> {
  const taken = await tx
    .insert(jobLeases)
    .values({ job, holder, until })
    .onConflictDoUpdate({
      target: jobLeases.job,
      set: { holder, until },
      setWhere: or(
        lt(jobLeases.until, now),
        gt(jobLeases.until, new Date(now.getTime() + LONGEST_LEASE)),
      ),
    })
    .returning({ holder: jobLeases.holder });
  return taken[0]?.holder === holder;
}

/** Says until when nobody needs to do the job again, or that it is free at once. */
export async function setLease(
  tx: Writer,
  job: string,
  holder: string,
  until: Date,
): Promise<void> {
  await tx
    .update(jobLeases)
    .set({ until })
    .where(and(eq(jobLeases.job, job), eq(jobLeases.holder, holder)));
}

// ── which servers run ───────────────────────────────────────────────────────────────────────────

export async function noteServer(
  tx: Writer,
  row: typeof runningServers.$inferInsert,
): Promise<void> {
  await tx
    .insert(runningServers)
    .values(row)
    .onConflictDoUpdate({ target: runningServers.id, set: { seenAt: row.seenAt } });
}

/** How many servers were seen since with another secret than this. */
export async function serversWithAnotherSecret(
  db: Reader,
  secretPrint: string,
  since: Date,
): Promise<number> {
  return db.$count(
    runningServers,
    and(ne(runningServers.secretPrint, secretPrint), gt(runningServers.seenAt, since)),
  );
}

export async function forgetServer(tx: Writer, id: string): Promise<void> {
  await tx.delete(runningServers).where(eq(runningServers.id, id));
}

export async function forgetServersBefore(tx: Writer, before: Date): Promise<void> {
  await tx.delete(runningServers).where(lt(runningServers.seenAt, before));
}

// ── files that wait ─────────────────────────────────────────────────────────────────────────────

export async function insertPiece(
  tx: Writer,
  row: typeof waitingPieces.$inferInsert,
): Promise<void> {
  await tx.insert(waitingPieces).values(row);
}

/** The sizes of the pieces of a file, in order; empty where nothing waits. */
export async function pieceSizes(
  db: Reader,
  authorityId: string,
  fileId: string,
): Promise<number[]> {
  const rows = await db
    .select({ size: waitingPieces.size })
    .from(waitingPieces)
    .where(and(eq(waitingPieces.authorityId, authorityId), eq(waitingPieces.fileId, fileId)))
    .orderBy(asc(waitingPieces.n));
  return rows.map(({ size }) => size);
}

export async function pieceOf(
  db: Reader,
  authorityId: string,
  fileId: string,
  n: number,
): Promise<Buffer | undefined> {
  const [row] = await db
    .select({ sealed: waitingPieces.sealed })
    .from(waitingPieces)
    .where(
      and(
        eq(waitingPieces.authorityId, authorityId),
        eq(waitingPieces.fileId, fileId),
        eq(waitingPieces.n, n),
      ),
    );
  return row?.sealed;
}

export async function dropPieces(tx: Writer, authorityId: string, fileId: string): Promise<void> {
  await tx
    .delete(waitingPieces)
    .where(and(eq(waitingPieces.authorityId, authorityId), eq(waitingPieces.fileId, fileId)));
}

/** Drops the pieces of files that came before one of this id would have, of every authority. */
export async function dropPiecesBefore(tx: Writer, fileId: string): Promise<void> {
  await tx.delete(waitingPieces).where(lt(waitingPieces.fileId, fileId));
}
