import type { Mark } from '../drawing/marks.ts';
import type { Theory } from '../graph.ts';
import { COURSE_WORDS, type Course } from '../measures/course.ts';
import { behind, overlayOf, shaded, strengthOf, type Overlay, type Said } from './overlay.ts';

/** A line of the plan: what it costs in pence, and the activities that it pays for. */
export interface MoneyFact {
  id: string;
  title: string;
  /** Null while nobody has said. */
  costPence: number | null;
  activityIds: readonly string[];
}

const EXACT = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });
const SHORT = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  notation: 'compact',
  maximumSignificantDigits: 3,
});

/** A whole number of pence in pounds, as in a table: `£1,234.50`. */
const exactly = (pence: number) => EXACT.format(pence / 100).replace(/\.00$/, '');

/**
 * What the plan spends on each activity, and on all activities that lead to each later box. A line
 * that pays for several is counted once in each sum, so that sums of different boxes overlap.
 */
export function moneyOverlay(theory: Theory, lines: readonly MoneyFact[]): Overlay {
  const activities = new Set(
    theory.boxes.flatMap(({ id, type }) => (type === 'activity' ? [id] : [])),
  );
  const found = behind(theory, (id) => activities.has(id));
  const sums = theory.boxes.flatMap(({ id, type }) => {
    const from = found.get(id) ?? new Set<string>();
    if (from.size === 0 || type === 'need' || type === 'rootCause') return [];
    const paying = lines.filter((line) => line.activityIds.some((each) => from.has(each)));
    const pence = paying.reduce((sum, { costPence }) => sum + (costPence ?? 0), 0);
    const unknown = paying.filter(({ costPence }) => costPence === null).length;
    return [{ id, own: activities.has(id), pence, unknown, paying }];
  });
  const largest = Math.max(0, ...sums.filter(({ own }) => own).map(({ pence }) => pence));
  const said = sums.map(({ id, own, pence, unknown, paying }): Said => {
    const words = paying.length === 0 ? 'no plan line' : exactly(pence);
    const lacking = unknown === 0 ? '' : ` (${unknown} of ${paying.length} costs not known)`;
    const short =
      paying.length === 0 ? '£0' : `${SHORT.format(pence / 100)}${unknown === 0 ? '' : '+'}`;
    return {
      id,
      words: `${words}${lacking}`,
      because: paying.map(({ title }) => title).join('; '),
      mark: shaded(
        own ? strengthOf(pence, largest) : paying.length === 0 ? 0 : 1,
        short,
        own ? `The plan spends ${words}` : `The plan spends ${words} on the way to it`,
        'what the plan spends on it, or on the way to it',
        '£20K',
      ),
    };
  });
  return overlayOf(theory, 'money', said);
}

/** How a measure stands, and why. */
export interface CourseFact {
  measureId: string;
  label: string;
  /** The box or link that it measures; null for the whole theory. */
  on: string | null;
  course: Course;
  because: string;
}

const COURSE_LOOKS: Readonly<
  Record<'good' | 'close' | 'bad' | 'open', Omit<Mark, 'words' | 'name'>>
> = {
  good: { colour: '#00703c', dashes: '', width: 3, fill: '#eaf5ee', meaning: 'all on course' },
  close: {
    colour: '#8a4600',
    dashes: '8 4 2 4',
    width: 3,
    fill: '#fdf2e7',
    meaning: 'some close to the course',
  },
  bad: { colour: '#b10e1e', dashes: '3 4', width: 3, fill: '#fbeeee', meaning: 'some behind' },
  open: {
    colour: '#505a5f',
    dashes: '1 5',
    width: 1.6,
    fill: '#f3f2f1',
    meaning: 'not to be said yet',
  },
};

const OF_COURSE: Readonly<Record<Course, keyof typeof COURSE_LOOKS>> = {
  reached: 'good',
  onCourse: 'good',
  near: 'close',
  behind: 'bad',
  away: 'bad',
  cannotSay: 'open',
};

/** Whether the measures of each box and link are on course; the worst decides its colour. */
export function performanceOverlay(theory: Theory, measures: readonly CourseFact[]): Overlay {
  const said = [...theory.boxes, ...theory.links].flatMap(({ id }): Said[] => {
    const own = measures.filter(({ on }) => on === id);
    if (own.length === 0) return [];
    const kinds = own.map(({ course }) => OF_COURSE[course]);
    const good = kinds.filter((kind) => kind === 'good').length;
    const worst =
      (['bad', 'close', 'open', 'good'] as const).find((kind) => kinds.includes(kind)) ?? 'open';
    const words = `${good} of ${own.length} on course`;
    return [
      {
        id,
        words,
        because: own
          .map(
            ({ label, course, because }) =>
              `${label}: ${COURSE_WORDS[course].toLowerCase()}. ${because}`,
          )
          .join(' '),
        mark: { ...COURSE_LOOKS[worst], words: `${good} of ${own.length}`, name: words },
      },
    ];
  });
  return overlayOf(theory, 'performance', said);
}
