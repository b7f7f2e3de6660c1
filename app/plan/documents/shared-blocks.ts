import { lines, note, paragraph, type Block } from '#app/documents/blocks.ts';
import { SECTION_BLOCKS } from '#app/plan/export/section-blocks.ts';
import type { PlanToExport } from '#app/plan/export/export.ts';
import { STATUS_NAMES, type LineStatus, type PlanLine } from '#app/plan/plan.ts';
import { many, sayShortDay } from '#app/ui/words.ts';

/** Blocks that several documents take. */

/** Needs in play with the lines of the plan that answer them. */
export function needsAnswered(plan: PlanToExport): Block[] {
  if (plan.needs.length === 0) return [paragraph('No need is written in the register yet.')];
  const answering = (statement: string) =>
    plan.evidence.filter((row) => row.need === statement).map((row) => row.line);
  const rows = plan.needs.map(({ statement, priority, howMany }) => [
    statement,
    priority === '' ? 'Not put in order yet' : priority,
    howMany === '' ? 'Not known' : howMany,
    lines([...new Set(answering(statement))], 'No line yet'),
  ]);
  const open = rows.filter((row) => row[3] === 'No line yet').length;
  return [
    {
      type: 'table',
      caption: 'What families need, and what the plan does about it',
      columns: [
        { title: 'Need', share: 5 },
        { title: 'Priority', share: 1.8 },
        { title: 'How many', share: 3 },
        { title: 'Lines of the plan', share: 5 },
      ],
      rows,
    },
    ...(open === 0
      ? []
      : [note(`${many(open, 'need has', 'needs have')} no line of the plan yet.`)]),
  ];
}

/** How many lines there are of each status, in words. */
export function statusCounts(plan: PlanToExport): [LineStatus, number][] {
  const statuses = ['done', 'under-way', 'planned', 'stopped'] as const;
  return statuses.map((status) => [
    status,
    plan.lines.filter((line) => line.status === status).length,
  ]);
}

/** Lines with how far they are and each milestone with its day. */
export function progressTable(caption: string, some: readonly PlanLine[], madeOn: string): Block {
  return {
    type: 'table',
    caption,
    columns: [
      { title: 'What', share: 5 },
      { title: 'How far', share: 2 },
      { title: 'Owner', share: 3 },
      { title: 'From', share: 2 },
      { title: 'To', share: 2 },
      { title: 'Milestones', share: 6 },
    ],
    keys: some.map(({ id }) => id),
    rows: some.map((line) => [
      line.title,
      STATUS_NAMES[line.status],
      line.owner === '' ? 'No owner yet' : line.owner,
      sayShortDay(line.startsOn),
      sayShortDay(line.endsOn),
      lines(milestonesOf(line, madeOn), 'No milestone yet'),
    ]),
  };
}

function milestonesOf(line: PlanLine, madeOn: string): string[] {
  return line.steps
    .filter(({ kind }) => kind === 'milestone')
    .map(({ title, dueOn, doneOn }) => {
      if (doneOn !== null) return `✓ ${title}: met on ${sayShortDay(doneOn)}`;
      if (dueOn === null) return `○ ${title}: no date yet`;
      return dueOn < madeOn
        ? `! ${title}: was due on ${sayShortDay(dueOn)}`
        : `○ ${title}: due on ${sayShortDay(dueOn)}`;
    });
}

/** How many milestones were met, and how many are overdue on the day of the document. */
export function milestoneCounts({ lines: all, madeOn }: PlanToExport) {
  const every = all
    .filter(({ status }) => status !== 'stopped')
    .flatMap(({ steps }) => steps.filter(({ kind }) => kind === 'milestone'));
  return {
    all: every.length,
    met: every.filter(({ doneOn }) => doneOn !== null).length,
    late: every.filter(({ doneOn, dueOn }) => doneOn === null && dueOn !== null && dueOn < madeOn)
      .length,
  };
}

/** Costs and what they may spare. */
export const moneyAndBenefit = (plan: PlanToExport): Block[] => [
  ...SECTION_BLOCKS.money(plan),
  { type: 'heading', level: 2, text: 'What it may spare' },
  ...SECTION_BLOCKS['cost-benefit'](plan),
];
