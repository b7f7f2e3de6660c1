import type { Block } from '#app/documents/blocks.ts';
import { dayOf } from '#app/ui/words.ts';
import { plainDay } from '../public/public-words.ts';
import { sayOrigin, type Origin, type TakenThing } from './fragment.ts';

/** What of a plan or its theory was taken over from others, as documents and pages say it. */
export interface TakenOver {
  kind: 'outcome' | 'plan-line';
  title: string;
  /** Whose it was and which edition, in words. */
  from: string;
  /** YYYY-MM-DD. */
  takenOn: string;
  takenBy: string;
  /** Ids here. */
  things: readonly string[];
}

interface Kept {
  kind: string;
  title: string;
  origin: unknown;
  taken: unknown;
  takenAt: Date;
  takenBy: string;
}

/**
 * What still stands of what was taken over.
 *
 * @param there ids of lines, boxes and pieces that stand
 */
export function takenOverOf(rows: readonly Kept[], there: ReadonlySet<string>): TakenOver[] {
  return rows.flatMap(({ kind, title, origin, taken, takenAt, takenBy }): TakenOver[] => {
    const things = (taken as TakenThing[]).map(({ here }) => here).filter((id) => there.has(id));
    if (things.length === 0) return [];
    return [
      {
        kind: kind === 'outcome' ? 'outcome' : 'plan-line',
        ...{ title, takenBy, things },
        from: sayOrigin(origin as Origin),
        takenOn: dayOf(takenAt),
      },
    ];
  });
}

/** `Taken over from Northmere Council, …, by Priya Shah on 13 November 2026.` */
export const sayTakenOver = ({ from, takenBy, takenOn }: TakenOver): string =>
  `Taken over from ${from}, by ${takenBy} on ${plainDay(takenOn)}.`;

/** For the section of method: nothing where nothing was taken over. */
export function takenOverBlocks(taken: readonly TakenOver[]): Block[] {
  if (taken.length === 0) return [];
  return [
    { type: 'heading', level: 2, text: 'Taken over from others' },
    {
      type: 'table',
      caption: 'What was taken over from what other authorities have published',
      columns: [
        { title: 'What', share: 5 },
        { title: 'From', share: 7 },
        { title: 'By whom, and when', share: 3 },
      ],
      rows: taken.map(({ kind, title, from, takenBy, takenOn }) => [
        `${kind === 'outcome' ? 'Outcome' : 'Plan line'}\n${title}`,
        from,
        `${takenBy}\n${plainDay(takenOn)}`,
      ]),
      keys: taken.map(({ things }) => things[0] ?? ''),
    },
  ];
}
