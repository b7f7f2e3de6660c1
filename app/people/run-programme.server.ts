import { newId } from '#db/ids.ts';
import {
  insertProgramme,
  programmeById,
  record,
  updateProgramme,
  type Programme,
} from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { allow } from './allow.server.ts';
import type { Person } from './can.ts';
import { Conflict, NotFound } from './errors.ts';
import { STAGE_NAMES, stageOf, type ProgrammeFields } from './programme.ts';

/** Starts a programme: everything else hangs on one. */
export async function startProgramme(by: Person, fields: ProgrammeFields): Promise<Programme> {
  allow(by, 'programme.edit', by);
  const createdAt = new Date();
  const programme: Programme = {
    id: newId(createdAt),
    authorityId: by.authorityId,
    title: fields.title,
    startsOn: fields.startsOn,
    endsOn: fields.endsOn,
    places: fields.places,
    packs: fields.packs,
    stage: fields.stage,
    version: 1,
    createdAt,
  };
  await theStore().write(null, async (tx) => {
    await insertProgramme(tx, programme);
    await record(tx, by, 'programme.created', thing(programme), { title: programme.title });
  });
  return programme;
}

/** Saves a programme as edited. Throws Conflict when somebody saved it since it was opened. */
export async function editProgramme(
  by: Person,
  programmeId: string,
  fields: ProgrammeFields,
): Promise<void> {
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    const before = await programmeById(tx, by.authorityId, programmeId);
    if (!before) throw new NotFound('programme');
    allow(by, 'programme.edit', before);
    const { version, ...change } = fields;
    if (!(await updateProgramme(tx, by.authorityId, programmeId, version, change))) {
      throw new Conflict(
        'Somebody else changed this programme while you were editing it. Compare what you typed ' +
          'with what is saved now, then save again.',
      );
    }
    await record(tx, by, 'programme.changed', thing(before), { title: fields.title });
    if (before.stage !== fields.stage) {
      const stage = STAGE_NAMES[stageOf(fields.stage)];
      await record(tx, by, 'programme.stage', thing(before), { title: fields.title, stage });
    }
  });
}

const thing = (programme: Programme) => ({ kind: 'programme', id: programme.id });
