import { kit } from '../dialect.ts';
import { ofProgramme } from './owned.ts';

const { table, text, whole, instant, day, index, uniqueIndex } = kit;

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
    startsOn: day('starts_on'),
    endsOn: day('ends_on'),
    milestone: text('milestone').notNull(),
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
