import { many } from '#app/ui/words.ts';

/** How something stands: as it should; to be looked at; broken or soon to be. */
export type Standing = 'ok' | 'warn' | 'problem';

/** One line of “How the system is”. */
export interface Finding {
  what: string;
  standing: Standing;
  /** What was found, in words. */
  found: string;
  /** What to do about it; empty where all is well. */
  todo: string;
}

/** What is known of a running installation. Times are milliseconds since 1970, sizes are bytes. */
export interface Facts {
  now: number;
  engine: 'sqlite' | 'postgres';
  /** What SQLite's own check says; null where it was not asked, or is PostgreSQL's own affair. */
  integrity: string | null;
  orphanRows: number | null;
  orphanTies: number;
  migrations: { applied: number; known: number };
  disk: { free: number; size: number };
  /** Names of files that others than their owner may read. */
  openFiles: string[];
  newestChange: number | null;
  publicUrl: string | null;
  trustedProxies: number;
  mail: boolean;
  secret: 'settings' | 'file' | 'none';
  backedUp: number | null;
  promises: { done: number | null; failed: number | null };
  /** When the order in which answers came was last mixed, and when that failed. */
  mixing: { done: number | null; failed: number | null };
  /** When the database's log was last emptied of what was deleted, and when that could not be done. */
  log: { done: number | null; failed: number | null };
  messages: { waiting: number; failed: number };
  /** Only the demonstration lives here: nothing of anybody could be lost. */
  isDemonstration: boolean;
}

const HOUR = 3_600_000;
const MB = 1_000_000;

/** Every finding, in an order in which a person would look. */
export function findingsOf(facts: Facts): Finding[] {
  return [
    ...database(facts),
    disk(facts),
    files(facts),
    clock(facts),
    backups(facts),
    promises(facts),
    ...mixed(facts),
    ...emptied(facts),
    address(facts),
    secret(facts),
    mail(facts),
    outbox(facts),
  ];
}

/** The worst of them. */
export function worstOf(findings: readonly Finding[]): Standing {
  const has = (standing: Standing) => findings.some((one) => one.standing === standing);
  if (has('problem')) return 'problem';
  return has('warn') ? 'warn' : 'ok';
}

const ok = (what: string, found: string): Finding => ({ what, standing: 'ok', found, todo: '' });
const warn = (what: string, found: string, todo: string): Finding => ({
  what,
  standing: 'warn',
  found,
  todo,
});
const problem = (what: string, found: string, todo: string): Finding => ({
  what,
  standing: 'problem',
  found,
  todo,
});

function database({ integrity, orphanRows, orphanTies, migrations }: Facts): Finding[] {
  const restore = 'Stop the server, keep a copy of the data folder, and restore the last backup.';
  const found: Finding[] = [];
  if (integrity !== null) {
    found.push(
      integrity === 'ok'
        ? ok('Database', 'SQLite’s integrity check finds nothing wrong.')
        : problem('Database', `The file is damaged: ${integrity.slice(0, 200)}`, restore),
    );
  }
  if (orphanRows !== null) {
    found.push(
      orphanRows === 0
        ? ok('Foreign keys', 'Every row has what it belongs to.')
        : problem('Foreign keys', `${orphanRows} rows have lost what they belong to.`, restore),
    );
  }
  found.push(
    orphanTies === 0
      ? ok('Golden thread', 'Every tie has both its ends.')
      : warn(
          'Golden thread',
          `${orphanTies} ties lead to something that is gone.`,
          'They are not shown. Report this with the version, so that its cause is found.',
        ),
  );
  const { applied, known } = migrations;
  if (applied === known) found.push(ok('Schema', `All ${known} migrations are applied.`));
  else if (applied < known) {
    const todo = 'Run: throughline migrate. The server does it when it starts.';
    found.push(problem('Schema', `${known - applied} migrations are not applied yet.`, todo));
  } else {
    const todo = 'During an upgrade this is right; otherwise start the newer version.';
    found.push(warn('Schema', 'The database is of a newer version than this program.', todo));
  }
  return found;
}

/** Room on a disk: `64.1 GB`, or megabytes where there is less than one. */
function sayRoom(bytes: number): string {
  return bytes < 1_000 * MB
    ? `${Math.floor(bytes / MB)} MB`
    : `${(Math.floor(bytes / (100 * MB)) / 10).toFixed(1)} GB`;
}

function sayAgo(hours: number): string {
  if (hours < 1) return 'less than an hour ago';
  return hours < 48 ? `${many(hours, 'hour')} ago` : `${Math.floor(hours / 24)} days ago`;
}

function disk({ disk: { free, size } }: Facts): Finding {
  const said = `${sayRoom(free)} are free of ${sayRoom(size)}.`;
  const todo = 'Make room: when it is full, nothing can be saved. Old backups are a place to look.';
  if (free < 200 * MB) return problem('Disk', said, todo);
  return free < 1_000 * MB ? warn('Disk', said, todo) : ok('Disk', said);
}

function files({ openFiles }: Facts): Finding {
  if (openFiles.length === 0) return ok('Files', 'Only their owner can read them.');
  const said = `Others on this machine can read ${openFiles.join(', ')}.`;
  return problem('Files', said, 'Run: chmod -R go= on the data folder.');
}

