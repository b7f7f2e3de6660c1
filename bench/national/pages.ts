import pg from 'pg';
import { crawl, routeOf } from '#test/attack/crawl.ts';
import { startsIn } from '#test/attack/starts.ts';
import { middle } from '../case.ts';
import { Visitor } from '../http/visitor.ts';
import { confirmedInBoth, say, type TwoDatabases } from './databases.ts';

/** Where the same page is asked for. */
export const PLACES = ['alone', 'among', 'unbound'] as const;
export type Place = (typeof PLACES)[number];

/** The address of the server at each place. */
export type Servers = Readonly<Record<Place, string>>;

/** A page, and what it took: the middle of all times, in milliseconds. */
export interface PageTimes extends Readonly<Record<Place, number>> {
  /** The route. */
  page: string;
  /** Among a nation, as a part of alone. */
  ratio: number;
  /** Pieces of 8 KB that the database looked at for one page. */
  blocks: { alone: number; among: number };
}

interface Asked {
  page: string;
  path: string;
  role: string;
  times: Record<Place, number[]>;
  blocks: { alone: number; among: number };
  /** What it answered where that was not a page: it is asked for no more then. */
  fault: string | null;
}

/** What was found of all pages. */
export interface PagesFound {
  pages: PageTimes[];
  /** Pages that were not given once, and so have no figures. */
  faults: string[];
}

const ROLES = ['administrator', 'lead', 'facilitator', 'commissioner', 'panel-member'];

/** What lasts as long as somebody listens, and what ends a session. */
const NO_PAGE = /\.live$|^sign-out|^demonstration/;
/** Pages whose ratio is worse than this are asked for more often, so that chance does not decide. */
const DOUBTFUL = 1.25;

/**
 * Asks for one page of each route, of each role, at each place in turn, several times over. Each round
 * goes over all pages, so that what a page left in memory is not found there by its next turn alone.
 */
export async function pagesAt(
  servers: Servers,
  world: TwoDatabases,
  rounds: number,
): Promise<PagesFound> {
  await confirmedInBoth(world);
  const asked = await pagesOf(servers.alone, world);
  const visitors = new Map<string, Visitor>();
  const ask = async (page: Asked, place: Place): Promise<number | null> => {
    const visitor = visitorFor(visitors, servers, world, page.role, place);
    // Once more where it was not given: on a machine that is busy a connection may come too late, and so
    // long since somebody last proved who they are that they are asked to again.
    for (let tries = 0; tries < 2 && page.fault === null; tries += 1) {
      const { took, status } = await timeOf(visitor, page);
      if (status === 200) return took;
      if (tries === 0) await confirmedInBoth(world);
      else page.fault = `${page.page} at ${page.path} answered ${status} ${place}`;
    }
    return null;
  };
  const go = async (pages: readonly Asked[], counted: boolean, first: number) => {
    await confirmedInBoth(world);
    for (const page of pages) {
      for (const [n] of PLACES.entries()) {
        const place = PLACES[(first + n) % PLACES.length] ?? 'alone';
        const took = await ask(page, place);
        if (counted && took !== null) page.times[place].push(took);
      }
    }
  };
  tell(`${asked.length} pages were found.`);
  await go(asked, false, 0);
  await confirmedInBoth(world);
  const look = await blocksOf(world);
  try {
    for (const page of asked) {
      for (const place of ['alone', 'among'] as const) {
        const before = await look.at(place);
        await ask(page, place);
        page.blocks[place] = (await look.at(place)) - before;
      }
    }
  } finally {
    await look.end();
  }
  for (let round = 0; round < rounds; round += 1) {
    tell(`Round ${round + 1} of ${rounds}.`);
    await go(asked, true, round);
  }
  const doubtful = asked.filter((page) => figuresOf(page).ratio > DOUBTFUL);
  tell(`${doubtful.length} pages are asked for more often.`);
  for (let round = 0; round < rounds * 3; round += 1) await go(doubtful, true, round);
  return {
    pages: asked
      .filter(({ fault }) => fault === null)
      .map(figuresOf)
      .sort((a, b) => b.ratio - a.ratio),
    faults: asked.flatMap(({ fault }) => fault ?? []),
  };
}

