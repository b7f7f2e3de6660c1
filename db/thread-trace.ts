import { and, eq, inArray, isNull } from 'drizzle-orm';
import {
  mayTie,
  themeRelationOf,
  THREAD_KINDS,
  type ThreadEnd,
  type ThreadKind,
} from '#app/thread/kinds.ts';
import { endKey, type Hop, type Thing } from '#app/thread/trace.ts';
import { excerpts, replies, themes } from './schema/index.ts';
import type { Reader } from './store.server.ts';
import { theoryCache, type TheoryCache } from './thread-theory.ts';
import { namesOf, thingsOf } from './thread-things.ts';
import { wordsNow } from './thread-words.ts';
import { askedInto, askedOutOf } from './thread-asked.ts';
import { tiesInto, tiesOutOf, type Tie } from './thread.ts';

/**
 * Gathers the thread of one object: level by level, a few indexed queries a level, however many ties
 * the authority has. What one level holds beyond MOST is left out, and `more` says so: nobody reads
 * on after two hundred answers to one theme.
 */
export const MOST = 200;
/** For a document, which leaves nothing out. */
const EVERYTHING = 1_000_000;

export interface GatheredThread {
  hops: Hop[];
  things: Thing[];
  /** True when something was left out because there is too much of it. */
  more: boolean;
}

/** A hop before it is known what its ends say and who tied them. */
export interface BareHop extends Omit<Hop, 'by' | 'wordsNow'> {
  byId: string;
  /** For gathered words: the question that they answered. */
  question?: string;
}

type Direction = 'up' | 'down';

/**
 * @param requirementTitle what a requirement says, by its id on the thread; requirements are
 *   templates and stand in no table
 */
export async function gatherThread(
  db: Reader,
  authorityId: string,
  programmeId: string,
  object: ThreadEnd,
  requirementTitle: (key: string) => string | undefined,
): Promise<GatheredThread> {
  const theories = theoryCache(db, authorityId, programmeId);
  const at = { db, authorityId, programmeId, theories };
  const up = await walk(at, [object], 'up');
  const down = await walk(at, [object], 'down');
  const hops = unique([...up.hops, ...down.hops]);
  return { ...(await dressed(at, [object], hops, requirementTitle)), more: up.more || down.more };
}

/**
 * Everything that plan lines rest on, without the single answers and comments behind a theme: for the
 * document, where nobody is quoted.
 */
export async function gatherBehind(
  db: Reader,
  authorityId: string,
  programmeId: string,
  lineIds: readonly string[],
): Promise<Omit<GatheredThread, 'more'>> {
  const at = { db, authorityId, programmeId, theories: theoryCache(db, authorityId, programmeId) };
  const lines = lineIds.map((id): ThreadEnd => ({ kind: 'plan-line', id }));
  const { hops } = await walk(at, lines, 'up', { upTo: 'theme', most: EVERYTHING });
  return dressed(at, lines, unique(hops), () => undefined);
}

/** Hops with what their ends say now and the names of those who tied them. */
async function dressed(
  at: Where,
  objects: readonly ThreadEnd[],
  bare: readonly BareHop[],
  requirementTitle: (key: string) => string | undefined,
): Promise<Omit<GatheredThread, 'more'>> {
  const ends = uniqueEnds([...objects, ...bare.flatMap((hop) => [hop.from, hop.to])]);
  const things = await thingsOf(at, ends, requirementTitle);
  const there = new Map(things.map((thing) => [endKey(thing.end), thing]));
  const names = await namesOf(at.db, at.authorityId, bare);
  const words = await wordsNow(at, bare);
  const hops = bare
    // What rested on something and is itself gone has nothing more to say.
    .filter((hop) => there.has(endKey(hop.to)))
    .map(({ byId, question: _, ...hop }, index): Hop => ({
      ...hop,
      by: names.get(byId) ?? '',
      wordsNow: words[index] ?? there.get(endKey(hop.from))?.title ?? null,
    }));
  return { hops, things };
}

export interface Where {
  db: Reader;
  authorityId: string;
  programmeId: string;
  theories: TheoryCache;
}

async function walk(
  at: Where,
  objects: readonly ThreadEnd[],
  direction: Direction,
  { upTo, most = MOST }: { upTo?: ThreadKind; most?: number } = {},
) {
  const seen = new Set(objects.map(endKey));
  const hops: BareHop[] = [];
  let more = false;
  let frontier = [...objects];
  while (frontier.length > 0) {
    const found: BareHop[] = [];
    for (const kind of THREAD_KINDS) {
      const ids = frontier.filter((end) => end.kind === kind).map((end) => end.id);
      if (ids.length === 0 || kind === upTo) continue;
      const level =
        direction === 'up' ? await into(at, kind, ids, most) : await outOf(at, kind, ids, most);
      more ||= level.length > most;
      found.push(...level.slice(0, most));
    }
    hops.push(...found);
    frontier = [];
    for (const hop of found) {
      const end = direction === 'up' ? hop.from : hop.to;
      if (seen.has(endKey(end))) continue;
      seen.add(endKey(end));
      frontier.push(end);
    }
  }
  return { hops, more };
}

/** Hops that end in things of a kind: what they rest on. */
async function into(at: Where, kind: ThreadKind, ids: string[], most: number): Promise<BareHop[]> {
  const ties = [
    ...hopsOf(at, await tiesInto(at.db, at.authorityId, kind, ids, most + 1)),
    ...(await askedInto(at, kind, ids)),
  ];
  switch (kind) {
    case 'theme':
      return [...(await gathered(at, inArray(excerpts.themeId, ids), most)), ...ties];
    case 'reply':
      return [...ties, ...(await answered(at, inArray(replies.id, ids)))];
    case 'box':
    case 'link':
      return [...ties, ...(await at.theories.hopsInto(ids))];
    default:
      return ties;
  }
}

/** Hops that begin in things of a kind: what rests on them. */
async function outOf(at: Where, kind: ThreadKind, ids: string[], most: number): Promise<BareHop[]> {
  const ties = hopsOf(at, await tiesOutOf(at.db, at.authorityId, kind, ids, most + 1));
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
      return [
        ...ties,
        ...(await answered(at, inArray(replies.themeId, ids))),
        ...(await at.theories.hopsOutOf(ids)),
      ];
    case 'need':
    case 'evidence':
    case 'box':
      return [...ties, ...(await at.theories.hopsOutOf(ids))];
    default:
      return ties;
  }
}

/** Ties of this programme: a requirement is tied in every programme that follows its pack. */
function hopsOf(at: Where, ties: readonly Tie[]): BareHop[] {
  return ties.filter((tie) => tie.programmeId === at.programmeId).map(hopOfTie);
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
    ...(tie.against ? { against: true } : {}),
    ...(relation ? { relation } : {}),
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
    .innerJoin(themes, and(eq(themes.id, excerpts.themeId), isNull(themes.removedAt)))
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

/** Each pair of ends once: words that were gathered say more than a bare tie of the same two. */
function unique(hops: readonly BareHop[]): BareHop[] {
  const kept = new Map<string, BareHop>();
  for (const hop of hops) {
    const key = `${endKey(hop.from)} → ${endKey(hop.to)}`;
    if (!kept.has(key) && (hop.way !== 'tied' || mayTie(hop.from.kind, hop.to.kind))) {
      kept.set(key, hop);
    }
  }
  return [...kept.values()];
}

function uniqueEnds(ends: readonly ThreadEnd[]): ThreadEnd[] {
  return [...new Map(ends.map((end) => [endKey(end), end])).values()];
}
