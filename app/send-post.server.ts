import { setTimeout as after } from 'node:timers/promises';
import { config } from '#app/config.server.ts';
import { log, toldFault } from '#app/http/log.server.ts';
import type { Carrier } from '#app/panel/post/carrier.ts';
import { theCarriers } from '#app/panel/post/carriers.server.ts';
import { sendNext, type Sent } from '#app/panel/post/send-messages.server.ts';
import { authoritiesHere } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';

/** How often the outbox is looked into. */
const LOOK_EVERY_MS = 5_000;

export interface Postman {
  /** Finishes the message that is in hand, and takes no other. */
  stop: () => Promise<void>;
}

/**
 * Empties the outbox, as long as the server runs: no page ever waits for it. Without a way out of the
 * house there is nothing to do, and messages wait in the outbox.
 */
export function startPost(
  base: string,
  { carriers = theCarriers(), perMinute = config.mail.perMinute } = {},
): Postman {
  if (carriers.length === 0) return { stop: () => Promise.resolve() };
  const ending = new AbortController();
  const working = work(carriers, base, 60_000 / perMinute, ending.signal);
  return {
    stop: async () => {
      ending.abort();
      await working;
    },
  };
}

async function work(
  carriers: readonly Carrier[],
  base: string,
  apartMs: number,
  ending: AbortSignal,
): Promise<void> {
  while (!ending.aborted) {
    try {
      await emptyOutbox(carriers, base, apartMs, ending);
    } catch (error) {
      log.error(toldFault(error), 'fault');
    }
    await rest(LOOK_EVERY_MS, ending);
  }
}

/** Sends everything that is due, no faster than agreed, and logs what came of it as counts. */
async function emptyOutbox(
  carriers: readonly Carrier[],
  base: string,
  apartMs: number,
  ending: AbortSignal,
): Promise<void> {
  const came: Record<string, number> = {};
  for (const { id, isDemonstration } of await authoritiesHere(theStore().read)) {
    // The people of the demonstration are made up, and so are their addresses.
    if (isDemonstration) continue;
    for (;;) {
      if (ending.aborted) break;
      const sent = await sendNext(id, { carriers, base, now: () => new Date() });
      if (sent.did === 'nothing') break;
      came[nameOf(sent)] = (came[nameOf(sent)] ?? 0) + 1;
      await rest(apartMs, ending);
    }
  }
  if (Object.keys(came).length > 0) log.info(came, 'post');
}

function nameOf(sent: Exclude<Sent, { did: 'nothing' }>): string {
  return sent.reason === '' ? sent.did : `${sent.did} ${sent.reason}`;
}

/** Waits, without keeping the process alive, and not beyond the end. */
async function rest(ms: number, ending: AbortSignal): Promise<void> {
  try {
    await after(ms, undefined, { ref: false, signal: ending });
  } catch {
    // The end came: nothing to wait for.
  }
}
