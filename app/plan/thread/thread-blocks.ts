import { lines as cell, type Block } from '#app/documents/blocks.ts';
import { many } from '#app/ui/words.ts';
import { sayNumbers, type LineThread, type PlanThread, type ThreadStep } from './plan-thread.ts';

/** So many steps are printed; a plan that has more says so, and its spreadsheet has them all. */
const PRINTED = 800;

/** The appendix of the plan: the golden thread line by line, and every step with who and when. */
export function threadBlocks({ thread }: { thread: PlanThread }): Block[] {
  if (thread.lines.length === 0) {
    return [
      {
        type: 'paragraph',
        text: 'The plan has no line yet, so that nothing can be followed back.',
      },
    ];
  }
  const stale = thread.steps.filter((step) => step.stale !== '').length;
  const bare = thread.lines.filter(({ needs }) => needs.length === 0).length;
  return [
    {
      type: 'paragraph',
      text: 'What is tied to what was frozen as it stood when somebody tied it. Where one end has changed since, the step says so; nothing that was kept is written over. Nobody who answered a survey or spoke on the panel is quoted here.',
    },
    {
      type: 'list',
      items: [
        `${many(thread.lines.length, 'plan line')}, ${many(thread.steps.length, 'step')} behind and after them.`,
        bare === 0
          ? 'A need stands behind every line.'
          : `${many(bare, 'line has', 'lines have')} no need behind ${bare === 1 ? 'it' : 'them'}.`,
        stale === 0
          ? 'Every step holds as it was made.'
          : `${many(stale, 'step no longer holds', 'steps no longer hold')} as ${stale === 1 ? 'it was' : 'they were'} made.`,
      ],
    },
    lineTable(thread.lines),
    stepTable(thread.steps.slice(0, PRINTED)),
    ...(thread.steps.length <= PRINTED
      ? []
      : ([
          {
            type: 'paragraph',
            tone: 'note',
            text: `The first ${PRINTED} of ${many(thread.steps.length, 'step')} are printed. All of them stand in the spreadsheet of this plan.`,
          },
        ] satisfies Block[])),
  ];
}

function lineTable(lines: readonly LineThread[]): Block {
  return {
    type: 'table',
    caption: 'The golden thread, line by line',
    columns: [
      { title: 'Plan line', share: 4 },
      { title: 'What families said', share: 4 },
      { title: 'Need', share: 4 },
      { title: 'Theory of change', share: 5 },
      { title: 'Measure and newest figure', share: 5 },
      { title: 'Requirements', share: 3 },
      { title: 'Steps', share: 3 },
    ],
    rows: lines.map((line) => [
      line.title,
      cell(line.themes, 'No theme'),
      line.needs.length > 0 ? cell(line.needs) : line.because || 'No need yet',
      cell(line.theory),
      cell(line.measures, 'No measure is tied to the line'),
      line.requirements.length === 0 ? '–' : line.requirements.join(', '),
      [
        line.steps.length === 0 ? '–' : sayNumbers(line.steps),
        ...(line.stale === 0 ? [] : [`${many(line.stale, 'no longer holds', 'no longer hold')}`]),
      ].join('\n'),
    ]),
    keys: lines.map(({ lineId }) => lineId),
  };
}

function stepTable(steps: readonly ThreadStep[]): Block {
  return {
    type: 'table',
    caption: 'Every step once, with who and when',
    columns: [
      { title: 'No.', share: 1, numeric: true },
      { title: 'Step', share: 11 },
      { title: 'Who and when', share: 5 },
      { title: 'Does it still hold?', share: 5 },
    ],
    rows: steps.map(({ number, sentence, note, who, stale }) => [
      String(number),
      note === '' ? sentence : `${sentence}\nWhy: ${note}`,
      who === '' ? 'Not recorded' : who,
      stale === '' ? 'Yes' : `No. ${stale}`,
    ]),
    keys: steps.map(({ from, to }) => `${from.kind} ${from.id} > ${to.kind} ${to.id}`),
  };
}
