import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstTold, newsIn, toldBefore, type ReplyStep } from './steps.ts';
import { onTimeByQuarter, signalsOf, type ThemeToAnswer } from './waiting.ts';

const step = (change: Partial<ReplyStep>): ReplyStep => ({
  status: 'we-will',
  words: 'One evening a week',
  because: '',
  owner: 'Hub manager',
  dueOn: '2026-09-01',
  isPublic: true,
  at: new Date('2026-05-01'),
  ...change,
});
const did = { status: 'we-did', words: 'Two hubs open on Thursdays', dueOn: null };

describe('what families were told before', () => {
  test('is each answer that was public, and not the one that stands', () => {
    const steps = [
      step({ isPublic: false, words: 'A draft' }),
      step({}),
      step({ because: 'Mended' }),
      step({ isPublic: false, words: 'Taken down' }),
      step({ ...did, at: new Date('2026-08-20') }),
    ];
    expect(toldBefore(steps)).toEqual([
      {
        what: 'We will',
        words: 'One evening a week',
        dueOn: '2026-09-01',
        at: new Date('2026-05-01'),
      },
    ]);
    expect(firstTold(steps)).toEqual(new Date('2026-05-01'));
    expect(toldBefore(steps.slice(0, 4))).toHaveLength(1);
    expect(toldBefore([])).toEqual([]);
  });

  test('is in the words that were mended last: a slip does not stay', () => {
    const slip = step({ words: 'Leanne Hughes will get her ramp' });
    const mended = step({ words: 'A ramp will be built', at: new Date('2026-05-02') });
    const draft = step({ isPublic: false, words: 'Not yet told' });
    expect(toldBefore([slip, mended])).toEqual([]);
    const later = step({ ...did, at: new Date('2026-08-20') });
    const told = { words: 'A ramp will be built', at: slip.at };
    expect(toldBefore([slip, draft, mended, draft, later])).toMatchObject([told]);
    expect(toldBefore([slip, mended, draft])).toMatchObject([told]);
    const again = step({ words: 'A ramp, as we said' });
    expect(toldBefore([slip, mended, later, again]).map(({ words }) => words)).toEqual([
      'A ramp will be built',
      'Two hubs open on Thursdays',
    ]);
  });

  test('is news when it is first told and when it became another answer, not when it is mended', () => {
    expect(newsIn([step({ isPublic: false })])).toBeNull();
    expect(newsIn([step({ isPublic: false }), step({})])).toBe('answered');
    expect(newsIn([step({}), step({ words: 'One evening every week' })])).toBeNull();
    expect(newsIn([step({}), step({ dueOn: '2026-12-01' })])).toBe('changed');
    expect(newsIn([step({}), step({ isPublic: false }), step(did)])).toBe('changed');
    expect(newsIn([])).toBeNull();
  });

  test('never holds what was not public', () => {
    const any = fc.record({
      status: fc.constantFrom('we-did', 'we-will', 'we-cannot', 'thinking'),
      words: fc.constantFrom('one', 'two', 'secret'),
      isPublic: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), (list) => {
        const steps = list.map((one) =>
          step({ ...one, isPublic: one.isPublic && one.words !== 'secret' }),
        );
        const told = toldBefore(steps).map(({ words }) => words);
        expect(told).not.toContain('secret');
        expect(told.length).toBeLessThanOrEqual(steps.filter((one) => one.isPublic).length);
      }),
    );
  });
});

const theme = (change: Partial<ThemeToAnswer>): ThemeToAnswer => ({
  id: 't',
  name: 'Buses',
  since: '2026-05-01',
  answeredOn: null,
  reply: null,
  ...change,
});
const told = { status: 'we-did', dueOn: null, isPublic: true };

describe('a theme that waits', () => {
  test('is told once its days are over, longest first, and a draft is no answer', () => {
    const themes = [
      theme({ id: 'a' }),
      theme({ id: 'b', since: '2026-04-20', reply: { ...told, isPublic: false } }),
      theme({ id: 'c', reply: told, answeredOn: '2026-05-10' }),
      theme({ id: 'd', since: null }),
    ];
    expect(signalsOf(themes, 28, '2026-05-29').tooLong).toEqual([
      { id: 'b', name: 'Buses', days: 39 },
    ]);
    expect(signalsOf(themes, 28, '2026-05-30').tooLong.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  test('a promise past its day is told, and one that was kept is not', () => {
    const will = { status: 'we-will', dueOn: '2026-06-01', isPublic: true };
    const themes = [
      theme({ id: 'will', reply: will }),
      theme({ id: 'thinking', reply: { ...will, status: 'thinking', dueOn: '2026-05-20' } }),
      theme({ id: 'did', reply: { ...will, status: 'we-did' } }),
      theme({ id: 'draft', reply: { ...will, isPublic: false } }),
    ];
    expect(signalsOf(themes, 99, '2026-06-02').broken.map(({ id, days }) => [id, days])).toEqual([
      ['thinking', 13],
      ['will', 1],
    ]);
  });

  test('counts in the quarter in which its answer was due', () => {
    const themes = [
      theme({ since: '2026-03-01', answeredOn: '2026-03-29' }),
      theme({ since: '2026-03-10', answeredOn: '2026-05-01' }),
      theme({ since: '2026-04-01' }),
      theme({ since: '2026-06-10', answeredOn: '2026-06-20' }),
      theme({ since: '2026-06-10' }),
      theme({ since: null }),
    ];
    expect(onTimeByQuarter(themes, 28, '2026-06-30')).toEqual([
      { label: 'January to March 2026', due: 1, onTime: 1, late: 0, without: 0 },
      { label: 'April to June 2026', due: 2, onTime: 0, late: 1, without: 1 },
      { label: 'July to September 2026', due: 1, onTime: 1, late: 0, without: 0 },
    ]);
  });
});
