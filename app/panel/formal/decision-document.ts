import type { Block, DocumentModel } from '#app/documents/blocks.ts';
import { sayDay } from '#app/ui/words.ts';
import { TEST_STATES, TEST_WORDS, type GunningTest } from './gunning.ts';
import { decidedWords, DUTY_NAMES, SOURCES, type FormalRecord } from './record.ts';

/** What the decision record is made of. */
export interface DecisionPaper {
  authority: DocumentModel['authority'];
  programme: string;
  title: string;
  purpose: string;
  opensOn: string | null;
  closesOn: string | null;
  record: FormalRecord;
  tests: readonly GunningTest[];
  /** What members were asked, with the answers that may be printed: small numbers hidden. */
  results: { text: string; answers: string }[];
  corrections: readonly { on: string; by: string; part: string; what: string; why: string }[];
  madeOn: string;
}

const DECISION_FORMATS = ['pdf', 'docx', 'html'] as const;
export type DecisionFormat = (typeof DECISION_FORMATS)[number];

export function isDecisionFormat(word: string | undefined): word is DecisionFormat {
  return DECISION_FORMATS.some((format) => format === word);
}

/** `decision-opening-hours-of-hubs.pdf`: letters of the title that every machine can keep. */
export function decisionFileName(title: string, format: DecisionFormat): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `decision-${words === '' ? 'record' : words}.${format}`;
}

/** The record of a decision after a formal consultation, as a board or a court reads it. */
export function decisionDocument(paper: DecisionPaper): DocumentModel {
  const { record, title, programme, opensOn, closesOn, madeOn } = paper;
  const asked = `People were asked from ${sayDay(opensOn)} to ${sayDay(closesOn)}`;
  return {
    title: `Decision record: ${title}`,
    subtitle: programme,
    cover: [asked, `Printed ${sayDay(madeOn)}`],
    authority: paper.authority,
    language: 'en-GB',
    sections: [
      section('decision', 'The decision', decisionBlocks(record)),
      section('considered', 'What people said, and how it was weighed', consideredBlocks(paper)),
      section('asked', 'What people were asked about', askedBlocks(paper)),
      section('tests', 'How the consultation was held', testBlocks(paper)),
    ],
  };
}

const section = (id: string, title: string, blocks: Block[]) => ({
  id,
  title,
  landscape: false,
  blocks,
});

const paragraphs = (text: string): Block[] =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ type: 'paragraph', text: line }));

function decisionBlocks(record: FormalRecord): Block[] {
  const { decision } = record;
  if (decision === null) return [{ type: 'paragraph', text: 'Nothing has been decided yet.' }];
  return [
    {
      type: 'facts',
      caption: 'The decision in short',
      facts: [
        ['Decided', decidedWords(record)],
        ['By', decision.decidedBy],
        ['On', sayDay(decision.decidedOn)],
      ],
    },
    ...paragraphs(decision.decision),
    { type: 'heading', level: 2, text: 'Reasons' },
    ...paragraphs(decision.decisionReasons),
    { type: 'heading', level: 2, text: 'What changed because of the answers' },
    ...paragraphs(decision.changed),
  ];
}

function consideredBlocks({ record, results }: DecisionPaper): Block[] {
  const { considered } = record;
  const blocks: Block[] =
    considered === null
      ? [{ type: 'paragraph', text: 'Nobody has written down how the answers were weighed.' }]
      : [
          {
            type: 'paragraph',
            text: `The answers had been read by ${considered.readBy} by ${sayDay(considered.readOn)}.`,
          },
          { type: 'heading', level: 2, text: 'What people said' },
          ...paragraphs(considered.said),
          { type: 'heading', level: 2, text: 'How each point was weighed' },
          ...paragraphs(considered.weighed),
        ];
  if (results.length === 0) return blocks;
  return [
    ...blocks,
    {
      type: 'table',
      caption: 'What parents and carers on the panel answered; small numbers are hidden',
      columns: [
        { title: 'Asked', share: 3 },
        { title: 'Answers', share: 2 },
      ],
      rows: results.map(({ text, answers }) => [text, answers]),
    },
  ];
}

function askedBlocks({ record, purpose }: DecisionPaper): Block[] {
  const { duty, formative, reasons, options, equality } = record;
  const facts: [string, string][] = [];
  if (duty !== null) {
    const note = duty.dutyNote === '' ? '' : ` (${duty.dutyNote})`;
    facts.push(['Law', `${DUTY_NAMES[duty.duty]}${note}`]);
    if (duty.duty === 'childrens-centres') {
      facts.push(['Source of the law', SOURCES['childrens-centres'].words]);
    }
  }
  if (formative !== null) facts.push(['What could still change', formative.stillOpen]);
  if (equality !== null) {
    const where = [equality.equalityLink, equality.fileName ?? ''].filter((one) => one !== '');
    facts.push([
      'Equality impact assessment',
      [`${equality.equalityTitle}, ${sayDay(equality.equalityOn)}`, ...where].join('\n'),
    ]);
  }
  return [
    ...paragraphs(purpose),
    ...(facts.length > 0
      ? [{ type: 'facts', caption: 'The ground of the consultation', facts } as const]
      : []),
    { type: 'heading', level: 2, text: 'Reasons for the proposal' },
    ...paragraphs(reasons?.reasons ?? 'None written down.'),
    {
      type: 'table',
      caption: 'Options that people were asked about',
      columns: [
        { title: 'Option', share: 2 },
        { title: 'What it would mean', share: 3 },
        { title: 'Preferred?', share: 1 },
        { title: 'Why', share: 3 },
      ],
      rows: (options?.list ?? []).map(({ name, words, preferred, why }) => [
        name,
        words,
        preferred ? 'Yes' : 'No',
        why,
      ]),
    },
  ];
}

function testBlocks({ tests, corrections }: DecisionPaper): Block[] {
  return [
    { type: 'paragraph', text: `The tests: ${SOURCES.tests.words}.`, tone: 'note' },
    ...tests.flatMap((test): Block[] => [
      {
        type: 'heading',
        level: 2,
        text: `${test.number}. ${TEST_WORDS[test.id].title}: ${TEST_STATES[test.state].toLowerCase()}`,
      },
      { type: 'paragraph', text: TEST_WORDS[test.id].asks },
      {
        type: 'table',
        caption: `What shows test ${test.number}`,
        columns: [
          { title: 'What', share: 2 },
          { title: 'Evidence', share: 5 },
          { title: 'Written down by', share: 2 },
        ],
        rows: test.evidence.map(({ label, words, kept }) => [
          label,
          words,
          kept === null ? '–' : `${kept.by}\n${sayDay(kept.on)}`,
        ]),
      },
      ...test.warnings.map((text): Block => ({ type: 'paragraph', text, tone: 'note' })),
    ]),
    ...(corrections.length === 0
      ? []
      : [
          {
            type: 'table',
            caption: 'What was put right or taken back',
            columns: [
              { title: 'Day', share: 2 },
              { title: 'Part', share: 2 },
              { title: 'Why', share: 4 },
            ],
            rows: corrections.map(({ on, by, part, what, why }) => [
              `${sayDay(on)}\n${by}`,
              `${part}: ${what}`,
              why,
            ]),
          } as const,
        ]),
  ];
}
