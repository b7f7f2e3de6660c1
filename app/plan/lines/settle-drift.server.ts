import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { keepDrift, keptDriftOf, reopenDrift } from '#db/plan-follow.ts';
import { lineById, linesOf, updateLine } from '#db/plan-lines.ts';
import { record } from '#db/people.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';
import { tie, untie } from '#db/thread.ts';
import { driftOf, type Drift } from './drift.ts';

/** Why a difference is not settled: it is no longer there, or says another thing by now. */
export type Settled = 'settled' | 'changed-meanwhile';

/**
 * Settles a difference in favour of the theory. Of an activity that was reworded the line is tied anew,
 * with the words of today, by whom and when; a line that bore the old words bears the new ones. From an
 * activity that left the theory the line is untied.
 */
export async function followTheory(
  by: Person,
  programmeId: string,
  key: string,
  says: string,
): Promise<Settled> {
  return settle(by, programmeId, key, says, async (tx, drift) => {
    const { lineId, boxId, kind, then, now } = drift;
    if (lineId === null || boxId === null) return false;
    const { authorityId } = by;
    const line = await lineById(tx, authorityId, programmeId, lineId);
    if (!line) throw new NotFound('plan line');
    const [from, to] = [
      { kind: 'box', id: boxId } as const,
      { kind: 'plan-line', id: lineId } as const,
    ];
    await untie(tx, { authorityId, programmeId }, from, to);
    if (kind === 'gone') {
      await record(tx, by, 'plan-line.untied', to, { title: line.title });
      return true;
    }
    const title = line.title === then ? now : line.title;
    const at = new Date();
    await tie(tx, [{ authorityId, programmeId, from, to, at, by: by.id, wordsThen: now }]);
    if (title !== line.title) await updateLine(tx, authorityId, lineId, line.version, { title });
    await record(tx, by, 'plan-line.words-taken', to, { title });
    return true;
  });
}

/** Lets a difference stand, with the reason; it speaks again when it says something else. */
export async function letDriftStand(
  by: Person,
  programmeId: string,
  drift: { key: string; says: string; because: string },
): Promise<Settled> {
  const { key, says, because } = drift;
  return settle(by, programmeId, key, says, async (tx) => {
    const whose = { authorityId: by.authorityId, programmeId };
    await keepDrift(tx, whose, { key, says, because, byName: by.name, at: new Date() });
    await record(tx, by, 'plan-drift.kept', { kind: 'programme', id: programmeId }, {});
    return true;
  });
}

/** Takes up again what was let stand. */
export async function takeUpDrift(by: Person, programmeId: string, key: string): Promise<void> {
  allow(by, 'plan.edit', { authorityId: by.authorityId });
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    const whose = { authorityId: by.authorityId, programmeId };
    if (!(await reopenDrift(tx, whose, key))) return;
    await record(tx, by, 'plan-drift.reopened', { kind: 'programme', id: programmeId }, {});
  });
}

async function settle(
  by: Person,
  programmeId: string,
  key: string,
  says: string,
  doing: (tx: Writer, drift: Drift) => Promise<boolean>,
): Promise<Settled> {
  allow(by, 'plan.edit', { authorityId: by.authorityId });
  return theStore().write(`programme:${programmeId}`, async (tx) => {
    const { authorityId } = by;
    const lines = await linesOf(tx, authorityId, programmeId);
    const theory = await theoryOfProgramme(tx, authorityId, programmeId);
    const kept = await keptDriftOf(tx, authorityId, programmeId);
    const drift = driftOf(lines, theory ?? { boxes: [], links: [] }, kept);
    const found = drift.find((one) => one.key === key && one.says === says);
    if (!found) return 'changed-meanwhile';
    return (await doing(tx, found)) ? 'settled' : 'changed-meanwhile';
  });
}
