import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { stageOf } from '#app/people/programme.ts';
import { newId } from '#db/ids.ts';
import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';
import { applyOperations } from '../apply-operations.server.ts';
import { answering, askOf } from '../checks/asks.ts';
import { coached } from '../checks/coach.ts';
import type { Finding } from '../checks/finding.ts';
import { fixesFor } from '../checks/fixes.ts';
import type { Surroundings } from '../checks/surroundings.ts';
import type { Theory } from '../graph.ts';
import type { Operation } from '../operations.ts';
import { findingsNow } from './accept-finding.server.ts';

/** What is to be done about a finding: one of its fixes by its kind, or an answer in words. */
export interface Fixing {
  key: string;
  fix: string;
  words: string;
  around: Surroundings | null;
}

/**
 * Puts a finding right as its button says, by ordinary changes that can be taken back, and tells what
 * to look at next. A finding that is not there any more is a conflict: nothing is done.
 */
export async function fixFinding(
  by: Person,
  programme: Programme,
  { key, fix, words, around }: Fixing,
): Promise<{ said: string; next: Finding | null }> {
  const { read } = theStore();
  const theory = await theoryOfProgramme(read, programme.authorityId, programme.id);
  if (theory === undefined) throw new NotFound('theory of change');
  const before = await findingsNow(read, programme, theory, around);
  const finding = before.open.find((one) => one.key === key);
  const made = finding && whatToDo(finding, theory, { fix, words, around });
  if (!made)
    throw new Conflict('The check does not say this any more: the theory has changed since.');
  const batch = newId();
  const reply = await applyOperations(by, programme.id, {
    theoryId: theory.id,
    baseSequence: theory.sequence,
    sent: made.operations.map((operation) => ({ clientOpId: newId(), operation, batch })),
  });
  const [refused] = reply.refused;
  if (refused !== undefined) throw new Conflict(refused.message);
  if (reply.conflicts.length > 0) {
    throw new Conflict('Somebody changed the same just now. See what it says and press again.');
  }
  const now = await theoryOfProgramme(read, programme.authorityId, programme.id);
  const after = await findingsNow(read, programme, now ?? theory, around);
  const next = coached(after.open, now ?? theory, stageOf(programme.stage)).first;
  return { said: made.said, next };
}

function whatToDo(
  finding: Finding,
  theory: Theory,
  { fix, words, around }: Omit<Fixing, 'key'>,
): { said: string; operations: Operation[] } | undefined {
  const ask = fix === 'ask' ? askOf(finding, theory) : null;
  if (ask === null) {
    return fixesFor(finding, theory, around, newId).find(({ kind }) => kind === fix);
  }
  const operation = answering(ask, words);
  return operation === null ? undefined : { said: 'It is saved.', operations: [operation] };
}
