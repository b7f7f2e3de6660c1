import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Definition, Element } from '#app/survey/definition.ts';
import { askedNames, stepsOf } from '#app/survey/steps.ts';
import { hintsFor } from '#app/survey/wording/hints.ts';
import { readingOf } from '#app/survey/wording/reading.ts';
import { findListed } from '#app/survey/wording/word-list.ts';
import { surveyTemplates } from '#templates/surveys/index.ts';
import { councilJargon } from '#templates/words/index.ts';
import { checkSurvey } from './checks.ts';
import type { ToCheck } from './finding.ts';
import { howLong } from './length.ts';
import { reachOf } from './reachable.ts';

const choice = (name: string, ...codes: string[]): Element => ({
  type: 'radiogroup',
  name,
  title: `Which ${name}?`,
  choices: codes,
});

function asking(...elements: Element[]): Definition {
  return { pages: [{ name: 'one', elements }] };
}

const when = (name: string, visibleIf: string): Element => {
  return { type: 'comment', name, title: 'Why?', visibleIf };
};

function checked(definition: Definition, survey: Partial<ToCheck['survey']> = {}) {
  return checkSurvey({
    definition,
    survey: {
      title: 'Families',
      privacyNotice: `We ask by law, as our public task. ${'Staff see it. '.repeat(5)} Gone in 2030.`,
      keepUntil: '2030-01-01',
      closesOn: null,
      minutes: 1,
      lawfulBasis: 'public-task',
      specialCondition: null,
      languages: [],
      translations: {},
      ...survey,
    },
    jargon: councilJargon.words,
    disliked: [{ words: 'Start for Life', instead: 'Babies and Young Children' }],
    today: '2026-05-01',
    coreErrors: [],
  });
}

const codes = (result: ReturnType<typeof checked>) =>
  result.checks.map(({ level, about, code }) => `${level} ${about} ${code}`);

describe('who can be asked', () => {
  it.each([
    ["{a} = 'x' and {a} = 'y'", 'never'],
    ["{a} = 'x' or {a} = 'y'", 'asked'],
    ["{a} anyof ['x'] and {a} noneof ['x', 'y']", 'never'],
    ["{a} empty and {a} = 'x'", 'never'],
    ["!({a} = 'x') and {a} notempty", 'asked'],
    ["{b} allof ['p', 'q'] and {b} noneof ['q']", 'never'],
    ["{b} contains 'none' and {b} contains 'p'", 'never'],
    ["{b} contains 'p' and {b} notcontains 'q'", 'asked'],
    ['{n} > 5 and {n} < 6', 'asked'],
    ['{n} > 5.2 and {n} < 5.3', 'asked'],
    ['{n} > 5 and {n} < 5', 'never'],
    ['{n} > 11', 'never'],
    ['{r} > 4', 'asked'],
    ['{r} > 5', 'never'],
  ])('%s: %s', (expression, expected) => {
    const definition = asking(
      choice('a', 'x', 'y'),
      { type: 'checkbox', name: 'b', choices: ['p', 'q'], showNoneItem: true },
      { type: 'text', name: 'n', inputType: 'number', min: 0, max: 10 },
      { type: 'rating', name: 'r' },
      when('why', expression),
    );
    expect(reachOf(definition).get('why')).toBe(expected);
  });

  it('a question that waits for one that is asked of others only', () => {
    const definition = asking(
      choice('a', 'x', 'y'),
      { ...choice('b', 'p', 'q'), visibleIf: "{a} = 'x'" },
      when('why', "{b} = 'p' and {a} = 'y'"),
      when('how', "{b} empty and {a} = 'y'"),
    );
    expect(reachOf(definition).get('why')).toBe('never');
    expect(reachOf(definition).get('how')).toBe('asked');
  });

  it('never says "never" of what some answers reach', () => {
    const test = fc
      .tuple(
        fc.constantFrom('a', 'b', 'c'),
        fc.constantFrom('=', '<>'),
        fc.constantFrom('x', 'y', 'z'),
      )
      .map(([name, sign, code]) => `{${name}} ${sign} '${code}'`);
    const expression = fc
      .tuple(fc.array(test, { minLength: 1, maxLength: 4 }), fc.constantFrom(' and ', ' or '))
      .map(([tests, join]) => tests.join(join));
    const answer = fc.constantFrom(null, 'x', 'y', 'z');
    fc.assert(
      fc.property(
        fc.array(expression, { minLength: 3, maxLength: 3 }),
        fc.record({ a: answer, b: answer, c: answer }),
        ([first, second, third], answers) => {
          const definition = asking(
            choice('a', 'x', 'y', 'z'),
            {
              ...choice('b', 'x', 'y', 'z'),
              visibleIf: first?.replaceAll(/\{[bc]\}/g, '{a}'),
            },
            {
              ...choice('c', 'x', 'y', 'z'),
              visibleIf: second?.replaceAll('{c}', '{b}'),
            },
            when('why', third ?? ''),
          );
          const asked = askedNames(stepsOf(definition), answers).includes('why');
          if (asked) expect(reachOf(definition).get('why')).toBe('asked');
        },
      ),
    );
  });
});

