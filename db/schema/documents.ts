import { kit } from '../dialect.ts';
import { ofProgramme } from './owned.ts';

const { table, text, whole, bool, instant, json, uniqueIndex } = kit;

/** What an authority made of a section of one of its documents: its place, its heading, its own words. */
export const documentSections = table(
  'document_sections',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    /** needs-assessment, self-evaluation, delivery-plan, evaluation or local-plan. */
    document: text('document').notNull(),
    /** The section of the outline; for a section of its own `own-` and its id. */
    section: text('section').notNull(),
    /** Null while it stands where the outline has it. */
    position: whole('position'),
    hidden: bool('hidden').notNull().default(false),
    /** Empty while the heading of the outline stands. */
    title: text('title').notNull().default(''),
    /** Own words before what is computed. */
    before: text('before').notNull().default(''),
    /** Own words after it. */
    after: text('after').notNull().default(''),
    version: whole('version').notNull(),
    changedBy: text('changed_by').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [
    uniqueIndex('document_sections_once').on(t.authorityId, t.programmeId, t.document, t.section),
  ],
);

/** A document as somebody kept it under a name: later marks say what changed since. */
export const documentVersions = table(
  'document_versions',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    document: text('document').notNull(),
    /** 1, 2, 3 … within its document. */
    number: whole('number').notNull(),
    name: text('name').notNull(),
    /** The whole printed document, as it stood. */
    model: json<unknown>('model').notNull(),
    /** SHA-256 of it, in hexadecimal. */
    digest: text('digest').notNull(),
    keptBy: text('kept_by').notNull(),
    keptAt: instant('kept_at').notNull(),
  },
  (t) => [
    uniqueIndex('document_versions_number').on(t.authorityId, t.programmeId, t.document, t.number),
  ],
);
