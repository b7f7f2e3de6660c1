import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm';
import { statementOfVote } from './joins.ts';
import { firstOf, type Authority, type Programme } from './people.ts';
import {
  attendances,
  authorities,
  excerpts,
  meetingNotes,
  meetings,
  programmes,
  replies,
  statements,
  themes,
  votes,
} from './schema/index.ts';
import { itsAuthority } from './scope.server.ts';
import { askedToRead } from './shown-words.ts';
import type { Reader, Writer } from './store.server.ts';

/** The theme that a comment stands under, unless it was removed. */
const itsTheme = and(
  eq(themes.authorityId, excerpts.authorityId),
  eq(themes.id, excerpts.themeId),
  isNull(themes.removedAt),
);

/** The answer to a theme, where families can read it. */
const itsPublicReply = and(
  eq(replies.authorityId, themes.authorityId),
  eq(replies.themeId, themes.id),
  isNotNull(replies.publishedAt),
);

export type Reply = typeof replies.$inferSelect;

export async function replyTo(
  db: Reader,
  authorityId: string,
  themeId: string,
): Promise<Reply | undefined> {
  const rows = await db
    .select()
    .from(replies)
    .where(and(eq(replies.authorityId, authorityId), eq(replies.themeId, themeId)));
  return firstOf(rows);
}

export async function insertReply(tx: Writer, row: Reply): Promise<void> {
  await tx.insert(replies).values(row);
}

/** Saves a reply if nobody changed it since `seen`; says whether it did. */
export async function updateReply(
  tx: Writer,
  authorityId: string,
  id: string,
  seen: number,
  change: Partial<Omit<Reply, 'id' | 'authorityId' | 'themeId' | 'version'>>,
): Promise<boolean> {
  const changed = await tx
    .update(replies)
    .set({ ...change, version: seen + 1 })
    .where(and(eq(replies.authorityId, authorityId), eq(replies.id, id), eq(replies.version, seen)))
    .returning({ id: replies.id });
  return changed.length === 1;
}

/** What families may read: only what is published, newest first. */
export async function publishedReplies(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<Reply[]> {
  const rows = await db
    .select({ reply: replies })
    .from(replies)
    .innerJoin(
      themes,
      and(eq(themes.authorityId, replies.authorityId), eq(themes.id, replies.themeId)),
    )
    .where(
      and(
        eq(replies.authorityId, authorityId),
        eq(themes.programmeId, programmeId),
        isNotNull(replies.publishedAt),
      ),
    )
    .orderBy(desc(replies.publishedAt), asc(replies.id));
  return rows.map(({ reply }) => reply);
}

/**
 * A programme that a family reads about, with its authority. Without an authority in its where
 * clause, because a family knows the address and nothing else.
 */
export async function programmeForFamilies(
  db: Reader,
  programmeId: string,
): Promise<{ programme: Programme; authority: Authority } | undefined> {
  return itsAuthority(
    'a public address',
    () =>
      db
        .select({ programme: programmes, authority: authorities })
        .from(programmes)
        .innerJoin(authorities, eq(authorities.id, programmes.authorityId))
        .where(eq(programmes.id, programmeId)),
    ({ authority }) => authority.id,
  );
}

interface BecameRow {
  comment: string;
  statement: string;
  themeId: string | null;
  theme: string | null;
  reply: Reply | null;
}

/**
 * What became of a member's own words, beside whatever they answered: the theme of each, and its
 * answer once it is public.
 */
export async function whatBecameOf(
  db: Reader,
  member: { id: string; authorityId: string; programmeId: string },
): Promise<BecameRow[]> {
  const { id: memberId, authorityId } = member;
  const rows = await db
    .select({
      id: statements.id,
      vote: votes.id,
      comment: votes.comment,
      words: votes.words,
      text: statements.text,
      proposedBy: statements.proposedBy,
    })
    .from(votes)
    .innerJoin(statements, statementOfVote)
    .where(
      and(
        eq(votes.authorityId, authorityId),
        eq(votes.memberId, memberId),
        or(ne(votes.comment, ''), isNotNull(votes.words)),
      ),
    )
    .orderBy(desc(votes.at), asc(votes.id));
  if (rows.length === 0) return [];
  const read = await askedToRead(db, member, rows);
  const said = rows.map((row, at) => ({
    id: row.vote,
    comment: row.comment,
    words: row.words,
    // What they proposed themselves they read as they wrote it.
    statement: row.proposedBy === memberId ? row.text : (read[at]?.text ?? row.text),
  }));
  const gathered = await db
    .select({
      sourceId: excerpts.sourceId,
      question: excerpts.question,
      themeId: themes.id,
      theme: themes.name,
      reply: replies,
    })
    .from(excerpts)
    .innerJoin(themes, itsTheme)
    .leftJoin(replies, itsPublicReply)
    .where(
      and(
        eq(excerpts.authorityId, authorityId),
        eq(excerpts.sourceKind, 'vote'),
        inArray(
          excerpts.sourceId,
          said.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(asc(themes.createdAt), asc(themes.id));
  return said.flatMap(({ id, comment, words, statement }) =>
    Object.entries({ ...words, '': comment })
      .filter(([, one]) => one.trim() !== '')
      .flatMap(([question, one]): BecameRow[] => {
        const under = gathered.filter((row) => row.sourceId === id && row.question === question);
        const common = { comment: one, statement };
        return under.length === 0
          ? [{ ...common, themeId: null, theme: null, reply: null }]
          : under.map(({ themeId, theme, reply }) => ({ ...common, themeId, theme, reply }));
      }),
  );
}

/** What was raised at the meetings that a member came to. Nobody's words, and nobody's name. */
export async function raisedWhereTheyWere(
  db: Reader,
  authorityId: string,
  memberId: string,
): Promise<{ meeting: string; themeId: string; theme: string; reply: Reply | null }[]> {
  return db
    .select({ meeting: meetings.title, themeId: themes.id, theme: themes.name, reply: replies })
    .from(attendances)
    .innerJoin(
      meetings,
      and(
        eq(meetings.authorityId, attendances.authorityId),
        eq(meetings.id, attendances.meetingId),
      ),
    )
    .innerJoin(
      meetingNotes,
      and(
        eq(meetingNotes.authorityId, meetings.authorityId),
        eq(meetingNotes.meetingId, meetings.id),
      ),
    )
    .innerJoin(
      excerpts,
      and(
        eq(excerpts.authorityId, authorityId),
        eq(excerpts.sourceKind, 'meeting-note'),
        eq(excerpts.sourceId, meetingNotes.id),
      ),
    )
    .innerJoin(themes, itsTheme)
    .leftJoin(replies, itsPublicReply)
    .where(
      and(
        eq(attendances.authorityId, authorityId),
        eq(attendances.memberId, memberId),
        inArray(attendances.how, ['present', 'online']),
      ),
    )
    .orderBy(desc(meetings.heldOn), asc(themes.name), asc(themes.id));
}
