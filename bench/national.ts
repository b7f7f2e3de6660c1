import { middle } from './case.ts';
import { aFolder } from './http/world.ts';
import { serve, type Serving } from './http/serving.ts';
import { twoDatabases, type TwoDatabases } from './national/databases.ts';
import type { Nation } from './national/nation.ts';
import { PLACES, pagesAt, type PageTimes, type Place } from './national/pages.ts';
import type { Options } from './options.ts';
import { kept, short, type Circumstances } from './report.ts';

// What each page of one authority takes when 152 others share its database, on PostgreSQL with the
// policies on: beside the same pages of the same authority with a database to itself, and beside the same
// pages without the policies.

const WHOLE: Nation = { authorities: 153, surveys: 20, answers: 981 };
const QUICK: Nation = { authorities: 12, surveys: 3, answers: 40 };
/** A page may take so many times what it takes alone. */
const GOAL = 1.5;

/** Makes the nation, asks for every page, and writes what was found. Gives the exit code. */
export async function national({ quick, json }: Options, about: Circumstances): Promise<number> {
  const nation = quick ? QUICK : WHOLE;
  const world = await twoDatabases(nation);
  try {
    process.stderr.write(`The nation took ${world.took.toFixed(0)} s to make.\n`);
    const found = await measured(world, quick ? 1 : 3);
    const report = { ...about, ...aboutIt(nation, world), ...found };
    if (!quick) await kept('national.json', report);
    if (json) console.log(JSON.stringify(report, null, 2));
    else print(report);
    for (const fault of found.faults) process.stderr.write(`${fault}.\n`);
    return found.faults.length === 0 ? 0 : 1;
  } finally {
    await world.end();
  }
}

function aboutIt(nation: Nation, { postgres, megabytes }: TwoDatabases) {
  return { postgres, nation, megabytes };
}

interface Found {
  /** Seconds from the start of a server to its first answer, with what is due once a day. */
  start: Record<Place, number>;
  /** Of all pages: the middle ratio to alone, and what the policies cost. */
  middle: number;
  policies: number;
  over: string[];
  pages: PageTimes[];
  faults: string[];
}

async function measured(world: TwoDatabases, rounds: number): Promise<Found> {
  const { alone, among } = world;
  const settings: Record<Place, Record<string, string>> = {
    alone: { DATABASE_URL: alone.url, DATABASE_OWNER_URL: alone.ownerUrl },
    among: { DATABASE_URL: among.url, DATABASE_OWNER_URL: among.ownerUrl },
    unbound: { DATABASE_URL: among.ownerUrl },
  };
  const running = new Map<Place, Serving>();
  const start = { alone: 0, among: 0, unbound: 0 };
  try {
    for (const place of PLACES) {
      const began = performance.now();
      running.set(place, await serve(aFolder(), [], { ...settings[place], ...SHARED }));
      start[place] = (performance.now() - began) / 1000;
    }
    const at = (place: Place) => running.get(place)?.address ?? '';
    const servers = { alone: at('alone'), among: at('among'), unbound: at('unbound') };
    const { pages, faults } = await pagesAt(servers, world, rounds);
    return {
      start,
      middle: middle(pages.map(({ ratio }) => ratio)),
      policies: middle(pages.map(({ among: bound, unbound }) => bound / unbound)),
      over: pages.filter(({ ratio }) => ratio > GOAL).map(({ page }) => page),
      pages,
      faults,
    };
  } finally {
    await Promise.all([...running.values()].map((server) => server.stop()));
  }
}

/** Two of them share a database, and so a secret. */
const SHARED = { SESSION_SECRET: 'a secret of the servers that are measured' };

function print({
  nation,
  pages,
  over,
  policies,
  start,
  megabytes,
  ...all
}: Found & ReturnType<typeof aboutIt>): void {
  const { authorities, surveys, answers } = nation;
  const total = short(authorities * surveys * answers);
  console.log(
    `${authorities} authorities, ${surveys} surveys more each, ${total} answers: ${short(megabytes.among)} MB on PostgreSQL ${all.postgres}; alone ${short(megabytes.alone)} MB.`,
  );
  console.log(
    `A server starts in ${short(start.alone)} s alone and ${short(start.among)} s among.`,
  );
  console.log(
    `${pages.length} pages. In the middle, ${short(all.middle)} times the time alone; ${short(policies)} times the time without policies.`,
  );
  console.log(`Over ${GOAL} times: ${over.length === 0 ? 'none' : over.join(', ')}.\n`);
  for (const { page, alone, among, unbound, ratio, blocks } of pages.slice(0, 25)) {
    console.log(
      `${short(ratio).padStart(5)}  ${short(alone)} → ${short(among)} ms (${short(unbound)} without policies), ${blocks.alone} → ${blocks.among} blocks  ${page}`,
    );
  }
}
