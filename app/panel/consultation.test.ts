import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moved, progressOf, stateOf, whyNotOpen } from './consultation.ts';

const statement = { type: 'statement', text: 'Evenings', options: null };
const ready = {
  state: 'draft',
  items: [statement],
  members: 12,
  closesOn: '2026-06-15',
  today: '2026-06-01',
} as const;
const messages = (about: Parameters<typeof whyNotOpen>[0]) =>
  whyNotOpen(about).map(({ message }) => message);

describe('a consultation', () => {
  test('is open to the end of its closing day, and closed the day after', () => {
    const open = { status: 'open', closesOn: '2026-06-15' };
    expect(stateOf(open, '2026-06-15')).toBe('open');
    expect(stateOf(open, '2026-06-16')).toBe('closed');
    expect(stateOf({ ...open, status: 'closed' }, '2026-06-02')).toBe('closed');
    expect(stateOf({ status: 'draft', closesOn: null }, '2026-06-02')).toBe('draft');
  });

  test('opens when there is something to ask, somebody to answer and time to do it', () => {
    expect(whyNotOpen(ready)).toEqual([]);
    expect(messages({ ...ready, items: [], members: 0, closesOn: '2026-06-01' })).toEqual([
      'Add at least one statement',
      'Add somebody to the panel first: nobody can answer yet',
      'The closing day must be after today',
    ]);
    expect(messages({ ...ready, closesOn: '2027-06-01' })).toEqual([
      'The closing day must be within six months',
    ]);
  });

  test('with options opens when there are two, each with a picture or none', () => {
    const options = ['Sunrise', 'Bridge'].map((words) => ({ id: words, words }));
    const ballot = { type: 'choice', text: 'Which design?', options };
    const about = { ...ready, kind: 'ballot' } as const;
    expect(messages({ ...about, items: [ballot] })).toEqual([]);
    expect(messages({ ...about, items: [] })).toEqual(['Add at least one choice']);
    expect(messages({ ...about, items: [{ ...ballot, options: options.slice(1) }] })).toEqual([
      'Give the choice “Which design?” at least two options',
    ]);
    const half = [{ id: 'a', words: 'Sunrise', pictureId: 'p' }, ...options.slice(1)];
    expect(messages({ ...about, items: [{ ...ballot, options: half }] })).toEqual([
      'Give every option of “Which design?” a picture, or none',
    ]);
  });

  test('as a poll needs no panel, and may open and close on one day', () => {
    const poll = { ...ready, kind: 'poll', members: 0, closesOn: ready.today } as const;
    expect(messages(poll)).toEqual([]);
    expect(messages({ ...poll, closesOn: '2026-05-31' })).toEqual([
      'The closing day must be today or later',
    ]);
  });

  test('does not open twice', () => {
    expect(messages({ ...ready, state: 'open' })).toEqual(['It is open already']);
    expect(messages({ ...ready, state: 'closed' })).toEqual(['It is closed already']);
  });
});

describe('a member', () => {
  const statements = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  test('goes on at the first statement without an answer', () => {
    expect(progressOf(statements, new Set())).toEqual({ answered: 0, of: 3, next: 1 });
    expect(progressOf(statements, new Set(['a', 'c']))).toEqual({ answered: 2, of: 3, next: 2 });
    expect(progressOf(statements, new Set(['a', 'b', 'c']))).toEqual({
      answered: 3,
      of: 3,
      next: null,
    });
  });

  test('is not counted twice for an answer to a statement that is gone', () => {
    expect(progressOf(statements, new Set(['z']))).toEqual({ answered: 0, of: 3, next: 1 });
  });
});

describe('moving a statement', () => {
  test('goes one place and stops at the ends', () => {
    expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 'z', 1)).toEqual(['a', 'b', 'c']);
  });

  test('loses and doubles none', () => {
    const ids = fc.uniqueArray(fc.string(), { minLength: 1 });
    fc.assert(
      fc.property(ids, fc.nat(), fc.constantFrom<-1 | 1>(-1, 1), (order, n, by) => {
        const after = moved(order, order[n % order.length] ?? '', by);
        expect([...after].sort()).toEqual([...order].sort());
      }),
    );
  });
});
