import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { config } from '#app/config.server.ts';
import { ERASED, erasureKey, type Erased, type ErasedKind } from '#db/erased.server.ts';
import {
  allErasures,
  authorityIds,
  forgetImports,
  forgetInterests,
  idsOf,
  insertErasures,
  responsesOfImports,
} from '#db/erasures.ts';
import { record } from '#db/people.ts';
import { erasuresKeptFrom } from '#db/retention-sweeps.ts';
import { forgetResponses } from '#db/retention.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import { eraseMemberAgain } from '#app/panel/care/erase-member.server.ts';
import { emptyLog } from './empty-log.server.ts';
import { eraseStaffAgain } from './erase-staff.server.ts';

// What was erased stands in the database and in a file of the data folder. A restored backup does not know
// what was erased after it was made; the file does, and the server erases it again before it serves.

const Line = z.object({
  key: z.string().regex(/^[0-9a-f]{64}$/),
  authorityId: z.string(),
  kind: z.enum(['response', 'import', 'interest', 'member', 'staff']),
  words: z.boolean(),
  erasedOn: z.string(),
});

/** The register of a data folder. */
export const registerFile = (folder: string): string => path.join(folder, 'erasures.jsonl');

/** The lines of a register; a last line that a power cut left half written is passed by. */
export function readRegister(file: string): Erased[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        const read = Line.safeParse(JSON.parse(line));
        return read.success ? [read.data] : [];
      } catch {
        return [];
      }
    });
}

function append(folder: string, lines: readonly Erased[]): void {
  if (lines.length === 0) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // A line of its own after one that was cut off.
  const text = lines.map((line) => `\n${JSON.stringify(line)}`).join('');
  appendFileSync(registerFile(folder), `${text}\n`, { mode: 0o600, flush: true });
}

/**
 * Keeps the file of this server beside the database from now on, and sees to it that nothing of what was
 * erased stays in the database's own log.
 *
 * @param onHeld told when another program holds that log
 */
export function keepRegister(
  folder: string,
  onFault: (error: unknown) => void,
  onHeld: () => void,
): () => void {
  return theStore().news.listen(ERASED, (body) => {
    try {
      append(folder, [Line.parse(JSON.parse(body))]);
    } catch (error) {
      onFault(error);
    }
    void emptyLog(new Date(), { onHeld }).catch(onFault);
  });
}

/**
 * Writes the register anew without lines that no backup is old enough to need, beside it and then in its
 * place: a power cut leaves the one or the other.
 */
function dropOld(folder: string, from: string): void {
  const file = registerFile(folder);
  const all = readRegister(file);
  const kept = all.filter(({ erasedOn }) => erasedOn >= from);
  if (kept.length === all.length) return;
  const partial = `${file}.partial`;
  const text = kept.map((line) => `${JSON.stringify(line)}\n`).join('');
  writeFileSync(partial, text, { mode: 0o600, flush: true });
  renameSync(partial, file);
}

/** What was erased again, by kind. */
export type Repeated = Partial<Record<ErasedKind, number>>;

/**
 * Makes the database forget again what a file says was erased and the database does not know of, and adds
 * to the data folder's own file what only the database knows. Lines of that file that no backup is old
 * enough to need go.
 *
 * @param file another register than the data folder's, such as one that was kept with the backups
 */
export async function repeatErasures(
  folder: string,
  file: string = registerFile(folder),
  now: Date = new Date(),
): Promise<Repeated> {
  const from = erasuresKeptFrom(now, config.backupKeepDays);
  dropOld(folder, from);
  const { read } = theStore();
  const known = new Map((await allErasures(read)).map((line) => [line.key, line]));
  const here = new Set(await authorityIds(read));
  const written = readRegister(file);
  const missing = written.filter((line) => !known.has(line.key) && here.has(line.authorityId));
  const repeated: Repeated = {};
  for (const authorityId of new Set(missing.map((line) => line.authorityId))) {
    const lines = missing.filter((line) => line.authorityId === authorityId);
    await repeatIn(authorityId, lines, repeated);
  }
  const own = new Set(readRegister(registerFile(folder)).map(({ key }) => key));
  append(
    folder,
    [...known.values(), ...missing].filter(
      ({ key, erasedOn }) => !own.has(key) && erasedOn >= from,
    ),
  );
  return repeated;
}

async function repeatIn(authorityId: string, lines: readonly Erased[], repeated: Repeated) {
  const found = await stillThere(authorityId, lines);
  await theStore().write(`erasures:${authorityId}`, async (tx) => {
    for (const [kind, ids] of found) {
      await eraseAgain(tx, authorityId, kind, ids);
      repeated[kind] = (repeated[kind] ?? 0) + ids.size;
    }
    await insertErasures(tx, lines);
    const count = [...found.values()].reduce((sum, ids) => sum + ids.size, 0);
    if (count === 0) return;
    const by = { authorityId, name: 'Throughline' };
    await record(tx, by, 'erasures.repeated', { kind: 'authority', id: authorityId }, { count });
  });
}

type Found = Map<ErasedKind, Map<string, Erased>>;

/** Which of the lines are about something that is there again: its id with what was asked then. */
async function stillThere(authorityId: string, lines: readonly Erased[]): Promise<Found> {
  const wanted = new Map(lines.map((line) => [line.key, line]));
  const found: Found = new Map();
  for (const kind of new Set(lines.map((line) => line.kind))) {
    const ids = new Map<string, Erased>();
    for await (const some of idsOf(theStore().read, authorityId, kind)) {
      for (const id of some) {
        const line = wanted.get(erasureKey(kind, id));
        if (line) ids.set(id, line);
      }
    }
    if (ids.size > 0) found.set(kind, ids);
  }
  return found;
}

async function eraseAgain(
  tx: Writer,
  authorityId: string,
  kind: ErasedKind,
  found: ReadonlyMap<string, Erased>,
): Promise<void> {
  const ids = [...found.keys()];
  switch (kind) {
    case 'response':
      await forgetResponses(tx, authorityId, ids);
      return;
    case 'import':
      await forgetResponses(tx, authorityId, await responsesOfImports(tx, authorityId, ids));
      await forgetImports(tx, authorityId, ids);
      return;
    case 'interest':
      await forgetInterests(tx, authorityId, ids);
      return;
    case 'member':
      for (const [id, { words }] of found) await eraseMemberAgain(tx, authorityId, id, words);
      return;
    case 'staff':
      for (const id of ids) await eraseStaffAgain(tx, authorityId, id);
      return;
  }
}
