import { evidenceByIds, insertNeed, needById } from '#db/needs.ts';
import { record, type Programme } from '#db/people.ts';
import { keepScores, removedNeeds } from '#db/register.ts';
import { theStore } from '#db/store.server.ts';
import { tie } from '#db/thread.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { KeptNeed } from './history.ts';
import { remember } from './change-need.server.ts';

/**
 * Puts a need back that was taken out, with its scores and with that of its evidence that is still
 * there. What rested on it rests on it again.
 */
export async function putBackNeed(by: Person, programme: Programme, needId: string): Promise<void> {
  allow(by, 'needs.edit', programme);
  const { authorityId, id: programmeId } = programme;
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    const removed = await removedNeeds(tx, authorityId, programmeId);
    const kept = KeptNeed.safeParse(removed.find((row) => row.needId === needId)?.kept);
    if (!kept.success || (await needById(tx, authorityId, programmeId, needId))) {
      throw new NotFound('need');
    }
    const { need, scores, ties } = kept.data;
    // Ids from what was kept are trusted for nothing but what they name in this programme.
    await insertNeed(tx, { ...need, id: needId, authorityId, programmeId });
    await keepScores(
      tx,
      scores.map((score) => ({ ...score, needId, authorityId, programmeId })),
    );
    const ids = ties.filter(({ fromKind }) => fromKind === 'evidence').map(({ fromId }) => fromId);
    const there = new Set(
      (await evidenceByIds(tx, authorityId, programmeId, ids)).map(({ id }) => id),
    );
    await tie(
      tx,
      ties
        .filter(({ fromId }) => there.has(fromId))
        .map(({ fromId, note, wordsThen, against, tiedAt, tiedBy }) => ({
          authorityId,
          programmeId,
          from: { kind: 'evidence', id: fromId },
          to: { kind: 'need', id: needId },
          at: tiedAt,
          by: tiedBy,
          note,
          wordsThen,
          against,
        })),
    );
    await remember(tx, by, programme, needId, 'put-back', new Date());
    await record(tx, by, 'need.put-back', { kind: 'need', id: needId });
  });
}
