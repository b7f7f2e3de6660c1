import { spawn } from 'node:child_process';
import { setTimeout as after } from 'node:timers/promises';
import { links } from '#app/http/links.ts';
import { aTablet, answerAndSend, firstQuestion } from './http/family.ts';
import { expected } from './http/visitor.ts';
import { aServer, type Served } from './http/world.ts';

export const MB = 1024 * 1024;
/** The whole run gives its memory half a minute of load; a quick one a few seconds. */
const SECONDS = { quick: 4, whole: 30 };
const EVERY_MS = 250;

export interface MemoryFound {
  /** Resident memory of a bare Node server, and of ours before anybody came. In MB. */
  bare: number;
  rest: number;
  /** Resident memory while families and staff were at work. In MB. */
  underLoad: number[];
  /** What the program holds after a collection, before and after the load. In MB. */
  heldBefore: number;
  heldAfter: number;
}

let found: Promise<MemoryFound> | undefined;

/** One server's memory before, during and after load, measured once a run. */
export function memoryFound(quick: boolean): Promise<MemoryFound> {
  found ??= findMemory(quick);
  return found;
}

async function findMemory(quick: boolean): Promise<MemoryFound> {
  const server = await aServer();
  try {
    await oneOfEach(server);
    const before = await server.ask('memory');
    const underLoad: number[] = [];
    const load = families(server, quick ? SECONDS.quick : SECONDS.whole);
    while (!(await endedIn(load, EVERY_MS))) {
      underLoad.push((await server.ask('rss')).rss / MB);
    }
    await after(1000);
    const held = await server.ask('memory');
    return {
      bare: (await bareServer()) / MB,
      rest: before.rss / MB,
      underLoad,
      heldBefore: before.heapUsed / MB,
      heldAfter: held.heapUsed / MB,
    };
  } finally {
    await server.stop();
  }
}

/** Whether some work has ended after so many milliseconds. A fault of it is thrown. */
export function endedIn(work: Promise<unknown>, ms: number): Promise<boolean> {
  return Promise.race([work.then(() => true), after(ms, false)]);
}

/** Every page that the load asks for, once: what is read at first use is no growth. */
async function oneOfEach(server: Served): Promise<void> {
  await answerAndSend(await aTablet(server));
  for (const page of staffPages(server)) expected(await server.staff().get(page), 200, page);
}

const staffPages = ({ programme }: Served) => [
  links.programme(programme.id),
  links.theoryOutline(programme.id),
  links.plan(programme.id),
];

/** Eight families who answer one after another, and two members of staff who read, for so long. */
export async function families(server: Served, seconds: number): Promise<void> {
  const until = performance.now() + seconds * 1000;
  const goesOn = () => performance.now() < until;
  const tablets = await Promise.all(Array.from({ length: 8 }, () => aTablet(server)));
  const answering = tablets.map(async (tablet) => {
    const question = await firstQuestion(tablet.browser, server.codes.family);
    while (goesOn()) {
      await answerAndSend(tablet);
      expected(await tablet.browser.get(question), 200, 'a question');
    }
  });
  const reading = [0, 1].map(async () => {
    const browser = server.staff();
    while (goesOn()) {
      for (const page of staffPages(server)) expected(await browser.get(page), 200, page);
    }
  });
  await Promise.all([...answering, ...reading]);
}

/** Resident memory of a Node server that gives one word, in bytes. */
function bareServer(): Promise<number> {
  const program = `require('node:http').createServer((_, answer) => answer.end('ok')).listen(0, '127.0.0.1', () => {
    console.log(process.memoryUsage.rss());
    process.exit(0);
  });`;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
    child.once('error', reject);
    child.once('exit', () => resolve(Number(said)));
  });
}
