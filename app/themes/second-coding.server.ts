import { randomInt } from 'node:crypto';
import {
  insertSample,
  itemsOf,
  sampleById,
  updateItem,
  updateSample,
  type SecondItem,
  type SecondSample,
} from '#db/second-coding.ts';
import { newId } from '#db/ids.ts';
import { personById, record, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import { can, type Person, type Role } from '#app/people/can.ts';
import { Conflict, NotAllowed, NotFound } from '#app/people/errors.ts';
import { codeComments } from './code-comments.server.ts';
import { readCoding } from './read-coding.server.ts';
import { sampleOf } from './second-coding.ts';

/** The smallest sample from which anything can be said. */
export const FEWEST = 10;

/**
 * Draws a random sample of coded comments for a second coder: of those that this person did not code
 * themselves. What the first coder found is frozen with it, so that the figure stays what it was.
 *
 * @param seed null draws one; the demonstration gives its own
 */
export async function startSecondCoding(
  by: Person,
  programme: Programme,
  coderId: string,
  size: number,
  seed: number | null = null,
): Promise<string> {
  allow(by, 'themes.edit', programme);
  const { authorityId, id: programmeId } = programme;
  const startedAt = new Date();
  const lots = seed ?? randomInt(2 ** 31);
  return theStore().write(`programme:${programmeId}`, async (tx) => {
    const coder = await personById(tx, authorityId, coderId);
    if (!coder || coder.closedAt !== null) throw new NotFound('person');
    const may = can({ ...coder, role: coder.role as Role }, 'themes.edit', programme);
    if (!may.yes) throw new NotAllowed(may.reason);
    const { tree, comments, codings } = await readCoding(programme, tx);
    const own = new Set(
      codings
        .filter(({ addedBy }) => addedBy === coderId)
        .map((one) => `${one.sourceKind}:${one.sourceId}:${one.question}`),
    );
    const open = comments.filter(({ state, key }) => state === 'read' && !own.has(key));
    if (open.length < FEWEST) {
      throw new Conflict(
        `Only ${open.length} comments are coded by somebody else than ${coder.name}: at least ${FEWEST} are needed.`,
      );
    }
    const id = newId(startedAt);
    const themes = tree.map((theme) => ({ id: theme.id, name: theme.name }));
    const items = sampleOf(open.length, size, lots).flatMap((at, position): SecondItem[] => {
      const comment = open[at];
      if (!comment) return [];
      const { source, digest, themes: firstThemes } = comment;
      return [
        {
          id: newId(startedAt),
          authorityId,
          sampleId: id,
          position,
          sourceKind: source.kind,
          sourceId: source.id,
          question: source.question,
          digest,
          firstThemes,
          secondThemes: null,
          agreedThemes: null,
          agreedAt: null,
          agreedBy: null,
        },
      ];
    });
    const sample = { id, authorityId, programmeId, seed: lots, themes, coderId };
    await insertSample(tx, { ...sample, startedAt, startedBy: by.id, finishedAt: null }, items);
    const thing = { kind: 'programme', id: programmeId };
    await record(tx, by, 'second-coding.started', thing, { count: items.length });
    return id;
  });
}

/** A sample of this programme with its pieces. */
export async function sampleOfProgramme(
  programme: Programme,
  sampleId: string,
): Promise<{ sample: SecondSample; items: SecondItem[] }> {
  const { read } = theStore();
  const { authorityId, id } = programme;
  const sample = await sampleById(read, authorityId, id, sampleId);
  if (!sample) throw new NotFound('sample');
  return { sample, items: await itemsOf(read, authorityId, [sampleId]) };
}

/**
 * What the second coder found in one piece, who must be the one the sample was drawn for. The last
 * piece finishes the sample: from then on both codings can be compared, and neither is changed.
 */
export async function codeSecond(
  by: Person,
  programme: Programme,
  sampleId: string,
  itemId: string,
  themeIds: readonly string[],
): Promise<{ finished: boolean }> {
  allow(by, 'themes.edit', programme);
  allow(by, 'answers.read', programme);
  const { authorityId, id: programmeId } = programme;
  return theStore().write(`sample:${sampleId}`, async (tx) => {
    const sample = await sampleById(tx, authorityId, programmeId, sampleId);
    if (!sample) throw new NotFound('sample');
    if (sample.coderId !== by.id) {
      throw new NotAllowed('This sample was drawn for somebody else to code.');
    }
    if (sample.finishedAt !== null) throw new Conflict('This sample is finished.');
    const items = await itemsOf(tx, authorityId, [sampleId]);
    const item = items.find(({ id }) => id === itemId);
    if (!item) throw new NotFound('comment');
    const known = new Set(sample.themes.map(({ id }) => id));
    if (themeIds.some((id) => !known.has(id))) throw new NotFound('theme');
    await updateItem(tx, authorityId, itemId, { secondThemes: [...themeIds] });
    const left = items.filter(({ id, secondThemes }) => id !== itemId && secondThemes === null);
    if (left.length > 0) return { finished: false };
    await updateSample(tx, authorityId, sampleId, { finishedAt: new Date() });
    await record(tx, by, 'second-coding.finished', { kind: 'programme', id: programmeId });
    return { finished: true };
  });
}

/** Settles a piece on which the two differ: the words stand under these themes from now on. */
export async function settleDifference(
  by: Person,
  programme: Programme,
  sampleId: string,
  itemId: string,
  themeIds: readonly string[],
): Promise<void> {
  allow(by, 'themes.edit', programme);
  const { sample, items } = await sampleOfProgramme(programme, sampleId);
  if (sample.finishedAt === null) throw new Conflict('The second coder has not finished yet.');
  const item = items.find(({ id }) => id === itemId);
  if (!item) throw new NotFound('comment');
  const key = `${item.sourceKind}:${item.sourceId}:${item.question}`;
  // Themes that were removed since the sample was drawn are passed over: nothing stands under them.
  const { tree } = await readCoding(programme);
  const there = new Set(tree.map(({ id }) => id));
  const agreed = themeIds.filter((id) => there.has(id));
  await codeComments(by, programme, [{ key, themeIds: agreed }]);
  const { authorityId } = programme;
  await theStore().write(`sample:${sampleId}`, async (tx) => {
    const agreedAt = new Date();
    await updateItem(tx, authorityId, itemId, { agreedThemes: agreed, agreedAt, agreedBy: by.id });
    await record(tx, by, 'second-coding.resolved', { kind: 'programme', id: programme.id });
  });
}
