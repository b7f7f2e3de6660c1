import { randomUUID } from 'node:crypto';
import { sealed } from '#app/http/secrets.server.ts';
import {
  forgetOldTries,
  forgetServer,
  forgetServersBefore,
  noteServer,
  serversWithAnotherSecret,
  setLease,
  takeLease,
} from '#db/servers.ts';
import { theStore } from '#db/store.server.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A server that has said nothing for so long does not run any more. */
const SILENT = 3 * MINUTE;
/** Longer than the daily work takes; a server that died in it is followed by another after that. */
const AT_WORK = 2 * HOUR;
/** A little less than a day: the work moves by itself to the same hour of each day. */
const REST = 23 * HOUR;

const me: string = randomUUID();
const isShared = () => theStore().engine === 'postgres';

/** On SQLite a server is alone and does it each day; of several, one that died is followed within the hour. */
export const dailyWorkIsLookedAtEvery = () => (isShared() ? HOUR : 24 * HOUR);

/**
 * Does daily work unless another server on this database has done it today or is at it.
 *
 * @param work says whether it came to its end; if not, whoever looks next does it again
 */
export async function byOneServer(
  job: string,
  work: () => Promise<boolean>,
  { holder = me, now = () => new Date() } = {},
): Promise<void> {
  if (!isShared()) return void (await work());
  const store = theStore();
  const began = now();
  const until = new Date(began.getTime() + AT_WORK);
  if (!(await store.write(null, (tx) => takeLease(tx, job, holder, began, until)))) return;
  let done = false;
  try {
    done = await work();
  } finally {
    const again = new Date(done ? began.getTime() + REST : now().getTime());
    await store.write(null, (tx) => setLease(tx, job, holder, again));
  }
}

/**
 * Says that this server runs on a shared database, each minute, and refuses to run beside one with
 * another secret: people signed in at the one would be strangers at the other, and forms that the one
 * gave out would be refused by the other.
 *
 * @returns what to call when it stops
 */
export async function joinServers(onFault: (error: unknown) => void): Promise<() => Promise<void>> {
  if (!isShared()) return () => Promise.resolve();
  const store = theStore();
  const secretPrint = sealed('print', 'servers on one database have one secret');
  const startedAt = new Date();
  const longAgo = () => new Date(Date.now() - SILENT);
  const say = () =>
    store.write(null, async (tx) => {
      await noteServer(tx, { id: me, secretPrint, startedAt, seenAt: new Date() });
      await forgetServersBefore(tx, longAgo());
      await forgetOldTries(tx, new Date());
    });
  // Said first: of two that start at once with different secrets, neither goes on unseen.
  await say();
  if ((await serversWithAnotherSecret(store.read, secretPrint, longAgo())) > 0) {
    await store.write(null, (tx) => forgetServer(tx, me));
    throw new Error(
      'Another server runs on this database with another SESSION_SECRET. Give every server the same: ' +
        '32 or more characters. If you are changing it, stop the others first and wait three minutes.',
    );
  }
  const timer = setInterval(() => void say().catch(onFault), MINUTE);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await store.write(null, (tx) => forgetServer(tx, me)).catch(onFault);
  };
}
