import { and, eq, inArray } from 'drizzle-orm';
import type { LinkKind } from '#app/theory/graph.ts';
import { tiedEnd } from '#app/theory/evidence/evidence.ts';
import type { ThreadEnd } from '#app/thread/kinds.ts';
import { theories, theoryBoxes, theoryLinks, theoryPieces } from './schema/index.ts';
import { theStore, type Reader } from './store.server.ts';
import { whoDrew } from './thread-drawn.ts';
import { measuresOf } from './thread-measures.ts';
import type { BareHop } from './thread-trace.ts';

/** Theories as the thread runs through them: their links and pieces as hops. */

interface Boxed {
  id: string;
  type: string;
  label: string;
  theoryId: string;
}

/** Inside the sentence "A … B". */
const VERBS: Readonly<Record<LinkKind, string>> = {
  leadsTo: 'leads to',
  addresses: 'answers',
  explains: 'explains',
  assumes: 'assumes',
  threatens: 'threatens',
};

/** The theories of a programme as the thread reads them. */
interface Drawn {
  boxes: ReadonlyMap<string, Boxed>;
  /** Facts of each theory as a whole, by its id: own names of its tiers among them. */
  more: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** Every link, called by its two ends, by its id. */
  links: ReadonlyMap<string, string>;
  pieces: readonly PieceRow[];
  into: ReadonlyMap<string, readonly BareHop[]>;
  outOf: ReadonlyMap<string, readonly BareHop[]>;
}

/**
 * What was read last, by the theories and how far their histories go: nothing in a theory changes
 * without a step in its history. Only what is committed is kept, never what a write may take back.
 */
const kept = new Map<string, Drawn>();
const KEPT = 20;

/** Every hop inside the theories of a programme, by either end, and their boxes and measures. */
export async function readTheories(db: Reader, authorityId: string, programmeId: string) {
  const ours = await db
    .select({ id: theories.id, sequence: theories.sequence, more: theories.more })
    .from(theories)
    .where(and(eq(theories.authorityId, authorityId), eq(theories.programmeId, programmeId)));
  const key = [authorityId, ...ours.map(({ id, sequence }) => `${id} ${sequence}`)].join(' ');
  const committed = db === theStore().read;
  const there = committed ? kept.get(key) : undefined;
  const drawn = there ?? (await drawnTheories(db, authorityId, ours));
  if (committed && there === undefined) {
    if (kept.size >= KEPT) kept.delete(kept.keys().next().value ?? '');
    kept.set(key, drawn);
  }
  return { ...drawn, measured: await measuresOf(db, authorityId, drawn.pieces) };
}

async function drawnTheories(
  db: Reader,
  authorityId: string,
  ours: readonly { id: string; sequence: number; more: Record<string, string> | null }[],
): Promise<Drawn> {
  const ids = ours.map((theory) => theory.id);
  const [boxRows, linkRows, pieces] = await rowsOf(db, authorityId, ids);
  const boxes = new Map(boxRows.map((box) => [box.id, box]));
  const drawn = await whoDrew(db, authorityId, ours, [...linkRows, ...pieces]);
  const linkIds = new Set(linkRows.map(({ id }) => id));
  const [into, outOf] = [new Map<string, BareHop[]>(), new Map<string, BareHop[]>()];
  const put = (id: string, hop: BareHop | null) => {
    if (hop === null) return;
    const whole = { ...hop, ...drawn.get(id) };
    into.set(hop.to.id, [...(into.get(hop.to.id) ?? []), whole]);
    outOf.set(hop.from.id, [...(outOf.get(hop.from.id) ?? []), whole]);
  };
  for (const link of linkRows) put(link.id, hopOfLink(link, boxes));
  for (const piece of pieces) put(piece.id, hopOfPiece(piece, linkIds));
  const links = new Map(
    linkRows.map(({ id, kind, source, target }) => {
      const ends = [boxes.get(source)?.label ?? '…', boxes.get(target)?.label ?? '…'];
      return [id, ends.join(` ${VERBS[kind as LinkKind]} `)];
    }),
  );
  const more = new Map(ours.map((theory) => [theory.id, theory.more ?? {}]));
  return { boxes, more, links, pieces, into, outOf };
}

/** One after another: a thread may be read inside a write, which has one connection. */
async function rowsOf(db: Reader, authorityId: string, ids: string[]) {
  if (ids.length === 0) return [[], [], []] as const;
  const boxes = await db
    .select({
      id: theoryBoxes.id,
      type: theoryBoxes.type,
      label: theoryBoxes.label,
      theoryId: theoryBoxes.theoryId,
    })
    .from(theoryBoxes)
    .where(and(eq(theoryBoxes.authorityId, authorityId), inArray(theoryBoxes.theoryId, ids)));
  const links = await db
    .select()
    .from(theoryLinks)
    .where(and(eq(theoryLinks.authorityId, authorityId), inArray(theoryLinks.theoryId, ids)));
  const pieces = await db
    .select()
    .from(theoryPieces)
    .where(and(eq(theoryPieces.authorityId, authorityId), inArray(theoryPieces.theoryId, ids)));
  return [boxes, links, pieces] as const;
}

type PieceRow = typeof theoryPieces.$inferSelect;

/** Evidence that was weighed at a box or link, or a measure that hangs on it, as a hop. */
function hopOfPiece(
  { id, kind, on, more }: PieceRow,
  linkIds: ReadonlySet<string>,
): BareHop | null {
  if (on === null) return null;
  const about: ThreadEnd = { kind: linkIds.has(on) ? 'link' : 'box', id: on };
  const bare = { byId: '', at: null, wordsThen: '' };
  if (kind === 'measure') {
    return {
      ...bare,
      from: about,
      to: { kind, id },
      way: 'measures' as const,
      note: '',
    };
  }
  const from = kind === 'evidence' ? tiedEnd({ more }) : null;
  if (from === null) return null;
  return {
    ...bare,
    from,
    to: about,
    way: 'weighed' as const,
    note: more['what'] ?? '',
    ...(more['direction'] === 'against' ? { against: true } : {}),
  };
}

const BEHIND: ReadonlySet<string> = new Set(['need', 'rootCause']);

/**
 * A link of the theory as a hop: which end rests on which. What leads somewhere is there because of
 * where it leads; what addresses a need rests on it; a step rests on what it assumes.
 */
function hopOfLink(
  link: { kind: string; source: string; target: string; reason: string },
  boxes: ReadonlyMap<string, Boxed>,
): BareHop | null {
  const source = boxes.get(link.source);
  const target = boxes.get(link.target);
  if (!source || !target) return null;
  const kind = link.kind as LinkKind;
  const hop = (from: Boxed, to: Boxed, way: BareHop['way']): BareHop => ({
    from: end(from),
    to: end(to),
    way,
    note: link.reason,
    byId: '',
    at: null,
    wordsThen: '',
  });
  switch (kind) {
    case 'leadsTo':
      return hop(target, source, 'leads-to');
    case 'addresses':
      return BEHIND.has(source.type)
        ? hop(source, target, 'addresses')
        : hop(target, source, 'addresses');
    case 'explains':
      // A need rests on nothing in the theory: what explains it stands beside it, further on.
      return source.type === 'need'
        ? hop(source, target, 'explains')
        : hop(target, source, 'explains');
    case 'assumes':
      return source.type === 'assumption'
        ? hop(source, target, 'assumes')
        : hop(target, source, 'assumes');
    case 'threatens':
      return null;
  }
}

const end = (box: Boxed): ThreadEnd => ({ kind: 'box', id: box.id });
