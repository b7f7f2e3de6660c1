import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Question } from './definition.ts';
import { codesOf, optionWithCode } from './option-codes.ts';

const radios = (more: object) => Question.parse({ type: 'radiogroup', name: 'q', ...more });

describe('the number of an answer', () => {
  test('is its place in the list; what stands apart has its own number', () => {
    const question = radios({
      choices: ['mother', { value: 'father', text: 'Father' }],
      showOtherItem: true,
      showNoneItem: true,
      showDontKnowItem: true,
      showRefuseItem: true,
    });
    const { options, noReply } = codesOf(question);
    expect(options.map(({ value, code }) => [value, code])).toEqual([
      ['mother', 1],
      ['father', 2],
      ['other', 97],
      ['none', 95],
      ['dontknow', 96],
      ['refused', 98],
    ]);
    expect(noReply).toBe(99);
    expect(optionWithCode(question, 2)?.value).toBe('father');
    expect(optionWithCode(question, 3)).toBeUndefined();
  });

  test('is the number that the author gave', () => {
    const scale = Question.parse({ type: 'rating', name: 'q', rateMin: 0, rateMax: 10 });
    expect(codesOf(scale).options.map(({ code }) => code)).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
    expect(codesOf(radios({ choices: [5, 4, 3] })).options.map(({ code }) => code)).toEqual([
      5, 4, 3,
    ]);
    expect(codesOf(radios({ choices: [1.5, 4] })).options.map(({ code }) => code)).toEqual([1, 2]);
  });

  test('yes is 1 and no is 2; words have none', () => {
    const yes = Question.parse({ type: 'boolean', name: 'q' });
    expect(codesOf(yes).options.map(({ value, code }) => [value, code])).toEqual([
      [true, 1],
      [false, 2],
    ]);
    const words = codesOf(Question.parse({ type: 'comment', name: 'q' }));
    expect(words).toEqual({ options: [], noReply: 99 });
  });

  test('never stands for two answers, and never for none', () => {
    const values = fc.uniqueArray(
      fc.oneof(
        fc.integer({ min: -5, max: 1200 }),
        fc.string({ minLength: 1, maxLength: 5 }).filter((s) => !/^(other|none|refused)$/.test(s)),
      ),
      { minLength: 1, maxLength: 200 },
    );
    fc.assert(
      fc.property(values, (choices) => {
        const question = radios({ choices, showOtherItem: true, showRefuseItem: true });
        const { options, noReply } = codesOf(question);
        const codes = options.map(({ code }) => code);
        expect(new Set([...codes, noReply]).size).toBe(codes.length + 1);
        for (const { value, code } of options) {
          expect(optionWithCode(question, code)?.value).toBe(value);
        }
      }),
    );
  });
});
