import { readFindings } from '#app/plan/read-findings.server.ts';
import { readPlan } from '#app/plan/read-plan.server.ts';
import { withTheory, type Obstacle } from '#app/plan/sign-off.ts';
import { needsOf } from '#db/needs.ts';
import type { Programme } from '#db/people.ts';
import { versionsOf } from '#db/plan-versions.ts';
import { lineCounts } from '#db/programme.ts';
import { theStore } from '#db/store.server.ts';
import { readDuties } from './read-duties.server.ts';
import { chaptersOf, type Chapter } from './readiness.ts';

export interface Readiness {
  chapters: Chapter[];
  obstacles: Obstacle[];
  versions: { id: string; number: number; name: string; state: string }[];
}

/** What stands between a plan and its sign-off, and how far each chapter is. */
export async function readReadiness(programme: Programme): Promise<Readiness> {
  const db = theStore().read;
  const { authorityId, id } = programme;
  const plan = await readPlan(programme, db);
  const { duties } = await readDuties(programme, plan.lines, db);
  const counts = await lineCounts(db, authorityId, id);
  const versions = await versionsOf(db, authorityId, id);
  const needs = (await needsOf(db, authorityId, id)).filter((need) => need.notNowBecause === '');
  const { theory } = plan;
  const open = theory === null ? [] : (await readFindings(programme, theory, plan)).sorted.open;
  const heavy = open.filter(({ severity }) => severity === 'error' || severity === 'warn');
  const running = new Set(
    plan.lines.filter(({ status }) => status !== 'stopped').map((line) => line.id),
  );
  const answered = new Set(
    plan.evidence.flatMap(({ lineId, needId }) =>
      needId !== null && running.has(lineId) ? [needId] : [],
    ),
  );
  return {
    obstacles: plan.theory === null ? plan.obstacles : withTheory(plan.obstacles, open),
    versions: versions.map(({ id: versionId, number, name, state }) => ({
      id: versionId,
      number,
      name,
      state,
    })),
    chapters: chaptersOf({
      needs: {
        inPlay: needs.length,
        answered: needs.filter((need) => answered.has(need.id)).length,
      },
      theory: {
        boxes: plan.theory?.boxes.length ?? 0,
        heavyFindings: heavy.length,
        findings: open.length,
      },
      lines: plan.lines,
      accounts: plan.accounts,
      coverages: plan.coverages,
      duties,
      voices: {
        consultations: counts.consultations,
        answered: counts.repliesPublished,
        themes: counts.themes,
      },
      versions,
    }),
  };
}
