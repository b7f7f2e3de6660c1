import type { Programme } from '#db/people.ts';
import { readPlan } from '#app/plan/read-plan.server.ts';
import { theStore } from '#db/store.server.ts';
import { dayOf } from '#app/ui/words.ts';
import { drawTimeline } from './draw-timeline.ts';
import { sayTimeline, timelineOf } from './timeline.ts';

/** The calendar of a plan with its picture, as it stands at a moment. */
export async function readTimeline(programme: Programme, at = new Date()) {
  const { lines, theory, clashes } = await readPlan(programme, theStore().read, at);
  const timeline = timelineOf({ lines, theory, clashes, programme, today: dayOf(at) });
  const drawn = lines.some(({ startsOn, endsOn }) => startsOn !== null || endsOn !== null);
  return {
    programmeId: programme.id,
    timeline,
    svg: drawn ? drawTimeline(timeline, timeline.groups) : null,
    says: sayTimeline(timeline),
  };
}
