import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { NotFound } from '#app/people/errors.ts';
import { stageOf, type Stage } from '#app/people/programme.ts';
import { fileNameTitle } from '#app/theory/import-form.ts';
import { readTheoryFile } from '#app/theory/formats/read-file.ts';
import type { Theory } from '#app/theory/graph.ts';
import { authoritiesHere, programmeById, programmesOf } from '#db/people.ts';
import type { Reader } from '#db/store.server.ts';
import { theoryById, theoryOfProgramme } from '#db/theory.ts';
import { withStore } from './with-store.ts';

/** A theory that a verb was asked about, with the stage of its programme when it has one. */
export type TheoryFound =
  | { ok: true; theory: Theory; notes: string[]; stage: Stage | null }
  | { ok: false; problems: { where: string; message: string }[] };

/**
 * The theory that a name means: a file, else the id of a theory or of its programme in the store,
 * or `demo`. The store is opened only when there is no such file.
 */
export async function theoryNamed(name: string): Promise<TheoryFound> {
  const bytes = await readFile(name).catch((error: unknown) => {
    const looksLikeFile = /[./\\]/.test(name);
    if (looksLikeFile || (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return null;
  });
  if (bytes === null) return withStore((store) => storedTheory(store.read, name));
  const read = readTheoryFile(bytes, fileNameTitle(path.basename(name)));
  return read.ok ? { ok: true, theory: read.theory, notes: read.notes, stage: null } : read;
}

async function storedTheory(db: Reader, name: string): Promise<TheoryFound> {
  for (const { id: authorityId, isDemonstration } of await authoritiesHere(db)) {
    const programmes =
      name === 'demo' && !isDemonstration ? [] : await programmesOf(db, authorityId);
    const direct = await theoryById(db, authorityId, name);
    const programmeId =
      direct?.programmeId ?? programmes.find(({ id }) => id === name || name === 'demo')?.id;
    if (programmeId === undefined) continue;
    const theory = direct?.theory ?? (await theoryOfProgramme(db, authorityId, programmeId));
    const programme = await programmeById(db, authorityId, programmeId);
    if (theory === undefined || programme === undefined) continue;
    return { ok: true, theory, notes: [], stage: stageOf(programme.stage) };
  }
  throw new NotFound('file or theory of change');
}
