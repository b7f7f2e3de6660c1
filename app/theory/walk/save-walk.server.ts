import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { consultationById, updateConsultation } from '#db/consultations.ts';
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
import { theoryOfProgramme } from '#db/theory.ts';
import type { Reworded } from './form.ts';
import { askedOf } from './words.ts';

interface Draft {
  id: string;
  /** The version that was on the page when the typing began. */
  version: number;
}

/** Keeps the words of a drafted walk as staff wrote them, and leaves out what is not to be asked. */
export async function saveWalk(
  by: Person,
  programme: Programme,
  draft: Draft,
  { stops, leave }: { stops: readonly Reworded[]; leave: readonly string[] },
): Promise<void> {
  await changeDraft(by, programme, draft, async (tx, here) => {
    const { authorityId } = programme;
    if (here.length > 0 && here.every(({ id }) => leave.includes(id))) {
      throw new Conflict('Leave one thing in at least: a walk needs something to ask.');
    }
    for (const { id } of here) {
      if (leave.includes(id)) await deleteStatement(tx, authorityId, id);
    }
    for (const { id, text, hint } of stops) {
      const was = here.find((one) => one.id === id);
      if (was === undefined || leave.includes(id)) continue;
      if (was.text === text && was.hint === hint) continue;
      await updateStatement(tx, authorityId, id, { text, hint });
    }
  });
}

/**
 * Takes outcomes and links from the theory again, by the id that they have there: what was left out
 * comes back, and what stands there gets the words of today.
 */
export async function askAgain(
  by: Person,
  programme: Programme,
  draft: Draft,
  thingIds: readonly string[],
): Promise<void> {
  await changeDraft(by, programme, draft, async (tx, here) => {
    const { authorityId, id: programmeId } = programme;
    const theory = await theoryOfProgramme(tx, authorityId, programmeId);
    if (theory === undefined) throw new NotFound('theory of change');
    const order = askedOf(theory, []);
    const place = new Map(order.map((one, at) => [one.about.id, at]));
    const placeOf = (id: string | undefined) => place.get(id ?? '') ?? order.length;
    const wanted = order.filter(({ about }) => thingIds.includes(about.id));
    for (const { id, about } of here) {
      if (wanted.some((one) => one.about.id === about?.id)) {
        await deleteStatement(tx, authorityId, id);
      }
    }
    const kept = here.filter(({ about }) => !wanted.some((one) => one.about.id === about?.id));
    const all = [
      ...kept.map((old) => ({ at: placeOf(old.about?.id), old, fresh: null })),
      ...wanted.map((fresh) => ({ at: placeOf(fresh.about.id), old: null, fresh })),
    ].sort((a, b) => a.at - b.at);
    for (const [at, { old, fresh }] of all.entries()) {
      const position = at + 1;
      if (old !== null) await updateStatement(tx, authorityId, old.id, { position });
      else {
        const { type, text, hint, about } = fresh;
        const ours = { id: newId(), authorityId, consultationId: draft.id, position };
        await insertStatement(tx, { ...ours, type, text, hint, about });
      }
    }
  });
}

/** Changes what a drafted walk asks, if nobody else did meanwhile. */
async function changeDraft(
  by: Person,
  programme: Programme,
  { id, version }: Draft,
  change: (tx: Writer, here: readonly Statement[]) => Promise<void>,
): Promise<void> {
  allow(by, 'panel.manage', programme);
  const { authorityId, id: programmeId } = programme;
  await theStore().write(`consultation:${id}`, async (tx) => {
    const walk = await consultationById(tx, authorityId, programmeId, id);
    if (walk?.kind !== 'walk') throw new NotFound('walk');
    if (walk.status !== 'draft') {
      throw new Conflict('It has been opened: what people were asked cannot be changed any more.');
    }
    if (!(await updateConsultation(tx, authorityId, id, version, {}))) {
      throw new Conflict('Somebody else changed it while you were typing.');
    }
    await change(tx, await statementsOf(tx, authorityId, id));
    const thing = { kind: 'consultation', id };
    await record(tx, by, 'consultation.changed', thing, { title: walk.title });
  });
}
