import { and, eq, isNull, lt } from 'drizzle-orm';
import { presses } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

/** Keeps a press. False when it was kept before: then nothing more may be changed for it. */
export async function keepPress(
  tx: Writer,
  authorityId: string,
  key: string,
  pressedAt: Date,
): Promise<boolean> {
  const kept = await tx
    .insert(presses)
    .values({ key, authorityId, pressedAt, ledTo: null })
    .onConflictDoNothing()
    .returning({ key: presses.key });
  return kept.length > 0;
}

/** Where the first press led: null while it is under way, undefined when it changed nothing. */
export async function whereItLed(
  db: Reader,
  authorityId: string,
  key: string,
): Promise<string | null | undefined> {
  const [found] = await db
    .select({ ledTo: presses.ledTo })
    .from(presses)
    .where(and(eq(presses.authorityId, authorityId), eq(presses.key, key)));
  return found?.ledTo;
}

export async function noteWhereItLed(
  tx: Writer,
  authorityId: string,
  key: string,
  ledTo: string,
): Promise<void> {
  await tx
    .update(presses)
    .set({ ledTo })
    .where(and(eq(presses.authorityId, authorityId), eq(presses.key, key), isNull(presses.ledTo)));
}

/** A press that came to nothing may be made again. */
export async function forgetPress(tx: Writer, authorityId: string, key: string): Promise<void> {
  await tx
    .delete(presses)
    .where(and(eq(presses.authorityId, authorityId), eq(presses.key, key), isNull(presses.ledTo)));
}

/** Of every authority: a page that was open for longer is out of date anyway. */
export async function forgetOldPresses(tx: Writer, before: Date): Promise<void> {
  await tx.delete(presses).where(lt(presses.pressedAt, before));
}
