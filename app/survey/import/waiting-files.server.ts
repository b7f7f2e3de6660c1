import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { config } from '#app/config.server.ts';
import { boxed, unboxed } from '#app/people/secret.server.ts';
import { besidePress } from '#db/press.server.ts';
import { dropPieces, dropPiecesBefore, insertPiece, pieceOf, pieceSizes } from '#db/servers.ts';
import { theStore } from '#db/store.server.ts';
import { FileRefused, type FileBytes } from './answer-rows.server.ts';

const folder = () => path.join(config.dataFolder, 'waiting');
const placeOf = (id: string) => path.join(folder(), id);

/** Where a file waits: in the data folder, or in the database where several servers share one. */
interface WaitingPlace {
  keep(authorityId: string, id: string, pieces: AsyncIterable<Uint8Array>): Promise<void>;
  /** Throws where nothing waits. */
  find(authorityId: string, id: string): Promise<FileBytes>;
  drop(authorityId: string, id: string): Promise<void>;
}

const inTheFolder: WaitingPlace = {
  async keep(_authorityId, id, pieces) {
    await mkdir(folder(), { recursive: true, mode: 0o700 });
    const to = await open(placeOf(id), 'wx', 0o600);
    try {
      for await (const piece of pieces) await to.writeFile(piece);
    } finally {
      await to.close();
    }
  },
  find: (_authorityId, id) => fileOnDisk(placeOf(id)),
  drop: (_authorityId, id) => rm(placeOf(id), { force: true }),
};

/** A piece and its number stand for what is sealed: pieces of two files cannot be exchanged. */
const PURPOSE = 'waiting-file';
const nameOf = (id: string, n: number) => `${id} ${n}`;

const inTheDatabase: WaitingPlace = {
  async keep(authorityId, id, pieces) {
    let n = 0;
    for await (const piece of inMegabytes(pieces)) {
      const box = boxed(PURPOSE, nameOf(id, n), Buffer.from(piece).toString('base64'));
      const row = {
        authorityId,
        fileId: id,
        n,
        size: piece.length,
        sealed: Buffer.from(box, 'base64url'),
      };
      await besidePress(() => theStore().write(null, (tx) => insertPiece(tx, row)));
      n += 1;
    }
  },
  async find(authorityId, id) {
    const sizes = await pieceSizes(theStore().read, authorityId, id);
    if (sizes.length === 0) throw new Error('Nothing waits under this number.');
    return {
      size: sizes.reduce((sum, size) => sum + size, 0),
      pieces: () => opened(authorityId, id, sizes.length),
    };
  },
  async drop(authorityId, id) {
    await besidePress(() => theStore().write(null, (tx) => dropPieces(tx, authorityId, id)));
  },
};

async function* inMegabytes(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    held.push(piece);
    size += piece.length;
    if (size < 1_048_576) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(held);
}

async function* opened(authorityId: string, id: string, many: number): AsyncIterable<Uint8Array> {
  for (let n = 0; n < many; n += 1) {
    const sealed = await pieceOf(theStore().read, authorityId, id, n);
    const text = sealed && unboxed(PURPOSE, nameOf(id, n), sealed.toString('base64url'));
    if (text === undefined || text === null) throw new FileRefused({ line: 0, message: GONE });
    yield Buffer.from(text, 'base64');
  }
}

/** One server has its folder for itself; of several, any may be asked next. */
const place = () => (theStore().engine === 'postgres' ? inTheDatabase : inTheFolder);

/** Keeps a file until its answers came in or somebody leaves it; gives its SHA-256. */
export async function keepWaiting(
  authorityId: string,
  id: string,
  file: FileBytes,
): Promise<string> {
  const hash = createHash('sha256');
  await place().keep(authorityId, id, hashed(file, hash));
  return hash.digest('hex');
}

async function* hashed(file: FileBytes, hash: Hash): AsyncIterable<Uint8Array> {
  for await (const piece of file.pieces()) {
    hash.update(piece);
    yield piece;
  }
}

export async function digestOf(file: FileBytes): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of file.pieces()) hash.update(piece);
  return hash.digest('hex');
}

const GONE = 'The file is not kept any more. Choose it again; nothing of it was stored.';

/** A file that waits here. */
export async function waitingFile(authorityId: string, id: string): Promise<FileBytes> {
  try {
    return await place().find(authorityId, id);
  } catch {
    throw new FileRefused({ line: 0, message: GONE });
  }
}

/** A file by its path. */
export async function fileOnDisk(file: string): Promise<FileBytes> {
  const { size } = await stat(file);
  return { size, pieces: () => createReadStream(file, { highWaterMark: 65_536 }) };
}

export async function dropWaiting(authorityId: string, id: string): Promise<void> {
  await place().drop(authorityId, id);
}

/**
 * Drops files that nothing knows of any more.
 *
 * @param before the id that a file would have that nobody can be keeping just now
 */
export async function dropUnknown(known: ReadonlySet<string>, before: string): Promise<void> {
  const names = await readdir(folder()).catch(() => []);
  for (const name of names) if (!known.has(name)) await rm(placeOf(name), { force: true });
  await theStore().write(null, (tx) => dropPiecesBefore(tx, before));
}
