import { kit } from '../dialect.ts';
import { ofProgramme } from './owned.ts';

const { table, text, whole, real, day, instant, index, uniqueIndex } = kit;

/**
 * A quarter's counts of families who were reached. A version that was submitted stays as it was; its
 * correction is a new version beside it, with the reason.
 */
export const reachReturns = table(
  'reach_returns',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    /** 2026-27-Q1: April to June 2026. */
    quarter: text('quarter').notNull(),
    /** 1 for the first that is submitted, 2 for its correction. */
    number: whole('number').notNull(),
    /** What whoever reads it should know: a site that was closed, a register that was lost. */
    note: text('note').notNull(),
    /** Why there is another version; empty for the first. */
    reason: text('reason').notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    submittedAt: instant('submitted_at'),
    submittedBy: text('submitted_by'),
    version: whole('version').notNull(),
  },
  (t) => [uniqueIndex('reach_returns_once').on(t.authorityId, t.programmeId, t.quarter, t.number)],
);

/** A count of a return: at a site or of all together, of whom, and of which group. */
export const reachCounts = table(
  'reach_counts',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    returnId: text('return_id')
      .notNull()
      .references(() => reachReturns.id, { onDelete: 'cascade' }),
    /** A site of the register; empty where it is named in words only, or for all sites together. */
    siteId: text('site_id').notNull(),
    /** What the site was called then; empty for all sites together. */
    siteName: text('site_name').notNull(),
    /** children, adults, families, attendances … */
    what: text('what').notNull(),
    /** By what it is broken down, and which group; both empty for everybody together. */
    breakdown: text('breakdown').notNull(),
    groupName: text('group_name').notNull(),
    count: whole('count').notNull(),
  },
  (t) => [
    uniqueIndex('reach_counts_once').on(
      t.authorityId,
      t.returnId,
      t.siteName,
      t.what,
      t.breakdown,
      t.groupName,
    ),
  ],
);

/**
 * Scores of a validated tool before and after support, of a group of people and never of one: how
 * many, their means and spreads. Single scores are not kept.
 */
export const toolScores = table(
  'tool_scores',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    /** A tool of the library of measures. */
    toolId: text('tool_id').notNull(),
    /** The measure of the theory that it speaks of, or empty. */
    measureId: text('measure_id').notNull(),
    /** Which service or group of families. */
    service: text('service').notNull(),
    periodStart: day('period_start').notNull(),
    periodEnd: day('period_end').notNull(),
    /** How many have a score before and after. */
    pairs: whole('pairs').notNull(),
    meanBefore: real('mean_before').notNull(),
    sdBefore: real('sd_before'),
    meanAfter: real('mean_after').notNull(),
    sdAfter: real('sd_after'),
    /** The spread of each person's own change; null where only the two spreads are known. */
    sdChange: real('sd_change'),
    /** How many changed by more than the tool can err, for better and for worse; null: not known. */
    improved: whole('improved'),
    worsened: whole('worsened'),
    /** Had a score before and none after; null: not known. */
    onlyBefore: whole('only_before'),
    /** How reliable the tool is (0 to 1), as those who counted `improved` took it, and whose figure. */
    reliability: real('reliability'),
    reliabilitySource: text('reliability_source').notNull(),
    /** typed, or counted from a file of pairs. */
    came: text('came').notNull(),
    note: text('note').notNull(),
    enteredBy: text('entered_by').notNull(),
    at: instant('at').notNull(),
    version: whole('version').notNull(),
  },
  (t) => [index('tool_scores_programme').on(t.authorityId, t.programmeId, t.toolId)],
);

/** A figure of elsewhere beside a measure: England, the region, neighbours. */
export const measureBenchmarks = table(
  'measure_benchmarks',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    /** The measure: a piece of the theory. */
    measureId: text('measure_id').notNull(),
    /** england, region, neighbours or other. */
    kind: text('kind').notNull(),
    /** Of where: England, South West, Statistical neighbours. */
    name: text('name').notNull(),
    value: real('value').notNull(),
    numerator: real('numerator'),
    denominator: real('denominator'),
    periodStart: day('period_start').notNull(),
    periodEnd: day('period_end').notNull(),
    source: text('source').notNull(),
    /** The area file that it was taken from; empty where somebody typed it. */
    fileId: text('file_id').notNull(),
    enteredBy: text('entered_by').notNull(),
    at: instant('at').notNull(),
    version: whole('version').notNull(),
  },
  (t) => [
    uniqueIndex('measure_benchmarks_once').on(
      t.authorityId,
      t.programmeId,
      t.measureId,
      t.kind,
      t.name,
      t.periodEnd,
    ),
  ],
);

/** What a figure means and what follows from it, each quarter. Rows are only added: the last stands. */
export const outcomeNotes = table(
  'outcome_notes',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    measureId: text('measure_id').notNull(),
    /** 2026-27-Q1 */
    quarter: text('quarter').notNull(),
    /** 1 for the first, counted up with each change. */
    number: whole('number').notNull(),
    /** So what: what the figure means. */
    means: text('means').notNull(),
    /** What will be done about it. */
    next: text('next').notNull(),
    enteredBy: text('entered_by').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    uniqueIndex('outcome_notes_once').on(
      t.authorityId,
      t.programmeId,
      t.measureId,
      t.quarter,
      t.number,
    ),
  ],
);
