import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { newId } from '#db/ids.ts';
import { programmeById, record } from '#db/people.ts';
import { deleteJudgement, saveJudgement } from '#db/plan.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import { STATE_NAMES, type JudgedState } from './coverage.ts';
import { packsOf } from './read-packs.server.ts';

/** A requirement of a pack that the programme follows. */
interface Which {
  packId: string;
  requirementId: string;
}

/** Records what somebody decides about a requirement, over what is computed, with the reason. */
export async function judgeCoverage(
  by: Person,
  programmeId: string,
  { packId, requirementId }: Which,
  { state, reason }: { state: JudgedState; reason: string },
): Promise<void> {
  allow(by, 'coverage.judge', { authorityId: by.authorityId });
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    await mustFollow(tx, by, programmeId, { packId, requirementId });
    await saveJudgement(tx, {
      id: newId(),
      authorityId: by.authorityId,
      programmeId,
      packId,
      requirementId,
      state,
      reason,
      decidedAt: new Date(),
      decidedBy: by.id,
    });
    const thing = { kind: 'requirement', id: `${packId}:${requirementId}` };
    const said = { requirement: requirementId, state: STATE_NAMES[state].toLowerCase() };
    await record(tx, by, 'coverage.judged', thing, said);
  });
}

/** Withdraws a decision: what is computed counts again. */
export async function withdrawJudgement(
  by: Person,
  programmeId: string,
  { packId, requirementId }: Which,
): Promise<void> {
  allow(by, 'coverage.judge', { authorityId: by.authorityId });
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    await mustFollow(tx, by, programmeId, { packId, requirementId });
    const where = { authorityId: by.authorityId, programmeId, packId, requirementId };
    if (!(await deleteJudgement(tx, where))) return;
    const thing = { kind: 'requirement', id: `${packId}:${requirementId}` };
    await record(tx, by, 'coverage.unjudged', thing, { requirement: requirementId });
  });
}

async function mustFollow(
  tx: Writer,
  by: Person,
  programmeId: string,
  { packId, requirementId }: Which,
): Promise<void> {
  const programme = await programmeById(tx, by.authorityId, programmeId);
  if (!programme) throw new NotFound('programme');
  const pack = (await packsOf(programme, tx)).find(({ id }) => id === packId);
  if (!pack?.requirements.some(({ id }) => id === requirementId)) {
    throw new NotFound('requirement');
  }
}
