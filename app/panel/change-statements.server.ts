import { consultationById } from '#db/consultations.ts';
import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import {
  deleteStatement,
  insertStatement,
  statementsOf,
  updateStatement,
  type Statement,
} from '#db/statements.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { moved } from './consultation.ts';

/** What is done to the statements of a drafted consultation. */
export type StatementChange =
  | { do: 'add'; text: string }
  | { do: 'change'; id: string; text: string }
  | { do: 'remove'; id: string }
  | { do: 'move'; id: string; by: -1 | 1 };

/** Most statements that a consultation holds: nobody answers more in one sitting. */
const MOST = 40;

/** Adds, changes, removes or moves a statement, as long as nobody has been asked yet. */
export async function changeStatements(
  by: Person,
  programme: Programme,
  consultationId: string,
  change: StatementChange,
): Promise<void> {
  allow(by, 'panel.manage', programme);
  const { authorityId } = programme;
  await theStore().write(`consultation:${consultationId}`, async (tx) => {
    const consultation = await consultationById(tx, authorityId, programme.id, consultationId);
    if (!consultation) throw new NotFound('consultation');
    if (consultation.status !== 'draft') {
      throw new Conflict('It has been opened: what people were asked cannot be changed any more.');
    }
    const here = await statementsOf(tx, authorityId, consultationId);
    if (change.do !== 'add' && !here.some(({ id }) => id === change.id)) {
      throw new NotFound('statement');
    }
    await apply(tx, { authorityId, consultationId }, here, change);
    const thing = { kind: 'consultation', id: consultationId };
    await record(tx, by, 'consultation.changed', thing, { title: consultation.title });
  });
}

async function apply(
  tx: Writer,
  where: { authorityId: string; consultationId: string },
  here: readonly Statement[],
  change: StatementChange,
): Promise<void> {
  const { authorityId } = where;
  switch (change.do) {
    case 'add': {
      if (here.length >= MOST) {
        throw new Conflict(`A consultation holds ${MOST} statements at most. Start another one.`);
      }
      const position = (here.at(-1)?.position ?? 0) + 1;
      return insertStatement(tx, { id: newId(), ...where, text: change.text, position });
    }
    case 'change':
      return updateStatement(tx, authorityId, change.id, { text: change.text });
    case 'remove':
      return deleteStatement(tx, authorityId, change.id);
    case 'move': {
      const order = moved(
        here.map(({ id }) => id),
        change.id,
        change.by,
      );
      for (const [at, id] of order.entries()) {
        await updateStatement(tx, authorityId, id, { position: at + 1 });
      }
    }
  }
}
