import { kit } from '../dialect.ts';
import { ofAuthority, ofProgramme } from './owned.ts';

const { table, text, whole, real, instant, json, index, uniqueIndex } = kit;

/** A theory of change. `sequence` counts the operations applied to it. */
export const theories = table(
  'theories',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    title: text('title').notNull(),
    sequence: whole('sequence').notNull(),
    /** Facts of the whole theory: own names of tiers, accountability ceiling, last review … */
    more: json<Record<string, string>>('more'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('theories_programme').on(t.authorityId, t.programmeId)],
);

/** A box of a theory, as the operations have left it. */
export const theoryBoxes = table(
  'theory_boxes',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    theoryId: text('theory_id')
      .notNull()
      .references(() => theories.id, { onDelete: 'cascade' }),
    type: text('type').notNull(),
    label: text('label').notNull(),
    detail: text('detail').notNull(),
    /** What only some types have: lead, who benefits, owner, review date, needId … */
    more: json<Record<string, string>>('more').notNull(),
    /** Place on the canvas, in CSS pixels; null until somebody moves it. Never a cause of conflict. */
    x: real('x'),
    y: real('y'),
    /** Order within its column: a fraction, so that a box goes between two others in one step. */
    position: real('position').notNull(),
  },
  (t) => [index('theory_boxes_theory').on(t.authorityId, t.theoryId)],
);

/** A link between two boxes, with the reason why the one leads to the other. */
export const theoryLinks = table(
  'theory_links',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    theoryId: text('theory_id')
      .notNull()
      .references(() => theories.id, { onDelete: 'cascade' }),
    /** leadsTo, addresses, explains or assumes: follows from the types of its two boxes. */
    kind: text('kind').notNull(),
    source: text('source').notNull(),
    target: text('target').notNull(),
    reason: text('reason').notNull(),
    more: json<Record<string, string>>('more').notNull(),
    /** Who put it there last, and when: the thread says it. Null in rows older than this column. */
    drawnBy: text('drawn_by'),
    drawnAt: instant('drawn_at'),
  },
  (t) => [index('theory_links_theory').on(t.authorityId, t.theoryId)],
);

/** What belongs to a theory and is no box or link: evidence, a measure, a part. */
export const theoryPieces = table(
  'theory_pieces',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    theoryId: text('theory_id')
      .notNull()
      .references(() => theories.id, { onDelete: 'cascade' }),
    /** evidence, measure or part. */
    kind: text('kind').notNull(),
    /** The box or link that it is about; null when it is about the whole theory. */
    on: text('on_id'),
    more: json<Record<string, string>>('more').notNull(),
    /** Who put it there last, and when: the thread says it. Null in rows older than this column. */
    drawnBy: text('drawn_by'),
    drawnAt: instant('drawn_at'),
  },
  (t) => [index('theory_pieces_theory').on(t.authorityId, t.theoryId)],
);

/** Every operation ever applied, in order: append only. The same client_op_id is applied once. */
export const theoryOperations = table(
  'theory_operations',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    theoryId: text('theory_id')
      .notNull()
      .references(() => theories.id, { onDelete: 'cascade' }),
    sequence: whole('sequence').notNull(),
    clientOpId: text('client_op_id').notNull(),
    personId: text('person_id').notNull(),
    personName: text('person_name').notNull(),
    /** What was done in one go, such as typing a word: taken back together. Null in old rows. */
    batch: text('batch'),
    operation: json<unknown>('operation').notNull(),
    /** The operations that would take it back, as things stood when it was applied. */
    inverse: json<unknown>('inverse').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    uniqueIndex('theory_operations_order').on(t.authorityId, t.theoryId, t.sequence),
    uniqueIndex('theory_operations_once').on(t.authorityId, t.theoryId, t.clientOpId),
  ],
);

/** A finding of the checks that somebody looked at and lets stand, with the reason. */
export const theoryAcceptances = table(
  'theory_acceptances',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    theoryId: text('theory_id')
      .notNull()
      .references(() => theories.id, { onDelete: 'cascade' }),
    /** The finding: its rule and what it is about. */
    findingKey: text('finding_key').notNull(),
    /** What it said when it was accepted: when it says something else, it speaks again. */
    message: text('message').notNull(),
    because: text('because').notNull(),
    personName: text('person_name').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [uniqueIndex('theory_acceptances_once').on(t.authorityId, t.theoryId, t.findingKey)],
);

/** A state of a theory that somebody gave a name, and what the public may see of it. */
export const theoryVersions = table(
  'theory_versions',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    theoryId: text('theory_id')
      .notNull()
      .references(() => theories.id, { onDelete: 'cascade' }),
    /** Such as “as approved by the board”. */
    name: text('name').notNull(),
    /** After how many operations the theory stood so. */
    sequence: whole('sequence').notNull(),
    note: text('note').notNull(),
    madeBy: text('made_by').notNull(),
    at: instant('at').notNull(),
    /** The theory as it stood, so that nothing is replayed to show it. */
    content: json<unknown>('content').notNull(),
    /** In the address of the public page: the same for every version of a theory. Null until published. */
    code: text('code'),
    publishedAt: instant('published_at'),
    publishedBy: text('published_by').notNull().default(''),
    /** What the public sees: the theory without what was not ticked. Null until published. */
    publicContent: json<unknown>('public_content'),
    /** How to comment on it, in words of the authority. */
    comment: text('comment').notNull().default(''),
    withdrawnAt: instant('withdrawn_at'),
  },
  (t) => [
    index('theory_versions_theory').on(t.authorityId, t.theoryId, t.sequence),
    index('theory_versions_code').on(t.code),
  ],
);
