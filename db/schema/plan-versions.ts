import { kit } from '../dialect.ts';
import { ofProgramme } from './owned.ts';

const { table, text, whole, instant, json, index, uniqueIndex } = kit;

/** A plan as it was put up for sign-off: frozen whole, so that later changes never reach it. */
export const planVersions = table(
  'plan_versions',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    /** 1, 2, 3 … within its programme. */
    number: whole('number').notNull(),
    /** Such as “For the board of 3 March”. */
    name: text('name').notNull(),
    /** waiting, approved, returned or withdrawn. */
    state: text('state').notNull(),
    /** The printed document, the workbook and the data, as they stood. */
    frozen: json<unknown>('frozen').notNull(),
    /** SHA-256 of what is frozen, in hexadecimal. */
    digest: text('digest').notNull(),
    putUpBy: text('put_up_by').notNull(),
    putUpName: text('put_up_name').notNull(),
    putUpAt: instant('put_up_at').notNull(),
    decidedName: text('decided_name').notNull().default(''),
    decidedAt: instant('decided_at'),
    /** Conditions of an approval, or why it was returned. */
    words: text('words').notNull().default(''),
    /**
     * Since when what is frozen names somebody who was erased. It stays as it was signed, and can no longer
     * be published.
     */
    nameErasedAt: instant('name_erased_at'),
  },
  (t) => [
    uniqueIndex('plan_versions_number').on(t.authorityId, t.programmeId, t.number),
    index('plan_versions_digest').on(t.digest),
  ],
);

/** What somebody said about a plan or one of its lines, until it is settled. */
export const planComments = table(
  'plan_comments',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    /** Null where it is about the whole plan. The line may be gone since. */
    lineId: text('line_id'),
    lineTitle: text('line_title').notNull().default(''),
    words: text('words').notNull(),
    byName: text('by_name').notNull(),
    at: instant('at').notNull(),
    answer: text('answer').notNull().default(''),
    settledName: text('settled_name').notNull().default(''),
    settledAt: instant('settled_at'),
  },
  (t) => [index('plan_comments_programme').on(t.authorityId, t.programmeId)],
);
