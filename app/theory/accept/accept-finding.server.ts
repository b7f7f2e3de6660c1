import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { stageOf } from '#app/people/programme.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore, type Reader } from '#db/store.server.ts';
import { acceptedIn, forgetAccepted, keepAccepted } from '#db/theory-acceptances.ts';
import { theoryOfProgramme } from '#db/theory.ts';
import { checkTheory } from '../checks/check-theory.ts';
import type { Surroundings } from '../checks/surroundings.ts';
import type { Theory } from '../graph.ts';
import { mayBeAccepted, sortFindings, type Sorted } from './accepted.ts';

/**
 * What the checks say of a theory now, at its programme's stage, and what of it was accepted.
 *
 * @param around what stands around it, gathered by whoever may look there
 */
export async function findingsNow(
  db: Reader,
  programme: Programme,
  theory: Theory,
  around: Surroundings | null,
): Promise<Sorted> {
  const accepted = await acceptedIn(db, programme.authorityId, theory.id);
  return sortFindings(checkTheory(theory, stageOf(programme.stage), around), accepted);
}

/** Lets a finding stand as it is, with the reason: it does not speak again until it says something else. */
export async function acceptFinding(
  by: Person,
  programme: Programme,
  { key, because, around }: { key: string; because: string; around: Surroundings | null },
  at = new Date(),
): Promise<void> {
  allow(by, 'theory.edit', programme);
  await onTheory(programme, async (tx, theory) => {
    const { open } = await findingsNow(tx, programme, theory, around);
    const finding = open.find((one) => one.key === key && mayBeAccepted(one));
    if (!finding) {
      throw new Conflict('The check does not say this any more: the theory has changed since.');
    }
    const accepted = { key, message: finding.message, because, by: by.name, at };
    await keepAccepted(tx, programme.authorityId, theory.id, accepted);
    await record(
      tx,
      by,
      'theory.accepted',
      { kind: 'theory', id: theory.id },
      { rule: finding.id },
    );
  });
}

/** Takes an acceptance back: the check speaks again. */
export async function askAgain(by: Person, programme: Programme, key: string): Promise<void> {
  allow(by, 'theory.edit', programme);
  await onTheory(programme, async (tx, theory) => {
    await forgetAccepted(tx, programme.authorityId, theory.id, key);
    const [rule = ''] = key.split(':');
    await record(tx, by, 'theory.asked-again', { kind: 'theory', id: theory.id }, { rule });
  });
}

async function onTheory(
  programme: Programme,
  change: (tx: Parameters<typeof keepAccepted>[0], theory: Theory) => Promise<void>,
): Promise<void> {
  const { authorityId, id } = programme;
  const there = await theoryOfProgramme(theStore().read, authorityId, id);
  if (!there) throw new NotFound('theory of change');
  await theStore().write(`theory:${there.id}`, async (tx) => {
    const theory = await theoryOfProgramme(tx, authorityId, id);
    if (!theory) throw new NotFound('theory of change');
    await change(tx, theory);
  });
}
