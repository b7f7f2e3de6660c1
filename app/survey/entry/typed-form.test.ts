import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Definition, questionsOf, type Question } from '../definition.ts';
import { codesOf } from '../option-codes.ts';
import { otherKey } from '../options.ts';
import { stepsOf } from '../steps.ts';
import {
  answeredThoughNotAsked,
  boxOf,
  inRuns,
  nextBox,
  readTypedForm,
  typedFrom,
  wordsBoxOf,
} from './typed-form.ts';

const definition = Definition.parse({
  pages: [
    {
      name: 'one',
      elements: [
        {
          type: 'radiogroup',
          name: 'who',
          title: 'Who are you?',
          choices: ['mother', 'father'],
          showOtherItem: true,
          showRefuseItem: true,
        },
        { type: 'boolean', name: 'used', title: 'Have you used a hub?' },
        {
          type: 'checkbox',
          name: 'why',
          title: 'Why not?',
          visibleIf: '{used} = false',
          choices: ['hours', 'cost', 'stigma'],
          showOtherItem: true,
          showNoneItem: true,
        },
        { type: 'rating', name: 'score', title: 'How was it?', rateMin: 0, rateMax: 10 },
        { type: 'text', name: 'born', title: 'When was it?', inputType: 'date' },
        { type: 'text', name: 'children', title: 'How many children?', inputType: 'number' },
        { type: 'comment', name: 'more', title: 'Anything else?' },
      ],
    },
  ],
});
const questions = questionsOf(definition);
const steps = stepsOf(definition);
const boxes = (typed: Record<string, string>) =>
  Object.fromEntries(Object.entries(typed).map(([name, value]) => [boxOf(name), value]));

describe('a form typed from paper', () => {
  test('numbers stand for answers, 99 and a hyphen for none', () => {
    const { answers, problems } = readTypedForm(
      questions,
      boxes({
        who: '97',
        'who-Comment': 'A foster carer',
        used: '2',
        why: '1, 3',
        score: '0',
        born: '27 3 2025',
        children: '4',
        more: '-',
      }),
    );
    expect(problems).toEqual([]);
    expect(answers).toEqual({
      who: 'other',
      'who-Comment': 'A foster carer',
      used: false,
      why: ['hours', 'stigma'],
      score: 0,
      born: '2025-03-27',
      children: 4,
      more: null,
    });
    expect(readTypedForm(questions, boxes({ who: '99', why: '99' })).answers).toMatchObject({
      who: null,
      why: null,
    });
  });

  test('a number that stands for nothing is named, with those that do', () => {
    expect(readTypedForm(questions, boxes({ who: '3' })).problems).toEqual([
      {
        field: 'a-who',
        message:
          '“3” is not an answer to “Who are you?”: type one of 1, 2, 97, 98, or 99 for no reply',
      },
    ]);
    expect(readTypedForm(questions, boxes({ why: '1 4' })).problems[0]?.message).toBe(
      '“4” is not an answer to “Why not?”: type numbers, with a space between, out of 1 to 3, 95, 97, or 99 for no reply',
    );
    expect(readTypedForm(questions, boxes({ why: '1 99' })).problems).toHaveLength(1);
    expect(readTypedForm(questions, boxes({ born: 'March' })).problems[0]?.field).toBe('a-born');
  });

  test('words beside “something else” are that answer, unless another was typed', () => {
    const typed = { [wordsBoxOf('who')]: 'Childminder' };
    expect(readTypedForm(questions, typed).answers).toMatchObject({
      who: 'other',
      'who-Comment': 'Childminder',
    });
    expect(
      readTypedForm(questions, { ...typed, [boxOf('who')]: '1' }).problems.map((p) => p.field),
    ).toEqual([wordsBoxOf('who')]);
    expect(
      readTypedForm(questions, { [boxOf('why')]: '1', [wordsBoxOf('why')]: 'Rain' }).answers,
    ).toMatchObject({ why: ['hours', 'other'], 'why-Comment': 'Rain' });
  });

  test('Enter goes to the next question that is asked', () => {
    expect(nextBox(questions, steps, {})).toBe('a-who');
    expect(nextBox(questions, steps, boxes({ who: '1' }))).toBe('a-used');
    expect(nextBox(questions, steps, boxes({ who: '97' }))).toBe('a-who-Comment');
    expect(nextBox(questions, steps, boxes({ who: '1', used: '1' }))).toBe('a-score');
    expect(nextBox(questions, steps, boxes({ who: '1', used: '2' }))).toBe('a-why');
    expect(nextBox(questions, steps, boxes({ who: '1', used: '2', why: '-' }))).toBe('a-score');
    expect(nextBox(questions, steps, boxes({ more: '-' }))).toBeNull();
  });

  test('says which answers stand where nobody was asked', () => {
    const named = (typed: Record<string, string>) =>
      answeredThoughNotAsked(questions, steps, readTypedForm(questions, boxes(typed)).answers).map(
        ({ name }) => name,
      );
    expect(named({ used: '1', why: '2' })).toEqual(['why']);
    expect(named({ used: '2', why: '2' })).toEqual([]);
    expect(named({ used: '1', why: '99' })).toEqual([]);
  });

  test('runs of numbers are short', () => {
    expect(inRuns([1, 2, 3, 4, 97])).toBe('1 to 4, 97');
    expect(inRuns([1, 2, 5])).toBe('1, 2, 5');
  });

  test('whatever was entered is typed again as the same answers', () => {
    fc.assert(
      fc.property(answersTo(questions), (answers) => {
        const read = readTypedForm(questions, typedFrom(questions, answers));
        expect(read).toEqual({ answers, problems: [] });
      }),
    );
  });
});

/** Any answers that these questions can have, or none. */
function answersTo(asked: readonly Question[]): fc.Arbitrary<Record<string, unknown>> {
  const words = fc.stringMatching(/^[a-zA-Zäß][a-zA-Z é,.]{0,20}[a-z]$/);
  const one = (question: Question): fc.Arbitrary<unknown> => {
    const { options } = codesOf(question);
    const values = options.map(({ value }) => value);
    if (question.type === 'checkbox') return fc.subarray(values, { minLength: 1 });
    if (values.length > 0) return fc.constantFrom(...values);
    if (question.type === 'comment') return words;
    if (question.type === 'text' && question.inputType === 'date') {
      return fc.constantFrom('2025-03-27', '1999-12-01');
    }
    return fc.integer({ min: 0, max: 40 });
  };
  return fc
    .record(Object.fromEntries(asked.map((q) => [q.name, fc.option(one(q), { freq: 3 })] as const)))
    .chain((answers) => fc.record({ answers: fc.constant(answers), words }))
    .map(({ answers, words: said }) => {
      const all: Record<string, unknown> = { ...answers };
      for (const { name } of asked) {
        const answer = answers[name];
        const other = Array.isArray(answer) ? answer.includes('other') : answer === 'other';
        if (other) all[otherKey(name)] = said;
      }
      return all;
    });
}