describe('what stands against publishing', () => {
  it('a sound questionnaire has no obstacle and no warning', () => {
    expect(codes(checked(asking(choice('colour', 'red', 'blue'))))).toEqual([]);
  });

  it('names what is missing around the questions', () => {
    const found = codes(
      checked(asking(choice('colour', 'red', 'blue')), {
        privacyNotice: 'Trust us.',
        lawfulBasis: null,
        keepUntil: '2026-04-01',
        languages: ['pl'],
      }),
    );
    expect(found).toEqual([
      'obstacle survey notice',
      'obstacle survey lawful-basis',
      'obstacle survey retention',
      'warning survey notice-retention',
      'warning survey notice-basis',
      'warning survey translation',
    ]);
  });

  it('finds disliked words, jargon, long sentences and personal questions, each at its place', () => {
    const result = checked(
      asking(
        {
          type: 'comment',
          name: 'sfl',
          title: 'What do you think of the Start for Life offer and its multi-agency pathways?',
        },
        { type: 'text', name: 'mail', title: 'What is your e-mail?' },
        { ...choice('faith', 'a', 'b'), title: 'What is your religion?' } as Element,
        {
          type: 'boolean',
          name: 'long',
          title: `Do you ${'really '.repeat(26)}like it?`,
        },
      ),
    );
    const said = result.checks.map(({ about, message }) => `${about}: ${message}`);
    expect(said).toContain(
      'sfl: Families here said that they dislike “Start for Life”; they would rather read “Babies and Young Children”',
    );
    expect(said).toContain(
      'sfl: “multi-agency” is a word of services. Plainer: several services working together',
    );
    expect(codes(result)).toEqual(
      expect.arrayContaining([
        'warning mail personal',
        'warning faith no-refusal',
        'warning survey special-condition',
        'warning long long-sentence',
      ]),
    );
  });

  it.each(surveyTemplates.map((template) => [template.id, template] as const))(
    'the shipped questionnaire %s can be published',
    (_, { definition, privacyNotice, minutes }) => {
      const result = checked(definition, { privacyNotice, minutes });
      expect(result.checks.filter(({ level }) => level === 'obstacle')).toEqual([]);
    },
  );
});

describe('plain English', () => {
  it('counts letters, words and sentences as the formula does', () => {
    // 100 words of 4 letters in 10 sentences: 0.0588 × 400 − 0.296 × 10 − 15.8 = 4.76.
    const text = Array.from({ length: 10 }, () => `${'word '.repeat(10).trim()}.`).join(' ');
    expect(readingOf([text])).toEqual({
      words: 100,
      sentences: 10,
      letters: 400,
      grade: 4.8,
      age: 10,
    });
    expect(readingOf(['Too short to say.']).age).toBeNull();
  });

  it('finds whole words with their endings, the longer phrase first, and leaves other words alone', () => {
    const list = [
      { words: 'offer', instead: 'what there is' },
      { words: 'digital offer', instead: 'online' },
      { words: 'SEND', instead: 'special needs' },
    ];
    const found = (text: string) => findListed(text, list).map((one) => one.found);
    expect(found('Our Digital Offers')).toEqual(['Digital Offers']);
    expect(found('We offered coffers to the sender')).toEqual(['offered']);
  });

  it('hints at questions that lead or ask two things, and not at “you or your child”', () => {
    const kinds = (title: string, type: 'radiogroup' | 'comment' = 'radiogroup') =>
      hintsFor(
        type === 'comment'
          ? { type, name: 'q', title }
          : { type, name: 'q', title, choices: ['a', 'b'] },
        title,
      ).map(({ kind }) => kind);
    expect(kinds('How helpful was our hub?')).toEqual(['leading']);
    expect(kinds('Were the staff friendly and helpful?')).toEqual(['two-things']);
    expect(kinds('Have you or your child used a hub?')).toEqual([]);
    expect(kinds('Do you not think that we should not stop?')).toEqual(['double-negative']);
    expect(kinds('What went well and what went badly?', 'comment')).toEqual([]);
  });

  it('estimates a longer questionnaire as longer, and what is asked of some as not needed by all', () => {
    for (const { definition } of surveyTemplates) {
      const { fewest, most, shortest, longest } = howLong(definition);
      expect(fewest).toBeLessThanOrEqual(most);
      expect(shortest).toBeLessThanOrEqual(longest);
    }
  });
});
