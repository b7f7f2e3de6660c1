import { HIDDEN, type Shown } from '#app/statistics/small-numbers.ts';
import type { Interval } from '#app/statistics/wilson.ts';
import { chanceAlone, type GroupReached, type GroupStanding } from './who-is-missing.ts';

/** How a group stands, in the few words of a tag. */
export const STANDING_NAMES: Readonly<Record<GroupStanding, string>> = {
  'too-few': 'Missing',
  'too-many': 'More than its share',
  alike: 'About its share',
  uncertain: 'Too soon to say',
  hidden: 'Hidden',
};

/** 0.0399 as "4%", and small parts with a decimal: 0.004 as "0.4%". */
export function sayPart(part: number): string {
  const percent = part * 100;
  const digits = percent > 0 && percent < 1 ? 1 : 0;
  return `${percent.toFixed(digits)}%`;
}

export const sayCount = (count: Shown) =>
  count === HIDDEN ? HIDDEN : count.toLocaleString('en-GB');

/** "18", or where it is hidden what it can be: "[c] 0 to 9". */
export function sayReached({ count, range }: GroupReached): string {
  if (count !== HIDDEN || range === null) return sayCount(count);
  return `${HIDDEN} ${range.low.toLocaleString('en-GB')} to ${range.high.toLocaleString('en-GB')}`;
}

/** A part as "5%", or as "5% to 8%" where a number behind it is hidden. */
export function sayPartRange(part: Interval | null): string {
  if (part === null) return HIDDEN;
  const [low, high] = [sayPart(part.low), sayPart(part.high)];
  return low === high ? low : `${low} to ${high}`;
}

/** The one sentence of a missing group: "4% of answers are from fathers: 18 of 451." */
export function sentenceOf(group: GroupReached, base: Shown): string {
  const label = groupInSentence(group.label);
  const wanted = `They are ${sayPart(group.share)} of families.`;
  if (group.reached === null) return `Too few answers to show are from ${label}. ${wanted}`;
  if (group.count === HIDDEN) {
    return `At most ${sayPart(group.reached.high)} of answers are from ${label}. ${wanted}`;
  }
  const of = base === HIDDEN ? '' : ` of ${sayCount(base)}`;
  if (group.count === 0) return `No answer${of} is from ${label}. ${wanted}`;
  return `${sayPartRange(group.reached)} of answers are from ${label}: ${sayCount(group.count)}${of}. ${wanted}`;
}

/** "Fathers" reads "fathers" within a sentence; a name such as "Eastmoor" stays as it is. */
function groupInSentence(label: string): string {
  const plural = /^(Fathers|Mothers|Men|Women|Grandparents|Young parents|Families|Parents)\b/;
  return plural.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : `“${label}”`;
}

/** How many more answers are wanted, in words; null where none are. */
export function sayMore({ more }: GroupReached): string | null {
  if (more === null || more.all === 0) return null;
  const least = more.atLeast ? 'at least ' : '';
  if (!Number.isFinite(more.all)) return 'only answers from this group';
  if (more.nearly === 0 || more.nearly === more.all) return `${least}${sayCount(more.all)} more`;
  return `${least}${sayCount(more.nearly)} more to come near, ${sayCount(more.all)} to match`;
}

/** What so many answers can tell, honestly: few answers show only wide gaps. */
export function whatSoManyTell(answers: number): string {
  if (answers === 0) return 'Nobody has answered yet, so nobody is missing yet.';
  const points = Math.round(100 * chanceAlone(answers));
  const start = `With ${answers.toLocaleString('en-GB')} ${answers === 1 ? 'answer' : 'answers'}, chance alone can move a group that is half of families by ${points} percentage points either way`;
  if (answers < 20) return `${start}. Only a very wide gap shows so early, and then it is real.`;
  if (answers < 100) return `${start}. Wide gaps show, narrow ones do not yet.`;
  return `${start}. A group is called missing only where its gap is wider than chance explains.`;
}
