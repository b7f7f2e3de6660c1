import type { Server } from 'node:http';
import { config } from '#app/config.server.ts';
import { deleteExpiredAnswers } from '#app/survey/delete-expired-answers.server.ts';
import { deleteExpiredNotes } from '#app/survey/listening/delete-expired-notes.server.ts';
import { forgetWaitingFiles } from '#app/survey/import/forget-waiting-files.server.ts';
import { demonstrationDoors, type Door } from '#app/http/demonstration.server.ts';
import { loadDemonstration } from '#db/demo/load.server.ts';
import { authoritiesHere } from '#db/people.ts';
import { forgetOldPresses } from '#db/presses.ts';
import { forgetOldInterests } from '#db/recruitment.ts';
import { openStore, storeIsOpen, theStore, setTheStore } from '#db/store.server.ts';
import { forgetOldTablets } from '#db/tablets.ts';
import { tendPanel } from '#app/panel/members/tend-panel.server.ts';
import { dayOf } from '#app/ui/words.ts';
import { checkTemplates } from '#templates/index.ts';
import { log, toldFault } from '#app/http/log.server.ts';
import { closeHub } from '#app/theory/live/hub.server.ts';
import { serve, type ServeOptions } from '#app/http/serve.server.ts';
import { startPost, type Postman } from '#app/send-post.server.ts';

export interface StartOptions extends ServeOptions {
  /** Start without the demonstration borough: the first page sets up an administrator. */
  empty: boolean;
  /** Tells the person at the terminal. */
  say: (line: string) => void;
}

/** Opens the store, loads the demonstration into an empty one, serves, and says where. */
export async function start(options: StartOptions): Promise<Server> {
  checkTemplates();
  if (!storeIsOpen()) setTheStore(await openStore());
  const authorities = await authoritiesHere(theStore().read);
  if (authorities.length === 0 && !options.empty) {
    options.say('Loading the demonstration borough (a fictional place).');
    await loadDemonstration();
  }
  await keepPromises();
  const server = serve(options);
  const port = await listen(server, config.port, options.say);
  const address = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
  stopGracefully(server, startPost(config.publicUrl ?? address));
  options.say(`\nThroughline is at ${address}\n`);
  for (const line of await doorLines(address)) options.say(line);
  return server;
}

/** What is due once a day, whoever looks: answers are deleted on the day that families were told. */
async function keepPromises(): Promise<void> {
  // Set first: a day on which the database does not answer must not be the last that is looked at.
  setTimeout(() => void keepPromises().catch(logFault), 24 * 3_600_000).unref();
  const now = new Date();
  await theStore().write(null, (tx) =>
    forgetOldPresses(tx, new Date(now.getTime() - 24 * 3_600_000)),
  );
  await theStore().write(null, (tx) => forgetOldInterests(tx, dayOf(now)));
  await tendPanel(now);
  await forgetWaitingFiles(now);
  await deleteExpiredNotes(now);
  const longAgo = new Date(now.getTime() - 180 * 24 * 3_600_000);
  await theStore().write(null, (tx) => forgetOldTablets(tx, longAgo));
  const deleted = await deleteExpiredAnswers(now);
  if (deleted > 0) log.info({ deleted }, 'answers past their day of deletion');
}

function logFault(error: unknown): void {
  log.error(toldFault(error), 'fault');
}

/** Listens on the port, or on the next free one, and says so. */
async function listen(server: Server, wanted: number, say: (line: string) => void) {
  for (let port = wanted; port <= wanted + 50; port += 1) {
    try {
      const got = await tryPort(server, port);
      if (wanted !== 0 && got !== wanted) say(`Port ${wanted} is in use, so this is port ${got}.`);
      return got;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Error(`Ports ${wanted} to ${wanted + 50} are all in use. Set PORT to a free one.`);
}

function tryPort(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, config.host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

async function doorLines(address: string): Promise<string[]> {
  const doors: Door[] = await demonstrationDoors();
  if (doors.length === 0) return [];
  return [
    'Look around the demonstration borough as (these links work on this machine only):',
    ...doors.map((door) => `  ${door.as.padEnd(34)} ${address}${door.path}`),
    '',
  ];
}

/** Finishes what is under way, then ends: nothing that was being saved is cut off. */
function stopGracefully(server: Server, postman: Postman): void {
  const stop = (signal: string) => {
    log.info({ signal }, 'stopping');
    const limit = setTimeout(() => process.exit(0), 10_000);
    limit.unref();
    const posted = postman.stop();
    // Streams of events stay open for hours: they end here, and the pages find the next server.
    closeHub();
    server.close(() => void posted.then(() => theStore().close()).finally(() => process.exit(0)));
    server.closeIdleConnections();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
