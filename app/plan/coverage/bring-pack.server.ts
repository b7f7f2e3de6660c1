import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { newId } from '#db/ids.ts';
import { record } from '#db/people.ts';
import { insertOwnPack, ownPackContent, ownPackRows } from '#db/packs.ts';
import { theStore, type Reader } from '#db/store.server.ts';
import { readPack } from '#templates/frameworks/index.ts';
import { changesOfVersion } from './own-pack.ts';
import { isOwnPack, type Pack } from './packs.ts';

/** A pack before it is brought in: which version it would be, and what it would change. */
export interface PackPreview {
  pack: Pack;
  version: number;
  changes: ReturnType<typeof changesOfVersion>;
}

export async function previewPack(
  by: Person,
  pack: Pack,
  db: Reader = theStore().read,
): Promise<PackPreview> {
  allow(by, 'packs.edit', by);
  const rows = await ownPackRows(db, by.authorityId);
  const newest = rows.find(({ packId }) => packId === pack.id);
  const before =
    newest === undefined
      ? null
      : readPack(newest.fileName, await ownPackContent(db, by.authorityId, newest.id));
  return { pack, version: (newest?.version ?? 0) + 1, changes: changesOfVersion(before, pack) };
}

/**
 * Brings a pack in, as its next version where there is one already.
 *
 * @param seen the newest version when it was looked at, 0 for none: there may be one more since
 */
export async function bringPack(
  by: Person,
  pack: Pack,
  { fileName, why, seen }: { fileName: string; why: string; seen: number },
): Promise<{ version: number }> {
  allow(by, 'packs.edit', by);
  if (!isOwnPack(pack.id)) throw new NotFound('own pack');
  return theStore().write(`packs:${by.authorityId}`, async (tx) => {
    const { version } = await previewPack(by, pack, tx);
    if (version !== seen + 1) {
      throw new Conflict(
        'Somebody else brought in a version of this pack since you looked. Look at what it changes again',
      );
    }
    await insertOwnPack(tx, {
      id: newId(),
      authorityId: by.authorityId,
      packId: pack.id,
      version,
      content: pack,
      fileName: fileName === '' ? `${pack.id}.csv` : fileName,
      why,
      byName: by.name,
      at: new Date(),
      withdrawn: false,
    });
    const details = { version, title: pack.title };
    await record(tx, by, 'pack.brought-in', { kind: 'pack', id: pack.id }, details);
    return { version };
  });
}

/** Takes an own pack out of use. Its versions stay, and it can be brought in again. */
export async function withdrawPack(by: Person, packId: string, why: string): Promise<void> {
  allow(by, 'packs.edit', by);
  await theStore().write(`packs:${by.authorityId}`, async (tx) => {
    const newest = (await ownPackRows(tx, by.authorityId)).find((row) => row.packId === packId);
    if (!newest || newest.withdrawn) throw new NotFound('own pack');
    const content = await ownPackContent(tx, by.authorityId, newest.id);
    const { title } = readPack(newest.fileName, content);
    await insertOwnPack(tx, {
      id: newId(),
      authorityId: by.authorityId,
      packId,
      version: newest.version + 1,
      content,
      fileName: newest.fileName,
      why,
      byName: by.name,
      at: new Date(),
      withdrawn: true,
    });
    await record(tx, by, 'pack.withdrawn', { kind: 'pack', id: packId }, { title });
  });
}
