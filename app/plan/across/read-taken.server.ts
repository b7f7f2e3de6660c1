import type { Action } from '#app/people/can.ts';
import type { Theory } from '#app/theory/graph.ts';
import { linesOf } from '#db/plan-lines.ts';
import type { Programme } from '#db/people.ts';
import { fragmentsOf, type FragmentRow } from '#db/publications.ts';
import { theStore, type Reader } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';
import type { PlanLine } from '../plan.ts';
import { followable } from './follow.ts';
import {
  calledOf,
  changedSince,
  thingsNow,
  type Origin,
  type TakenThing,
  type WordChange,
} from './fragment.ts';
import { isMeant, type Publication } from './publication.ts';
import { readPublications } from './read-publications.server.ts';

type In = Pick<Programme, 'authorityId' | 'id'>;

/** A fragment as pages show it: where it came from, what stands here of it, and what they changed. */
export interface TakenFragment {
  id: string;
  kind: 'outcome' | 'plan-line';
  title: string;
  origin: Origin;
  takenAt: Date;
  takenBy: string;
  things: (TakenThing & { stands: boolean; called: string; ours: string })[];
  /** Where it can be read now; null where it is not published any more. */
  upstream: { code: string; versionId: string; version: string; publishedAt: Date } | null;
  changes: WordChange[];
  /** Whether any of that can become ours: what they changed may be gone, there or here. */
  canFollow: boolean;
  /** Whether nobody has looked at the newest edition yet. */
  isNew: boolean;
}

/**
 * Everything that was taken over, latest first.
 *
 * @param publications what others publish, where somebody has read it already
 */
export async function readTaken(
  programme: In,
  {
    db = theStore().read,
    publications,
  }: { db?: Reader; publications?: readonly Publication[] } = {},
): Promise<TakenFragment[]> {
  const rows = await fragmentsOf(db, programme.authorityId, programme.id);
  if (rows.length === 0) return [];
  const published = publications ?? (await publicationsOf(db, programme, rows));
  const theory = (await theoryOfProgramme(db, programme.authorityId, programme.id)) ?? null;
  const lines = await linesOf(db, programme.authorityId, programme.id);
  return rows.map((row) => takenOf(row, published, theory, lines));
}

/** What is published now of what was taken over, to be read before a write. */
export async function publicationsTaken(db: Reader, programme: In): Promise<Publication[]> {
  const rows = await fragmentsOf(db, programme.authorityId, programme.id);
  return publicationsOf(db, programme, rows);
}

const publicationsOf = (db: Reader, programme: In, rows: readonly FragmentRow[]) =>
  readPublications(db, programme, [...new Set(rows.map(({ code }) => code))]);

function takenOf(
  row: FragmentRow,
  publications: readonly Publication[],
  theory: Theory | null,
  lines: readonly PlanLine[],
): TakenFragment {
  const [origin, things] = [row.origin as Origin, row.taken as TakenThing[]];
  const publication = publications.find((each) => isMeant(each, row.code));
  const upstream = publication?.[origin.of] ?? null;
  const now = thingsNow(publication?.theory?.theory ?? null, publication?.plan?.plan.lines ?? []);
  const moved = upstream !== null && upstream.versionId !== origin.versionId;
  const changes = upstream === null ? [] : changedSince(things, now);
  const seen = things.map((thing) => {
    const ours = wordsHere(thing, theory, lines);
    return { ...thing, called: calledOf(thing), stands: ours !== null, ours: ours ?? '' };
  });
  const standing = new Set(seen.flatMap(({ here, stands }) => (stands ? here : [])));
  return {
    id: row.id,
    kind: row.kind === 'outcome' ? 'outcome' : 'plan-line',
    title: row.title,
    origin,
    takenAt: row.takenAt,
    takenBy: row.takenBy,
    things: seen,
    upstream: upstream && {
      code: upstream.code,
      versionId: upstream.versionId,
      version: upstream.version,
      publishedAt: upstream.publishedAt,
    },
    changes,
    canFollow: followable(changes, standing).length > 0,
    isNew: (moved || changes.length > 0) && row.lookedAt !== editionMark(upstream),
  };
}

/** Which edition somebody looked at: published again, a version is another edition. */
export const editionMark = (upstream: { versionId: string; publishedAt: Date } | null) =>
  upstream === null ? '' : `${upstream.versionId} ${upstream.publishedAt.toISOString()}`;

/** What we say now of something that was taken over; null where it is gone. */
function wordsHere(
  { kind, here }: TakenThing,
  theory: Theory | null,
  lines: readonly PlanLine[],
): string | null {
  if (kind === 'line') return lines.find(({ id }) => id === here)?.title ?? null;
  const box = theory?.boxes.find(({ id }) => id === here);
  if (box !== undefined) return box.label;
  const piece = theory?.pieces.find(({ id }) => id === here);
  return piece === undefined ? null : (piece.more['label'] ?? piece.more['what'] ?? '');
}

/** How many fragments there are, and in how many they changed something that nobody has looked at. */
export async function countTaken(
  programme: In,
  publications: readonly Publication[],
): Promise<{ all: number; changed: number }> {
  const all = await readTaken(programme, { publications });
  return { all: all.length, changed: all.filter(isToLookAt).length };
}

const isToLookAt = ({ isNew, changes }: TakenFragment): boolean => isNew && changes.length > 0;

/** Who may settle it: whoever may change what it stands in. */
export const mayBeSettledBy = (kind: TakenFragment['kind']): Action =>
  kind === 'outcome' ? 'theory.edit' : 'plan.edit';
