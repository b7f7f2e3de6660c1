import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { Person } from '#app/people/can.ts';
import { hashOf, newToken } from '#app/people/tokens.server.ts';
import { openSurvey, surveyOf } from '#app/survey/run-survey.server.ts';
import { startSurvey } from '#app/survey/start-survey.server.ts';
import { dayOf } from '#app/ui/words.ts';
import { loadDemonstration } from '#db/demo/load.server.ts';
import type { Programme } from '#db/people.ts';
import { insertSession } from '#db/sessions.ts';
import { databaseFile, openStore, setTheStore, theStore } from '#db/store.server.ts';
import { inTime, serve, type Serving } from './serving.ts';
import { Visitor } from './visitor.ts';

/** The demonstration borough, and two surveys that families can answer. */
export interface Seeded {
  folder: string;
  lead: Person;
  programme: Programme;
  /** The token of a session of the strategic lead. */
  session: string;
  /** The code in the address of the family survey, and of the two questions after an event. */
  codes: { family: string; event: string };
}

const HOUR = 3_600_000;
let made: Promise<Seeded> | undefined;
let shared: Promise<Served> | undefined;
const folders: string[] = [];

/** A folder for a data folder or files, gone at the end of the run. */
export function aFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'throughline-bench-'));
  folders.push(folder);
  return folder;
}

/** A fresh database with the demonstration in it, made once a run. */
export function theDemonstration(): Promise<Seeded> {
  made ??= makeDemonstration(aFolder());
  return made;
}

async function makeDemonstration(folder: string): Promise<Seeded> {
  setTheStore(await openStore({ file: databaseFile(folder) }));
  try {
    return { folder, ...(await seeded()) };
  } finally {
    await theStore().close();
  }
}

/** Loads the demonstration into the store of this process, and opens what families are to answer. */
export async function seeded(): Promise<Omit<Seeded, 'folder'>> {
  const { lead, programme } = await loadDemonstration();
  const codes = {
    family: await openOne(lead, programme, 'family-needs'),
    event: await openOne(lead, programme, 'event-poll'),
  };
  return { lead, programme, codes, session: await aSession(lead) };
}

async function openOne(lead: Person, programme: Programme, templateId: string): Promise<string> {
  const id = await startSurvey(lead, programme, {
    templateId,
    title: 'Bench',
    opensOn: null,
    closesOn: null,
    privacyNotice: 'We ask to plan help. Staff see the answers. We delete them after {keepUntil}.',
    keepUntil: '2099-12-31',
  });
  await openSurvey(lead, programme, id, dayOf(new Date()));
  return (await surveyOf(theStore().read, programme, id)).code;
}

/** Signs somebody in behind the server's back, and gives what their cookie holds. */
export async function aSession(person: Person): Promise<string> {
  const token = newToken();
  const now = new Date();
  await theStore().write(null, (tx) =>
    insertSession(tx, {
      tokenHash: hashOf(token),
      authorityId: person.authorityId,
      personId: person.id,
      createdAt: now,
      seenAt: now,
      expiresAt: new Date(now.getTime() + 12 * HOUR),
    }),
  );
  return token;
}

/**
 * Whoever is signed in at a server with this folder has just proved who they are: it asks them to again
 * after a quarter of an hour before it gives answers away, and a whole run takes longer than that.
 */
function confirmedNow(folder: string): void {
  const db = new Database(databaseFile(folder), { timeout: 60_000 });
  try {
    db.prepare('update sessions set confirmed_at = ?').run(Date.now());
  } finally {
    db.close();
  }
}

export interface Served extends Seeded, Serving {
  /** Somebody from the public, with a browser of their own. */
  visitor: () => Visitor;
  /** The strategic lead, signed in, who has just proved that it is them. */
  staff: () => Visitor;
}

/** The built server on the demonstration, started once a run. */
export function theServer(): Promise<Served> {
  shared ??= theDemonstration().then((world) => served(world, world.folder));
  return shared;
}

/** Another server, on a copy of the demonstration: what others did is not in its memory. */
export async function aServer(
  flags: readonly string[] = [],
  ready: (folder: string, world: Seeded) => Promise<void> = async () => undefined,
): Promise<Served> {
  const world = await theDemonstration();
  const folder = aFolder();
  await (await shared)?.ask('rss');
  cpSync(databaseFile(world.folder), databaseFile(folder));
  await ready(folder, world);
  return served(world, folder, flags);
}

async function served(
  world: Seeded,
  folder: string,
  flags: readonly string[] = [],
): Promise<Served> {
  const serving = await serve(folder, flags);
  const { address } = serving;
  return {
    ...world,
    ...serving,
    folder,
    visitor: () => new Visitor(address),
    staff: () => {
      confirmedNow(folder);
      return new Visitor(address, { tl_session: world.session });
    },
  };
}

/** Ends what was started for this run and takes its files away. */
export async function endOfRun(): Promise<void> {
  await (await inTime(shared))?.stop();
  shared = undefined;
  made = undefined;
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
