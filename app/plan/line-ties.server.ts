import type { Person } from '#app/people/can.ts';
import type { Programme } from '#db/people.ts';
import type { Writer } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';
import { tie, untie, type NewTie } from '#db/thread.ts';
import type { LineFields } from './line-form.ts';
import { requirementKey } from './packs.ts';
import type { PlanLine } from './plan.ts';
import { packsOf } from './read-plan.server.ts';

/** Why a line cannot be saved as it was typed; the message belongs to the field. */
export interface Refused {
  field: 'activities' | 'requirements' | 'streamId';
  message: string;
}

/**
 * Ties a line to what was ticked and unties it from what was not: activities of the theory, and
 * requirements of the packs that the programme follows. What was ticked on an old page and is gone
 * since is refused, before anything is changed.
 */
export async function retie(
  tx: Writer,
  by: Person,
  programme: Programme,
  line: Pick<PlanLine, 'id' | 'title' | 'activityIds' | 'requirementKeys'>,
  wanted: Pick<LineFields, 'activities' | 'requirements'>,
): Promise<Refused | null> {
  const { authorityId, id: programmeId } = programme;
  const theory = await theoryOfProgramme(tx, authorityId, programmeId);
  const labels = new Map((theory?.boxes ?? []).map((box) => [box.id, box.label]));
  const keys = new Set(
    packsOf(programme).flatMap((pack) =>
      pack.requirements.map((requirement) => requirementKey(pack.id, requirement.id)),
    ),
  );
  // A box that left the theory is untied when its line is saved; one that was never there is refused.
  const activities = wanted.activities.filter(
    (id) => labels.has(id) || !line.activityIds.includes(id),
  );
  if (activities.some((id) => !labels.has(id))) {
    const message = 'An activity that you ticked has left the theory: tick the activities again';
    return { field: 'activities', message };
  }
  const kept = new Set(line.requirementKeys);
  if (wanted.requirements.some((key) => !keys.has(key) && !kept.has(key))) {
    const message =
      'A requirement that you ticked is not in the guidance that this programme follows';
    return { field: 'requirements', message };
  }
  const here = { kind: 'plan-line', id: line.id } as const;
  const at = new Date();
  const common = { authorityId, programmeId, at, by: by.id };
  const ties: NewTie[] = [
    ...missing(activities, line.activityIds).map((id) => ({
      ...common,
      from: { kind: 'box' as const, id },
      to: here,
      wordsThen: labels.get(id) ?? '',
    })),
    ...missing(wanted.requirements, line.requirementKeys).map((id) => ({
      ...common,
      from: here,
      to: { kind: 'requirement' as const, id },
      wordsThen: line.title,
    })),
  ];
  await tie(tx, ties);
  for (const id of missing(line.activityIds, activities)) {
    await untie(tx, authorityId, { kind: 'box', id }, here);
  }
  for (const id of missing(line.requirementKeys, wanted.requirements)) {
    await untie(tx, authorityId, here, { kind: 'requirement', id });
  }
  return null;
}

/** What is in the first list and not in the second. */
function missing(some: readonly string[], others: readonly string[]): string[] {
  const there = new Set(others);
  return some.filter((one) => !there.has(one));
}
