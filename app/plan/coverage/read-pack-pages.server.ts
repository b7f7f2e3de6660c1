import { NotFound } from '#app/people/errors.ts';
import { readCoverages } from '#app/plan/read-plan.server.ts';
import { correctionsOf, ownPackRows, type OwnPackRow } from '#db/packs.ts';
import { programmesOf, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { packById } from '#templates/frameworks/index.ts';
import type { Correction } from './corrections.ts';
import { STATE_NAMES, type CoverageState } from './coverage.ts';
import { affectedPlan, packRow, type Affected, type PackRow } from './pack-pages.ts';
import { isOwnPack, requirementKey, type Pack, type Requirement } from './packs.ts';
import { newestOf, packsOfAuthority } from './read-packs.server.ts';

export interface PacksModel {
  rows: PackRow[];
  /** Own packs that were taken out of use. */
  withdrawn: { packId: string; byName: string; at: Date; why: string }[];
}

/** Every pack that this authority can follow, with who does. */
export async function readPacksPage({ authorityId }: Programme): Promise<PacksModel> {
  const db = theStore().read;
  const programmes = await programmesOf(db, authorityId);
  const packs = await packsOfAuthority(db, authorityId);
  const rows = newestOf(await ownPackRows(db, authorityId));
  return {
    rows: packs.map((pack) => packRow(pack, isOwnPack(pack.id), programmes)),
    withdrawn: rows
      .filter(({ withdrawn }) => withdrawn)
      .map(({ packId, byName, at, why }) => ({ packId, byName, at, why })),
  };
}

export interface PackModel {
  pack: Pack;
  row: PackRow;
  versions: OwnPackRow[];
  affected: Affected[];
}

/** One pack with its items, its versions and the plans of this authority that it touches. */
export async function readPackPage(
  { authorityId }: Programme,
  packId: string | undefined,
): Promise<PackModel> {
  const db = theStore().read;
  const pack = (await packsOfAuthority(db, authorityId)).find(({ id }) => id === packId);
  if (!pack) throw new NotFound('guidance pack');
  const programmes = await programmesOf(db, authorityId);
  const versions = (await ownPackRows(db, authorityId)).filter((row) => row.packId === pack.id);
  return {
    pack,
    row: packRow(pack, isOwnPack(pack.id), programmes),
    versions,
    affected: await affectedBy(programmes, pack.id),
  };
}

/** The plans of an authority that follow a pack, with what each misses of it. */
async function affectedBy(programmes: readonly Programme[], packId: string): Promise<Affected[]> {
  const found: Affected[] = [];
  for (const programme of programmes.filter(({ packs }) => packs.includes(packId))) {
    const [coverage] = await readCoverages({ ...programme, packs: [packId] });
    if (coverage) found.push(affectedPlan(programme, coverage));
  }
  return found;
}

export async function affectedOfAuthority(authorityId: string, packId: string) {
  return affectedBy(await programmesOf(theStore().read, authorityId), packId);
}

export interface ItemModel {
  packId: string;
  packTitle: string;
  /** As it ships, and as it stands for this authority. */
  shipped: Requirement;
  now: Requirement;
  history: (Correction & { id: string })[];
  /** The newest correction, or empty: what a form has seen. */
  seen: string;
  affected: { id: string; title: string; state: CoverageState; stateName: string }[];
}

/** One item of a pack that ships: what stands over it, since when, and in which plans it counts. */
export async function readItemPage(
  { authorityId }: Programme,
  packId = '',
  requirementId = '',
): Promise<ItemModel> {
  const db = theStore().read;
  const shippedPack = packById(packId);
  const shipped = shippedPack?.requirements.find(({ id }) => id === requirementId);
  const packs = await packsOfAuthority(db, authorityId);
  const now = packs
    .find(({ id }) => id === packId)
    ?.requirements.find(({ id }) => id === requirementId);
  if (!shippedPack || !shipped || !now) throw new NotFound('item of a pack that ships');
  const history = (await correctionsOf(db, authorityId)).filter(
    (one) => one.packId === packId && one.requirementId === requirementId,
  );
  const affected: ItemModel['affected'] = [];
  for (const programme of await programmesOf(db, authorityId)) {
    if (!programme.packs.includes(packId)) continue;
    const [coverage] = await readCoverages({ ...programme, packs: [packId] }, db);
    const key = requirementKey(packId, requirementId);
    const state = coverage?.requirements.find((one) => one.key === key)?.state;
    if (state === undefined) continue;
    const { id, title } = programme;
    affected.push({ id, title, state, stateName: STATE_NAMES[state] });
  }
  return {
    packId,
    packTitle: shippedPack.title,
    shipped,
    now,
    history: history.toReversed(),
    seen: history.at(-1)?.id ?? '',
    affected,
  };
}
