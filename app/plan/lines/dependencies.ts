import type { Dependency, PlanLine } from '#app/plan/plan.ts';

type Waiting = Pick<PlanLine, 'id' | 'title' | 'dependsOn'>;

/**
 * The way by which a line would wait for itself in the end, as a problem of its form with each line on
 * the way named; null where there is none. Ways among other lines are not looked at: each was refused
 * when it was saved.
 *
 * @param waits what the line is to wait for
 * @param lines every line of the plan, as it is kept now
 */
export function wayRound(
  lineId: string,
  waits: readonly Dependency[],
  lines: readonly Waiting[],
): { field: string; message: string } | null {
  const byId = new Map(lines.map((line) => [line.id, line]));
  for (const [at, wait] of waits.entries()) {
    const way = wayTo(lineId, wait.lineId, byId);
    if (way === null) continue;
    const field = `wait-${at + 1}-line`;
    if (way.length === 1)
      return { field, message: 'A line cannot wait for itself: choose another' };
    const names = way.map((id) => `“${byId.get(id)?.title ?? ''}”`).join(' waits for ');
    return { field, message: `That would go round: ${names}, which is this line` };
  }
  return null;
}

/** The lines from one to another along what they wait for, both ends included; null without a way. */
function wayTo(
  to: string,
  from: string,
  byId: ReadonlyMap<string, Waiting>,
): readonly string[] | null {
  const cameFrom = new Map<string, string | null>([[from, null]]);
  const waiting = [from];
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    if (id === to) {
      const way = [id];
      let step = cameFrom.get(id);
      while (typeof step === 'string') {
        way.unshift(step);
        step = cameFrom.get(step);
      }
      return way;
    }
    for (const { lineId } of byId.get(id)?.dependsOn ?? []) {
      if (cameFrom.has(lineId)) continue;
      cameFrom.set(lineId, id);
      waiting.push(lineId);
    }
  }
  return null;
}
