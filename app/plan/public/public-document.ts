import { lines, type Block, type DocumentModel } from '#app/documents/blocks.ts';
import { linesByOutcome, type PublicPlan } from './public-plan.ts';
import { courseOf, moneyWords, plainDay, stepOf, versionWords, whenOf } from './public-words.ts';

/**
 * A published plan as a document. It is made from what everybody may read and from nothing else, so
 * that no file can say more than the page.
 *
 * @param checkAt the address of the page on which the seal can be checked
 */
export function publicDocument(
  plan: PublicPlan,
  authority: DocumentModel['authority'],
  checkAt: string,
): DocumentModel {
  const { programme, version } = plan;
  const sections: [string, string, Block[]][] = [
    [
      'why',
      'What this plan is for',
      [
        { type: 'paragraph', text: plan.summary, tone: 'lead' },
        ...under('What families told us', needsBlocks(plan)),
      ],
    ],
    ['lines', 'What we will do, and when', linesBlocks(plan)],
    [
      'money',
      'What it costs, and how we will know',
      [
        ...under('What it costs', moneyBlocks(plan)),
        ...under('How we will know whether it helps', measuresBlocks(plan)),
      ],
    ],
    [
      'say',
      'What we cannot do, and how to have a say',
      [
        ...under('What we cannot do, and why', cannotBlocks(plan)),
        ...under('Have your say', plan.say === '' ? [] : [{ type: 'paragraph', text: plan.say }]),
      ],
    ],
  ];
  return {
    title: programme.title,
    subtitle: 'Our plan in plain English',
    cover: [
      `${plainDay(programme.startsOn)} to ${plainDay(programme.endsOn)}`,
      programme.places.join(', '),
      versionWords(plan),
      `Seal: ${version.seal}. Check it at ${checkAt}`,
    ].filter((line) => line !== ''),
    authority,
    language: 'en-GB',
    sections: sections.flatMap(([id, title, blocks]) =>
      blocks.length === 0 ? [] : [{ id, title, landscape: false, blocks }],
    ),
  };
}

/** Blocks under a heading of their own; without it where there are none. */
const under = (text: string, blocks: Block[]): Block[] =>
  blocks.length === 0 ? [] : [{ type: 'heading', level: 2, text }, ...blocks];

function needsBlocks({ needs }: PublicPlan): Block[] {
  if (needs.length === 0) return [];
  return [
    {
      type: 'table',
      caption: 'What families told us, and how many of them',
      columns: [
        { title: 'What they told us', share: 6 },
        { title: 'How many', share: 4 },
      ],
      rows: needs.map(({ statement, howMany }) => [statement, howMany === '' ? '–' : howMany]),
    },
  ];
}

function linesBlocks(plan: PublicPlan): Block[] {
  return linesByOutcome(plan).flatMap(({ outcome, lines: those }): Block[] => [
    {
      type: 'heading',
      level: 2,
      text: outcome === '' ? 'What else we will do' : `So that: ${outcome}`,
    },
    {
      type: 'table',
      caption: `${outcome === '' ? 'What else we will do' : outcome}: what and when`,
      columns: [
        { title: 'What we will do', share: 5 },
        { title: 'When', share: 3 },
        { title: 'Steps on the way', share: 5 },
      ],
      rows: those.map((line) => [
        lines(
          [
            line.title,
            line.objective,
            line.who === '' ? '' : `Who does it: ${line.who}`,
            line.partners === '' ? '' : `With: ${line.partners}`,
          ].filter((each) => each !== ''),
        ),
        whenOf(line),
        lines(line.steps.map(stepOf)),
      ]),
    },
  ]);
}

function moneyBlocks(plan: PublicPlan): Block[] {
  const money = moneyWords(plan);
  if (money === null) return [];
  return [
    { type: 'paragraph', text: money.all },
    ...(money.streams.length === 0
      ? []
      : [
          { type: 'paragraph' as const, text: 'The money comes from:' },
          { type: 'list' as const, items: money.streams },
        ]),
  ];
}

function measuresBlocks({ measures }: PublicPlan): Block[] {
  if (measures.length === 0) return [];
  return [
    {
      type: 'table',
      caption: 'What we measure, where it should go and where it stands',
      columns: [
        { title: 'What we measure', share: 5 },
        { title: 'Where it should go', share: 4 },
        { title: 'Newest figure', share: 3 },
      ],
      rows: measures.map((measure) => [
        measure.about === '' ? measure.label : `${measure.label}\nTells: ${measure.about}`,
        courseOf(measure) || 'Not set yet',
        measure.newest === '' ? 'No figure yet' : measure.newest,
      ]),
    },
  ];
}

function cannotBlocks({ cannot }: PublicPlan): Block[] {
  if (cannot.length === 0) return [];
  return [
    {
      type: 'table',
      caption: 'What we cannot do now, and why',
      columns: [
        { title: 'What families asked for', share: 4 },
        { title: 'Why not now', share: 6 },
      ],
      rows: cannot.map(({ what, why }) => [what, why]),
    },
  ];
}
