import { kit } from '../dialect.ts';
import { ofProgramme } from './owned.ts';

const { table, text, whole, json, instant, day, index, uniqueIndex } = kit;

/** Money that may pay for plan lines. */
export const fundingStreams = table(
  'funding_streams',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    name: text('name').notNull(),
    amountPence: whole('amount_pence').notNull(),
    /** What it may be spent on, or empty. */
    ringFence: text('ring_fence').notNull(),
    endsOn: day('ends_on'),
    /** grant, council, health, partner, in-kind or other. */
    kind: text('kind').notNull().default('other'),
    startsOn: day('starts_on'),
    /** What whoever gives it asks for in return, or empty. */
    conditions: text('conditions').notNull().default(''),
    /** Whether it may pay for capital, for revenue or for either: both, revenue or capital. */
    pays: text('pays').notNull().default('both'),
    /** The strands and the kinds of cost that it may pay for; null or empty means any. */
    ringStrands: json<string[]>('ring_strands'),
    ringKinds: json<string[]>('ring_kinds'),
    version: whole('version').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('funding_streams_programme').on(t.authorityId, t.programmeId)],
);

/**
 * A line of the delivery plan. The activity that it delivers and the requirements that it covers
 * stand in thread_links.
 */
export const planLines = table(
  'plan_lines',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    title: text('title').notNull(),
    owner: text('owner').notNull(),
    /** What it is to achieve, in a sentence; often the outcome that it serves. */
    objective: text('objective').notNull().default(''),
    /** Who does it with the owner. */
    partners: text('partners').notNull().default(''),
    successCriteria: text('success_criteria').notNull().default(''),
    communications: text('communications').notNull().default(''),
    /** A strand of the programme (STRANDS), or empty. */
    strand: text('strand').notNull().default(''),
    startsOn: day('starts_on'),
    endsOn: day('ends_on'),
    /** positive, neutral, negative or unknown. */
    equalityEffect: text('equality_effect').notNull().default('unknown'),
    equalityWho: text('equality_who').notNull().default(''),
    equalityResponse: text('equality_response').notNull().default(''),
    risk: text('risk').notNull().default(''),
    /** 1 to 5, null while nobody has said. */
    riskLikelihood: whole('risk_likelihood'),
    riskSeverity: whole('risk_severity'),
    riskOwner: text('risk_owner').notNull().default(''),
    riskResponse: text('risk_response').notNull().default(''),
    /** The newest of plan_progress: on-track, at-risk or late; empty while nothing was said. */
    standing: text('standing').notNull().default(''),
    standingNote: text('standing_note').notNull().default(''),
    standingOn: day('standing_on'),
    /** Null when it is not known yet: never zero by default. */
    costPence: whole('cost_pence'),
    streamId: text('stream_id').references(() => fundingStreams.id, { onDelete: 'set null' }),
    /** planned, under-way, done or stopped. */
    status: text('status').notNull(),
    position: whole('position').notNull(),
    version: whole('version').notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by').notNull(),
  },
  (t) => [index('plan_lines_programme').on(t.authorityId, t.programmeId, t.position)],
);

/** What is done on the way of a line, and what is there to see by when. */
export const planSteps = table(
  'plan_steps',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    lineId: text('line_id')
      .notNull()
      .references(() => planLines.id, { onDelete: 'cascade' }),
    /** action or milestone. */
    kind: text('kind').notNull(),
    title: text('title').notNull(),
    owner: text('owner').notNull(),
    dueOn: day('due_on'),
    doneOn: day('done_on'),
    position: whole('position').notNull(),
  },
  (t) => [index('plan_steps_programme').on(t.authorityId, t.programmeId, t.lineId)],
);

/** A line that begins when another has ended, so many days after. */
export const planDependencies = table(
  'plan_dependencies',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    lineId: text('line_id')
      .notNull()
      .references(() => planLines.id, { onDelete: 'cascade' }),
    waitsForId: text('waits_for_id')
      .notNull()
      .references(() => planLines.id, { onDelete: 'cascade' }),
    lagDays: whole('lag_days').notNull(),
  },
  (t) => [
    uniqueIndex('plan_dependencies_once').on(t.authorityId, t.programmeId, t.lineId, t.waitsForId),
  ],
);

/** What was reported of a line, such as each quarter: append only. */
export const planProgress = table(
  'plan_progress',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    lineId: text('line_id')
      .notNull()
      .references(() => planLines.id, { onDelete: 'cascade' }),
    /** on-track, at-risk or late. */
    standing: text('standing').notNull(),
    /** How far the line was then: planned, under-way, done or stopped. */
    status: text('status').notNull(),
    note: text('note').notNull(),
    /** The day of which it speaks. */
    on: day('on_day').notNull(),
    byName: text('by_name').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [index('plan_progress_line').on(t.authorityId, t.programmeId, t.lineId)],
);

/** A difference between the plan and the theory that somebody looked at and lets stand, and why. */
export const planDriftKept = table(
  'plan_drift_kept',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    /** The difference: its kind and what it is about. */
    driftKey: text('drift_key').notNull(),
    /** What it said when it was kept: when it says something else, it speaks again. */
    says: text('says').notNull(),
    because: text('because').notNull(),
    byName: text('by_name').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [uniqueIndex('plan_drift_kept_once').on(t.authorityId, t.programmeId, t.driftKey)],
);

/** What a person decided about a requirement, over what was computed, and why. */
export const coverageJudgements = table(
  'coverage_judgements',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    packId: text('pack_id').notNull(),
    requirementId: text('requirement_id').notNull(),
    /** covered, partly, not or not-applicable. */
    state: text('state').notNull(),
    reason: text('reason').notNull(),
    decidedAt: instant('decided_at').notNull(),
    decidedBy: text('decided_by').notNull(),
  },
  (t) => [
    uniqueIndex('coverage_judgements_once').on(
      t.authorityId,
      t.programmeId,
      t.packId,
      t.requirementId,
    ),
  ],
);
