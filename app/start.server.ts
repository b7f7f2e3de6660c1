import type { Server } from 'node:http';
import { config } from '#app/config.server.ts';
import { keepOwnFolder, keepPromises as keepAll } from '#app/keep-promises.server.ts';
import { byOneServer, dailyWorkIsLookedAtEvery, joinServers } from '#app/servers.server.ts';
import { noteForAll } from '#app/people/system/note-run.server.ts';
import { emptyHeldLog, emptyLog } from '#app/privacy/empty-log.server.ts';
import { keepRegister, repeatErasures } from '#app/privacy/erasure-register.server.ts';
import { mixAnswers } from '#app/survey/mix-answers.server.ts';
import { demonstrationDoors, type Door } from '#app/http/demonstration.server.ts';
import { loadDemonstration } from '#db/demo/load.server.ts';
import { whyUnavailable } from '#db/faults.ts';
import { authoritiesHere } from '#db/people.ts';
import { openStore, storeIsOpen, theStore, setTheStore } from '#db/store.server.ts';
import { checkTemplates } from '#templates/index.ts';
import { faultMet } from '#app/http/metrics.server.ts';
import { drain } from '#app/http/operating.server.ts';
import { log, toldFault } from '#app/http/log.server.ts';
import { closeHub } from '#app/theory/live/hub.server.ts';
import { serve, type ServeOptions } from '#app/http/serve.server.ts';
import { languageKept } from '#app/http/visit-cookies.server.ts';
import { languagesOfHeader } from '#app/survey/languages/choose.ts';
import { unavailableIn } from '#app/survey/languages/unavailable.ts';
import { startMetrics } from '#app/tell-metrics.server.ts';
import { startPost, type Postman } from '#app/send-post.server.ts';

const HOUR = 3_600_000;

export interface StartOptions extends ServeOptions {
  /** Start without the demonstration borough: the first page sets up an administrator. */
  empty: boolean;
  /** Tells the person at the terminal. */
  say: (line: string) => void;
}

/** Opens the store, loads the demonstration into an empty one, serves, and says where. */
export async function start(options: StartOptions): Promise<Server> {
  checkTemplates();
  startMetrics();
  if (!storeIsOpen()) setTheStore(await openStore());
  const leaveServers = await joinServers(logFault);
  const authorities = await authoritiesHere(theStore().read);
  if (authorities.length === 0 && !options.empty) {
    options.say('Loading the demonstration borough (a fictional place).');
    await loadDemonstration();
  }
  process.on('unhandledRejection', outliveTheDatabase);
  await eraseAgain();
  keepRegister(config.dataFolder, logFault, sayHeld);
  await keepPromises();
  const server = serve({ wordsFor, ...options });
  const port = await listen(server, config.port, options.say);
  const address = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
  stopGracefully(server, startPost(config.publicUrl ?? address), leaveServers);
  options.say(`\nThroughline is at ${address}\n`);
  void leaveNoTrace();
  setInterval(() => void emptyHeldLog(new Date(), TOLD).catch(logFault), HOUR).unref();
  for (const line of await doorLines(address)) options.say(line);
  return server;
}

/**
 * Before anybody reads: what a restored backup brought back goes again. A server that cannot must not show
 * what somebody had erased.
 */
async function eraseAgain(): Promise<void> {
  try {
    await repeatErasures(config.dataFolder);
  } catch (cause) {
    throw new Error(
      'What was erased could not be erased again, so nothing is served. The list is erasures.jsonl in the ' +
        'data folder: both it and the database must be readable and writable.',
      { cause },
    );
  }
}

/** What is due once a day, whoever looks: answers are deleted on the day that families were told. */
async function keepPromises(): Promise<void> {
  // Set first: a day on which the database does not answer must not be the last that is looked at.
  setTimeout(() => void keepPromises().then(leaveNoTrace), dailyWorkIsLookedAtEvery()).unref();
  const now = new Date();
  await keepOwnFolder(now, logFault);
  await byOneServer('promises', async () => {
    const kept = await withoutFault((onFault) => keepAll(now, onFault));
    await noteForAll('promises', now, kept).catch(logFault);
    return kept;
  }).catch(logFault);
}

/**
 * The rest of the day's work: answers of the days before are mixed, and nothing of that, nor of what went,
 * stays in the file. Of many answers it takes minutes, so a server that starts is there before it.
 */
async function leaveNoTrace(): Promise<void> {
  const now = new Date();
  await byOneServer('mixing', async () => {
    const mixed = await withoutFault(
      async (onFault) => void (await mixAnswers(now).catch(onFault)),
    );
    await noteForAll('mixing', now, mixed).catch(logFault);
    return mixed;
  }).catch(logFault);
  await emptyLog(new Date(), TOLD).catch(logFault);
}

const sayHeld = () =>
  log.warn('what was deleted still stands in the log of the database: a reader holds it');
const TOLD = { onHeld: sayHeld };

async function withoutFault(work: (onFault: typeof logFault) => Promise<void>): Promise<boolean> {
  let kept = true;
  await work((error) => {
    kept = false;
    logFault(error);
  });
  return kept;
}

function logFault(error: unknown): void {
  faultMet(error);
  log.error(toldFault(error), 'fault');
}

/**
 * Something that nobody waits for could not reach the database: no reason to end for everybody. Any other
 * fault that nobody thought of ends the process as it does by default, to be started again from a known
 * state.
 */
function outliveTheDatabase(error: unknown): void {
  logFault(error);
  if (whyUnavailable(error) === null) process.exit(1);
}

/** The words for the moments in which the database does not answer, in the family's language. */
function wordsFor(request: Request) {
  const { pathname, searchParams } = new URL(request.url);
  const asked = ['lang', 'in'].map((name) => searchParams.get(name) ?? undefined);
  const browser = languagesOfHeader(request.headers.get('accept-language'));
  return unavailableIn(pathname, [...asked, languageKept(request)], browser);
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

/**
 * Stops taking people in, finishes what is under way, then ends: nothing that was being saved is cut
 * off. Between the first and the second a proxy has DRAIN_SECONDS to learn of it from /readyz.
 */
function stopGracefully(server: Server, postman: Postman, leave: () => Promise<void>): void {
  const end = () => {
    const limit = setTimeout(() => process.exit(0), 10_000);
    limit.unref();
    const posted = postman.stop();
    // Streams of events stay open for hours: they end here, and the pages find the next server.
    closeHub();
    const left = posted.then(leave);
    server.close(() => void left.then(() => theStore().close()).finally(() => process.exit(0)));
    // A connection that was busy at the signal is kept for more by its browser: not by us.
    setInterval(() => server.closeIdleConnections(), 100).unref();
  };
  const stop = (signal: string) => {
    log.info({ signal }, 'stopping');
    drain();
    setTimeout(end, config.drainSeconds * 1000);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
