import { deleteAreaDecisions, saveAreaDecisions, type AreaDecision } from '#db/areas.ts';
import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import type { Instead } from './decisions.ts';
import { groundOf } from './ground.server.ts';

/** Records what stands in for a hub in some areas, in place of what was decided for them before. */
export async function decideAreas(
  by: Person,
  programme: Programme,
  codes: readonly string[],
  decision: { instead: Instead; because: string },
): Promise<number> {
  allow(by, 'needs.edit', programme);
  const { authorityId, id: programmeId } = programme;
  const { outlines } = await groundOf(programme);
  const at = new Date();
  const names = new Map(outlines.map(({ code, name }) => [code, name]));
  const rows = [...new Set(codes)].map((code): AreaDecision => {
    const name = names.get(code);
    if (name === undefined) throw new NotFound('area');
    const decided = { ...decision, decidedAt: at, decidedBy: by.id };
    return { id: newId(at), authorityId, programmeId, code, name, ...decided };
  });
  await theStore().write(`area-decisions:${programmeId}`, async (tx) => {
    await saveAreaDecisions(tx, authorityId, programmeId, rows);
    const thing = { kind: 'programme', id: programmeId };
    await record(tx, by, 'area.decided', thing, { areas: rows.length });
  });
  return rows.length;
}

/** Takes decisions back: the areas are open again. */
export async function withdrawDecisions(
  by: Person,
  programme: Programme,
  codes: readonly string[],
): Promise<void> {
  allow(by, 'needs.edit', programme);
  await theStore().write(`area-decisions:${programme.id}`, async (tx) => {
    await deleteAreaDecisions(tx, programme.authorityId, programme.id, codes);
    const thing = { kind: 'programme', id: programme.id };
    await record(tx, by, 'area.reopened', thing, { areas: codes.length });
  });
}
