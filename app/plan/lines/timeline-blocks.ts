import { lines, type Block } from '#app/documents/blocks.ts';
import type { PlanToExport } from '#app/plan/export/export.ts';
import { sayShortDay } from '#app/ui/words.ts';
import { clashesOf } from './clashes.ts';
import { drawTimeline, inPictures } from './draw-timeline.ts';
import { lagInWords } from './line-in-words.ts';
import { sayTimeline, timelineOf, type TimelineRow } from './timeline.ts';

/** The calendar of the plan: pictures that fit their page, what decides the end, and the table. */
export function timelineBlocks(plan: PlanToExport): Block[] {
  if (plan.lines.length === 0) {
    return [{ type: 'paragraph', text: 'The plan has no lines yet, and so no calendar.' }];
  }
  const { theory, programme, accounts, madeOn } = plan;
  const activities = theory?.boxes.filter(({ type }) => type === 'activity') ?? [];
  const clashes = clashesOf({
    ...{ lines: plan.lines, programme, accounts, today: madeOn },
    activityNames: new Map(activities.map(({ id, label }) => [id, label])),
  });
  const of = { lines: plan.lines, theory, clashes, programme, today: madeOn };
  const timeline = timelineOf(of);
  const pictures = inPictures(timeline.groups);
  const heavy = clashes.filter(({ weight }) => weight === 'clash');
  const rows = timeline.groups.flatMap((group) => group.rows);
  return [
    ...pictures.map((groups, at): Block => {
      const part = pictures.length === 1 ? '' : ` (${at + 1} of ${pictures.length})`;
      return {
        type: 'picture',
        svg: drawTimeline(timeline, groups),
        alt: `${sayTimeline({ ...timeline, groups: groups.map(({ title, rows: some }) => ({ title, rows: [...some] })), withoutDays: 0 })}`,
        caption: `Calendar of the plan${part}`,
      };
    }),
    ...(timeline.chains.length === 0
      ? []
      : [
          { type: 'heading' as const, level: 2 as const, text: 'What decides the end' },
          { type: 'list' as const, items: timeline.chains.map((says) => `${says}.`) },
        ]),
    ...(heavy.length === 0
      ? []
      : [
          { type: 'heading' as const, level: 2 as const, text: 'What does not fit' },
          { type: 'list' as const, items: heavy.map(({ says, todo }) => `${says}. ${todo}`) },
        ]),
    {
      type: 'table',
      caption: 'Days, milestones and what waits for what',
      columns: [
        { title: 'Line', share: 5 },
        { title: 'How far', share: 2.4 },
        { title: 'From', share: 2 },
        { title: 'To', share: 2 },
        { title: 'Room', share: 2.6 },
        { title: 'Waits for', share: 4 },
        { title: 'Milestones', share: 5 },
      ],
      keys: rows.map(({ id }) => id),
      rows: rows.map(rowOf),
    },
  ];
}

function rowOf(row: TimelineRow): string[] {
  return [
    row.title,
    row.state,
    sayShortDay(row.startsOn),
    sayShortDay(row.endsOn),
    row.room,
    lines(row.waitsFor.map(({ title, lagDays }) => `${title}${lagInWords(lagDays)}`)),
    lines(
      row.milestones.map(({ words }) => words),
      'No milestone yet',
    ),
  ];
}
