import { note, paragraph, type Block } from '#app/documents/blocks.ts';
import { REPLY_NAMES } from '#app/panel/reply.ts';
import { assumptionBlocks } from '#app/plan/export/document-theory.ts';
import { SECTION_BLOCKS } from '#app/plan/export/section-blocks.ts';
import { sumInWords } from '#app/plan/money/money.ts';
import { changeBlocks, outcomeBlocks, reachBlocks } from '#app/plan/outcomes/blocks.ts';
import { STATUS_NAMES } from '#app/plan/plan.ts';
import { assumptionsOf, VERDICT_LOOKS } from '#app/theory/stress/assumptions.ts';
import { many } from '#app/ui/words.ts';
import type { EvaluationSection } from './outlines.ts';
import { milestoneCounts, moneyAndBenefit, progressTable, statusCounts } from './shared-blocks.ts';
import { toBeWritten, type Writing } from './writing.ts';

/** Who writes each section of the evaluation of impact. */
export const EVALUATION_BLOCKS: Readonly<Record<EvaluationSection, (writing: Writing) => Block[]>> =
  {
    summary: summaryBlocks,
    did: didBlocks,
    reach: ({ plan }) => reachBlocks(plan),
    outcomes: ({ plan }) => outcomeBlocks(plan),
    change: ({ plan }) => changeBlocks(plan),
    families: familiesBlocks,
    theory: ({ plan }) => {
      const found = plan.theory === null ? [] : assumptionBlocks(plan.theory);
      return found.length > 0
        ? found
        : [paragraph('The theory of change does not say yet what has to hold for it to work.')];
    },
    cost: ({ plan }) => moneyAndBenefit(plan),
    learning: learningBlocks,
    unknown: (writing) => {
      const gaps = evaluationGaps(writing);
      return gaps.length === 0
        ? [paragraph('Nothing that this evaluation asks for is missing.')]
        : [{ type: 'list', items: gaps }];
    },
    method: methodBlocks,
  };

function summaryBlocks(writing: Writing): Block[] {
  const { plan, told } = writing;
  const counts = statusCounts(plan)
    .filter(([, count]) => count > 0)
    .map(([status, count]) => `${count} ${STATUS_NAMES[status].toLowerCase()}`);
  const { all, met, late } = milestoneCounts(plan);
  const gaps = evaluationGaps(writing);
  return [
    {
      type: 'facts',
      caption: 'The evaluation at a glance',
      facts: [
        ['Lines of the plan', counts.length === 0 ? 'None yet' : counts.join(', ')],
        [
          'Milestones',
          all === 0
            ? 'None yet'
            : `${met} of ${all} met${late === 0 ? '' : `; ${late} not met though the day is past`}`,
        ],
        [
          'Heard from',
          `${many(plan.counts.answers, 'survey answer')} and ${many(plan.counts.members, 'panel member')}`,
        ],
        ['Told families what became of it', many(told.length, 'answer')],
        ['Money promised', sumInWords(plan.accounts.total.committed)],
      ],
    },
    note(
      gaps.length === 0
        ? 'Every part of this evaluation is filled.'
        : `${many(gaps.length, 'thing is', 'things are')} not known. The first: ${gaps[0] ?? ''} The rest stands near the end.`,
    ),
  ];
}

function didBlocks({ plan }: Writing): Block[] {
  if (plan.lines.length === 0) return [paragraph('There is no line in the plan yet.')];
  return statusCounts(plan).flatMap(([status, count]): Block[] => {
    if (count === 0) return [];
    const some = plan.lines.filter((line) => line.status === status);
    const name = STATUS_NAMES[status];
    return [
      { type: 'heading', level: 2, text: name },
      progressTable(`${name}: ${many(count, 'line')}`, some, plan.madeOn),
    ];
  });
}

function familiesBlocks({ told }: Writing): Block[] {
  if (told.length === 0) {
    return [
      paragraph('No answer to families is published yet, so nothing can be said of it here.'),
    ];
  }
  return [
    {
      type: 'table',
      caption: 'What families said, and what they were told became of it',
      columns: [
        { title: 'Families said', share: 5 },
        { title: 'Who said so', share: 3 },
        { title: 'What became of it', share: 3 },
        { title: 'What they were told', share: 6 },
      ],
      rows: told.map(({ youSaid, voices, status, words, because, inPlan }) => [
        youSaid,
        voices,
        REPLY_NAMES[status],
        [
          words,
          ...(because === '' ? [] : [`Because: ${because}`]),
          ...inPlan.map((title) => `In the plan: ${title}`),
        ].join('\n'),
      ]),
    },
  ];
}

