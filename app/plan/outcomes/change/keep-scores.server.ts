import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore, type Reader } from '#db/store.server.ts';
import {
  deleteToolScores,
  insertToolScores,
  toolScoresOf,
  updateToolScores,
} from '#db/tool-scores.ts';
import { measureNamed } from '../keep-outcomes.server.ts';
import type { ToolScores } from './scores.ts';
import { toolNamed } from './tools.ts';

type Given = Omit<ToolScores, 'id' | 'enteredBy' | 'at' | 'version'>;

const placeOf = ({ authorityId, id }: Programme) => ({ authorityId, programmeId: id });
const nameOf = ({ toolId }: Pick<ToolScores, 'toolId'>) => toolNamed(toolId)?.name ?? toolId;

/** Keeps the sums of scores before and after. Single scores never come here. */
export async function addScores(
  by: Person,
  programme: Programme,
  given: Given,
  at = new Date(),
): Promise<string> {
  allow(by, 'measures.enter', programme);
  if (given.measureId !== '') await measureNamed(programme, given.measureId);
  const id = newId(at);
  await theStore().write(`programme:${programme.id}`, async (tx) => {
    const scores = { ...given, id, enteredBy: by.name, at, version: 1 };
    await insertToolScores(tx, placeOf(programme), scores);
    await record(tx, by, 'scores.added', { kind: 'tool-scores', id }, { tool: nameOf(given) });
  });
  return id;
}

/** Changes scores; where somebody changed them first, nothing is kept and theirs come back. */
export async function changeScores(
  by: Person,
  programme: Programme,
  id: string,
  given: Given & { version: number },
  at = new Date(),
): Promise<{ outcome: 'saved' } | { outcome: 'changed-meanwhile'; theirs: ToolScores }> {
  allow(by, 'measures.enter', programme);
  const { measureId } = await scoresNamed(programme, id);
  if (given.measureId !== '' && given.measureId !== measureId) {
    await measureNamed(programme, given.measureId);
  }
  return theStore().write(`programme:${programme.id}`, async (tx) => {
    const there = await scoresNamed(programme, id, tx);
    const fresh = { ...given, id, enteredBy: by.name, at };
    if (!(await updateToolScores(tx, programme, fresh))) {
      return { outcome: 'changed-meanwhile', theirs: there };
    }
    await record(tx, by, 'scores.changed', { kind: 'tool-scores', id }, { tool: nameOf(given) });
    return { outcome: 'saved' };
  });
}

export async function removeScores(by: Person, programme: Programme, id: string): Promise<void> {
  allow(by, 'measures.enter', programme);
  await theStore().write(`programme:${programme.id}`, async (tx) => {
    const there = await scoresNamed(programme, id, tx);
    await deleteToolScores(tx, programme, id);
    await record(tx, by, 'scores.removed', { kind: 'tool-scores', id }, { tool: nameOf(there) });
  });
}

export async function scoresNamed(
  programme: Programme,
  id: string,
  db: Reader = theStore().read,
): Promise<ToolScores> {
  const all = await toolScoresOf(db, placeOf(programme));
  const found = all.find((one) => one.id === id);
  if (!found) throw new NotFound('scores');
  return found;
}
