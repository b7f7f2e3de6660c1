import { note, paragraph, type Block } from '#app/documents/blocks.ts';
import { GRADE_NAMES, shortSource } from '#app/plan/coverage/packs.ts';
import { assumptionBlocks } from '#app/plan/export/document-theory.ts';
import { SECTION_BLOCKS } from '#app/plan/export/section-blocks.ts';
import { outcomeBlocks } from '#app/plan/outcomes/blocks.ts';
import type { LocalPlanSection } from './outlines.ts';
import { needsAnswered, progressTable } from './shared-blocks.ts';
import { hasOwnWords, toBeWritten, type Writing } from './writing.ts';

/** On which items of the guidance each section rests. Nothing else is known of the contents. */
const LOCAL_PLAN_RESTS_ON: Readonly<Record<LocalPlanSection, readonly string[]>> = {
  vision: ['BSFH-PLAN-01'],
  needs: ['BSFH-PLAN-02'],
  gaps: ['BSFH-PLAN-02'],
  partners: ['BSFH-PLAN-03'],
  progress: ['BSFH-PLAN-03'],
  learning: ['BSFH-PLAN-03'],
  scale: ['BSFH-PLAN-04'],
  strategies: ['BSFH-PLAN-05'],
  health: ['BSFH-PLAN-10'],
  themes: ['BSFH-PLAN-11'],
  targets: ['BSFH-PLAN-06', 'BSFH-PLAN-07', 'BSFH-PLAN-08'],
  publish: ['BSFH-PLAN-09'],
  missing: [],
  method: [],
};

const OWN: Readonly<Partial<Record<LocalPlanSection, string>>> = {
  vision: 'the vision that partners share.',
  scale: 'what works here already, and how it will reach everybody who needs it.',
  strategies: 'the strategies that this plan builds on.',
  health: 'how this plan works with the Neighbourhood Health plan.',
  themes: 'what this plan does under each of the three themes.',
  targets: 'the targets that the Department set for this authority.',
  publish: 'by when this plan is due, who decides on it and where it is published.',
};

/** The blocks of a section of the local plan: what it rests on, what is computed, what is unwritten. */
export function localPlanBlocks(id: LocalPlanSection, writing: Writing): Block[] {
  const own = OWN[id];
  return [
    ...restsOn(id, writing),
    ...(own === undefined ? [] : toBeWritten(writing.plan, 'local-plan', id, own)),
    ...COMPUTED[id](writing),
  ];
}

function restsOn(id: LocalPlanSection, { guidance }: Writing): Block[] {
  return LOCAL_PLAN_RESTS_ON[id].map((requirementId) => {
    const found = guidance(requirementId);
    return note(
      found === undefined
        ? `This heading is to be confirmed by the authority: ${requirementId} is not in the guidance here.`
        : `What is asked: ${found.text} ${shortSource(found).replace('\n', '. ')}.`,
    );
  });
}

const none = (): Block[] => [];

const COMPUTED: Readonly<Record<LocalPlanSection, (writing: Writing) => Block[]>> = {
  vision: ({ plan }) => {
    const aims = (plan.theory?.boxes ?? []).filter(
      ({ type }) => type === 'aim' || type === 'impact',
    );
    if (aims.length === 0) return [paragraph('The theory of change names no aim yet.')];
    const items = aims.map(({ label, detail }) => (detail === '' ? label : `${label}: ${detail}`));
    return [
      { type: 'paragraph', tone: 'strong', text: 'What the theory of change is for' },
      { type: 'list', items },
    ];
  },
  needs: ({ plan }) => needsAnswered(plan),
  gaps: ({ plan }) => {
    const open = plan.lines.filter(({ status }) => status !== 'stopped');
    return open.length === 0
      ? [paragraph('There is no line in the plan yet.')]
      : [progressTable('What will be done', open, plan.madeOn)];
  },
  partners: ({ plan }) => SECTION_BLOCKS.governance(plan),
  progress: ({ plan }) => outcomeBlocks(plan),
  learning: ({ plan }) => {
    const found = plan.theory === null ? [] : assumptionBlocks(plan.theory);
    return found.length > 0
      ? found
      : [paragraph('The theory of change does not say yet what has to hold for it to work.')];
  },
  scale: none,
  strategies: none,
  health: ({ plan }) => SECTION_BLOCKS.money(plan),
  themes: none,
  targets: none,
  publish: none,
  missing: missingBlocks,
  method: ({ plan }) => [
    paragraph(
      'The headings of the official template for local plans could not be read. These follow what was read of what such a plan has to hold; how well each is known stands under its heading. Check them against the official copy before this plan is used.',
    ),
    ...SECTION_BLOCKS.method(plan),
  ],
};

function missingBlocks(writing: Writing): Block[] {
  const { plan, guidance } = writing;
  const rows = Object.entries(LOCAL_PLAN_RESTS_ON).flatMap(([section, ids]) =>
    ids.map((id) => {
      const found = guidance(id);
      const written =
        OWN[section as LocalPlanSection] === undefined
          ? 'Filled from the system'
          : hasOwnWords(plan, 'local-plan', section)
            ? 'Written'
            : 'Not written yet';
      return [
        found === undefined ? id : `${id}\n${found.text}`,
        found === undefined ? 'To be confirmed by the authority' : GRADE_NAMES[found.grade],
        written,
      ];
    }),
  );
  return [
    {
      type: 'table',
      caption: 'What a local plan has to hold, as far as it is known',
      columns: [
        { title: 'What is asked', share: 6 },
        { title: 'How well it is known', share: 4 },
        { title: 'In this document', share: 3 },
      ],
      rows,
    },
    paragraph(
      'Other headings of the official template are not known here: the authority confirms them and adds them as sections of its own.',
    ),
    ...(plan.obstacles.length === 0
      ? []
      : ([
          {
            type: 'heading',
            level: 2,
            text: 'What stands between the delivery plan and its sign-off',
          },
          { type: 'list', items: plan.obstacles.map(({ says }) => says) },
        ] satisfies Block[])),
  ];
}
