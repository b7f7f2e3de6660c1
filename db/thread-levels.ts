import { and, eq, inArray, isNull } from 'drizzle-orm';
import { themeRelationOf, type ThreadKind } from '#app/thread/kinds.ts';
import { excerpts, replies, themes } from './schema/index.ts';
import { askedInto, askedOutOf } from './thread-asked.ts';
import type { BareHop, Where } from './thread-trace.ts';
import { tiesInto, tiesOutOf, type Tie } from './thread.ts';

/**
 * One level of the thread: what things of one kind rest on, and what rests on them, apart from the ways
 * inside a theory, which are walked in one go (thread-trace.ts).
 */

/** Hops that end in things of a kind: what they rest on. */
export async function into(
  at: Where,
  kind: ThreadKind,
  ids: string[],
  most: number,
): Promise<BareHop[]> {
  const ties = [
    ...(await tiesInto(at.db, at.authorityId, kind, ids, most + 1, at.programmeId)).map(hopOfTie),
    ...(await askedInto(at, kind, ids)),
  ];
  switch (kind) {
    case 'theme':
      return [...(await gathered(at, inArray(excerpts.themeId, ids), most)), ...ties];
    case 'reply':
      return [...ties, ...(await answered(at, inArray(replies.id, ids)))];
    default:
      return ties;
  }
}

/** Hops that begin in things of a kind: what rests on them. */
export async function outOf(
  at: Where,
  kind: ThreadKind,
  ids: string[],
  most: number,
): Promise<BareHop[]> {
  const rows = await tiesOutOf(at.db, at.authorityId, kind, ids, most + 1, at.programmeId);
  const ties = rows.map(hopOfTie);
  switch (kind) {
    case 'response':
    case 'note':
    case 'meeting-note':
    case 'poll':
    case 'vote':
      return [
        ...(await gathered(
          at,
          and(eq(excerpts.sourceKind, kind), inArray(excerpts.sourceId, ids)),
          most,
        )),
        ...ties,
      ];
    case 'asked':
      return [...ties, ...(await askedOutOf(at, ids))];
    case 'theme':
      return [...ties, ...(await answered(at, inArray(replies.themeId, ids)))];
    default:
      return ties;
  }
}

function hopOfTie(tie: Tie): BareHop {
  const relation = themeRelationOf(tie.relation);
  return {
    from: { kind: tie.fromKind as ThreadKind, id: tie.fromId },
    to: { kind: tie.toKind as ThreadKind, id: tie.toId },
    way: 'tied',
    note: tie.note,
    byId: tie.tiedBy,
    at: tie.tiedAt,
    wordsThen: tie.wordsThen,
    ...(tie.confirmedAt === null ? {} : { confirmed: confirmedIn(tie, tie.confirmedAt) }),
    ...(tie.toWordsThen === '' ? {} : { toWordsThen: tie.toWordsThen }),
    ...(tie.against ? { against: true } : {}),
    ...(relation ? { relation } : {}),
  };
}

function confirmedIn({ confirmedWords, confirmedToWords, confirmedBy }: Tie, at: Date) {
  return {
    words: confirmedWords ?? '',
    toWords: confirmedToWords ?? '',
    byId: confirmedBy ?? '',
    at,
  };
}

/** Words gathered under themes: they are kept in excerpts, frozen. */
async function gathered(
  at: Where,
  where: ReturnType<typeof and>,
  most: number,
): Promise<BareHop[]> {
  const rows = await at.db
    .select({ excerpt: excerpts })
    .from(excerpts)
    .innerJoin(
      themes,
      and(
        eq(themes.authorityId, excerpts.authorityId),
        eq(themes.id, excerpts.themeId),
        isNull(themes.removedAt),
      ),
    )
    .where(and(eq(excerpts.authorityId, at.authorityId), where))
    .limit(most + 1);
  return rows.map(({ excerpt: row }) => ({
    from: { kind: row.sourceKind as ThreadKind, id: row.sourceId },
    to: { kind: 'theme', id: row.themeId },
    way: 'gathered',
    note: '',
    byId: row.addedBy,
    at: row.addedAt,
    wordsThen: row.words,
    question: row.question,
  }));
}

/** A reply stands beside its theme: the hop is in the reply itself. */
async function answered(at: Where, where: ReturnType<typeof and>): Promise<BareHop[]> {
  const rows = await at.db
    .select({ id: replies.id, themeId: replies.themeId, at: replies.publishedAt })
    .from(replies)
    .where(and(eq(replies.authorityId, at.authorityId), where));
  return rows.map((row) => ({
    from: { kind: 'theme', id: row.themeId },
    to: { kind: 'reply', id: row.id },
    way: 'tied',
    note: '',
    byId: '',
    at: row.at,
    wordsThen: '',
  }));
}
