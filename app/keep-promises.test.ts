import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { tidyBackups } from '#app/privacy/tidy-backups.server.ts';
import { stampOf } from '#cli/backup.ts';
import { DAYS } from '#db/retention-list.ts';
import { dropAsides } from './keep-promises.server.ts';

const folderOf = (...names: string[]) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'throughline-asides-'));
  for (const name of names) writeFileSync(path.join(folder, name), '');
  return folder;
};
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

test('what was put aside goes when its days are over, by the names that a restore gives it', () => {
  const stamp = stampOf(new Date());
  const asides = [
    `throughline.db.before-restore-${stamp}`,
    `throughline.db.before-restore-${stamp}-wal`,
    'throughline.db.before-migration',
    `secret.before-restore-${stamp}`,
    `before-restore-${stamp}.db`,
    `before-restore-${stamp}.db.manifest.json`,
    `before-restore-${stamp}.db.partial`,
    `before-restore-${stamp}.db.partial-journal`,
    'throughline.db.restoring',
    'throughline.db.restoring-wal',
    'restoring.db',
    'restoring.db-shm',
    'moved.db.partial',
  ];
  const kept = ['throughline.db', 'throughline.db-wal', 'throughline.db-shm', 'secret', 'moved.db'];
  const folder = folderOf(...asides, ...kept);
  expect(dropAsides(folder, inDays(DAYS.asides - 1))).toEqual([]);
  expect(dropAsides(folder, inDays(DAYS.asides + 1)).sort()).toEqual(asides.sort());
  expect(readdirSync(folder).sort()).toEqual(kept.sort());
});

test('what a backup that was cut off left goes after a week, and the newest whole one stays', () => {
  const name = `throughline-${stampOf(new Date())}.db`;
  const folder = folderOf(name, `${name}.partial`, `${name}.partial-journal`);
  expect(tidyBackups(folder, 35, inDays(6))).toEqual([]);
  expect(tidyBackups(folder, 35, inDays(9)).sort()).toEqual(
    [`${name}.partial`, `${name}.partial-journal`].sort(),
  );
  expect(readdirSync(folder)).toEqual([name]);
});
