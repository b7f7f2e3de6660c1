import type { Person } from '#app/people/can.ts';
import type { Programme } from '#db/people.ts';
import type { Writer } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';
import { tie, untie, type NewTie } from '#db/thread.ts';
import type { Theory } from '#app/theory/graph.ts';
import { measureWords } from '#app/theory/measures/measure-words.ts';
import { measureOf } from '#app/theory/measures/measure.ts';
import type { LineFields } from './line-form.ts';
import { requirementKey } from '#app/plan/coverage/packs.ts';
import type { PlanLine } from '#app/plan/plan.ts';
import { packsOf } from '#app/plan/coverage/read-packs.server.ts';

/** Why a line cannot be saved as it was typed; the message belongs to the field. */
export interface Refused {
  field: string;
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
  line: Pick<PlanLine, 'id' | 'title' | 'activityIds' | 'measureIds' | 'requirementKeys'>,
  wanted: Pick<LineFields, 'activities' | 'measures' | 'requirements'>,
): Promise<Refused | null> {
  const { authorityId, id: programmeId } = programme;
  const theory = await theoryOfProgramme(tx, authorityId, programmeId);
  const labels = new Map((theory?.boxes ?? []).map((box) => [box.id, box.label]));
  const packs = await packsOf(programme, tx);
  const keys = new Set(
    packs.flatMap((pack) =>
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
  const known = measureNames(theory);
  const measures = wanted.measures.filter((id) => known.has(id) || !line.measureIds.includes(id));
  if (measures.some((id) => !known.has(id))) {
    const message = 'A measure that you ticked has left the theory: tick the measures again';
    return { field: 'measures', message };
  }
  const kept = new Set(line.requirementKeys);
  if (wanted.requirements.some((key) => !keys.has(key) && !kept.has(key))) {
    const message =
      'A requirement that you ticked is not in the guidance that this programme follows';
    return { field: 'requirements', message };
  }
  const here = { kind: 'plan-line', id: line.id } as const;
  const at = new Date();
  const promised = measurePromises(theory);
  const common = { authorityId, programmeId, at, by: by.id };
  const ties: NewTie[] = [
    ...missing(activities, line.activityIds).map((id) => ({
      ...common,
      from: { kind: 'box' as const, id },
      to: here,
      wordsThen: labels.get(id) ?? '',
    })),
    ...missing(measures, line.measureIds).map((id) => ({
      ...common,
      from: here,
      to: { kind: 'measure' as const, id },
      wordsThen: line.title,
      toWordsThen: promised.get(id) ?? '',
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
    await untie(tx, common, { kind: 'box', id }, here);
  }
  for (const id of missing(line.measureIds, measures)) {
    await untie(tx, common, here, { kind: 'measure', id });
  }
  for (const id of missing(line.requirementKeys, wanted.requirements)) {
    await untie(tx, common, here, { kind: 'requirement', id });
  }
  return null;
}

/** What the measures of a theory are called, by their ids. */
function measureNames(theory: Pick<Theory, 'pieces'> | null | undefined) {
  const measures = theory?.pieces.filter(({ kind }) => kind === 'measure') ?? [];
  return new Map(measures.map(({ id, more }) => [id, more['label'] ?? '']));
}

/** What each measure of a theory promises, by its id: kept when it is tied, so that a change shows. */
export function measurePromises(theory: Pick<Theory, 'pieces'> | null | undefined) {
  const measures = theory?.pieces.filter(({ kind }) => kind === 'measure') ?? [];
  return new Map(measures.map((piece) => [piece.id, measureWords(measureOf(piece))]));
}

/** What is in the first list and not in the second. */
function missing(some: readonly string[], others: readonly string[]): string[] {
  const there = new Set(others);
  return some.filter((one) => !there.has(one));
}
