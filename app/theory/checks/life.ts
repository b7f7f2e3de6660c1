import { monthsAfter } from './days.ts';
import type { Remark } from './finding.ts';
import { isOutcome, type Reading } from './reading.ts';

/** TOC-L: whether the theory is anybody’s, is looked at again, and thinks of harm and of the end. */
export function life(reading: Reading): Remark[] {
  const { boxes } = reading.theory;
  // A list of wishes, or of things to do, is no theory yet that somebody could own.
  const whole = boxes.some(({ type }) => type === 'activity') && boxes.some(isOutcome);
  if (!whole) return [];
  return [
    ...notReviewed(reading),
    ...madeAlone(reading),
    ...onlyGood(reading),
    ...noAfterwards(reading),
  ];
}

/** A theory is looked at again at least once in so many months. */
const REVIEW_MONTHS = 12;

function notReviewed({ theory, around }: Reading): Remark[] {
  const reviewed = (theory.more['reviewedOn'] ?? '').trim();
  const since = reviewed === '' ? (around?.begunOn ?? '') : reviewed;
  if (around === null || since === '' || since >= monthsAfter(around.today, -REVIEW_MONTHS)) {
    return [];
  }
  return [
    {
      id: 'TOC-L01',
      targets: [],
      place: { kind: 'about', id: '' },
      message:
        reviewed === ''
          ? 'Nobody has reviewed this theory since it was begun, more than a year ago.'
          : 'The last review of this theory was more than a year ago.',
      why: 'Families, services and evidence have moved on since.',
      todo: 'Walk through it with partners and the panel, and write down the day of the review.',
    },
  ];
}

/** So few boxes one person may draw before anybody else has seen them. */
const A_SKETCH = 8;

function madeAlone({ theory, around }: Reading): Remark[] {
  if (around === null || around.editors !== 1 || around.heard || theory.boxes.length <= A_SKETCH) {
    return [];
  }
  return [
    {
      id: 'TOC-L02',
      targets: [],
      message: 'One person has made this theory alone.',
      why: 'Those who did not take part will not act by it, and they know what one person cannot.',
      todo: 'Go through it with a partner, or take the panel on a walk through it.',
    },
  ];
}

function onlyGood({ theory }: Reading): Remark[] {
  const thought =
    (theory.more['unintended'] ?? '').trim() !== '' ||
    theory.boxes.some(({ type }) => type === 'risk') ||
    theory.links.some(({ more }) => more['sign'] === 'less');
  if (thought) return [];
  return [
    {
      id: 'TOC-L03',
      targets: [],
      place: { kind: 'add', id: 'risk' },
      message: 'Nothing says what could go wrong, or what harm it could do.',
      why: 'Every change takes something from somebody: time, money, or another service.',
      todo: 'Add a risk, or write down which unintended effects were thought of.',
    },
  ];
}

function noAfterwards({ theory }: Reading): Remark[] {
  if ((theory.more['afterwards'] ?? '').trim() !== '') return [];
  return [
    {
      id: 'TOC-L04',
      targets: [],
      place: { kind: 'about', id: '' },
      message: 'Nothing says what stays when the money ends.',
      why: 'Families lose twice when help that they came to rely on stops without a word.',
      todo: 'Say what goes on, who pays for it then, and what ends.',
    },
  ];
}
