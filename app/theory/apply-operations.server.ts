import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict as SomebodyElse, NotFound } from '#app/people/errors.ts';
import { newId } from '#db/ids.ts';
import { record } from '#db/people.ts';
import { isUniqueViolation, theStore, type Writer } from '#db/store.server.ts';
import { appendOperations, saveTheory } from '#db/theory-save.ts';
import { appliedAlready, operationsSince, registerForTheory, theoryById } from '#db/theory.ts';
import { tie } from '#db/thread.ts';
import type { Reply } from './editing.ts';
import type { Theory } from './graph.ts';
import { isPlacing, type Logged, type Sent } from './operations.ts';
import { withRealTies } from './real-ties.server.ts';
import { rebase, type Rebased } from './rebase.ts';

/** What arrives at a theory: operations, and the state of the theory on which they were made. */
export interface Arriving {
  theoryId: string;
  baseSequence: number;
  sent: readonly Sent[];
  /** Whether nothing is applied when any of it is refused. */
  whole?: boolean;
}

/** An open page knows steps that are not in the history: it cannot be told what happened since. */
const PUT_BACK =
  'This theory was put back to an earlier state. Copy what is not saved, then load the page again.';

/**
 * Applies operations to a theory: all that touch nothing that others changed, in one transaction
 * with their history. The others come back with both values. Sending the same twice is harmless.
 */
export async function applyOperations(
  by: Person,
  programmeId: string,
  { theoryId, ...arriving }: Arriving,
): Promise<Reply> {
  allow(by, 'theory.edit', { authorityId: by.authorityId });
  try {
    return await theStore().write(`theory:${theoryId}`, async (tx) => {
      const found = await theoryById(tx, by.authorityId, theoryId);
      if (found?.programmeId !== programmeId) throw new NotFound('theory of change');
      if (arriving.baseSequence > found.theory.sequence) throw new SomebodyElse(PUT_BACK);
      return applyTo(tx, by, { programmeId, before: found.theory }, arriving);
    });
  } catch (error) {
    // An id that stands in another theory already: two browsers never make the same one.
    if (!isUniqueViolation(error)) throw error;
    throw new SomebodyElse('A box or link with this id exists already. Load the page again.');
  }
}

/**
 * The same inside a write that has the theory already. Who takes back has seen all that
 * they did themselves, wherever in the history it stands.
 */
export async function applyTo(
  tx: Writer,
  by: Person,
  { programmeId, before }: { programmeId: string; before: Theory },
  arriving: Omit<Arriving, 'theoryId'> & { takesBack?: boolean },
): Promise<Reply> {
  const { authorityId } = by;
  const { baseSequence, sent, whole = false, takesBack = false } = arriving;
  const ids = sent.map(({ clientOpId }) => clientOpId);
  const known = await appliedAlready(tx, authorityId, before.id, ids);
  const since = await operationsSince(tx, authorityId, before.id, baseSequence);
  const allowed = await withRealTies(tx, authorityId, programmeId, sent);
  const fresh = allowed.sent.filter(({ clientOpId }) => !known.has(clientOpId));
  // What this person sent before is no reason to stop them; nor, when they take back, is anything of
  // theirs: later gestures are taken back before earlier ones.
  const others = since.filter(
    (each) => !known.has(each.clientOpId) && !(takesBack && each.personId === by.id),
  );
  const rebased = rebase(before, others, fresh);
  const refused = [...allowed.refused, ...rebased.refused];
  if (whole && refused.length > 0) return { steps: [], settled: [], conflicts: [], refused };
  const steps = logged(by, before.sequence, rebased);
  if (steps.length > 0) await keep(tx, by, programmeId, before, rebased, steps);
  return {
    steps: [...since, ...steps].map(({ sequence, clientOpId, operation }) => ({
      sequence,
      clientOpId,
      operation,
    })),
    settled: [...known, ...rebased.already, ...steps.map(({ clientOpId }) => clientOpId)],
    conflicts: rebased.conflicts,
    refused,
  };
}

function logged(by: Person, sequence: number, { accepted }: Rebased): Logged[] {
  const at = new Date();
  const together = newId(at);
  return accepted.map((each, index) => ({
    ...each,
    batch: each.batch ?? together,
    sequence: sequence + index + 1,
    personId: by.id,
    personName: by.name,
    at,
  }));
}

async function keep(
  tx: Writer,
  by: Person,
  programmeId: string,
  before: Theory,
  rebased: Rebased,
  steps: readonly Logged[],
): Promise<void> {
  const after = { ...rebased.theory, sequence: before.sequence + steps.length };
  const drawn = { by: by.id, at: steps.at(-1)?.at ?? new Date() };
  if (!(await saveTheory(tx, by.authorityId, before, after, drawn))) {
    throw new SomebodyElse('Somebody else saved at the same moment. Save again.');
  }
  await appendOperations(tx, by.authorityId, before.id, steps);
  await tieNeeds(tx, by, programmeId, before, after);
  const count = steps.filter(({ operation }) => !isPlacing(operation)).length;
  if (count === 0) return;
  const details = { count, title: after.title };
  await record(tx, by, 'theory.changed', { kind: 'theory', id: before.id }, details);
}

/**
 * Ties new boxes to the needs that they stand for. What a removed box rested on stays in the thread,
 * unseen while it is gone, and is whole again when it comes back.
 */
async function tieNeeds(
  tx: Writer,
  by: Person,
  programmeId: string,
  before: Theory,
  after: Theory,
): Promise<void> {
  const was = new Set(before.boxes.map(({ id }) => id));
  const at = new Date();
  const register = new Map<string, string>();
  const added = after.boxes.filter((box) => !was.has(box.id) && 'needId' in box.more);
  if (added.length === 0) return;
  for (const need of await registerForTheory(tx, by.authorityId, programmeId)) {
    register.set(need.id, need.statement);
  }
  await tie(
    tx,
    added.map((box) => ({
      authorityId: by.authorityId,
      programmeId,
      from: { kind: 'need' as const, id: box.more['needId'] ?? '' },
      to: { kind: 'box' as const, id: box.id },
      at,
      by: by.id,
      wordsThen: register.get(box.more['needId'] ?? '') ?? '',
    })),
  );
}
