import fc from 'fast-check';
import { ConditionRunner } from 'survey-core';
import { describe, expect, it } from 'vitest';
import { isMet } from './conditions.ts';
import { readCondition } from './read-condition.ts';

function met(expression: string, answers: Record<string, unknown>): boolean {
  const read = readCondition(expression);
  if (!read.ok) throw new Error(read.message);
  return isMet(read.condition, answers);
}

describe('a condition', () => {
  it('is read with and before or, brackets and not', () => {
    const answers = { a: 'x', b: ['p', 'q'], n: 4 };
    expect(met("{a} = 'x' or {a} = 'y' and {n} > 9", answers)).toBe(true);
    expect(met("({a} = 'x' or {a} = 'y') and {n} > 9", answers)).toBe(false);
    expect(met("!({b} contains 'p')", answers)).toBe(false);
    expect(met("{b} allof ['p', 'q'] and {c} empty", answers)).toBe(true);
    expect(met("{b} noneof ['r']", answers)).toBe(true);
  });

  it('takes part of a word for nothing', () => {
    expect(met("{a} anyof ['never-heard']", { a: 'never' })).toBe(false);
  });

  it.each([
    ['{a} =', /value in quotation marks/],
    ["{a} is 'x'", /comparison such as/],
    ["a = 'x'", /question’s name/],
    ["{a} = 'x' {b}", /not expected/],
    ["({a} = 'x'", /“\)” is missing/],
    ["{a} = 'x", /cannot be read|value in quotation/],
    ['iif({a} > 1, 2, 3)', /question’s name/],
    [`${'('.repeat(3000)}{a} empty${')'.repeat(3000)}`, /nested too deeply/],
  ])('%s is refused with a reason', (expression, message) => {
    const read = readCondition(expression);
    expect(read.ok ? 'read' : read.message).toMatch(message);
  });

  it('agrees with survey-core on every comparison that a definition may hold', () => {
    const code = fc.constantFrom('yes', 'no', 'a-lot', 'never-heard', 'under-1', '3-4', '7');
    const several = fc.uniqueArray(code, { maxLength: 4 });
    const list = fc.array(code, { minLength: 1, maxLength: 3 });
    const quoted = (value: string) => `'${value}'`;
    const test = fc.oneof(
      fc.tuple(fc.constantFrom('=', '<>'), code).map(([sign, v]) => `{one} ${sign} ${quoted(v)}`),
      fc
        .tuple(fc.constantFrom('contains', 'notcontains'), code)
        .map(([sign, v]) => `{many} ${sign} ${quoted(v)}`),
      fc
        .tuple(
          fc.constantFrom(
            '{one} anyof',
            '{one} noneof',
            '{many} anyof',
            '{many} noneof',
            '{many} allof',
          ),
          list,
        )
        .map(([left, values]) => `${left} [${values.map(quoted).join(', ')}]`),
      fc.constantFrom(
        '{one} empty',
        '{one} notempty',
        '{many} empty',
        '{many} notempty',
        '{n} empty',
      ),
      fc
        .tuple(fc.constantFrom('>', '>=', '<', '<=', '=', '<>'), fc.integer({ min: -2, max: 6 }))
        .map(([sign, v]) => `{n} ${sign} ${v}`),
      fc.constantFrom('{b} = true', '{b} = false', '{b} <> true'),
    );
    const { expression } = fc.letrec<{ expression: string }>((tie) => ({
      expression: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        test,
        fc
          .tuple(tie('expression'), fc.constantFrom('and', 'or'), tie('expression'))
          .map(([a, join, b]) => `(${a}) ${join} (${b})`),
        fc
          .tuple(test, fc.constantFrom('and', 'or'), test, fc.constantFrom('and', 'or'), test)
          .map((parts) => parts.join(' ')),
        tie('expression').map((a) => `!(${a})`),
      ),
    }));
    const answers = fc.record(
      { one: code, many: several, n: fc.integer({ min: -2, max: 6 }), b: fc.boolean() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(expression, answers, (text, given) => {
        const core: unknown = new ConditionRunner(text).runValues({ ...given });
        expect(met(text, given)).toBe(Boolean(core));
      }),
      { numRuns: 2000 },
    );
  });
});
