import { and, eq, getTableColumns } from 'drizzle-orm';
import { firstOf } from './people.ts';
import { ready, stored } from './ready.ts';
import { drafts } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

/** Answers under way: begun, saved page by page, and not sent yet. */
export type Draft = typeof drafts.$inferSelect;

export async function draftOf(
  db: Reader,
  authorityId: string,
  surveyId: string,
  tokenHash: string,
): Promise<Draft | undefined> {
  return firstOf(await draftWithToken(db, { authorityId, surveyId, tokenHash }));
}

const draftWithToken = ready(
  (db: Reader, given: Pick<Draft, 'authorityId' | 'surveyId' | 'tokenHash'>) =>
    db
      .select()
      .from(drafts)
      .where(
        and(
          eq(drafts.authorityId, given.authorityId),
          eq(drafts.surveyId, given.surveyId),
          eq(drafts.tokenHash, given.tokenHash),
        ),
      ),
);

export async function insertDraft(tx: Writer, row: Draft): Promise<void> {
  await addDraft(tx, row);
}

const addDraft = ready((tx: Writer, _: Draft) =>
  tx.insert(drafts).values(stored(getTableColumns(drafts))),
);

/** Saves a page; false when the draft is gone (sent from another window, or too old). */
export async function updateDraft(
  tx: Writer,
  authorityId: string,
  tokenHash: string,
  change: SavedPage,
): Promise<boolean> {
  const changed = await changeDraft(tx, { ...change, authorityId, tokenHash });
  return changed.length === 1;
}

type SavedPage = Pick<Draft, 'answers' | 'flag' | 'updatedAt' | 'language'>;

const changeDraft = ready(
  (tx: Writer, given: SavedPage & Pick<Draft, 'authorityId' | 'tokenHash'>) => {
    const { answers, flag, updatedAt, language } = drafts;
    return tx
      .update(drafts)
      .set(stored({ answers, flag, updatedAt, language }))
      .where(and(eq(drafts.authorityId, given.authorityId), eq(drafts.tokenHash, given.tokenHash)))
      .returning({ tokenHash: drafts.tokenHash });
  },
);

/** Answers saved under a phrase, by its keyed hash. */
export async function draftWithPhrase(
  db: Reader,
  authorityId: string,
  surveyId: string,
  phraseHash: string,
): Promise<Draft | undefined> {
  const rows = await db
    .select()
    .from(drafts)
    .where(
      and(
        eq(drafts.authorityId, authorityId),
        eq(drafts.surveyId, surveyId),
        eq(drafts.phraseHash, phraseHash),
      ),
    );
  return firstOf(rows);
}

/** Puts saved answers under a phrase, or into the hands of another browser (a new token). */
export async function handOverDraft(
  tx: Writer,
  authorityId: string,
  tokenHash: string,
  change: Partial<Pick<Draft, 'tokenHash' | 'phraseHash' | 'updatedAt' | 'startedAt'>>,
): Promise<boolean> {
  const changed = await tx
    .update(drafts)
    .set(change)
    .where(and(eq(drafts.authorityId, authorityId), eq(drafts.tokenHash, tokenHash)))
    .returning({ tokenHash: drafts.tokenHash });
  return changed.length === 1;
}

export async function deleteDraft(
  tx: Writer,
  authorityId: string,
  tokenHash: string,
): Promise<void> {
  await removeDraft(tx, { authorityId, tokenHash });
}

const removeDraft = ready((tx: Writer, given: Pick<Draft, 'authorityId' | 'tokenHash'>) =>
  tx
    .delete(drafts)
    .where(and(eq(drafts.authorityId, given.authorityId), eq(drafts.tokenHash, given.tokenHash))),
);
