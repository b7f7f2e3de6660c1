import { describe, expect, it } from 'vitest';
import { questionsOf, type Definition, type Element } from '#app/survey/definition.ts';
import { optionsOf } from '#app/survey/options.ts';
import { resultsOf } from '#app/survey/results.ts';
import { differenceOf } from './difference.ts';
import { everAsked } from './ever-asked.ts';

const asking = (...elements: Element[]): Definition => ({ pages: [{ name: 'one', elements }] });

const first = asking(
  {
    type: 'radiogroup',
    name: 'way',
    title: 'How do you come?',
    choices: [
      { value: 'bus', text: 'By bus' },
      { value: 'foot', text: 'On foot' },
    ],
  },
  { type: 'boolean', name: 'late', title: 'Was it late?', visibleIf: "{way} = 'bus'" },
);
const second = asking({
  type: 'radiogroup',
  name: 'way',
  title: { default: 'How did you come?', pl: 'Jak?' },
  isRequired: true,
  choices: [
    { value: 'car', text: 'By car' },
    { value: 'foot', text: 'On foot' },
  ],
});

describe('everything that versions asked', () => {
  it('is one questionnaire: the newest, with answers and questions that went', () => {
    const whole = everAsked([first, second]);
    const questions = whole ? questionsOf(whole) : [];
    expect(questions.map(({ name }) => name)).toEqual(['way', 'late']);
    expect(questions[0] && optionsOf(questions[0]).map(({ value }) => value)).toEqual([
      'car',
      'foot',
      'bus',
    ]);
    expect(everAsked([])).toBeUndefined();
    expect(everAsked([first])).toBe(first);
  });

  it('counts answers to each version: nobody’s is lost when the questions change', () => {
    const answers = [
      ...Array.from({ length: 12 }, () => ({ way: 'bus', late: true })),
      ...Array.from({ length: 9 }, () => ({ way: 'car' })),
      ...Array.from({ length: 10 }, () => ({ way: 'foot' })),
    ];
    const whole = everAsked([first, second]) as Definition;
    const [way, late] = resultsOf(whole, answers).questions;
    expect(way?.base).toBe(31);
    expect(way?.rows.map(({ value, count }) => `${value} ${count}`)).toEqual([
      'car 9',
      'foot 10',
      'bus 12',
    ]);
    expect(late?.base).toBe(12);
  });
});

describe('what differs between two versions', () => {
  it('is said element by element, in plain words', () => {
    expect(differenceOf(first, second)).toEqual([
      {
        name: '*',
        called: 'The questionnaire',
        kind: 'changed',
        changes: [{ what: 'Texts in the language “pl”', was: '', is: '1 new or changed' }],
      },
      {
        name: 'way',
        called: 'How did you come?',
        kind: 'changed',
        changes: [
          { what: 'Wording', was: 'How do you come?', is: 'How did you come?' },
          { what: 'May be left out', was: 'optional', is: 'must be answered' },
          { what: 'Answer', was: '', is: 'By car' },
          { what: 'Answer', was: 'By bus', is: '' },
        ],
      },
      { name: 'late', called: 'Was it late?', kind: 'removed', changes: [] },
    ]);
  });

  it('is nothing between a version and itself', () => {
    expect(differenceOf(first, first)).toEqual([]);
    expect(differenceOf(second, second)).toEqual([]);
  });
});
