import { existsSync, readdirSync, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import { config } from '#app/config.server.ts';
import { runsOf } from '#db/job-runs.ts';
import { messagesByState } from '#db/outbox-counts.ts';
import { authoritiesHere } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { newestChangeOf, tiesWithoutEnds } from '#db/system.ts';
import { examined, migrationsHere } from '#db/system.server.ts';
import type { Facts } from './findings.ts';

/**
 * What is known of this installation, for one authority or for all of them.
 *
 * @param deeply reads the whole database: minutes on a large one, so no page asks for it
 */
export async function gatherFacts(
  now: Date,
  { authorityId, deeply }: { authorityId?: string; deeply: boolean },
): Promise<Facts> {
  const { read, engine } = theStore();
  const all = await authoritiesHere(read);
  const looked = all.filter(({ id }) => authorityId === undefined || id === authorityId);
  const facts = await ofAuthorities(looked.map(({ id }) => id));
  const { bavail, blocks, bsize } = statfsSync(config.dataFolder);
  const secretFile = path.join(config.dataFolder, 'secret');
  return {
    now: now.getTime(),
    engine,
    ...(deeply && engine === 'sqlite' ? examined() : { integrity: null, orphanRows: null }),
    ...facts,
    migrations: await migrationsHere(),
    disk: { free: bavail * bsize, size: blocks * bsize },
    openFiles: openFiles(),
    publicUrl: config.publicUrl ?? null,
    trustedProxies: config.trustedProxies,
    mail: config.mail.smtp !== undefined || config.mail.notify !== undefined,
    secret:
      config.sessionSecret !== undefined ? 'settings' : existsSync(secretFile) ? 'file' : 'none',
    isDemonstration: looked.every((one) => one.isDemonstration),
  };
}

/** Of several authorities the worst counts: the oldest backup, the newest change. */
async function ofAuthorities(ids: readonly string[]) {
  const { read } = theStore();
  const sum = {
    orphanTies: 0,
    newestChange: null as number | null,
    backedUp: null as number | null,
    promises: { done: null as number | null, failed: null as number | null },
    mixing: { done: null as number | null, failed: null as number | null },
    log: { done: null as number | null, failed: null as number | null },
    messages: { waiting: 0, failed: 0 },
  };
  for (const id of ids) {
    sum.orphanTies += await tiesWithoutEnds(read, id);
    const newest = await newestChangeOf(read, id);
    if (newest) sum.newestChange = Math.max(sum.newestChange ?? 0, newest.getTime());
    const { waiting, failed } = await messagesByState(read, id);
    sum.messages.waiting += waiting;
    sum.messages.failed += failed;
    for (const run of await runsOf(read, id)) {
      const done = run.lastDoneAt?.getTime() ?? null;
      if (run.job === 'backup') sum.backedUp = oldest(sum.backedUp, done);
      if (run.job === 'promises' || run.job === 'mixing' || run.job === 'log') {
        const of = sum[run.job];
        of.done = oldest(of.done, done);
        of.failed = run.lastFailedAt?.getTime() ?? of.failed;
      }
    }
  }
  return sum;
}

const oldest = (a: number | null, b: number | null) =>
  a === null ? b : b === null ? a : Math.min(a, b);

/** Files of the data folder that others than their owner may read; Windows has no such modes. */
function openFiles(): string[] {
  if (process.platform === 'win32') return [];
  const isOpen = (file: string) => (statSync(file).mode & 0o077) !== 0;
  const folder = config.dataFolder;
  const names = readdirSync(folder).filter((name) =>
    /^(throughline\.db|secret|waiting|backups)/.test(name),
  );
  return [
    ...names.filter((name) => isOpen(path.join(folder, name))),
    ...(isOpen(folder) ? ['the data folder'] : []),
  ];
}
