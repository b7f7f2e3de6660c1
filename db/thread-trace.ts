import { mayTie, THREAD_KINDS, type ThreadEnd, type ThreadKind } from '#app/thread/kinds.ts';
import { endKey, type Hop, type Thing } from '#app/thread/trace.ts';
import type { Reader } from './store.server.ts';
import { theoryCache, type TheoryCache } from './thread-theory.ts';
import { namesOf, thingsOf } from './thread-things.ts';
import { wordsNow } from './thread-words.ts';
import { into, outOf } from './thread-levels.ts';

/**
 * Gathers the thread of one object: level by level, a few indexed queries a level, however many ties
 * the authority has. What one level holds beyond MOST is left out, and `more` says so: nobody reads
 * on after two hundred answers to one theme.
 */
const MOST = 200;
/** For a document, which leaves nothing out. */
const EVERYTHING = 1_000_000;

export interface GatheredThread {
  hops: Hop[];
  things: Thing[];
  /** True when something was left out because there is too much of it. */
  more: boolean;
}

/** A hop before it is known what its ends say and who tied them. */
export interface BareHop extends Omit<Hop, 'by' | 'wordsNow' | 'again'> {
  byId: string;
  /** Who looked at it again, when, and what both ends said then. */
  confirmed?: { words: string; toWords: string; byId: string; at: Date };
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
 * Everything that plan lines rest on, without the single answers and comments behind a theme, and what
 * came of them, measures among it: for pages and documents where nobody is quoted.
 */
export async function gatherBehind(
  db: Reader,
  authorityId: string,
  programmeId: string,
  lineIds: readonly string[],
  requirementTitle: (key: string) => string | undefined,
): Promise<Omit<GatheredThread, 'more'>> {
  const at = { db, authorityId, programmeId, theories: theoryCache(db, authorityId, programmeId) };
  const lines = lineIds.map((id): ThreadEnd => ({ kind: 'plan-line', id }));
  const { hops } = await walk(at, lines, 'up', { upTo: 'theme', most: EVERYTHING });
  const after = await outOf(at, 'plan-line', [...lineIds], EVERYTHING);
  return dressed(at, lines, unique([...hops, ...after]), requirementTitle);
}

/** The end of the thread that an id is, whatever its kind; undefined where the programme has none. */
export async function endOfId(
  db: Reader,
  authorityId: string,
  programmeId: string,
  id: string,
  requirementTitle: (key: string) => string | undefined,
  ofKind?: ThreadKind,
): Promise<ThreadEnd | undefined> {
  const at = { db, authorityId, programmeId, theories: theoryCache(db, authorityId, programmeId) };
  const kinds = ofKind === undefined ? THREAD_KINDS : [ofKind];
  const ends = kinds.map((kind): ThreadEnd => ({ kind, id }));
  const [thing] = await thingsOf(at, ends, requirementTitle);
  return thing?.end;
}

/** What came of needs, near and far: the theory that answers them and the lines that deliver it. */
export async function gatherAfter(
  db: Reader,
  authorityId: string,
  programmeId: string,
  needIds: readonly string[],
): Promise<Omit<GatheredThread, 'more'>> {
  const at = { db, authorityId, programmeId, theories: theoryCache(db, authorityId, programmeId) };
  const needs = needIds.map((id): ThreadEnd => ({ kind: 'need', id }));
  const { hops } = await walk(at, needs, 'down', { upTo: 'plan-line', most: EVERYTHING });
  return dressed(at, needs, unique(hops), () => undefined);
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
    .map(({ byId, question: _, confirmed, ...hop }, index): Hop => ({
      ...hop,
      ...(confirmed ? { again: { ...confirmed, by: names.get(confirmed.byId) ?? '' } } : {}),
      by: names.get(byId) ?? '',
      wordsNow: words[index] ?? there.get(endKey(hop.from))?.title ?? null,
    }))
    // What rested on something and is itself gone has nothing more to say, but for a measure: that a
    // line was to be judged by it is worth knowing.
    .filter((hop) => there.has(endKey(hop.to)) || (hop.toWordsThen ?? '') !== '');
  return { hops: await at.theories.withMeasures(hops), things };
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
    // Inside a theory the way is known without a query: all of its boxes on the way are asked at once.
    const inside = await insideTheories(at, frontier, direction);
    hops.push(...inside);
    for (const hop of inside) {
      const end = direction === 'up' ? hop.from : hop.to;
      if (seen.has(endKey(end))) continue;
      seen.add(endKey(end));
      frontier.push(end);
    }
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

/** Every hop inside theories that leads on from some ends, near and far. */
async function insideTheories(
  { theories }: Where,
  ends: readonly ThreadEnd[],
  direction: Direction,
): Promise<BareHop[]> {
  const found: BareHop[] = [];
  const seen = new Set(ends.map(endKey));
  let frontier = ends.filter(({ kind }) => IN_THEORIES[direction].has(kind));
  while (frontier.length > 0) {
    const ids = frontier.map(({ id }) => id);
    const hops = direction === 'up' ? await theories.hopsInto(ids) : await theories.hopsOutOf(ids);
    found.push(...hops);
    const next = hops.map((hop) => (direction === 'up' ? hop.from : hop.to));
    frontier = next.filter((end) => {
      if (seen.has(endKey(end))) return false;
      seen.add(endKey(end));
      return IN_THEORIES[direction].has(end.kind);
    });
  }
  return found;
}

/** The kinds from which a theory may lead on. */
const IN_THEORIES: Readonly<Record<Direction, ReadonlySet<ThreadKind>>> = {
  up: new Set<ThreadKind>(['box', 'link', 'measure']),
  down: new Set<ThreadKind>(['theme', 'need', 'evidence', 'box', 'link']),
};

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
