import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { getTableColumns, getTableName, isTable, type Column } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '#db/migrations-folder.server.ts';
import * as schema from '#db/schema/index.ts';

// The import rules of docs/decisions/0001-the-house.md, held by reading every file's imports.

const root = projectFolder();

/** The rooms of app/ and how high each stands: a room imports only from rooms below it. */
const FLOOR: Readonly<Record<string, number>> = {
  // Threads for long work: it knows what it runs by its address only.
  aside: -1,
  people: 0,
  statistics: 0,
  // Long documents are put together in steps, as long tables are.
  documents: 0.1,
  thread: 0.2,
  care: 0.5,
  survey: 1,
  themes: 2,
  needs: 3,
  panel: 3,
  theory: 4,
  plan: 5,
  programme: 6,
  // What is held, for how long and who read it: it knows every other room, and none knows it.
  privacy: 7,
};

/** Pure libraries that a plain file may use besides zod, and where. */
const PURE: Readonly<Record<string, readonly string[]>> = {
  'd3-geo': ['app/needs/maps/draw.ts'],
  'ml-kmeans': ['app/panel/opinion/find-groups.ts'],
  'ml-pca': ['app/panel/opinion/find-groups.ts'],
  saxes: ['app/theory/formats/xml.ts'],
  'survey-core': [],
};

interface SourceFile {
  file: string;
  text: string;
  imports: { from: string; typeOnly: boolean }[];
}

function sources(): SourceFile[] {
  return ['app', 'db', 'templates', 'cli']
    .flatMap((folder) => filesBelow(folder))
    .filter((file) => !/\.test\.tsx?$|\.d\.ts$/.test(file))
    .map((file) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      return { file, text, imports: importsOf(file, text) };
    });
}

const filesBelow = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);

