import { kit } from '../dialect.ts';
import { ofProgramme } from './owned.ts';
import { planVersions } from './plan-versions.ts';

const { table, text, instant, json, index, uniqueIndex } = kit;

/** A signed-off plan that everybody may read. What they see of it is fixed when it is published. */
export const publishedPlans = table(
  'published_plans',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    versionId: text('version_id')
      .notNull()
      .references(() => planVersions.id, { onDelete: 'cascade' }),
    /** In the address of the public page: the same for every version of a plan. */
    code: text('code').notNull(),
    /** What the public sees, and nothing besides: app/plan/public/public-plan.ts. */
    content: json<unknown>('content').notNull(),
    publishedAt: instant('published_at').notNull(),
    publishedBy: text('published_by').notNull(),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnBy: text('withdrawn_by').notNull().default(''),
  },
  (t) => [
    uniqueIndex('published_plans_version').on(t.authorityId, t.versionId),
    index('published_plans_programme').on(t.authorityId, t.programmeId),
    index('published_plans_code').on(t.code),
  ],
);

/** Something that was taken over from what another authority has published, and where it came from. */
export const takenFragments = table(
  'taken_fragments',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    /** outcome or plan-line. */
    kind: text('kind').notNull(),
    /** What it was called there. */
    title: text('title').notNull(),
    /** The address of the publication, or the id of a file that was brought in. */
    code: text('code').notNull(),
    /** Whose it is, and which version: app/plan/across/fragment.ts. */
    origin: json<unknown>('origin').notNull(),
    /** Each thing as it was worded there, with its id there and its id here. */
    taken: json<unknown>('taken').notNull(),
    takenAt: instant('taken_at').notNull(),
    takenBy: text('taken_by').notNull(),
    /** The version up to which somebody has looked at what they changed since; empty at first. */
    lookedAt: text('looked_at').notNull().default(''),
  },
  (t) => [index('taken_fragments_programme').on(t.authorityId, t.programmeId)],
);

/** What somebody decided about two things that were held against one another: that they are the same, or not. */
export const likenessJudgements = table(
  'likeness_judgements',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    /** The publication that is compared. */
    code: text('code').notNull(),
    ours: text('ours').notNull(),
    theirs: text('theirs').notNull(),
    /** same or different. */
    verdict: text('verdict').notNull(),
    decidedAt: instant('decided_at').notNull(),
    decidedBy: text('decided_by').notNull(),
  },
  (t) => [
    uniqueIndex('likeness_judgements_once').on(
      t.authorityId,
      t.programmeId,
      t.code,
      t.ours,
      t.theirs,
    ),
  ],
);

/** A publication of another installation that was brought in as a file, to be compared. */
export const broughtPublications = table(
  'brought_publications',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    /** theory or plan. */
    kind: text('kind').notNull(),
    fileName: text('file_name').notNull(),
    /** Whose it is, as the file or the person who brought it says. */
    owner: text('owner').notNull(),
    title: text('title').notNull(),
    content: json<unknown>('content').notNull(),
    broughtAt: instant('brought_at').notNull(),
    broughtBy: text('brought_by').notNull(),
  },
  (t) => [index('brought_publications_programme').on(t.authorityId, t.programmeId)],
);
