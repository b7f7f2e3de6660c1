import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Question } from '../definition.ts';
import { drawSample } from './draw-sample.ts';
import { errorRate, fieldsApart, fieldsIn, reportOn, type ReadingReport } from './readings.ts';

const who = Question.parse({
  type: 'radiogroup',
  name: 'who',
  choices: ['mother', 'father'],
  showOtherItem: true,
});
const why = Question.parse({ type: 'checkbox', name: 'why', choices: ['a', 'b', 'c'] });
const more = Question.parse({ type: 'comment', name: 'more' });
const questions = [who, why, more];

describe('two readings of a form', () => {
  test('a question with several answers has a field for each', () => {
    expect(questions.map((question) => fieldsIn(question))).toEqual([2, 3, 1]);
    expect(fieldsApart(why, { why: ['a', 'b'] }, { why: ['b', 'c'] })).toBe(2);
    expect(fieldsApart(why, { why: ['a', 'b'] }, { why: ['b', 'a'] })).toBe(0);
    expect(fieldsApart(why, { why: null }, {})).toBe(0);
  });

  test('capitals, spaces and stops are no difference; words are', () => {
    expect(fieldsApart(more, { more: 'Open later,  please' }, { more: 'open later please.' })).toBe(
      0,
    );
    expect(fieldsApart(more, { more: 'Open later' }, { more: 'Open late' })).toBe(1);
    expect(fieldsApart(who, { who: 'other', 'who-Comment': 'Carer' }, { who: 'other' })).toBe(1);
  });

  test('only what the form bears out counts as an error of the first reading', () => {
    const base = {
      first: { who: 'mother', why: ['a'] },
      second: { who: 'father', why: ['a', 'b'] },
    };
    const report = reportOn(questions, [
      { ...base, settled: {} },
      { ...base, settled: { who: 'first', why: 'second' } },
      { ...base, settled: { who: 'neither', why: 'first' } },
      { first: base.first, second: base.first, settled: {} },
    ]);
    expect(report).toMatchObject({
      forms: 4,
      formsApart: 3,
      fields: 24,
      apart: 6,
      unsettled: 2,
      wrong: 2,
    });
    expect(report.questions.map(({ name, apart, fields }) => [name, apart, fields])).toEqual([
      ['who', 3, 8],
      ['why', 3, 12],
      ['more', 0, 4],
    ]);
    expect(errorRate(report)?.verdict).toBe('unsettled');
  });

  test('a verdict is given only when the whole interval lies on one side of the limit', () => {
    const of = (fields: number, wrong: number): ReadingReport => ({
      forms: 20,
      formsApart: wrong,
      fields,
      apart: wrong,
      unsettled: 0,
      wrong,
      questions: [],
    });
    expect(errorRate(of(0, 0))).toBeNull();
    // Wilson with no error: the upper limit is z² / (n + z²).
    expect(errorRate(of(100, 0))?.interval.high).toBeCloseTo(3.8415 / 103.8415, 4);
    expect(errorRate(of(100, 0))?.verdict).toBe('cannot-tell');
    expect(errorRate(of(2000, 5))?.verdict).toBe('good');
    expect(errorRate(of(2000, 60))?.verdict).toBe('bad');
  });

  test('comparing is the same both ways', () => {
    const answer = fc.record({
      who: fc.constantFrom('mother', 'father', 'other', null),
      why: fc.option(fc.subarray(['a', 'b', 'c'])),
      more: fc.option(fc.string()),
    });
    fc.assert(
      fc.property(answer, answer, (first, second) => {
        for (const question of questions) {
          const apart = fieldsApart(question, first, second);
          expect(apart).toBe(fieldsApart(question, second, first));
          expect(apart).toBeLessThanOrEqual(fieldsIn(question));
          expect(fieldsApart(question, first, first)).toBe(0);
        }
      }),
    );
  });
});

describe('the sample', () => {
  const numbers = Array.from({ length: 200 }, (_, at) => at + 1);

  test('is the share that was asked for, at least one form, and can be drawn again', () => {
    expect(drawSample(numbers, 10, 'seed').size).toBe(20);
    expect(drawSample([4, 9, 11], 5, 'seed').size).toBe(1);
    expect(drawSample([], 10, 'seed').size).toBe(0);
    expect(drawSample(numbers, 0, 'seed').size).toBe(0);
    expect(drawSample([3, 1, 2], 100, 'seed')).toEqual(new Set([1, 2, 3]));
    expect(drawSample(numbers, 10, 'seed')).toEqual(drawSample([...numbers].reverse(), 10, 'seed'));
    expect(drawSample(numbers, 10, 'seed')).not.toEqual(drawSample(numbers, 10, 'other'));
  });

  test('every form is as likely as any other', () => {
    const drawn = new Map<number, number>();
    for (let seed = 0; seed < 2000; seed += 1) {
      for (const number of drawSample(numbers, 10, `seed-${seed}`)) {
        drawn.set(number, (drawn.get(number) ?? 0) + 1);
      }
    }
    // 2,000 draws of 10 per cent: 200 each, standard deviation 13.4; five of them either way.
    for (const number of numbers) {
      expect(drawn.get(number)).toBeGreaterThan(132);
      expect(drawn.get(number)).toBeLessThan(268);
    }
  });
});
