import { readFindings } from '#app/plan/read-findings.server.ts';
import { readPlan } from '#app/plan/read-plan.server.ts';
import { withTheory } from '#app/plan/sign-off.ts';
import { evidenceBehindNeeds, needsOf } from '#db/needs.ts';
import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { homeOf, type Home } from './home.ts';

/** Reads what the home page of a programme shows. */
export async function readHome(programme: Programme): Promise<Home> {
  const { read } = theStore();
  const needs = await needsOf(read, programme.authorityId, programme.id);
  const behind = await evidenceBehindNeeds(read, programme.authorityId, programme.id);
  const plan = await readPlan(programme);
  const withEvidence = needs.map((need) => ({
    ...need,
    evidence: behind.filter((row) => row.needId === need.id).map((row) => row.sentence),
  }));
  const { theory } = plan;
  if (theory === null) return homeOf(withEvidence, { ...plan, theory: { boxes: [], links: [] } });
  const { sorted } = await readFindings(programme, theory, { ...plan, needs });
  return homeOf(withEvidence, {
    ...plan,
    theory,
    obstacles: withTheory(plan.obstacles, sorted.open),
  });
}