function clock({ now, newestChange }: Facts): Finding {
  const ahead = newestChange === null ? 0 : newestChange - now;
  if (ahead <= 60_000) return ok('Clock', 'It is not behind what was written last.');
  const said = `It is ${Math.round(ahead / 60_000)} minutes behind what was written last.`;
  return problem('Clock', said, 'Set the clock of this machine, and have it kept (NTP).');
}

function backups({ now, backedUp, isDemonstration }: Facts): Finding {
  const todo = 'Run: throughline backup, and have it run every night (docs/operations.md).';
  if (backedUp === null) {
    const said = 'None was made with throughline backup.';
    return isDemonstration ? ok('Backups', said) : warn('Backups', said, todo);
  }
  const hours = Math.floor((now - backedUp) / HOUR);
  const said = `The last one was made ${sayAgo(hours)}.`;
  if (hours > 7 * 24) return problem('Backups', said, todo);
  return hours > 36 ? warn('Backups', said, todo) : ok('Backups', said);
}

function promises({ now, promises: { done, failed } }: Facts): Finding {
  const what = 'Deletion on the promised day';
  const todo = 'Restart the server and look for “fault” in its log.';
  if (done === null) return warn(what, 'It has not run yet.', 'The server does it when it starts.');
  if (failed !== null && failed > done) return problem(what, 'It failed when it last ran.', todo);
  const hours = Math.floor((now - done) / HOUR);
  const said = `It last ran ${sayAgo(hours)}.`;
  return hours > 26 ? problem(what, said, todo) : ok(what, said);
}

/** Whether the order of rows still tells who came when; nothing where it was never looked at. */
function mixed({ now, mixing: { done, failed } }: Facts): Finding[] {
  const what = 'Order of answers';
  const todo = 'Restart the server and look for “fault” in its log.';
  if (done === null && failed === null) return [];
  if (done === null || (failed !== null && failed > done)) {
    return [problem(what, 'Answers could not be mixed when that was last tried.', todo)];
  }
  const hours = Math.floor((now - done) / HOUR);
  const said = `Answers of the days before were last mixed ${sayAgo(hours)}.`;
  return [hours > 26 ? problem(what, said, todo) : ok(what, said)];
}

/** Whether what was deleted is out of SQLite's own log as well; nothing where it was never looked at. */
export function emptied({ now, log: { done, failed } }: Pick<Facts, 'now' | 'log'>): Finding[] {
  const what = 'What was deleted';
  if (done === null && failed === null) return [];
  if (failed === null || (done !== null && done >= failed)) {
    return [ok(what, 'It is out of the file, and out of its log.')];
  }
  const last =
    done === null
      ? 'was never emptied'
      : `was last emptied ${sayAgo(Math.floor((now - done) / HOUR))}`;
  const said = `It is out of the file, but may stand in its log, which another program holds. It ${last}.`;
  const todo =
    'Find what reads throughline.db beside the server. Litestream does so all the time, and empties the ' +
    'log by itself now and then; anything else is to be closed.';
  return [warn(what, said, todo)];
}

function address({ publicUrl, trustedProxies, isDemonstration }: Facts): Finding {
  const what = 'Address';
  if (publicUrl === null) {
    const said = 'PUBLIC_URL is not set: links in letters take the address of whoever made them.';
    return isDemonstration ? ok(what, said) : warn(what, said, 'Set PUBLIC_URL=https://…');
  }
  if (!publicUrl.startsWith('https:')) {
    const said = 'Families’ answers travel without https.';
    return problem(what, said, 'Put a proxy with https in front and set PUBLIC_URL=https://…');
  }
  if (trustedProxies > 0) return ok(what, `${publicUrl}, behind ${trustedProxies} proxies.`);
  const said = 'There is https in front, but TRUSTED_PROXIES is 0: limits count the proxy as one.';
  return warn(what, said, 'Set TRUSTED_PROXIES to the number of proxies in front, usually 1.');
}

function secret({ secret: from, engine }: Facts): Finding {
  const what = 'Secret';
  if (from === 'settings') return ok(what, 'It comes from SESSION_SECRET.');
  if (from === 'none') return warn(what, 'None is made yet.', 'The server makes one at its start.');
  if (engine === 'sqlite') return ok(what, 'It is kept in the data folder.');
  const said = 'It is kept in the data folder of this server alone.';
  const todo = 'Where several servers run, set the same SESSION_SECRET on all of them.';
  return warn(what, said, todo);
}

function mail({ mail: set, isDemonstration }: Facts): Finding {
  if (set) return ok('Mail', 'There is a way out of the house.');
  const said = 'Messages wait in the outbox until somebody passes them on.';
  if (isDemonstration) return ok('Mail', said);
  return warn('Mail', said, 'Set SMTP_URL or NOTIFY_API_KEY, unless you want it so.');
}

function outbox({ messages: { waiting, failed } }: Facts): Finding {
  const said = `${waiting} wait, ${failed} failed.`;
  if (failed === 0) return ok('Messages', said);
  return warn('Messages', said, 'Open Panel, then Messages: each says why.');
}
