import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { projectFolder } from '#db/migrations-folder.server.ts';
import { newId } from '#db/ids.ts';

/** A store that was made ready for a test: a borough, an open survey of one page, an empty theory. */
export interface Prepared {
  dataFolder: string;
  authorityId: string;
  programmeId: string;
  surveyId: string;
  /** Of the survey's public address. */
  code: string;
  theoryId: string;
  /** Cookies of the strategic lead, signed in. */
  cookie: string;
  /** Families that answered everything and have not sent it: their cookie, their key, what they wrote. */
  ready: { token: string; key: string; words: string }[];
}

/**
 * @param families that are ready to send
 * @param url of an empty PostgreSQL database; left out, it is a SQLite file in a new folder
 */
export function prepared(url?: string, families = 0): Prepared {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'throughline-faults-'));
  const said = execFileSync(
    process.execPath,
    ['--import', 'tsx', 'test/server/faults/prepare.ts', String(families)],
    {
      cwd: projectFolder(),
      encoding: 'utf8',
      env: {
        ...process.env,
        THROUGHLINE_DATA: dataFolder,
        THROUGHLINE_ENGINE: undefined,
        DATABASE_URL: url,
        LOG_LEVEL: 'error',
      },
    },
  );
  const made = JSON.parse(said.trim().split('\n').at(-1) ?? '{}') as Omit<Prepared, 'dataFolder'>;
  return { ...made, dataFolder };
}

/** An empty database on this PostgreSQL; its address. */
export async function emptyDatabase(server: string): Promise<string> {
  const name = `faults_${newId().replaceAll('-', '_')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