/** A whole run takes a quarter of an hour: whoever waits sees that it goes on. */
const tell = (line: string) => process.stderr.write(`${line}\n`);

/** How many blocks the application's statements in each database looked at so far. */
async function blocksOf({ alone, among, counts }: TwoDatabases) {
  const client = new pg.Client({ connectionString: counts });
  await client.connect();
  const names = { alone: new URL(alone.url), among: new URL(among.url) };
  const query = `select coalesce(sum(shared_blks_hit + shared_blks_read), 0)::int as blocks
    from pg_stat_statements join pg_database on pg_database.oid = dbid where datname = $1`;
  return {
    at: async (place: 'alone' | 'among') => {
      const { rows } = await client.query<{ blocks: number }>(query, [
        names[place].pathname.slice(1),
      ]);
      return rows[0]?.blocks ?? 0;
    },
    end: () => client.end(),
  };
}

function figuresOf({ page, times, blocks }: Asked): PageTimes {
  const [alone, among, unbound] = [times.alone, times.among, times.unbound].map(middle);
  const [a = NaN, b = NaN, c = NaN] = [alone, among, unbound];
  return { page, alone: a, among: b, unbound: c, ratio: b / a, blocks };
}

function visitorFor(
  visitors: Map<string, Visitor>,
  servers: Servers,
  { sessions }: TwoDatabases,
  role: string,
  place: Place,
): Visitor {
  const key = `${role} ${place}`;
  const cookies = { tl_session: sessions.get(role) ?? '' };
  const visitor = visitors.get(key) ?? new Visitor(servers[place], cookies);
  visitors.set(key, visitor);
  return visitor;
}

async function timeOf(
  visitor: Visitor,
  { path }: Asked,
): Promise<{ took: number; status: number }> {
  visitor.fromElsewhere();
  const began = performance.now();
  const { status } = await visitor.get(path);
  return { took: performance.now() - began, status };
}

/** One address of every route that following links finds, and who may open it. */
async function pagesOf(server: string, world: TwoDatabases): Promise<Asked[]> {
  const seen = new Set<string>();
  const found = new Map<string, Asked>();
  for (const role of ROLES) {
    const cookie = `tl_session=${world.sessions.get(role) ?? ''}`;
    let network = 0;
    const ask = (path: string) => {
      network += 1;
      const from = `10.9.${network >> 8}.${network & 255}`;
      const headers = { cookie, 'X-Forwarded-For': from };
      return fetch(server + path, { redirect: 'manual', headers });
    };
    const { addresses } = await crawl(ask, await startsOf(role, world), seen);
    for (const path of addresses.values()) {
      const page = routeOf(path).name;
      if (NO_PAGE.test(page) || found.has(page)) continue;
      const times = { alone: [], among: [], unbound: [] };
      found.set(page, { page, path, role, times, blocks: { alone: 0, among: 0 }, fault: null });
    }
  }
  return [...found.values()];
}

/** Where following links begins; the things named there are looked up at once. */
async function startsOf(role: string, world: TwoDatabases): Promise<string[]> {
  const { lead, programme, alone, codes } = world;
  const queries: string[] = [];
  const starts = startsIn(role, programme.id, lead.authorityId, (query) => {
    queries.push(query.replace('?', `'${lead.authorityId}'`));
    return `{${queries.length - 1}}`;
  });
  const ids: string[] = [];
  for (const query of queries) ids.push((await say(alone.ownerUrl, [query]))[0] ?? 'none');
  const families = role === 'administrator' ? ['/', `/s/${codes.family}`] : [];
  return [...starts, ...families].map((path) =>
    path.replace(/\{(\d+)\}/g, (_, at) => ids[Number(at)] ?? 'none'),
  );
}
