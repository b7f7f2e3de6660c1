import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

/** A backup by its name, as `backup` writes it into a folder: throughline-2026-11-22T183000Z.db */
const BACKUP = /^throughline-(\d{4}-\d\d-\d\d)T\d{6}Z\.db$/;
/** What a backup that was cut off left behind. */
const PARTIAL = /^throughline-(\d{4}-\d\d-\d\d)T\d{6}Z\.db\.partial(-journal|-wal|-shm)?$/;
const PARTIAL_DAYS = 7;
/** What `backup` writes beside it. */
const BESIDE = ['.manifest.json', '.secret', '.erasures.jsonl'] as const;

/**
 * Deletes the backups of a folder that are older than so many days, with what stands beside them,
 * what a backup that was cut off a week ago left, and nothing else. The newest is always kept: an old backup is better than none.
 *
 * @returns the names of those that are gone
 */
export function tidyBackups(folder: string, keepDays: number, now: Date): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder)
    .filter((name) => BACKUP.test(name))
    .sort();
  const daysAgo = (days: number) =>
    new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10);
  const oldest = daysAgo(keepDays);
  const gone = names.slice(0, -1).filter((name) => (BACKUP.exec(name)?.[1] ?? '') < oldest);
  for (const name of gone) {
    for (const end of ['', ...BESIDE]) rmSync(path.join(folder, `${name}${end}`), { force: true });
  }
  const cutOff = readdirSync(folder).filter((name) => {
    const day = PARTIAL.exec(name)?.[1];
    return day !== undefined && day < daysAgo(PARTIAL_DAYS);
  });
  for (const name of cutOff) rmSync(path.join(folder, name), { force: true });
  return [...gone, ...cutOff];
}
