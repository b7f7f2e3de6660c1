import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { config } from '#app/config.server.ts';
import { FileRefused, type FileBytes } from './answer-rows.server.ts';

const folder = () => path.join(config.dataFolder, 'waiting');
const placeOf = (id: string) => path.join(folder(), id);

/** Keeps a file until its answers came in or somebody leaves it; gives its SHA-256. */
export async function keepWaiting(id: string, file: FileBytes): Promise<string> {
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  const to = await open(placeOf(id), 'wx', 0o600);
  try {
    for await (const piece of file.pieces()) {
      hash.update(piece);
      await to.writeFile(piece);
    }
  } finally {
    await to.close();
  }
  return hash.digest('hex');
}

export async function digestOf(file: FileBytes): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of file.pieces()) hash.update(piece);
  return hash.digest('hex');
}

/** A file that waits here. */
export async function waitingFile(id: string): Promise<FileBytes> {
  try {
    return await fileOnDisk(placeOf(id));
  } catch {
    const message = 'The file is not kept any more. Choose it again; nothing of it was stored.';
    throw new FileRefused({ line: 0, message });
  }
}

/** A file by its path. */
export async function fileOnDisk(file: string): Promise<FileBytes> {
  const { size } = await stat(file);
  return { size, pieces: () => createReadStream(file, { highWaterMark: 65_536 }) };
}

export async function dropWaiting(id: string): Promise<void> {
  await rm(placeOf(id), { force: true });
}

/** Drops files that nothing knows of any more. */
export async function dropUnknown(known: ReadonlySet<string>): Promise<void> {
  const names = await readdir(folder()).catch(() => []);
  for (const name of names) if (!known.has(name)) await dropWaiting(name);
}
