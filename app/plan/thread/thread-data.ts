import type { PlanSheet } from '#app/plan/export/plan-sheets.ts';
import { dayOf } from '#app/ui/words.ts';
import { sayNumbers, type PlanThread } from './plan-thread.ts';

/** The thread as sheets of the plan's workbook: every step, and the lines with the numbers of theirs. */
export function threadSheets({ thread }: { thread: PlanThread }): PlanSheet[] {
  return [
    {
      name: 'Thread',
      widths: [8, 80, 40, 24, 12, 60],
      rows: [
        ['Step', 'Says', 'Why', 'Who', 'When', 'What no longer holds'],
        ...thread.steps.map(({ number, sentence, note, by, at, stale }) => [
          number,
          sentence,
          note,
          by,
          at === null ? null : { day: dayOf(at) },
          stale,
        ]),
      ],
    },
    {
      name: 'Thread by line',
      widths: [50, 50, 50, 60, 60, 30, 24, 14],
      rows: [
        [
          'What will be done',
          'What families said',
          'Need',
          'Theory of change',
          'Measure and newest figure',
          'Requirements',
          'Steps',
          'No longer hold',
        ],
        ...thread.lines.map((line) => [
          line.title,
          line.themes.join('\n'),
          line.needs.length > 0 ? line.needs.join('\n') : line.because,
          line.theory.join('\n'),
          line.measures.join('\n'),
          line.requirements.join(', '),
          sayNumbers(line.steps),
          line.stale,
        ]),
      ],
    },
  ];
}

/** The thread as data: every step with its two ends, and the numbers of the steps of each line. */
export function threadJson({ thread }: { thread: PlanThread }) {
  return {
    steps: thread.steps.map(({ number, from, to, sentence, note, by, at, stale }) => ({
      number,
      from,
      to,
      sentence,
      note,
      by,
      at: at?.toISOString() ?? null,
      stale: stale === '' ? null : stale,
    })),
    lines: thread.lines.map(({ lineId, steps, measures, themes, stale }) => ({
      lineId,
      themes,
      measures,
      steps,
      stale,
    })),
  };
}
