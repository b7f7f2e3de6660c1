import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { newId } from '#db/ids.ts';
import { programmeById, record } from '#db/people.ts';
import { insertLines, linesOf, nextPosition } from '#db/plan-lines.ts';
import { measurePromises } from './line-ties.server.ts';
import { fromActivity } from './from-activity.ts';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';
import { tie } from '#db/thread.ts';
import { activitiesWithoutLine } from '#app/plan/plan.ts';

/**
 * Makes a plan line of each activity of the theory that has none yet. Who leads an activity becomes
 * the owner of its line, the outcome its objective; its measures are tied and its risks named. Dates,
 * milestones and cost are for people to fill in. Pressing twice makes
 * nothing twice.
 *
 * @param only the activities that are meant; all of them where it is left out
 * @returns how many lines were made, and how many activities had one already
 */
export async function planFromActivities(
  by: Person,
  programmeId: string,
  only?: readonly string[],
): Promise<{ made: number; already: number }> {
  allow(by, 'plan.edit', { authorityId: by.authorityId });
  return theStore().write(`programme:${programmeId}`, async (tx) => {
    const { authorityId } = by;
    if (!(await programmeById(tx, authorityId, programmeId))) throw new NotFound('programme');
    const theory = await theoryOfProgramme(tx, authorityId, programmeId);
    const meant = (box: { id: string }) => only === undefined || only.includes(box.id);
    const activities = theory?.boxes.filter((box) => box.type === 'activity' && meant(box)) ?? [];
    const lines = await linesOf(tx, authorityId, programmeId);
    const wanting = theory ? activitiesWithoutLine(lines, theory).filter(meant) : [];
    const already = activities.length - wanting.length;
    if (!theory || wanting.length === 0) return { made: 0, already };
    const at = new Date();
    const first = await nextPosition(tx, authorityId, programmeId);
    const said = fromActivity(theory);
    const made = wanting.map((box, index) => ({
      ...{ box, id: newId(at), position: first + index },
      said: said(box),
    }));
    await insertLines(
      tx,
      made.map(({ said: { measureIds: _m, ...words }, id, position }) => ({
        id,
        authorityId,
        programmeId,
        ...words,
        startsOn: null,
        endsOn: null,
        costPence: null,
        streamId: null,
        status: 'planned',
        position,
        version: 1,
        createdAt: at,
        createdBy: by.id,
      })),
    );
    const promised = measurePromises(theory);
    const common = { authorityId, programmeId, at, by: by.id };
    await tie(
      tx,
      made.flatMap(({ id, said: { measureIds, title } }) =>
        measureIds.map((measureId) => ({
          ...common,
          from: { kind: 'plan-line' as const, id },
          to: { kind: 'measure' as const, id: measureId },
          wordsThen: title,
          toWordsThen: promised.get(measureId) ?? '',
        })),
      ),
    );
    await tie(
      tx,
      made.map(({ box, id }) => ({
        authorityId,
        programmeId,
        from: { kind: 'box', id: box.id },
        to: { kind: 'plan-line', id },
        at,
        by: by.id,
        wordsThen: box.label,
      })),
    );
    const plan = { kind: 'programme', id: programmeId };
    await record(tx, by, 'plan.lines-made', plan, { count: made.length });
    return { made: made.length, already };
  });
}
