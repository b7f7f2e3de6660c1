import { kit } from '../dialect.ts';
import { ofAuthority, ofProgramme } from './owned.ts';
import { fundingStreams, planLines } from './plan.ts';

const { table, text, whole, bool, day, instant, index, uniqueIndex } = kit;

/** How much of a stream is for which financial year. The years need not add up to the stream. */
export const streamYears = table(
  'stream_years',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    streamId: text('stream_id')
      .notNull()
      .references(() => fundingStreams.id, { onDelete: 'cascade' }),
    /** A financial year, "2026-27". */
    year: text('year').notNull(),
    amountPence: whole('amount_pence').notNull(),
  },
  (t) => [
    index('stream_years_programme').on(t.authorityId, t.programmeId),
    uniqueIndex('stream_years_once').on(t.authorityId, t.streamId, t.year),
  ],
);

/** One cost of a line of the plan, or of the whole programme. */
export const planCosts = table(
  'plan_costs',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    /** Null for what the whole programme costs and no line alone. */
    lineId: text('line_id').references(() => planLines.id, { onDelete: 'cascade' }),
    what: text('what').notNull(),
    /** One of COST_KINDS. */
    kind: text('kind').notNull(),
    streamId: text('stream_id').references(() => fundingStreams.id, { onDelete: 'set null' }),
    /** That no stream pays for it, whatever stream its line has: so since its own was removed. */
    unfunded: bool('unfunded').notNull().default(false),
    /** One of STRANDS of the registers, or empty. */
    strand: text('strand').notNull(),
    /** A financial year, "2026-27", or empty while it is not known. */
    year: text('year').notNull(),
    /** Null when it is not known yet: never zero by default. */
    amountPence: whole('amount_pence'),
    capital: bool('capital').notNull(),
    note: text('note').notNull(),
    /** The paste or file that brought it in, so that it can be taken out whole; empty when typed. */
    batch: text('batch').notNull(),
    position: whole('position').notNull(),
    version: whole('version').notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by').notNull(),
  },
  (t) => [
    index('plan_costs_programme').on(t.authorityId, t.programmeId, t.position),
    index('plan_costs_line').on(t.authorityId, t.lineId),
  ],
);

/** What one member, family or attendance costs: two of cost, count and unit cost, or all three. */
export const unitCosts = table(
  'unit_costs',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    what: text('what').notNull(),
    /** One of UNIT_KINDS. */
    kind: text('kind').notNull(),
    /** A financial year whose costs in the plan are the cost; empty when the cost was typed. */
    planYear: text('plan_year').notNull(),
    costPence: whole('cost_pence'),
    /** To what the cost, the count and the unit cost were rounded before they were printed; 0 = exact. */
    costStepPence: whole('cost_step_pence').notNull(),
    costFrom: day('cost_from'),
    costTo: day('cost_to'),
    counted: whole('counted'),
    countStep: whole('count_step').notNull(),
    countFrom: day('count_from'),
    countTo: day('count_to'),
    unitPence: whole('unit_pence'),
    unitStepPence: whole('unit_step_pence').notNull(),
    source: text('source').notNull(),
    version: whole('version').notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by').notNull(),
  },
  (t) => [index('unit_costs_programme').on(t.authorityId, t.programmeId, t.createdAt)],
);

/** What an authority reckons that something which does not happen would have cost. */
export const avoidedCosts = table(
  'avoided_costs',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    what: text('what').notNull(),
    /** Of what it is the cost: "a child, a year". */
    per: text('per').notNull(),
    lowPence: whole('low_pence').notNull(),
    centralPence: whole('central_pence').notNull(),
    highPence: whole('high_pence').notNull(),
    /** The financial year in whose prices it is, "2021-22", or empty. */
    priceYear: text('price_year').notNull(),
    whoSaves: text('who_saves').notNull(),
    /** `budget` for money that somebody saves, `society` for a value that no budget ever sees. */
    counts: text('counts').notNull().default('budget'),
    source: text('source').notNull(),
    sourceUrl: text('source_url').notNull(),
    /** The grade of the evidence: A, B, C, L, S, N or D. */
    grade: text('grade').notNull(),
    note: text('note').notNull(),
    /** The entry of the list that comes with the product from which it was taken, or empty. */
    starter: text('starter').notNull(),
    version: whole('version').notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by').notNull(),
  },
  (t) => [index('avoided_costs_authority').on(t.authorityId, t.createdAt)],
);

/** A case for the plan in money: over which years, and how future money is counted. */
export const benefitCases = table(
  'benefit_cases',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    name: text('name').notNull(),
    firstYear: text('first_year').notNull(),
    years: whole('years').notNull(),
    /** All shares are hundredths of a per cent: 350 is 3.5 %. */
    discount: whole('discount').notNull(),
    optimismLow: whole('optimism_low').notNull(),
    optimismCentral: whole('optimism_central').notNull(),
    optimismHigh: whole('optimism_high').notNull(),
    /** What is put in, if not the costs of the plan; null for those. */
    costPence: whole('cost_pence'),
    /** By how much more may be put in than was reckoned, in hundredths of a per cent. */
    overrunLow: whole('overrun_low').notNull().default(0),
    overrunCentral: whole('overrun_central').notNull().default(0),
    overrunHigh: whole('overrun_high').notNull().default(0),
    note: text('note').notNull(),
    version: whole('version').notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by').notNull(),
  },
  (t) => [index('benefit_cases_programme').on(t.authorityId, t.programmeId, t.createdAt)],
);

/** Something that a case says is avoided: how many a year, how much of it is ours, what else would. */
export const benefitItems = table(
  'benefit_items',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    caseId: text('case_id')
      .notNull()
      .references(() => benefitCases.id, { onDelete: 'cascade' }),
    avoidedId: text('avoided_id')
      .notNull()
      .references(() => avoidedCosts.id, { onDelete: 'cascade' }),
    /** How many a year. */
    countLow: whole('count_low').notNull(),
    countCentral: whole('count_central').notNull(),
    countHigh: whole('count_high').notNull(),
    /** The share of what is avoided that is due to this plan. */
    attributionLow: whole('attribution_low').notNull(),
    attributionCentral: whole('attribution_central').notNull(),
    attributionHigh: whole('attribution_high').notNull(),
    /** The share that would have been avoided without it. */
    deadweightLow: whole('deadweight_low').notNull(),
    deadweightCentral: whole('deadweight_central').notNull(),
    deadweightHigh: whole('deadweight_high').notNull(),
    /** The year of the case in which it begins: 1 is the first. */
    fromYear: whole('from_year').notNull(),
    basis: text('basis').notNull(),
    version: whole('version').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('benefit_items_programme').on(t.authorityId, t.programmeId, t.caseId)],
);
