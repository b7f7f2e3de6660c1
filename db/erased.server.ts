import { createHash } from 'node:crypto';
import { erasures } from './schema/index.ts';
import { announce, type Writer } from './store.server.ts';

/** What is erased one at a time because somebody asked, and not because its day had come. */
export type ErasedKind = 'response' | 'import' | 'interest' | 'member' | 'staff';

/** One line of the register. It says whom it is about to whoever has the row itself, and to nobody else. */
export interface Erased {
  key: string;
  authorityId: string;
  kind: ErasedKind;
  words: boolean;
  erasedOn: string;
}

/** What every server hears when something was erased. */
export const ERASED = 'erased';

/**
 * What the register keeps of something: SHA-256 of an id that nobody outside can guess (random or of a
 * time to the millisecond with 74 random bits), or of a family's own reference.
 */
export function erasureKey(kind: ErasedKind, id: string): string {
  return createHash('sha256').update(`${kind}:${id}`).digest('hex');
}

/** Writes down that something was erased, in the same write: a restored backup must forget it too. */
export async function noteErased(
  tx: Writer,
  authorityId: string,
  kind: ErasedKind,
  id: string,
  words = true,
): Promise<void> {
  const erasedOn = new Date().toISOString().slice(0, 10);
  const line: Erased = { key: erasureKey(kind, id), authorityId, kind, words, erasedOn };
  await tx.insert(erasures).values(line).onConflictDoNothing();
  announce(ERASED, JSON.stringify(line));
}
