import { and, eq, inArray } from 'drizzle-orm';
import { TYPE_WORDS, type BoxType, type LinkKind } from '#app/theory/graph.ts';
import { tiedEnd } from '#app/theory/evidence/evidence.ts';
import { measureOf } from '#app/theory/measures/measure.ts';
import { sayMeasured } from '#app/theory/measures/seen.ts';
import type { Operation } from '#app/theory/operations.ts';
import type { ThreadEnd } from '#app/thread/kinds.ts';
import type { Thing } from '#app/thread/trace.ts';
import { valuesOfTheory } from './measures.ts';
import {
  theories,
  theoryBoxes,
  theoryLinks,
  theoryOperations,
  theoryPieces,
} from './schema/index.ts';
import type { Reader } from './store.server.ts';
import type { BareHop } from './thread-trace.ts';

/**
 * The links of theories as hops of the thread. A theory is small (tens of boxes) and is read whole,
 * once, when the thread first meets a box of it.
 */
export interface TheoryCache {
  /** Hops that end in boxes or links. */
  hopsInto(ids: readonly string[]): Promise<BareHop[]>;
  /** Hops that begin in boxes, or in what was weighed as evidence. */
  hopsOutOf(ids: readonly string[]): Promise<BareHop[]>;
  thingsOf(boxIds: readonly string[]): Promise<Thing[]>;
  /** Links by their ids, each called by its two ends. */
  linksNamed(linkIds: readonly string[]): Promise<{ id: string; title: string }[]>;
}

interface Boxed {
  id: string;
  type: string;
  label: string;
}

export function theoryCache(db: Reader, authorityId: string, programmeId: string): TheoryCache {
  let read: ReturnType<typeof readTheories> | undefined;
  const all = () => (read ??= readTheories(db, authorityId, programmeId));
  return {
    async hopsInto(ids) {
      const wanted = new Set(ids);
      return (await all()).hops.filter((hop) => wanted.has(hop.to.id));
    },
    async hopsOutOf(ids) {
      const wanted = new Set(ids);
      return (await all()).hops.filter((hop) => wanted.has(hop.from.id));
    },
    async thingsOf(boxIds) {
      if (boxIds.length === 0) return [];
      const { boxes, measured } = await all();
      return boxIds.flatMap((id): Thing[] => {
        const box = boxes.get(id);
        if (!box) return [];
        const what = TYPE_WORDS[box.type as BoxType].one;
        const measures = measured.get(id);
        return [
          {
            end: { kind: 'box', id },
            what,
            title: box.label,
            ...(measures === undefined ? {} : { measures }),
          },
        ];
      });
    },
    async linksNamed(linkIds) {
      if (linkIds.length === 0) return [];
      const { links } = await all();
      return linkIds.flatMap((id) => {
        const title = links.get(id);
        return title === undefined ? [] : [{ id, title }];
      });
    },
  };
}

/** Inside the sentence "A … B". */
const VERBS: Readonly<Record<LinkKind, string>> = {
  leadsTo: 'leads to',
  addresses: 'answers',
  explains: 'explains',
  assumes: 'assumes',
  threatens: 'threatens',
};

