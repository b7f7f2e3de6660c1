import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { config } from '#app/config.server.ts';
import { log } from '#app/http/log.server.ts';
import { tendPanel } from '#app/panel/members/tend-panel.server.ts';
import { tidyBackups } from '#app/privacy/tidy-backups.server.ts';
import { deleteExpiredAnswers } from '#app/survey/delete-expired-answers.server.ts';
import { deleteExpiredNotes } from '#app/survey/listening/delete-expired-notes.server.ts';
import { forgetWaitingFiles } from '#app/survey/import/forget-waiting-files.server.ts';
import { dayOf } from '#app/ui/words.ts';
import { forgetOldPresses } from '#db/presses.ts';
import { forgetOldInterests } from '#db/recruitment.ts';
import { DAYS, type Sweep } from '#db/retention-list.ts';
import {
  forgetOldAccessRequests,
  forgetOldAudit,
  forgetOldErasures,
  forgetOldLinks,
  forgetOldMessages,
  forgetOldReadings,
  forgetOldRequests,
  forgetOldSessions,
} from '#db/retention-sweeps.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import { forgetOldTablets } from '#db/tablets.ts';

/** What keeps each promise of db/retention-list.ts. */
const KEEP: Readonly<Record<Sweep, (now: Date) => Promise<unknown>>> = {
  answers: async (now) => {
    const deleted = await deleteExpiredAnswers(now);
    if (deleted > 0) log.info({ deleted }, 'answers past their day of deletion');
  },
  // Drafts go with the answers' own deed, which knows when a survey ends.
  drafts: async () => undefined,
  notes: deleteExpiredNotes,
  interests: (now) => inOneWrite((tx) => forgetOldInterests(tx, dayOf(now))),
  contacts: tendPanel,
  'waiting-files': forgetWaitingFiles,
  tablets: (now) => inOneWrite((tx) => forgetOldTablets(tx, daysBefore(now, DAYS.tablets))),
  sessions: (now) => inOneWrite((tx) => forgetOldSessions(tx, now)),
  access: (now) => inOneWrite((tx) => forgetOldAccessRequests(tx, now)),
  links: (now) => inOneWrite((tx) => forgetOldLinks(tx, now)),
  messages: (now) => inOneWrite((tx) => forgetOldMessages(tx, now)),
  presses: (now) => inOneWrite((tx) => forgetOldPresses(tx, daysBefore(now, DAYS.presses))),
  readings: (now) => inOneWrite((tx) => forgetOldReadings(tx, now)),
  audit: (now) => inOneWrite((tx) => forgetOldAudit(tx, now)),
  requests: (now) => inOneWrite((tx) => forgetOldRequests(tx, now)),
  erasures: (now) => inOneWrite((tx) => forgetOldErasures(tx, now, config.backupKeepDays)),
  asides: async (now) => dropAsides(config.dataFolder, now),
  backups: async (now) => tidyBackups(backupsFolder(), config.backupKeepDays, now),
};

const inOneWrite = (work: (tx: Writer) => Promise<unknown>) => theStore().write(null, work);
const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000);

/** The folder of backups that the server looks after. Others are their owner's. */
const backupsFolder = (): string => path.join(config.dataFolder, 'backups');

type OnFault = (error: unknown) => void;

/**
 * Keeps what was promised, for every authority: what is over goes. Run before anybody is served and once a
 * day. Each for itself: one that cannot be kept today must not keep the others from it.
 */
export async function keepPromises(now: Date, onFault: OnFault): Promise<void> {
  for (const keep of Object.values(KEEP)) await keep(now).catch(onFault);
}

/** What every server looks after by itself, whoever of several keeps the rest: its own folder. */
export async function keepOwnFolder(now: Date, onFault: (error: unknown) => void): Promise<void> {
  for (const sweep of ['asides', 'backups'] as const) await KEEP[sweep](now).catch(onFault);
}

const ASIDE = [
  /\.before-(restore|migration)(-[\w-]+)?$/,
  /^before-restore-[\w-]+\.db(\.manifest\.json|\.secret)?$/,
  // What was on its way when a backup, a restore or a move was cut off.
  /(\.restoring|^restoring\.db|\.partial)(-journal|-wal|-shm)?$/,
];

/** Copies of the database that a restore, a move or a failed migration left beside it. */
export function dropAsides(folder: string, now: Date): string[] {
  if (!existsSync(folder)) return [];
  const before = daysBefore(now, DAYS.asides).getTime();
  return (
    readdirSync(folder)
      .filter((name) => ASIDE.some((aside) => aside.test(name)))
      // When it was put aside, and not when it was last written to before that.
      .filter((name) => statSync(path.join(folder, name)).ctimeMs < before)
      .map((name) => {
        rmSync(path.join(folder, name));
        return name;
      })
  );
}
