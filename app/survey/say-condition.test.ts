import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, Literal } from './conditions.ts';
import { printCondition } from './print-condition.ts';
import { readCondition } from './read-condition.ts';
import { sayExpression } from './say-condition.ts';
import type { Question } from './definition.ts';

const literal: fc.Arbitrary<Literal> = fc.oneof(
  fc.string({ maxLength: 12 }).filter((text) => !(text.includes("'") && text.includes('"'))),
  fc.integer({ min: -1000, max: 1000 }),
  fc.boolean(),
);
const name = fc.stringMatching(/^[a-z][a-z0-9_-]{0,8}$/);
const test: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    kind: fc.constant('test' as const),
    name,
    operator: fc.constantFrom('empty' as const, 'notempty' as const),
  }),
  fc.record({
    kind: fc.constant('test' as const),
    name,
    operator: fc.constantFrom('=', '<>', '>', '>=', '<', '<=', 'contains', 'notcontains'),
    value: literal,
  }) as fc.Arbitrary<Condition>,
  fc.record({
    kind: fc.constant('test' as const),
    name,
    operator: fc.constantFrom('anyof' as const, 'noneof' as const, 'allof' as const),
    value: fc.array(literal, { minLength: 1, maxLength: 4 }),
  }),
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    test,
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      parts: fc.array(tie('condition'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('not' as const), part: tie('condition') }),
  ),
}));

describe('a condition', () => {
  it('is printed so that it is read back the same', () => {
    fc.assert(
      fc.property(condition, (one) => {
        const printed = printCondition(one) ?? '';
        expect(readCondition(printed)).toEqual({ ok: true, condition: one });
      }),
    );
  });

  const questions = new Map<string, Question>([
    [
      'used',
      {
        type: 'radiogroup',
        name: 'used',
        title: 'Have you used a hub?',
        choices: [
          { value: 'often', text: 'Yes, often' },
          { value: 'once', text: 'Yes, once' },
        ],
      },
    ],
    [
      'help',
      {
        type: 'checkbox',
        name: 'help',
        title: 'What helps?',
        choices: [{ value: 'a', text: 'A bus' }],
      },
    ],
  ]);

  it.each([
    [
      "{used} anyof ['often', 'once']",
      'the answer to “Have you used a hub?” is “Yes, often” or “Yes, once”',
    ],
    [
      "{help} contains 'a' and {used} notempty",
      'the answers to “What helps?” include “A bus”, and “Have you used a hub?” was answered',
    ],
    ["{help} noneof ['a']", 'the answers to “What helps?” do not include “A bus”'],
    ['{age} >= 18', 'the answer to “age” is at least 18'],
  ])('%s is said in words', (expression, said) => {
    expect(sayExpression(expression, questions)).toBe(said);
  });
});