/** Every hop inside the theories of a programme, and their boxes. */
export async function readTheories(db: Reader, authorityId: string, programmeId: string) {
  const ours = await db
    .select({ id: theories.id, sequence: theories.sequence })
    .from(theories)
    .where(and(eq(theories.authorityId, authorityId), eq(theories.programmeId, programmeId)));
  const ids = ours.map((theory) => theory.id);
  if (ids.length === 0) {
    return {
      hops: [],
      boxes: new Map<string, Boxed>(),
      links: new Map<string, string>(),
      measured: new Map<string, string[]>(),
    };
  }
  const boxRows = await db
    .select({ id: theoryBoxes.id, type: theoryBoxes.type, label: theoryBoxes.label })
    .from(theoryBoxes)
    .where(and(eq(theoryBoxes.authorityId, authorityId), inArray(theoryBoxes.theoryId, ids)));
  const linkRows = await db
    .select()
    .from(theoryLinks)
    .where(and(eq(theoryLinks.authorityId, authorityId), inArray(theoryLinks.theoryId, ids)));
  const pieceRows = await db
    .select()
    .from(theoryPieces)
    .where(and(eq(theoryPieces.authorityId, authorityId), inArray(theoryPieces.theoryId, ids)));
  const boxes = new Map(boxRows.map((box) => [box.id, box]));
  const drawn = await whoDrew(db, authorityId, ours);
  const hops = linkRows.flatMap((link) => {
    const hop = hopOfLink(link, boxes);
    return hop === null ? [] : [{ ...hop, ...drawn.get(link.id) }];
  });
  const linkIds = new Set(linkRows.map(({ id }) => id));
  const weighed = pieceRows.flatMap(({ id, kind: piece, on, more }): BareHop[] => {
    const from = piece === 'evidence' ? tiedEnd({ more }) : null;
    if (from === null || on === null) return [];
    const kind = linkIds.has(on) ? ('link' as const) : ('box' as const);
    return [
      {
        from,
        to: { kind, id: on },
        way: 'weighed',
        note: more['what'] ?? '',
        byId: '',
        at: null,
        wordsThen: '',
        ...(more['direction'] === 'against' ? { against: true } : {}),
        ...drawn.get(id),
      },
    ];
  });
  const links = new Map(
    linkRows.map(({ id, kind, source, target }) => {
      const ends = [boxes.get(source)?.label ?? '…', boxes.get(target)?.label ?? '…'];
      return [id, ends.join(` ${VERBS[kind as LinkKind]} `)];
    }),
  );
  const measured = await measuredBoxes(db, authorityId, pieceRows);
  return { boxes, hops: [...hops, ...weighed], links, measured };
}

/** What measures each box and its newest figure, in words, by the id of the box. */
async function measuredBoxes(
  db: Reader,
  authorityId: string,
  rows: readonly (typeof theoryPieces.$inferSelect)[],
): Promise<Map<string, string[]>> {
  const measures = rows.filter(({ kind }) => kind === 'measure');
  const values = [];
  for (const theoryId of new Set(measures.map((row) => row.theoryId))) {
    values.push(...(await valuesOfTheory(db, authorityId, theoryId)));
  }
  const said = new Map<string, string[]>();
  for (const { id, on, more } of measures) {
    if (on === null) continue;
    const words = sayMeasured(measureOf({ id, kind: 'measure', on, more }), values);
    said.set(on, [...(said.get(on) ?? []), words]);
  }
  return said;
}

/** A history longer than this is not read for the names in it: the thread has to be quick. */
const LONGEST_HISTORY = 3_000;

/** Who drew each link or added each piece, and when, as the history of the theory tells. */
async function whoDrew(
  db: Reader,
  authorityId: string,
  ours: readonly { id: string; sequence: number }[],
): Promise<Map<string, { byId: string; at: Date }>> {
  const short = ours.filter((theory) => theory.sequence <= LONGEST_HISTORY);
  if (short.length === 0) return new Map();
  const rows = await db
    .select({
      operation: theoryOperations.operation,
      byId: theoryOperations.personId,
      at: theoryOperations.at,
    })
    .from(theoryOperations)
    .where(
      and(
        eq(theoryOperations.authorityId, authorityId),
        inArray(
          theoryOperations.theoryId,
          short.map((theory) => theory.id),
        ),
      ),
    );
  const drawn = new Map<string, { byId: string; at: Date }>();
  for (const { operation, byId, at } of rows) {
    const step = operation as Operation;
    if (step.kind === 'addLink') drawn.set(step.link.id, { byId, at });
    if (step.kind === 'addPiece') drawn.set(step.piece.id, { byId, at });
  }
  return drawn;
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
