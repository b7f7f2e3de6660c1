import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { NotFound } from '#app/people/errors.ts';
import { stageOf, type Stage } from '#app/people/programme.ts';
import { gatherSurroundings } from '#app/plan/gather-surroundings.server.ts';
import { fileNameTitle } from '#app/theory/import-form.ts';
import type { GroupMeaning } from '#app/theory/formats/from-foreign.ts';
import { theoryIn, type FileContent } from '#app/theory/formats/read-file.ts';
import type { Surroundings } from '#app/theory/checks/surroundings.ts';
import type { Theory } from '#app/theory/graph.ts';
import { typeNamed } from '#app/theory/type-names.ts';
import { authoritiesHere, programmeById, programmesOf } from '#db/people.ts';
import type { Reader } from '#db/store.server.ts';
import { theoryById, theoryOfProgramme } from '#db/theory.ts';
import { UsageError } from './io.ts';
import { withStore } from './with-store.ts';

/** Options of every verb that reads a theory from a file. */
export const THEORY_OPTIONS = { as: { type: 'string', multiple: true } } as const;

/** What `--as "Name in the file=type"` says of the groups of somebody else's file. */
export function choicesIn(said: readonly string[] | undefined): Map<string, GroupMeaning> {
  return new Map(
    (said ?? []).map((each) => {
      const at = each.lastIndexOf('=');
      const word = each.slice(at + 1).trim();
      const meaning = word === 'measure' ? word : word === 'none' ? null : typeNamed(word);
      if (at < 1 || (meaning === null && word !== 'none')) {
        throw new UsageError(
          `“${each}” is not understood: write --as "Name in the file=activity", =measure or =none.`,
        );
      }
      return [each.slice(0, at).trim(), meaning] as const;
    }),
  );
}

/** A theory that a verb was asked about, with the stage of its programme when it has one. */
export type TheoryFound =
  | { ok: true; theory: Theory; notes: string[]; stage: Stage | null; around: Surroundings | null }
  | { ok: false; problems: { where: string; message: string }[] };

/**
 * The theory that a name means: a file, else the id of a theory or of its programme in the store,
 * or `demo`. The store is opened only when there is no such file.
 */
export async function theoryNamed(
  name: string,
  named: ReadonlyMap<string, GroupMeaning> = new Map(),
): Promise<TheoryFound> {
  const bytes = await readFile(name).catch((error: unknown) => {
    const looksLikeFile = /[./\\]/.test(name);
    if (looksLikeFile || (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return null;
  });
  if (bytes === null) return withStore((store) => storedTheory(store.read, name));
  const title = fileNameTitle(path.basename(name));
  const { readChosen } = await import('#app/theory/formats/read-theory-file.server.ts');
  const content = await readChosen([{ name: path.basename(name), bytes }], title);
  const read = theoryIn(content, title, { groups: meant(content, named) });
  return read.ok
    ? { ok: true, theory: read.theory, notes: read.notes, stage: null, around: null }
    : read;
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
    const around = await gatherSurroundings(programme, theory);
    return { ok: true, theory, notes: [], stage: stageOf(programme.stage), around };
  }
  throw new NotFound('file or theory of change');
}

/** What was said of groups by their names, by their keys in the file. */
function meant(
  content: FileContent,
  named: ReadonlyMap<string, GroupMeaning>,
): Map<string, GroupMeaning> {
  const groups = content.kind === 'map' ? content.map.groups : [];
  const unknown = [...named.keys()].filter((name) => !groups.some((group) => group.name === name));
  if (unknown.length > 0) {
    const there = groups.map(({ name }) => `“${name}”`).join(', ') || 'none';
    throw new UsageError(`The file has no group “${unknown.join('”, “')}”. It has: ${there}.`);
  }
  return new Map(
    groups.flatMap(({ key, name }): [string, GroupMeaning][] => {
      const meaning = named.get(name);
      return meaning === undefined ? [] : [[key, meaning]];
    }),
  );
}
