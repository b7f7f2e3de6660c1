import { readTags } from '#app/plan/coverage/read-tags.server.ts';
import { dayOf } from '#app/ui/words.ts';
import { accountsOf } from '#app/plan/money/money.ts';
import { costsOf } from '#db/costs.ts';
import { streamsOf } from '#db/money.ts';
import type { Programme } from '#db/people.ts';
import { keptDriftOf, reportsOf } from '#db/plan-follow.ts';
import { linesOf } from '#db/plan-lines.ts';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';
import { clashesByLine, clashesOf } from './clashes.ts';
import { driftOf } from './drift.ts';

/** A line with how it stands among the others, or undefined where it is not of this programme. */
export async function readLine(programme: Programme, lineId: string, at = new Date()) {
  const { authorityId, id } = programme;
  const { read } = theStore();
  const lines = await linesOf(read, authorityId, id);
  const line = lines.find((one) => one.id === lineId);
  if (!line) return undefined;
  const theory = await theoryOfProgramme(read, authorityId, id);
  const activities = theory?.boxes.filter(({ type }) => type === 'activity') ?? [];
  const streams = await streamsOf(read, authorityId, id);
  const clashes = clashesOf({
    ...{ lines, programme, today: dayOf(at) },
    accounts: accountsOf(lines, streams, await costsOf(read, authorityId, id)),
    activityNames: new Map(activities.map((box) => [box.id, box.label])),
  });
  const kept = await keptDriftOf(read, authorityId, id);
  return {
    line,
    tags: await readTags(programme, lineId),
    clashes: clashesByLine(clashes).get(lineId) ?? [],
    drift: driftOf([line], theory ?? { boxes: [], links: [] }, kept).filter(
      (one) => one.lineId === lineId,
    ),
    reports: await reportsOf(read, authorityId, id, lineId),
  };
}