/** What a file imports or re-exports, our own files as paths from the project's folder. */
function importsOf(file: string, text: string) {
  const found: SourceFile['imports'] = [];
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|import\('([^']+)'\)|(?:^|\n)import\s+'([^']+)'/g;
  for (const match of text.matchAll(pattern)) {
    const from = match[2] ?? match[3] ?? match[4] ?? '';
    found.push({ from: resolved(file, from), typeOnly: match[1] !== undefined });
  }
  return found;
}

function resolved(file: string, from: string): string {
  if (from.startsWith('#')) return from.slice(1);
  if (from.startsWith('.')) return path.posix.join(path.posix.dirname(file), from);
  return from;
}

const roomOf = (file: string) => /^app\/([^/]+)\//.exec(file)?.[1] ?? null;
const isPlain = (file: string) =>
  /^app\/[^/]+\/.*\.ts$/.test(file) &&
  !/\.(server|client)\.ts$/.test(file) &&
  Object.hasOwn(FLOOR, roomOf(file) ?? '');
/** What runs in the browser only: it may read the clock and keep things, and knows no server. */
const isBrowsers = (file: string) => /\.client\.ts$/.test(file);
const isDeed = (file: string) =>
  /^app\/[^/]+\/.*\.server\.ts$/.test(file) && Object.hasOwn(FLOOR, roomOf(file) ?? '');
const isView = (file: string) =>
  /^app\/(?!routes\/).*\.tsx$/.test(file) && !/^app\/(root|entry)/.test(file);

/** Every breach of a rule, as "file imports what". */
function breaches(
  which: (source: SourceFile) => boolean,
  wrong: (from: string, source: SourceFile, typeOnly: boolean) => boolean,
): string[] {
  return sources()
    .filter(which)
    .flatMap((source) =>
      source.imports
        .filter(({ from, typeOnly }) => wrong(from, source, typeOnly))
        .map(({ from }) => `${source.file} imports ${from}`),
    );
}

describe('the house', () => {
  test('has files to look at', () => {
    expect(sources().length).toBeGreaterThan(50);
  });

  test('rooms import along the line only', () => {
    const up = breaches(
      ({ file }) => Object.hasOwn(FLOOR, roomOf(file) ?? ''),
      (from, { file }) => {
        const [here, there] = [roomOf(file) ?? '', roomOf(from) ?? ''];
        if (here === there || !Object.hasOwn(FLOOR, there)) return false;
        return (FLOOR[there] ?? 0) >= (FLOOR[here] ?? 0);
      },
    );
    expect(up).toEqual([]);
  });

  test('plain files import only plain files and zod', () => {
    const impure = breaches(
      ({ file }) => isPlain(file),
      (from, { file }) => {
        if (from === 'zod' || PURE[from]?.includes(file)) return false;
        if (/^app\/(ui\/(words|stations)|http\/(problems|links|plain-text))\.ts$/.test(from))
          return false;
        if (/^templates\//.test(from)) return false;
        return !isPlain(from) || /\.(server\.ts|tsx)$/.test(from);
      },
    );
    expect(impure).toEqual([]);
  });

  test('plain files read no clock and throw no dice', () => {
    const impure = sources()
      .filter(({ file }) => isPlain(file))
      .filter(({ text }) => /\bnew Date\(\)|Date\.now\(\)|Math\.random\(\)|process\.env/.test(text))
      .map(({ file }) => file);
    expect(impure).toEqual([]);
  });

  test('what people see never reaches for the database or the server', () => {
    const reaching = breaches(
      ({ file }) => isView(file),
      (from, _source, typeOnly) => !typeOnly && (/^db\//.test(from) || /\.server\.ts$/.test(from)),
    );
    expect(reaching).toEqual([]);
  });

  test('what runs in the browser only imports plain files and libraries of the browser', () => {
    const beyond = breaches(
      ({ file }) => isBrowsers(file),
      (from) => {
        if (/^(idb|survey-core(\/themes)?)$/.test(from)) return false;
        if (/^app\/ui\/words\.ts$/.test(from)) return false;
        return !isPlain(from) && !isBrowsers(from);
      },
    );
    expect(beyond).toEqual([]);
  });

  test('deeds know no Request, no Response and no Remix', () => {
    const worldly = breaches(
      ({ file }) => isDeed(file),
      (from) =>
        from.startsWith('@remix-run') ||
        (from.startsWith('app/http/') && from !== 'app/http/plain-text.ts'),
    );
    const named = sources()
      .filter(
        ({ file, text }) =>
          isDeed(file) && /\b(: Request\b|: Response\b|new Response\()/.test(text),
      )
      .map(({ file }) => file);
    expect([...worldly, ...named]).toEqual([]);
  });

  test('ui and http know no words of the domain', () => {
    const knowing = breaches(
      ({ file }) => /^app\/ui\//.test(file),
      (from) => /^(db|templates)\//.test(from) || Object.hasOwn(FLOOR, roomOf(from) ?? ''),
    );
    const http = breaches(
      ({ file }) => /^app\/http\//.test(file),
      (from) => {
        const room = roomOf(from);
        return room !== null && Object.hasOwn(FLOOR, room) && room !== 'people';
      },
    );
    expect([...knowing, ...http]).toEqual([]);
  });

  test('queries import drizzle, the schema and plain files', () => {
    const beyond = breaches(
      ({ file }) => /^db\/[^/]+\.ts$/.test(file) && !/\.server\.ts$/.test(file),
      (from, { file }) => {
        if (/^(drizzle-orm|node:)/.test(from) || from.startsWith('db/')) return false;
        if (file === 'db/dialect.ts') return from !== 'app/config.server.ts';
        return !/^app\/(?!routes\/).*(?<!\.server)\.ts$/.test(from);
      },
    );
    expect(beyond).toEqual([]);
  });

  test('nothing imports a route', () => {
    const wrong = breaches(
      ({ file }) => !/^app\/routes\//.test(file),
      (from) => /^app\/routes\//.test(from),
    );
    expect(wrong).toEqual([]);
  });

  test('only config.server.ts reads the environment', () => {
    const readers = sources()
      .filter(({ file, text }) => file !== 'app/config.server.ts' && /process\.env\b/.test(text))
      .map(({ file }) => file);
    expect(readers).toEqual([]);
  });

  test('every table carries the authority in its columns', () => {
    const tables = Object.values(schema).filter((one) => isTable(one));
    expect(tables.length).toBeGreaterThan(100);
    // What is about the installation and about no authority: db/schema/servers.ts.
    const ofNone = ['authorities', 'running_servers', 'rate_counts', 'job_leases'];
    const bare = tables
      .filter((table) => !ofNone.includes(getTableName(table)))
      .filter((table) => {
        const columns: Record<string, Column> = getTableColumns(table);
        return columns['authorityId']?.name !== 'authority_id' || !columns['authorityId'].notNull;
      })
      .map((table) => getTableName(table));
    expect(bare).toEqual([]);
  });

  test('every action of a route reads its form where the token is checked', () => {
    const open = sources()
      .filter(
        ({ file, text }) =>
          /^app\/routes\//.test(file) && /export (const|async function) action\b/.test(text),
      )
      .filter(({ text }) => !/\b(parseForm|checkedForm)\(/.test(text))
      .map(({ file }) => file);
    expect(open).toEqual([]);
  });

  test('a page is plain HTML unless it says that it runs script', () => {
    const scripted = sources()
      .filter(({ file, text }) => /^app\/routes\//.test(file) && /\bscript: true/.test(text))
      .map(({ file }) => path.basename(path.dirname(file)));
    expect(scripted.sort()).toEqual([
      'outreach.tablet',
      'programmes.$programmeId.needs.surveys.$surveyId.preview',
      'programmes.$programmeId.theory._index',
      // The text is a form like any other; script puts the caret where one came from.
      'programmes.$programmeId.theory.text',
    ]);
  });
});
