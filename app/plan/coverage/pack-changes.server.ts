import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { programmeById, record, type Programme } from '#db/people.ts';
import { theStore, type Reader } from '#db/store.server.ts';
import { tie } from '#db/thread.ts';
import { packById } from '#templates/frameworks/index.ts';
import { successions } from '#templates/frameworks/successions.ts';
import { coverageRow, type CoverageRow } from './coverage-page.ts';
import type { Affected } from './pack-pages.ts';
import { requirementKey } from './packs.ts';
import { affectedOfAuthority } from './read-pack-pages.server.ts';
import { readCoverages } from '#app/plan/read-plan.server.ts';
import { carriesOf, packDifference, type PackDifference, type Succession } from './succession.ts';

export interface FollowedRow {
  before: CoverageRow;
  after: CoverageRow[];
  what: string;
}

/** What a page shows of the change from one pack to another. */
export interface PackChangesModel {
  from: { id: string; title: string };
  to: { id: string; title: string };
  source: string;
  new: CoverageRow[];
  changed: FollowedRow[];
  same: FollowedRow[];
  gone: { before: CoverageRow; what: string }[];
  missing: CoverageRow[];
  /** The plans of this authority that follow the newer pack, with what each misses of it. */
  affected: Affected[];
  /** Ties that could be carried over; empty for a programme that does not follow the newer pack. */
  carries: { value: string; words: string; what: string; same: boolean }[];
}

/** The changes that are known between packs of which a programme follows the newer one. */
function changesKnown(programme: Pick<Programme, 'packs'>) {
  return successions()
    .filter(({ to }) => programme.packs.includes(to))
    .map(({ from, to }) => ({ from, to, title: packById(from)?.title ?? from }));
}

/**
 * The coverage of the packs that a programme follows, and the changes that are known between packs: for
 * the pack that a page shows with how much is new, changed and gone. Everything is read once.
 */
export async function readCoverageWithChanges(
  programme: Pick<Programme, 'id' | 'authorityId' | 'packs'>,
  shownPack: string | null,
) {
  const shown = shownPack ?? programme.packs[0];
  const known = changesKnown(programme);
  const older = known.filter(({ to }) => to === shown).map(({ from }) => from);
  const packs = [...new Set([...programme.packs, ...older])];
  const found = new Map(
    (await readCoverages({ ...programme, packs })).map((one) => [one.pack.id, one]),
  );
  return {
    coverages: programme.packs.flatMap((id) => found.get(id) ?? []),
    follows: known.map((one) => {
      const [before, after] = [found.get(one.from), found.get(one.to)];
      if (one.to !== shown || !before || !after) return { ...one, counts: null };
      return {
        ...one,
        counts: countsOf(packDifference(before, after, successionOf(one.from, one.to))),
      };
    }),
  };
}

const countsOf = (found: PackDifference) => ({
  new: found.new.length,
  changed: found.changed.length,
  gone: found.gone.length,
  missing: found.missing.length,
});

/** Reads what changes for a plan from one pack to another. */
export async function readPackDifference(
  programme: Pick<Programme, 'id' | 'authorityId' | 'packs'>,
  from: string | null,
  to: string | null,
  db: Reader = theStore().read,
): Promise<PackDifference> {
  const succession = successionOf(from, to);
  const both = { ...programme, packs: [succession.from, succession.to] };
  const [before, after] = await readCoverages(both, db);
  if (!before || !after) throw new NotFound('guidance pack');
  return packDifference(before, after, succession);
}

export async function readPackChanges(
  programme: Programme,
  from: string | null,
  to: string | null,
): Promise<PackChangesModel> {
  const found = await readPackDifference(programme, from, to);
  const [old, fresh] = [found.from.id, found.to.id];
  const followed = (rows: PackDifference['changed']): FollowedRow[] =>
    rows.map(({ before, after, what }) => ({
      before: coverageRow(old, before),
      after: after.map((one) => coverageRow(fresh, one)),
      what,
    }));
  return {
    from: { id: old, title: found.from.title },
    to: { id: fresh, title: found.to.title },
    source: found.source,
    new: found.new.map((one) => coverageRow(fresh, one)),
    changed: followed(found.changed),
    same: followed(found.same),
    gone: found.gone.map(({ before, what }) => ({ before: coverageRow(old, before), what })),
    missing: found.missing.map((one) => coverageRow(fresh, one)),
    affected: await affectedOfAuthority(programme.authorityId, fresh),
    carries: programme.packs.includes(fresh)
      ? carriesOf(found).map(({ value, end, before, to: next, same }) => ({
          value,
          same,
          words: `“${end.title}” also to ${next.id}`,
          what: `${before.id}: ${before.text} Now: ${next.text}`,
        }))
      : [],
  };
}

/** Ties what was tied to older requirements to those that follow. Gives how many were tied. */
export async function carryTies(
  by: Person,
  programme: Programme,
  from: string | null,
  to: string | null,
  chosen: readonly string[],
): Promise<number> {
  allow(by, 'plan.edit', programme);
  const { authorityId, id: programmeId } = programme;
  const wanted = new Set(chosen);
  const at = new Date();
  return theStore().write(`programme:${programmeId}`, async (tx) => {
    const now = await programmeById(tx, authorityId, programmeId);
    const succession = successionOf(from, to);
    if (!now?.packs.includes(succession.to)) throw new NotFound('guidance pack');
    const found = await readPackDifference(now, from, to, tx);
    const carried = carriesOf(found).filter(({ value }) => wanted.has(value));
    if (carried.length === 0) return 0;
    await tie(
      tx,
      carried.map(({ end, to: next }) => ({
        authorityId,
        programmeId,
        from: { kind: end.kind, id: end.id },
        to: { kind: 'requirement' as const, id: requirementKey(succession.to, next.id) },
        at,
        by: by.id,
        wordsThen: end.title,
      })),
    );
    const details = { count: carried.length, from: succession.from, to: succession.to };
    await record(tx, by, 'coverage.carried', { kind: 'programme', id: programmeId }, details);
    return carried.length;
  });
}

function successionOf(from: string | null, to: string | null): Succession {
  const found = successions().find((one) => one.from === from && one.to === to);
  if (!found) throw new NotFound('change of guidance');
  return found;
}
