import { kit } from '../dialect.ts';
import { ofAuthority } from './owned.ts';

const { table, text, whole, bool, instant, json, uniqueIndex, index } = kit;

/**
 * Requirement packs that an authority brought in itself. Rows are only added: a pack brought in again
 * is its next version, and the newest one stands.
 */
export const authorityPacks = table(
  'authority_packs',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    /** own-…, so that it can never be a pack that ships. */
    packId: text('pack_id').notNull(),
    /** 1, 2, 3 … within its pack. */
    version: whole('version').notNull(),
    /** The pack, in the shape of app/plan/coverage/packs.ts. */
    content: json<unknown>('content').notNull(),
    fileName: text('file_name').notNull(),
    why: text('why').notNull(),
    byName: text('by_name').notNull(),
    at: instant('at').notNull(),
    /** Taken out of what a programme can follow; what was tied to it stays tied. */
    withdrawn: bool('withdrawn').notNull(),
  },
  (t) => [uniqueIndex('authority_packs_version').on(t.authorityId, t.packId, t.version)],
);

/** What an authority put right in an item of a pack that ships. Rows are only added; the newest stands. */
export const packCorrections = table(
  'pack_corrections',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    packId: text('pack_id').notNull(),
    requirementId: text('requirement_id').notNull(),
    /** text, kind, strand, grade, heading, where, url or countsAsCovered. */
    field: text('field').notNull(),
    was: text('was').notNull(),
    is: text('is').notNull(),
    why: text('why').notNull(),
    byName: text('by_name').notNull(),
    at: instant('at').notNull(),
    /** What was put right is taken back: the item stands as it ships. */
    withdrawn: bool('withdrawn').notNull(),
  },
  (t) => [index('pack_corrections_of').on(t.authorityId, t.packId, t.requirementId)],
);
