import { note, paragraph, type Block } from '#app/documents/blocks.ts';
import { SECTION_BLOCKS } from '#app/plan/export/section-blocks.ts';
import { selfEvaluationBlocks } from '#app/plan/self-evaluation/blocks.ts';
import { many } from '#app/ui/words.ts';
import type { SelfEvaluationSection } from './outlines.ts';
import { needsAnswered, progressTable } from './shared-blocks.ts';
import type { Writing } from './writing.ts';

/** Who writes each section of the self-evaluation. */
export const SELF_EVALUATION_BLOCKS: Readonly<
  Record<SelfEvaluationSection, (writing: Writing) => Block[]>
> = {
  summary: summaryBlocks,
  ratings: ({ plan }) => selfEvaluationBlocks(plan.registers.selfEvaluation),
  families: ({ plan }) => needsAnswered(plan),
  hubs: ({ plan }) => SECTION_BLOCKS.hubs(plan),
  governance: ({ plan }) => SECTION_BLOCKS.governance(plan),
  sharing: ({ plan }) => SECTION_BLOCKS.sharing(plan),
  improve: improveBlocks,
  missing: ({ plan }) => SECTION_BLOCKS.missing(plan),
  method: ({ plan }) => [
    paragraph(
      'Ratings are the authority’s own, with what it gave as evidence. The principles are those that were read; wording that could not be read in an official copy is left to the authority and said to be so.',
    ),
    ...SECTION_BLOCKS.method(plan).slice(0, 2),
  ],
};

function summaryBlocks({ plan, told }: Writing): Block[] {
  const answered = new Set(plan.evidence.flatMap(({ need }) => need ?? []));
  const met = plan.needs.filter(({ statement }) => answered.has(statement)).length;
  return [
    {
      type: 'facts',
      caption: 'Where we stand at a glance',
      facts: [
        [
          'Heard from',
          `${many(plan.counts.answers, 'survey answer')} and ${many(plan.counts.members, 'panel member')}`,
        ],
        ['Needs with a line of the plan', `${met} of ${plan.needs.length}`],
        ['Answers to families', many(told.length, 'published answer')],
        ...plan.coverages.map(({ pack, totals }): [string, string] => [
          pack.title,
          `${totals.covered} of ${totals.toCover} requirements covered, ${totals.partly} in part, ${totals.not} not`,
        ]),
      ],
    },
    note(
      plan.obstacles.length === 0
        ? 'Nothing stands between the plan and its sign-off.'
        : `${many(plan.obstacles.length, 'thing stands', 'things stand')} between the plan and its sign-off. They are listed near the end.`,
    ),
  ];
}

function improveBlocks({ plan }: Writing): Block[] {
  const open = plan.lines.filter(({ status }) => status === 'planned' || status === 'under-way');
  if (open.length === 0) return [paragraph('No line of the plan is planned or under way.')];
  return [
    progressTable(`What is planned or under way: ${many(open.length, 'line')}`, open, plan.madeOn),
  ];
}
