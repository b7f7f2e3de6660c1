import { allow } from '#app/people/allow.server.ts';
import type { Action, Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { dayOf } from '#app/ui/words.ts';
import { newId } from '#db/ids.ts';
import {
  insertCorrection,
  insertReturn,
  updateReturn,
  versionsOf,
  type ReturnRow,
} from '#db/participation.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import { sayQuarter, type Quarter } from './quarters.ts';
import { readReturn } from './read-return.server.ts';
import { checksOf, mayCorrect, type Answers, type Check } from './return.ts';

const MEANWHILE =
  'Somebody else changed this return meanwhile. Load it again: what they wrote is there.';
const SUBMITTED = 'This version was submitted. Begin a new version to change anything.';

/** Does something to the newest version of a quarter's return, which is made where there is none. */
async function change(
  by: Person,
  programme: Programme,
  quarter: Quarter,
  action: Action,
  work: (tx: Writer, row: ReturnRow) => Promise<void>,
): Promise<void> {
  allow(by, action, programme);
  const { authorityId, id: programmeId } = programme;
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    const [newest] = await versionsOf(tx, authorityId, programmeId, quarter);
    if (newest) return work(tx, newest);
    const first = blank(programme, quarter, 1, {});
    await insertReturn(tx, first);
    return work(tx, first);
  });
}

function blank(
  programme: Programme,
  quarter: Quarter,
  number: number,
  answers: Record<string, string>,
): ReturnRow {
  const [frozen, submittedAt, submittedBy] = [null, null, null];
  return {
    ...{ id: newId(), authorityId: programme.authorityId, programmeId: programme.id },
    ...{ quarter, number, answers, frozen, submittedAt, submittedBy, version: 1 },
  };
}

const about = (row: ReturnRow) => ({ kind: 'return', id: row.id });

/**
 * Keeps what only a person can say.
 *
 * @param seen the version that was shown; 0 where there was none
 */
export async function saveAnswers(
  by: Person,
  programme: Programme,
  quarter: Quarter,
  seen: number,
  answers: Answers,
): Promise<void> {
  await change(by, programme, quarter, 'return.prepare', async (tx, row) => {
    if (row.submittedAt) throw new Conflict(SUBMITTED);
    // The first to write makes the row; whoever saw none then must not overwrite it.
    const version = seen === 0 && Object.keys(row.answers).length === 0 ? row.version : seen;
    if (!(await updateReturn(tx, { ...row, version }, { answers }))) throw new Conflict(MEANWHILE);
    await record(tx, by, 'return.changed', about(row), { quarter: sayQuarter(quarter) });
  });
}

/** Puts a figure in place of a computed one, with the reason; null lets the computed one stand again. */
export async function correctLine(
  by: Person,
  programme: Programme,
  quarter: Quarter,
  line: string,
  correction: { value: number | null; reason: string },
  at = new Date(),
): Promise<void> {
  const { authorityId, id: programmeId } = programme;
  const { now } = await readReturn(theStore().read, programme, quarter);
  const asked = now.lines.find((one) => one.line === line);
  if (!asked || !mayCorrect(asked)) throw new NotFound('line of the return');
  await change(by, programme, quarter, 'return.prepare', async (tx, row) => {
    if (row.submittedAt) throw new Conflict(SUBMITTED);
    await insertCorrection(tx, {
      ...{ id: newId(at), authorityId, programmeId, quarter, line, ...correction },
      ...{ byName: by.name, at },
    });
    // Whoever submits meanwhile has seen other figures than these.
    await updateReturn(tx, row, {});
    await record(tx, by, 'return.corrected', about(row), { quarter: sayQuarter(quarter), line });
  });
}

/** Freezes the return as it was submitted to the department; says what stands in its way. */
export async function submitReturn(
  by: Person,
  programme: Programme,
  quarter: Quarter,
  seen: number,
  at = new Date(),
): Promise<Check[]> {
  allow(by, 'return.submit', programme);
  const { row, now } = await readReturn(theStore().read, programme, quarter);
  const errors = checksOf(now, dayOf(at)).filter(({ weight }) => weight === 'error');
  if (errors.length > 0) return errors;
  if (row?.version !== seen) throw new Conflict(MEANWHILE);
  await change(by, programme, quarter, 'return.submit', async (tx, newest) => {
    if (newest.submittedAt) throw new Conflict(SUBMITTED);
    const frozen = { frozen: now, submittedAt: at, submittedBy: by.name };
    if (!(await updateReturn(tx, { ...newest, version: seen }, frozen))) {
      throw new Conflict(MEANWHILE);
    }
    const details = { quarter: sayQuarter(quarter), number: newest.number };
    await record(tx, by, 'return.submitted', about(newest), details);
  });
  return [];
}

/** Begins a new version of a return that was submitted: the old one stays as it was. */
export async function beginAgain(
  by: Person,
  programme: Programme,
  quarter: Quarter,
): Promise<void> {
  await change(by, programme, quarter, 'return.submit', async (tx, newest) => {
    if (!newest.submittedAt) throw new Conflict('There is a version that was not submitted yet.');
    const next = blank(programme, quarter, newest.number + 1, newest.answers);
    await insertReturn(tx, next);
    const details = { quarter: sayQuarter(quarter), number: next.number };
    await record(tx, by, 'return.reopened', about(next), details);
  });
}
