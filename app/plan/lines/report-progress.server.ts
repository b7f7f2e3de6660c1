import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { STANDING_NAMES } from '#app/plan/plan.ts';
import { insertReport } from '#db/plan-follow.ts';
import { lineById, updateLine } from '#db/plan-lines.ts';
import { record } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import type { ReportFields } from './progress.ts';

/**
 * Reports how a line goes: one entry more in its history, and where it is the newest, how far the line
 * is. A report of an earlier day is added to the history and changes nothing else.
 */
export async function reportProgress(
  by: Person,
  programmeId: string,
  lineId: string,
  fields: ReportFields,
  at = new Date(),
): Promise<void> {
  allow(by, 'plan.edit', { authorityId: by.authorityId });
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    const { authorityId } = by;
    const line = await lineById(tx, authorityId, programmeId, lineId);
    if (!line) throw new NotFound('plan line');
    const { standing, status, note, on } = fields;
    await insertReport(tx, {
      ...{ authorityId, programmeId, lineId, standing, status, note, on, at },
      byName: by.name,
    });
    if (line.progress === null || line.progress.on <= on) {
      await updateLine(tx, authorityId, lineId, line.version, {
        ...{ standing, status },
        standingNote: note,
        standingOn: on,
      });
    }
    const thing = { kind: 'plan-line', id: lineId };
    const said = { title: line.title, standing: STANDING_NAMES[standing].toLowerCase() };
    await record(tx, by, 'plan-line.reported', thing, said);
  });
}
