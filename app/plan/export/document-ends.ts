import { takenOverBlocks } from '#app/plan/across/taken-over.ts';
import { many, sayDay } from '#app/ui/words.ts';
import type { Block } from '#app/documents/blocks.ts';
import { sumInWords } from '#app/plan/money/money.ts';
import { theoryPicture } from './document-theory.ts';
import type { PlanToExport } from './export.ts';

/** The first and the last section of the delivery plan: the page for the board, and how it was made. */

const PRIORITIES = ['high', 'medium', 'low'];

export function summaryBlocks(plan: PlanToExport): Block[] {
  const largest = [...plan.needs]
    .sort((a, b) => PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority))
    .slice(0, 3)
    .map((need) => (need.howMany === '' ? need.statement : `${need.statement}: ${need.howMany}`));
  const [first] = plan.obstacles;
  const picture =
    plan.theory === null || plan.theory.boxes.length === 0 ? [] : [theoryPicture(plan.theory)];
  return [
    { type: 'facts', caption: 'The plan at a glance', facts: facts(plan) },
    ...(largest.length === 0
      ? []
      : ([
          { type: 'paragraph', text: 'What families need most', tone: 'strong' },
          { type: 'list', items: largest },
        ] satisfies Block[])),
    ...picture,
    {
      type: 'paragraph',
      tone: 'note',
      text: first
        ? `Not ready for sign-off: ${first.says.charAt(0).toLowerCase()}${first.says.slice(1)}${rest(plan)}. See “What is missing”.`
        : 'Nothing stands between this plan and its sign-off.',
    },
  ];
}

function rest({ obstacles }: PlanToExport): string {
  return obstacles.length > 1 ? `, and ${many(obstacles.length - 1, 'more thing')}` : '';
}

function facts(plan: PlanToExport): [string, string][] {
  const { counts, accounts } = plan;
  return [
    [
      'Heard from',
      `${many(counts.answers, 'survey answer')} and ${many(counts.members, 'panel member')}`,
    ],
    ['Needs in the register', String(plan.needs.length)],
    ['Plan lines', String(plan.lines.length)],
    ['Money promised', sumInWords(accounts.total.committed)],
    ...plan.coverages.map(({ pack, totals }): [string, string] => [
      pack.title,
      `${totals.covered} of ${totals.toCover} requirements covered, ${totals.partly} in part, ${totals.not} not`,
    ]),
  ];
}

export function methodBlocks(plan: PlanToExport): Block[] {
  const { counts, coverages } = plan;
  return [
    {
      type: 'paragraph',
      text:
        `This plan rests on ${many(counts.answers, 'answer')} to ${many(counts.surveys, 'survey')}, on ` +
        `${many(counts.consultations, 'consultation')} of a panel of ${many(counts.members, 'member')}, and on ` +
        `${many(counts.themes, 'theme')} that were gathered from what people wrote.`,
    },
    {
      type: 'paragraph',
      text: 'Figures were frozen when they were taken as evidence, with their base. Counts so small that somebody could be recognised are hidden wherever they would appear. Nobody is named who answered a survey or spoke on the panel.',
    },
    {
      type: 'paragraph',
      text: 'A requirement counts as covered when a plan line tied to it has an owner, dates and a milestone; in part when the line still lacks one of them, or only an activity of the theory is tied. Where a person decided otherwise, the reason and the name stand in the table.',
    },
    { type: 'heading', level: 2, text: 'The guidance followed' },
    {
      type: 'table',
      caption: 'Guidance, and how much of it was read',
      columns: [
        { title: 'Guidance', share: 4 },
        { title: 'Publisher and date', share: 3 },
        { title: 'In force', share: 3 },
        { title: 'How much was read', share: 5 },
      ],
      rows: coverages.map(({ pack }) => [
        pack.url === null ? pack.title : `${pack.title}\n${pack.url}`,
        `${pack.publisher}\n${/^\d{4}-/.test(pack.published) ? sayDay(pack.published) : pack.published}`,
        `${pack.statusNote}\n${pack.effective.note}`,
        pack.readExtent,
      ]),
    },
    {
      type: 'paragraph',
      tone: 'note',
      text: 'Requirements are in our own words. Check each against the publisher’s copy before relying on it.',
    },
    ...takenOverBlocks(plan.takenOver),
  ];
}
