import { kit } from '../dialect.ts';
import { ofProgramme } from './owned.ts';

const { table, text, whole, instant, day, json, index } = kit;

/** A town hall, a group, a round of one-to-one talks: where, when, with whom, how many. */
export const listeningEvents = table(
  'listening_events',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    /** See app/survey/listening/listening.ts. */
    kind: text('kind').notNull(),
    title: text('title').notNull(),
    place: text('place').notNull(),
    heldOn: day('held_on').notNull(),
    facilitator: text('facilitator').notNull(),
    languages: json<string[]>('languages').notNull(),
    /** How many of each group came. Nobody is named. */
    heads: json<{ group: string; count: number }[]>('heads').notNull(),
    /** The day after which what was said is deleted. How many came stays. */
    keepUntil: day('keep_until').notNull(),
    version: whole('version').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    /** Taken out, and can still be put back. */
    removedAt: instant('removed_at'),
  },
  (t) => [index('listening_events_programme').on(t.authorityId, t.programmeId, t.heldOn)],
);

/** One thing that was said, as it was noted. Themes are tied to these. */
export const noteExcerpts = table(
  'note_excerpts',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    eventId: text('event_id')
      .notNull()
      .references(() => listeningEvents.id, { onDelete: 'cascade' }),
    position: whole('position').notNull(),
    text: text('text').notNull(),
    /** The group of whoever said it, such as Fathers; empty when it was not noted. */
    saidBy: text('said_by').notNull(),
    /** quote, no-quote or not-asked. */
    consent: text('consent').notNull(),
    version: whole('version').notNull(),
    createdAt: instant('created_at').notNull(),
    removedAt: instant('removed_at'),
  },
  (t) => [
    index('note_excerpts_event').on(t.authorityId, t.eventId, t.position),
    index('note_excerpts_programme').on(t.authorityId, t.programmeId),
  ],
);
