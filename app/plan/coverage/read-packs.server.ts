import type { Programme } from '#db/people.ts';
import { correctionsOf, ownPackContent, ownPackRows, type OwnPackRow } from '#db/packs.ts';
import { theStore, type Reader } from '#db/store.server.ts';
import { packs, readPack } from '#templates/frameworks/index.ts';
import { correctedPack, type Correction } from './corrections.ts';
import { readRequirementKey, requirementKey, type Pack } from './packs.ts';

/** Which packs are read, and for whom. */
export type Follows = Pick<Programme, 'authorityId' | 'packs'>;

/** Rows never change, so that what was read of one stands for good. */
const ownRead = new Map<string, Pack>();
/** Of each authority: its corrections when its packs were last laid out, and the packs. */
const laidOut = new Map<string, { asOf: string; packs: readonly Pack[] }>();
/** More than any installation has, so that the memory of a large one stays bounded. */
const MOST = 500;

/**
 * Every pack of an authority: those that ship, with what it put right in them, and then its own.
 * Costs two small queries; the packs are laid out again only when something was put right.
 */
export async function packsOfAuthority(db: Reader, authorityId: string): Promise<readonly Pack[]> {
  const corrections = await correctionsOf(db, authorityId);
  const own = await ownPacks(db, authorityId);
  const shipped = corrections.length === 0 ? packs() : shippedWith(authorityId, corrections);
  return own.length === 0 ? shipped : [...shipped, ...own];
}

function shippedWith(
  authorityId: string,
  corrections: readonly (Correction & { id: string })[],
): readonly Pack[] {
  const asOf = `${corrections.length} ${corrections.at(-1)?.id ?? ''}`;
  const there = laidOut.get(authorityId);
  if (there?.asOf === asOf) return there.packs;
  const fresh = packs().map((pack) => correctedPack(pack, corrections));
  if (laidOut.size >= MOST) laidOut.clear();
  laidOut.set(authorityId, { asOf, packs: fresh });
  return fresh;
}

/** The newest version of each own pack, unless it was taken out. */
async function ownPacks(db: Reader, authorityId: string): Promise<Pack[]> {
  const rows = newestOf(await ownPackRows(db, authorityId)).filter((row) => !row.withdrawn);
  const found: Pack[] = [];
  for (const row of rows) found.push(await ownPack(db, authorityId, row));
  return found;
}

/** The newest row of each pack. */
export function newestOf(rows: readonly OwnPackRow[]): OwnPackRow[] {
  const newest = new Map<string, OwnPackRow>();
  for (const row of rows) {
    if (row.version > (newest.get(row.packId)?.version ?? 0)) newest.set(row.packId, row);
  }
  return [...newest.values()];
}

async function ownPack(db: Reader, authorityId: string, row: OwnPackRow): Promise<Pack> {
  const there = ownRead.get(row.id);
  if (there) return there;
  const pack = readPack(row.fileName, await ownPackContent(db, authorityId, row.id));
  if (ownRead.size >= MOST) ownRead.clear();
  ownRead.set(row.id, pack);
  return pack;
}

/** The packs that a programme follows, in the order in which it names them. */
export async function packsOf(
  { authorityId, packs: ids }: Follows,
  db: Reader = theStore().read,
): Promise<Pack[]> {
  const all = await packsOfAuthority(db, authorityId);
  return ids.flatMap((id) => all.filter((pack) => pack.id === id));
}

/** What a requirement says, by its id on the thread: "BSFH-DEF-01: Run a physical place …". */
export function titlesOf(some: readonly Pack[]): (key: string) => string | undefined {
  const byPack = new Map(some.map((pack) => [pack.id, pack]));
  return (key) => {
    const { packId = '' } = readRequirementKey(key) ?? {};
    const pack = byPack.get(packId);
    return pack && titlesIn(pack).get(key);
  };
}

const titles = new WeakMap<Pack, Map<string, string>>();

function titlesIn(pack: Pack): Map<string, string> {
  const there = titles.get(pack);
  if (there) return there;
  const fresh = new Map(
    pack.requirements.map((one) => [requirementKey(pack.id, one.id), `${one.id}: ${one.text}`]),
  );
  titles.set(pack, fresh);
  return fresh;
}

/** The same, for requirements of the packs that a programme follows; others are not there for it. */
export async function followedTitle(
  programme: Follows,
  db: Reader = theStore().read,
): Promise<(key: string) => string | undefined> {
  return titlesOf(await packsOf(programme, db));
}
