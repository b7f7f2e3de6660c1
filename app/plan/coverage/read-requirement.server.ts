import { NotFound } from '#app/people/errors.ts';
import type { Programme } from '#db/people.ts';
import { linesOf } from '#db/plan-lines.ts';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';
import { coverageRow, type CoverageRow } from './coverage-page.ts';
import { readCoverages } from '#app/plan/read-plan.server.ts';

/** A requirement with what covers it, and what could be tied to it. */
export interface RequirementModel {
  row: CoverageRow;
  packTitle: string;
  /** Plan lines and activities that are not tied to it yet, as `kind id`. */
  choices: { value: string; label: string }[];
}

export async function readRequirement(
  programme: Programme,
  packId: string | undefined,
  requirementId: string | undefined,
): Promise<RequirementModel> {
  const coverage = (await readCoverages(programme)).find(({ pack }) => pack.id === packId);
  const one = coverage?.requirements.find(({ requirement }) => requirement.id === requirementId);
  if (!coverage || !one) throw new NotFound('requirement');
  const db = theStore().read;
  const lines = await linesOf(db, programme.authorityId, programme.id);
  const theory = await theoryOfProgramme(db, programme.authorityId, programme.id);
  const tied = new Set(one.by.map((cover) => cover.id));
  const activities = theory?.boxes.filter((box) => box.type === 'activity') ?? [];
  return {
    row: coverageRow(coverage.pack.id, one),
    packTitle: coverage.pack.title,
    choices: [
      ...lines
        .filter((line) => !tied.has(line.id))
        .map((line) => ({ value: `plan-line ${line.id}`, label: line.title })),
      ...activities
        .filter((box) => !tied.has(box.id))
        .map((box) => ({ value: `box ${box.id}`, label: `Activity: ${box.label}` })),
    ],
  };
}
