import { kit } from '../dialect.ts';
import { ofAuthority, ofProgramme } from './owned.ts';

const { table, text, whole, instant, json, index, uniqueIndex } = kit;

/** What several people said in their own words, named and defined. */
export const themes = table(
  'themes',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    name: text('name').notNull(),
    definition: text('definition').notNull(),
    /** The theme that it stands under in the tree; null at the top. */
    parentId: text('parent_id'),
    /** Words that belong here, and what does not belong here although it looks like it. */
    example: text('example').notNull().default(''),
    isNot: text('is_not').notNull().default(''),
    /** What those who code tell one another; nobody else sees it. */
    notes: text('notes').notNull().default(''),
    /** Taken away, with its words kept so that it can be put back; and what it was merged into. */
    removedAt: instant('removed_at'),
    mergedInto: text('merged_into'),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by').notNull(),
  },
  (t) => [index('themes_programme').on(t.authorityId, t.programmeId)],
);

/** Words gathered under a theme, frozen as they were written, with where they stand. */
export const excerpts = table(
  'excerpts',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    themeId: text('theme_id')
      .notNull()
      .references(() => themes.id, { onDelete: 'cascade' }),
    /** vote (a comment on a statement), response (a free-text answer) or note (of a listening exercise). */
    sourceKind: text('source_kind').notNull(),
    sourceId: text('source_id').notNull(),
    /** The question's name, for a response. */
    question: text('question').notNull(),
    words: text('words').notNull(),
    digest: text('digest').notNull(),
    addedAt: instant('added_at').notNull(),
    addedBy: text('added_by').notNull(),
  },
  (t) => [
    uniqueIndex('excerpts_once').on(t.authorityId, t.themeId, t.sourceKind, t.sourceId, t.question),
    index('excerpts_source').on(t.authorityId, t.sourceKind, t.sourceId),
  ],
);

/**
 * Words that somebody has read to find their themes, whether they found one or not: what "so much is
 * coded" is counted from. The digest says which words were read.
 */
export const codingReadings = table(
  'coding_readings',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    sourceKind: text('source_kind').notNull(),
    sourceId: text('source_id').notNull(),
    question: text('question').notNull(),
    digest: text('digest').notNull(),
    readAt: instant('read_at').notNull(),
    readBy: text('read_by').notNull(),
  },
  (t) => [
    uniqueIndex('coding_readings_once').on(
      t.authorityId,
      t.programmeId,
      t.sourceKind,
      t.sourceId,
      t.question,
    ),
    index('coding_readings_source').on(t.authorityId, t.sourceKind, t.sourceId),
  ],
);

/**
 * Words in place of what somebody wrote, because the original would show who it was. The original
 * stays where it was written; everybody reads these.
 */
export const redactions = table(
  'redactions',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    sourceKind: text('source_kind').notNull(),
    sourceId: text('source_id').notNull(),
    question: text('question').notNull(),
    words: text('words').notNull(),
    /** Of the original that was read: a changed original is redacted anew. */
    digest: text('digest').notNull(),
    reason: text('reason').notNull(),
    at: instant('at').notNull(),
    by: text('by').notNull(),
  },
  (t) => [
    uniqueIndex('redactions_once').on(
      t.authorityId,
      t.programmeId,
      t.sourceKind,
      t.sourceId,
      t.question,
    ),
    index('redactions_source').on(t.authorityId, t.sourceKind, t.sourceId),
  ],
);

/** Words chosen to be published under a theme; whether they may be is asked anew each time. */
export const quotes = table(
  'quotes',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    themeId: text('theme_id')
      .notNull()
      .references(() => themes.id, { onDelete: 'cascade' }),
    sourceKind: text('source_kind').notNull(),
    sourceId: text('source_id').notNull(),
    question: text('question').notNull(),
    words: text('words').notNull(),
    chosenAt: instant('chosen_at').notNull(),
    chosenBy: text('chosen_by').notNull(),
  },
  (t) => [
    index('quotes_theme').on(t.authorityId, t.themeId),
    index('quotes_source').on(t.authorityId, t.sourceKind, t.sourceId),
  ],
);

/** A random sample of words that a second person codes without seeing what the first found. */
export const secondSamples = table(
  'second_samples',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    seed: whole('seed').notNull(),
    /** The themes that there were when it was drawn. */
    themes: json<{ id: string; name: string }[]>('themes').notNull(),
    coderId: text('coder_id').notNull(),
    startedAt: instant('started_at').notNull(),
    startedBy: text('started_by').notNull(),
    finishedAt: instant('finished_at'),
  },
  (t) => [index('second_samples_programme').on(t.authorityId, t.programmeId)],
);

/** One piece of a sample: what the first coder had found when it was drawn, and what the second does. */
export const secondItems = table(
  'second_items',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    sampleId: text('sample_id')
      .notNull()
      .references(() => secondSamples.id, { onDelete: 'cascade' }),
    position: whole('position').notNull(),
    sourceKind: text('source_kind').notNull(),
    sourceId: text('source_id').notNull(),
    question: text('question').notNull(),
    digest: text('digest').notNull(),
    firstThemes: json<string[]>('first_themes').notNull(),
    secondThemes: json<string[]>('second_themes'),
    /** What the two agreed on where they differed. */
    agreedThemes: json<string[]>('agreed_themes'),
    agreedAt: instant('agreed_at'),
    agreedBy: text('agreed_by'),
  },
  (t) => [
    index('second_items_sample').on(t.authorityId, t.sampleId, t.position),
    index('second_items_source').on(t.authorityId, t.sourceKind, t.sourceId),
  ],
);

/** What was done to the tree of themes, with what it takes to undo it. No words of families. */
export const themeChanges = table(
  'theme_changes',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    /** merged, split, moved, regrouped, removed or imported. */
    what: text('what').notNull(),
    sentence: text('sentence').notNull(),
    /** As app/themes/tree-changes.ts describes it. */
    inverse: json<unknown>('inverse').notNull(),
    at: instant('at').notNull(),
    by: text('by').notNull(),
    undoneAt: instant('undone_at'),
  },
  (t) => [index('theme_changes_programme').on(t.authorityId, t.programmeId, t.at)],
);
