import { themeLines } from '#app/panel/theme-lists.ts';
import { outcomesReached } from '#app/plan/plan.ts';
import type { Plan } from '#app/plan/read-plan.server.ts';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { dayOf, many } from '#app/ui/words.ts';
import type { Programme } from '#db/people.ts';
import { lineReasonsOf } from '#db/plan-thread.ts';
import type { Reader } from '#db/store.server.ts';
import { gatheredUnder, themesOf } from '#db/themes.ts';
import { planThread, type PlanThread } from './plan-thread.ts';

/** The golden thread of a plan for its documents: nobody's words, and of few people not how many. */
export async function readPlanThread(
  { authorityId, id }: Pick<Programme, 'authorityId' | 'id'>,
  { lines, theory, behind: { hops, things } }: Pick<Plan, 'lines' | 'theory' | 'behind'>,
  db: Reader,
): Promise<PlanThread> {
  const behind = new Set(things.filter(({ end }) => end.kind === 'theme').map(({ end }) => end.id));
  const themes = (await themesOf(db, authorityId, id)).filter(({ theme }) => behind.has(theme.id));
  const gathered = await gatheredUnder(db, authorityId, [...behind]);
  const told = themeLines(themes, gathered, dayOf(new Date()), false);
  const voices = new Map(told.map((theme) => [theme.id, sayVoices(theme.people)]));
  const reasons = await lineReasonsOf(db, authorityId, id);
  const reached = outcomesReached(theory ?? { boxes: [], links: [] });
  const activities = new Map(lines.map((line) => [line.id, line.activityIds]));
  return planThread({
    lines,
    hops,
    things,
    reasons,
    voices: (themeId) => voices.get(themeId),
    outcomesOf: (lineId) => {
      const labels = (activities.get(lineId) ?? []).flatMap(reached).map(({ label }) => label);
      return [...new Set(labels)];
    },
  });
}

function sayVoices(people: number | typeof HIDDEN): string {
  return people === HIDDEN ? 'fewer than 5 people' : many(people, 'person', 'people');
}
