import { KIND_OF } from '#app/panel/kinds/kinds.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { insertConsultation } from '#db/consultations.ts';
import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { insertStatement } from '#db/statements.ts';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';
import type { WalkFields } from './form.ts';
import { askedOf } from './words.ts';

type Started = { ok: true; id: string } | { ok: false; field: string; message: string };

/**
 * Drafts a walk through the theory: each outcome and link of the chosen part in plain words, kept with
 * what the theory says today. Nobody is asked until it is opened.
 */
export async function startWalk(
  by: Person,
  programme: Programme,
  fields: WalkFields,
  createdAt = new Date(),
): Promise<Started> {
  allow(by, 'panel.manage', programme);
  const { authorityId, id: programmeId } = programme;
  const { title, purpose, standing } = fields;
  const goals = fields.whole === 'all' ? [] : fields.goals;
  const id = newId(createdAt);
  return theStore().write(null, async (tx): Promise<Started> => {
    const theory = await theoryOfProgramme(tx, authorityId, programmeId);
    if (theory === undefined) throw new NotFound('theory of change');
    const asked = askedOf(theory, goals);
    const { most } = KIND_OF.walk;
    if (asked.length === 0) {
      return {
        ok: false,
        field: 'goals',
        message: 'Nothing leads there yet: choose another outcome',
      };
    }
    if (asked.length > most) {
      const message = `That is ${asked.length} things to ask, and ${most} are the most in one sitting: choose fewer outcomes`;
      return { ok: false, field: 'goals', message };
    }
    const status = 'draft';
    const dates = { opensOn: null, closesOn: null, version: 1, createdAt };
    const about = { kind: 'walk', settings: { goals }, title, purpose, standing };
    await insertConsultation(tx, { id, authorityId, programmeId, status, ...about, ...dates });
    for (const [at, { type, text, hint, about: what }] of asked.entries()) {
      const ours = { id: newId(createdAt), authorityId, consultationId: id, position: at + 1 };
      await insertStatement(tx, { ...ours, type, text, hint, about: what });
    }
    await record(tx, by, 'consultation.started', { kind: 'consultation', id }, { title });
    return { ok: true, id };
  });
}
