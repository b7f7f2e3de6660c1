import type { Theory } from '#app/theory/graph.ts';
import { readMeasures } from '#app/theory/measures/read-measures.server.ts';
import { benchmarksOf, outcomeNotesOf } from '#db/outcomes.ts';
import type { Programme } from '#db/people.ts';
import { linesOf } from '#db/plan-lines.ts';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';
import { toolScoresOf } from '#db/tool-scores.ts';
import type { PlanLine } from '#app/plan/plan.ts';
import { seenScores, type SeenScores } from './change/scores.ts';
import { toolNamed } from './change/tools.ts';
import type { OutcomeRow, OutcomesPart } from './outcomes.ts';
import { readReach } from './reach/read-reach.server.ts';
import { outcomeRows } from './rows.ts';

/** The outcomes framework of a programme: its measures with what is known of each. */
export async function readOutcomeRows(
  programme: Programme,
  plan?: { theory: Theory | null; lines: readonly PlanLine[] },
): Promise<OutcomeRow[]> {
  const { authorityId, id: programmeId } = programme;
  const db = theStore().read;
  const theory = plan ? plan.theory : await theoryOfProgramme(db, authorityId, programmeId);
  if (!theory) return [];
  const seen = await readMeasures(programme, theory);
  if (seen.length === 0) return [];
  const place = { authorityId, programmeId };
  return outcomeRows(seen, {
    theory,
    lines: plan ? plan.lines : await linesOf(db, authorityId, programmeId),
    benchmarks: await benchmarksOf(db, place),
    notes: await outcomeNotesOf(db, place),
  });
}

/** Scores before and after as everybody may see them, newest first. */
export async function readScores({ authorityId, id }: Programme): Promise<SeenScores[]> {
  const all = await toolScoresOf(theStore().read, { authorityId, programmeId: id });
  return all.flatMap((scores) => {
    const tool = toolNamed(scores.toolId);
    return tool === undefined ? [] : [seenScores(scores, tool)];
  });
}

/** Everything about outcomes that a document says. */
export async function readOutcomes(
  programme: Programme,
  plan: { theory: Theory | null; lines: readonly PlanLine[] },
): Promise<OutcomesPart> {
  return {
    rows: await readOutcomeRows(programme, plan),
    reach: await readReach(programme),
    scores: await readScores(programme),
  };
}
