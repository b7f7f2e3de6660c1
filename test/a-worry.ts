import { eq } from 'drizzle-orm';
import { raiseFlag } from '#db/care.ts';
import { safeguardingFlags } from '#db/schema/index.ts';
import type { Store } from '#db/store.server.ts';
import type { Borough } from './people.ts';

export const WORRIED = 'I am scared of him at home.';

/** Has words of one source looked at, as the list of worrying words would. */
export function aWorry(store: Store, { programme }: Borough, kind: string, id: string) {
  const flag = { authorityId: programme.authorityId, programmeId: programme.id, words: WORRIED };
  const source = { kind, id, question: 'comment' };
  return store.write(null, (tx) =>
    raiseFlag(tx, { ...flag, source, found: ['harm'], by: null, note: '' }),
  );
}

/** What is kept of it now. */
export async function keptOf(store: Store, id: string) {
  const { words, forgetWords, state } = safeguardingFlags;
  const [row] = await store.read
    .select({ words, forgetWords, state })
    .from(safeguardingFlags)
    .where(eq(safeguardingFlags.id, id));
  return row;
}
