import { kit } from '../dialect.ts';
import { ofAuthority, ofProgramme } from './owned.ts';

const { table, text, whole, bool, instant, json, index } = kit;

/** An official file of figures by small area, as imported. */
export const areaFiles = table(
  'area_files',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    title: text('title').notNull(),
    /** Which publication its headers were recognised as, such as iod-2025. */
    kind: text('kind').notNull(),
    fileName: text('file_name').notNull(),
    digest: text('digest').notNull(),
    /** The measures in the file's own order: key and the publisher's header. */
    measures:
      json<{ key: string; header: string; of?: string; at?: Record<string, string> }[]>(
        'measures',
      ).notNull(),
    areas: whole('areas').notNull(),
    /** "small areas", "wards"…; several where the publisher put several into one file. */
    level: text('level').notNull().default(''),
    /** The year of the boundaries, or empty where the file does not say. */
    boundaries: text('boundaries').notNull().default(''),
    /** What was left out, cut short or missing, one sentence each. */
    notes: json<string[]>('notes'),
    /** Counts of people that the authority holds itself: small ones are never shown. */
    isOwnCount: bool('is_own_count').notNull().default(false),
    importedAt: instant('imported_at').notNull(),
    importedBy: text('imported_by').notNull(),
  },
  (t) => [index('area_files_programme').on(t.authorityId, t.programmeId)],
);

/** One small area of a file; a figure that the publisher left out is null, never zero. */
export const areaRows = table(
  'area_rows',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    fileId: text('file_id')
      .notNull()
      .references(() => areaFiles.id, { onDelete: 'cascade' }),
    code: text('code').notNull(),
    name: text('name').notNull(),
    figures: json<Record<string, number | null>>('figures').notNull(),
    /** What kind of area it is, where one file holds several kinds. */
    level: text('level').notNull().default(''),
  },
  (t) => [
    index('area_rows_file').on(t.authorityId, t.fileId, t.code),
    index('area_rows_of').on(t.fileId),
  ],
);

/** A table printed in a report, with what does not add up in it. */
export const printedTables = table(
  'printed_tables',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    title: text('title').notNull(),
    fileName: text('file_name').notNull(),
    digest: text('digest').notNull(),
    /** The checked table, as app/needs/printed-table.ts describes it. */
    checked: json<unknown>('checked').notNull(),
    importedAt: instant('imported_at').notNull(),
    importedBy: text('imported_by').notNull(),
  },
  (t) => [index('printed_tables_programme').on(t.authorityId, t.programmeId)],
);

/**
 * What a need rests on: a sentence and the figures or words as they stood when it was taken. It is
 * frozen: when its source changes, the digest tells, and the evidence shows as stale.
 */
export const evidence = table(
  'evidence',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    /** survey-finding, area-figure, table-figure or theme. */
    kind: text('kind').notNull(),
    /** One plain sentence with its base, such as "212 of 398 families said …". */
    sentence: text('sentence').notNull(),
    /** The figures behind the sentence, small numbers hidden already. */
    figures: json<unknown>('figures').notNull(),
    /** Where it came from: survey and question, file and measure, table and row, or theme. */
    source: json<Record<string, string>>('source').notNull(),
    digest: text('digest').notNull(),
    takenAt: instant('taken_at').notNull(),
    takenBy: text('taken_by').notNull(),
  },
  (t) => [index('evidence_programme').on(t.authorityId, t.programmeId)],
);

/** The register of needs. What each rests on stands in thread_links (evidence → need). */
export const needs = table(
  'needs',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    statement: text('statement').notNull(),
    /** Who has it, where, and how many, in words. */
    who: text('who').notNull(),
    place: text('place').notNull(),
    howMany: text('how_many').notNull(),
    /** high, medium or low, with the reason. */
    priority: text('priority').notNull(),
    priorityReason: text('priority_reason').notNull(),
    /** person (somebody's judgement) or rule (worked out from the scores). */
    priorityBy: text('priority_by').notNull().default('person'),
    /** Why it is not being met now; empty while it is in play. */
    notNowBecause: text('not_now_because').notNull(),
    version: whole('version').notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by').notNull(),
  },
  (t) => [index('needs_programme').on(t.authorityId, t.programmeId)],
);
