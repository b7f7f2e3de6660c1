import { existsSync, lstatSync, lchownSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Whoever runs a command as root must not leave files in the data folder that the server may not open: what
 * is root's there goes to whom the folder belongs to.
 */
export async function handOver(): Promise<void> {
  if (process.getuid?.() !== 0) return;
  // Settings that cannot be used are told by the verb that needs them.
  const settings = await import('#app/config.server.ts').catch(() => null);
  const folder = settings?.config.dataFolder;
  if (folder === undefined || !existsSync(folder)) return;
  const { uid, gid } = statSync(folder);
  if (uid !== 0) handOverIn(folder, uid, gid);
}

function handOverIn(folder: string, uid: number, gid: number): void {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    const found = lstatSync(file);
    // A second name of a file that stands elsewhere is not the folder's to give away.
    const isElsewhere = found.isFile() && found.nlink > 1;
    if (found.uid === 0 && !isElsewhere) lchownSync(file, uid, gid);
    if (found.isDirectory()) handOverIn(file, uid, gid);
  }
}
