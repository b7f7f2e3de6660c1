import { kit } from '../dialect.ts';
import { ofAuthority, ofProgramme } from './owned.ts';

const { table, text, whole, day, instant, json, index, uniqueIndex } = kit;

/** What may be shared with whom, on which ground, until when it is looked at again. */
export const sharingAgreements = table(
  'sharing_agreements',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    title: text('title').notNull(),
    /** With whom, in words. */
    partners: text('partners').notNull(),
    /** What is shared. */
    data: text('data').notNull(),
    purpose: text('purpose').notNull(),
    /** Article 6 of the UK GDPR: public-task, legal-obligation, consent …; empty while not known. */
    basis: text('basis').notNull(),
    /** Article 9 and the Data Protection Act 2018; none where no special category is shared. */
    condition: text('condition').notNull(),
    /** working, drafted, signed, in-use, blocked or ended. */
    state: text('state').notNull(),
    /** What stands in the way while it is blocked. */
    blockedBy: text('blocked_by').notNull(),
    signedOn: day('signed_on'),
    reviewOn: day('review_on'),
    /** needed, done or not-needed; empty while nobody has said. */
    dpia: text('dpia').notNull(),
    dpiaOn: day('dpia_on'),
    owner: text('owner').notNull(),
    /** Plan lines that wait for it. */
    lineIds: json<string[]>('line_ids').notNull(),
    /** `packId:requirementId` of what it helps to cover. */
    requirementKeys: json<string[]>('requirement_keys').notNull(),
    note: text('note').notNull(),
    version: whole('version').notNull(),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [index('sharing_agreements_programme').on(t.authorityId, t.programmeId)],
);

/** What families are told, through what, when: a row of the communications plan. */
export const communications = table(
  'communications',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    title: text('title').notNull(),
    /** Whom it is for, in words. */
    audience: text('audience').notNull(),
    /** Values of AUDIENCE_GROUPS that it speaks to. */
    groups: json<string[]>('groups').notNull(),
    message: text('message').notNull(),
    /** A value of CHANNELS. */
    channel: text('channel').notNull(),
    /** Names of languages, English among them. */
    languages: json<string[]>('languages').notNull(),
    fromOn: day('from_on'),
    untilOn: day('until_on'),
    frequency: text('frequency').notNull(),
    owner: text('owner').notNull(),
    /** What is counted: subscribers, fathers who come. */
    counts: text('counts').notNull(),
    target: whole('target'),
    targetOn: day('target_on'),
    lineId: text('line_id'),
    costId: text('cost_id'),
    /** A consultation in which families saw it first. */
    testedIn: text('tested_in'),
    note: text('note').notNull(),
    version: whole('version').notNull(),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [index('communications_programme').on(t.authorityId, t.programmeId)],
);

/** How many a communication reached by a day. */
export const communicationReach = table(
  'communication_reach',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    communicationId: text('communication_id')
      .notNull()
      .references(() => communications.id, { onDelete: 'cascade' }),
    on: day('on').notNull(),
    reached: whole('reached').notNull(),
    source: text('source').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('communication_reach_day').on(t.authorityId, t.communicationId, t.on)],
);

/** A round of self-evaluation: what is rated afresh, and compared with the round before. */
export const selfEvaluationRounds = table(
  'self_evaluation_rounds',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    /** 1, 2, 3 … within its programme. */
    number: whole('number').notNull(),
    name: text('name').notNull(),
    startedOn: day('started_on').notNull(),
    /** Set when the next round begins: from then on it stands as it is. */
    closedOn: day('closed_on'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('self_evaluation_rounds_number').on(t.authorityId, t.programmeId, t.number)],
);

/** A principle or an element that the authority wrote itself. */
export const selfEvaluationItems = table(
  'self_evaluation_items',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    /** fhn-principles or model-framework. */
    framework: text('framework').notNull(),
    title: text('title').notNull(),
    /** The requirement of a pack whose meanings these are; empty for an item of the authority's own. */
    aboutItem: text('about_item').notNull().default(''),
    /** What each rating means for it, in the authority's words: rating → words. */
    means: json<Record<string, string>>('means').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('self_evaluation_items_programme').on(t.authorityId, t.programmeId)],
);

/** What a round says of one principle or element. */
export const selfEvaluations = table(
  'self_evaluations',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    roundId: text('round_id')
      .notNull()
      .references(() => selfEvaluationRounds.id, { onDelete: 'cascade' }),
    framework: text('framework').notNull(),
    /** A requirement of a pack, or the id of an own item. */
    itemId: text('item_id').notNull(),
    /** A value of RATINGS; empty while it is not rated. */
    rating: text('rating').notNull(),
    evidence: text('evidence').notNull(),
    improve: text('improve').notNull(),
    owner: text('owner').notNull(),
    dueOn: day('due_on'),
    /** What the panel says, where it was asked. */
    panelRating: text('panel_rating').notNull(),
    panelSaid: text('panel_said').notNull(),
    /** What the system knows and somebody tied as evidence, frozen in words as it stood. */
    tied: json<{ key: string; words: string; on: string; by: string }[]>('tied').notNull(),
    /** The plan line that its improvement became; the line may be gone since. */
    lineId: text('line_id'),
    version: whole('version').notNull(),
    changedAt: instant('changed_at').notNull(),
    changedBy: text('changed_by').notNull(),
  },
  (t) => [
    uniqueIndex('self_evaluations_once').on(t.authorityId, t.roundId, t.framework, t.itemId),
    index('self_evaluations_programme').on(t.authorityId, t.programmeId),
  ],
);
