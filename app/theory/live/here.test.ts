import { describe, expect, test } from 'vitest';
import {
  fieldKey,
  initialsOf,
  LEAVING,
  leaving,
  marksOf,
  named,
  peopleHere,
  reported,
  settled,
  SILENCE,
  TYPING_ENDS,
  typistOf,
  type Report,
  type Visits,
} from './here.ts';

const none: Visits = new Map();
const priya: Report = { visit: 'v1', personId: 'p', name: 'Priya Nair', at: 'a', typing: null };
const tom: Report = { visit: 'v2', personId: 't', name: 'Tom Okafor', at: 'a', typing: 'a label' };

describe('who is here', () => {
  test('windows of one person are one person, and nobody is told of themselves', () => {
    const visits = reported(reported(none, priya, 0), { ...priya, visit: 'v3', at: 'b' }, 0);
    expect(peopleHere(visits)).toEqual([
      { id: 'p', name: 'Priya Nair', at: ['a', 'b'], typing: [] },
    ]);
    expect(peopleHere(visits, 'p')).toEqual([]);
  });

  test('silence ends typing first and being there later; nothing changes before', () => {
    const visits = reported(none, tom, 0);
    expect(settled(visits, TYPING_ENDS - 1)).toBe(visits);
    expect(peopleHere(settled(visits, TYPING_ENDS))).toMatchObject([{ at: ['a'], typing: [] }]);
    expect(peopleHere(settled(visits, SILENCE - 1))).toHaveLength(1);
    expect(peopleHere(settled(visits, SILENCE))).toEqual([]);
  });

  test('a window that closes goes a moment later, unless it speaks again; nobody closes another’s', () => {
    const visits = reported(none, tom, 0);
    expect(leaving(visits, 'v2', 'p', 10)).toBe(visits);
    const closed = leaving(visits, 'v2', 't', 10);
    expect(peopleHere(closed)).toMatchObject([{ typing: [] }]);
    expect(peopleHere(settled(closed, 10 + LEAVING))).toEqual([]);
    expect(peopleHere(settled(reported(closed, tom, 20), 10 + LEAVING))).toHaveLength(1);
  });

  test('nobody speaks for the window of somebody else', () => {
    const visits = reported(none, tom, 0);
    expect(reported(visits, { ...priya, visit: 'v2' }, 5)).toBe(visits);
  });
});

describe('in words', () => {
  test.each([
    ['Priya Nair', 'PN'],
    ['Ngozi', 'N'],
    ['Mary-Anne O’Brien Smith', 'MS'],
    ['  ', '?'],
    ['عائشہ خان', 'عخ'],
    ['élodie (she/her)', 'ÉS'],
    ['7 of Nine', 'ON'],
  ])('the initials of %s are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  test('typing and marks name everybody, and more than three are counted', () => {
    const people = ['Amira Khan', 'Ben Low', 'Cy Poe', 'Di Roe'].map((name, index) => ({
      id: String(index),
      name,
      at: ['a'],
      typing: index < 2 ? [fieldKey('a', 'label')] : [],
    }));
    expect(typistOf(people, 'a label')).toBe('Amira Khan and Ben Low are typing here');
    expect(typistOf(people.slice(1), 'a label')).toBe('Ben Low is typing here');
    expect(typistOf(people, 'b label')).toBeNull();
    expect(marksOf(people).get('a')).toEqual({
      initials: 'AK BL CP +1',
      words: 'Amira Khan, Ben Low, Cy Poe and Di Roe are here',
    });
    expect(named([])).toBe('');
  });
});
