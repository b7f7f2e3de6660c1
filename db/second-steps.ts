import { and, eq, isNull, isNotNull, lt } from 'drizzle-orm';
import { firstOf } from './people.ts';
import { people, recoveryCodes, secondFactors } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

/** The one-time codes of somebody: the key that their app shares, and the last step taken. */
export type SecondFactor = typeof secondFactors.$inferSelect;

export async function secondFactorOf(
  db: Reader,
  authorityId: string,
  personId: string,
): Promise<SecondFactor | undefined> {
  return firstOf(
    await db
      .select()
      .from(secondFactors)
      .where(and(eq(secondFactors.authorityId, authorityId), eq(secondFactors.personId, personId))),
  );
}

export async function saveSecondFactor(tx: Writer, row: SecondFactor): Promise<void> {
  const { key, lastStep, setUpAt } = row;
  await tx
    .insert(secondFactors)
    .values(row)
    .onConflictDoUpdate({ target: secondFactors.personId, set: { key, lastStep, setUpAt } });
}

/** Notes that the code of a step was taken, unless it or a later one was before; says whether it did. */
export async function useStep(
  tx: Writer,
  authorityId: string,
  personId: string,
  step: number,
): Promise<boolean> {
  const used = await tx
    .update(secondFactors)
    .set({ lastStep: step })
    .where(
      and(
        eq(secondFactors.authorityId, authorityId),
        eq(secondFactors.personId, personId),
        lt(secondFactors.lastStep, step),
      ),
    )
    .returning({ personId: secondFactors.personId });
  return used.length === 1;
}

export async function deleteSecondFactor(
  tx: Writer,
  authorityId: string,
  personId: string,
): Promise<void> {
  await tx
    .delete(secondFactors)
    .where(and(eq(secondFactors.authorityId, authorityId), eq(secondFactors.personId, personId)));
  await deleteRecoveryCodes(tx, authorityId, personId);
}

/** Whoever can get in without a directory: open administrators with a password and one-time codes. */
export async function surelyComeIn(db: Reader, authorityId: string): Promise<string[]> {
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .innerJoin(
      secondFactors,
      and(eq(secondFactors.personId, people.id), eq(secondFactors.authorityId, people.authorityId)),
    )
    .where(
      and(
        eq(people.authorityId, authorityId),
        eq(people.role, 'administrator'),
        isNull(people.closedAt),
        isNotNull(people.passwordHash),
      ),
    );
  return rows.map(({ id }) => id);
}

export async function insertRecoveryCodes(
  tx: Writer,
  rows: readonly (typeof recoveryCodes.$inferInsert)[],
): Promise<void> {
  await tx.insert(recoveryCodes).values([...rows]);
}

export async function deleteRecoveryCodes(
  tx: Writer,
  authorityId: string,
  personId: string,
): Promise<void> {
  await tx
    .delete(recoveryCodes)
    .where(and(eq(recoveryCodes.authorityId, authorityId), eq(recoveryCodes.personId, personId)));
}

/** Uses a recovery code up; says whether there was one. */
export async function useRecoveryCode(
  tx: Writer,
  authorityId: string,
  personId: string,
  codeHash: string,
  at: Date,
): Promise<boolean> {
  const used = await tx
    .update(recoveryCodes)
    .set({ usedAt: at })
    .where(
      and(
        eq(recoveryCodes.authorityId, authorityId),
        eq(recoveryCodes.personId, personId),
        eq(recoveryCodes.codeHash, codeHash),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ codeHash: recoveryCodes.codeHash });
  return used.length === 1;
}

export async function recoveryCodesLeft(
  db: Reader,
  authorityId: string,
  personId: string,
): Promise<number> {
  return db.$count(
    recoveryCodes,
    and(
      eq(recoveryCodes.authorityId, authorityId),
      eq(recoveryCodes.personId, personId),
      isNull(recoveryCodes.usedAt),
    ),
  );
}