function learningBlocks({ plan }: Writing): Block[] {
  const shaken = plan.theory === null ? [] : assumptionsOf(plan.theory);
  const items = [
    ...shaken.flatMap(({ words, answered }) =>
      answered === null || answered.verdict === 'holds'
        ? []
        : [
            `${VERDICT_LOOKS[answered.verdict].name}: ${words}${answered.todo === '' ? '' : ` What follows: ${answered.todo}`}`,
          ],
    ),
    ...plan.lines
      .filter(({ status }) => status === 'stopped')
      .map(({ title }) => `Stopped: ${title}`),
  ];
  return [
    ...toBeWritten(plan, 'evaluation', 'learning', 'what those who did the work learned from it.'),
    ...(items.length === 0
      ? []
      : ([
          {
            type: 'paragraph',
            tone: 'strong',
            text: 'What the system knows that did not go as it should',
          },
          { type: 'list', items },
        ] satisfies Block[])),
  ];
}

/** What this evaluation cannot say, first thing first, a sentence each. */
export function evaluationGaps({ plan, told }: Writing): string[] {
  const { all, late } = milestoneCounts(plan);
  const unmeasured = plan.outcomes.rows.filter(({ seen }) => seen.newest === '').length;
  const unknown = plan.accounts.total.committed.unknown;
  const assumptions = plan.theory === null ? [] : assumptionsOf(plan.theory);
  const unanswered = assumptions.filter(({ answered }) => answered === null).length;
  const undated = plan.lines.filter(({ startsOn, endsOn }) => startsOn === null || endsOn === null);
  return [
    ...(plan.lines.length === 0 ? ['There is no plan to evaluate.'] : []),
    ...(plan.theory === null ? ['There is no theory of change to hold the plan against.'] : []),
    ...(plan.lines.length > 0 && all === 0 ? ['No line has a milestone to be held against.'] : []),
    ...(late === 0
      ? []
      : [`Why ${many(late, 'milestone was', 'milestones were')} not met by the day set.`]),
    ...(unanswered === 0
      ? []
      : [
          `Whether ${many(unanswered, 'assumption')} of the theory ${unanswered === 1 ? 'holds' : 'hold'}.`,
        ]),
    ...(undated.length === 0
      ? []
      : [`When ${many(undated.length, 'line')} of the plan began or ended.`]),
    ...(unknown === 0 ? [] : [`What ${many(unknown, 'line')} of the plan cost.`]),
    ...(unmeasured === 0
      ? []
      : [
          `How ${many(unmeasured, 'measure')} of the theory ${unmeasured === 1 ? 'stands' : 'stand'}: no figure has come in.`,
        ]),
    ...(plan.outcomes.rows.length === 0
      ? ['How any outcome stands: the theory has no measure.']
      : []),
    ...(plan.outcomes.reach === null ? ['Whom the hubs reached: no return is kept.'] : []),
    ...(plan.outcomes.scores.length === 0
      ? ['How the same people stood before and after: no scores are kept.']
      : []),
    ...(told.length === 0 ? ['What families were told became of what they said.'] : []),
    'What would have happened without this plan: no families without it are compared here.',
  ];
}

function methodBlocks({ plan }: Writing): Block[] {
  return [
    paragraph(
      'The plan of each line is laid beside what was done, each measure beside its baseline and its target, and each score after beside the score before of the same people.',
    ),
    paragraph(
      'A figure that moved as it should is not yet the work of the plan: other things changed too. This evaluation has no comparison group, and says so wherever a change is shown. Intervals say how far chance alone could move a figure, and nothing about whoever is not in it.',
    ),
    paragraph(
      'A number so small that somebody could be recognised is hidden here as on every page. A figure that cannot be computed is a dash with its reason and never nought.',
    ),
    ...SECTION_BLOCKS.method(plan).slice(0, 1),
  ];
}
