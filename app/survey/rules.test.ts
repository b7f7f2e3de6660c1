import fc from 'fast-check';
import { Model } from 'survey-core';
import { describe, expect, it } from 'vitest';
import { surveyTemplate } from '#templates/surveys/index.ts';
import { settled, standingOf } from './answers.ts';
import type { Question } from './definition.ts';
import { optionsOf } from './options.ts';
import { fieldsFrom, readPosted } from './posted.ts';
import { readDefinition } from './read-definition.ts';
import { makeRules, type Rules } from './rules.server.ts';
import { askedNames, headingOf } from './steps.ts';

function rulesFor(...elements: unknown[]): Rules {
  const read = readDefinition({ pages: [{ name: 'p', elements }] });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return makeRules(read.definition);
}

function familySurvey(): Rules {
  const template = surveyTemplate('family-needs');
  if (!template) throw new Error('The family survey is missing.');
  return makeRules(template.definition);
}

function problems(rules: Rules, answers: Record<string, unknown>): string[] {
  return rules.problemsWith(rules.questions, answers).map(({ message }) => message);
}

/** Any answers to any questions, whether or not those are asked. */
function anyAnswers(questions: readonly Question[]) {
  const entries = questions.map((question): [string, fc.Arbitrary<unknown>] => {
    const values = optionsOf(question).map(({ value }) => value);
    if (values.length === 0) return [question.name, fc.constantFrom('words', 'more words')];
    const one = fc.constantFrom(...values);
    return [
      question.name,
      question.type === 'checkbox' ? fc.uniqueArray(one, { minLength: 1, maxLength: 4 }) : one,
    ];
  });
  return fc.record(Object.fromEntries(entries), { requiredKeys: [] });
}

describe('who is asked what', () => {
  it('asks only people who used a hub how good it was', () => {
    const { steps } = familySurvey();
    expect(askedNames(steps, { hubUse: 'knew' })).not.toContain('satisfaction');
    expect(askedNames(steps, { hubUse: 'once' })).toContain('satisfaction');
  });

  it('lets an answer open nothing once its own question is not asked any more', () => {
    const rules = rulesFor(
      { type: 'boolean', name: 'a' },
      { type: 'boolean', name: 'b', visibleIf: '{a} = true' },
      { type: 'comment', name: 'c', visibleIf: '{b} = true' },
    );
    const answers = { a: false, b: true, c: 'why' };
    expect(askedNames(rules.steps, answers)).toEqual(['a']);
    expect(rules.finish(answers).kept).toEqual({ a: false });
  });

  it('agrees with survey-core on any answers to the family survey', () => {
    const rules = familySurvey();
    const model = new Model(rules.definition);
    fc.assert(
      fc.property(anyAnswers(rules.questions), (answers) => {
        model.clear(true, true);
        model.data = answers;
        const shown = rules.questions.filter(
          ({ name }) => model.getQuestionByName(name)?.isVisible,
        );
        const asked = shown.map(({ name }) => name);
        expect(askedNames(rules.steps, answers)).toEqual(asked);
        const finished = rules.finish(answers);
        expect(finished.kept).toEqual(settled(asked, answers));
        const imported = rules.finishImported(answers);
        expect(imported.kept).toEqual(finished.kept);
        // What was left out, a whole answer or the words of "something else", is no fault of a file.
        const given = finished.problems.filter(
          ({ name, field }) => answers[name] !== undefined && answers[field] !== undefined,
        );
        expect(imported.problems).toEqual(given);
      }),
      { numRuns: 100 },
    );
  });

  it('keeps a page and a panel with a condition back as a whole', () => {
    const read = readDefinition({
      pages: [
        { name: 'p', elements: [{ type: 'boolean', name: 'a' }] },
        {
          name: 'q',
          visibleIf: '{a} = true',
          elements: [
            { type: 'comment', name: 'b' },
            {
              type: 'panel',
              name: 'both',
              title: 'Two at once',
              elements: [
                { type: 'text', name: 'c' },
                { type: 'text', name: 'd' },
              ],
            },
          ],
        },
      ],
    });
    if (!read.ok) throw new Error('refused');
    const rules = makeRules(read.definition);
    expect(rules.asked({ a: false }).map(({ name }) => name)).toEqual(['a']);
    const shown = rules.asked({ a: true });
    expect(shown.map((step) => step.questions.length)).toEqual([1, 1, 2]);
    expect(shown.map((step) => headingOf(step))).toEqual(['a', 'b', 'Two at once']);
    expect(Object.keys(rules.finish({ a: true }).kept)).toEqual(['a', 'b', 'c', 'd']);
    expect(Object.keys(rules.finish({ a: false }).kept)).toEqual(['a']);
  });
});

describe('the three missings', () => {
  it('are told apart in what is stored', () => {
    const rules = familySurvey();
    const { kept } = rules.finish({ hubUse: 'knew', childrenAges: ['none'], sex: 'refused' });
    expect(standingOf('satisfaction', kept)).toBe('not-asked');
    expect(standingOf('ageBand', kept)).toBe('no-reply');
    expect(standingOf('sex', kept)).toBe('prefer-not-to-say');
    expect(standingOf('hubUse', kept)).toBe('answered');
  });
});

describe('what is wrong with an answer', () => {
  const likes = {
    type: 'checkbox',
    name: 'likes',
    title: 'What do you like?',
    choices: ['tea', 'cake', 'jam'],
    maxSelectedChoices: 2,
    showOtherItem: true,
    showNoneItem: true,
    isRequired: true,
    requiredErrorText: 'Select what you like',
  };

  it.each<[Record<string, unknown>, string]>([
    [{}, 'Select what you like'],
    [{ likes: [] }, 'Select what you like'],
    [{ likes: ['tea', 'cake', 'jam'] }, 'Select 2 or fewer'],
    [
      { likes: ['tea', 'none'] },
      'Select “None of these” on its own, or take it out and keep the others',
    ],
    [{ likes: ['gin'] }, 'Select one of the answers shown'],
    [{ likes: 'tea' }, 'Select one or more of the answers shown'],
    [{ likes: ['tea', 'tea'] }, 'Select each answer once'],
    [{ likes: ['other'] }, 'Say what you mean by “Something else”'],
    [
      { likes: ['other'], 'likes-Comment': 'x'.repeat(201) },
      'Your answer must be 200 characters or fewer',
    ],
  ])('%j is answered with an instruction', (answers, message) => {
    expect(problems(rulesFor(likes), answers)).toEqual([message]);
  });

  it('goes to the field of the other words', () => {
    const [problem] = rulesFor(likes).problemsWith(rulesFor(likes).questions, { likes: ['other'] });
    expect(problem?.field).toBe('likes-Comment');
  });

  it.each<[Record<string, unknown>, unknown, string[]]>([
    [{ type: 'comment', maxLength: 5 }, 'sixsix', ['Your answer must be 5 characters or fewer']],
    [{ type: 'comment' }, 'x'.repeat(2001), ['Your answer must be 2,000 characters or fewer']],
    [{ type: 'text' }, 'two\nlines', ['Enter your answer on one line']],
    [{ type: 'text', inputType: 'number', min: 1 }, 0, ['Enter a number that is 1 or more']],
    [{ type: 'text', inputType: 'number' }, 'four', ['Enter a number, such as 4']],
    [{ type: 'text', inputType: 'date' }, '2025-02-30', ['Enter a real date, such as 27 3 2025']],
    [
      { type: 'text', inputType: 'email' },
      'nobody',
      ['Enter an e-mail address in the form name@example.com'],
    ],
    [{ type: 'rating' }, 9, ['Select one of the answers shown']],
    [{ type: 'boolean' }, 'maybe', ['Select yes or no']],
    [
      { type: 'text', validators: [{ type: 'text', minLength: 3, text: 'Write a little more.' }] },
      'ab',
      ['Write a little more'],
    ],
    [{ type: 'text', inputType: 'date' }, '2024-02-29', []],
  ])('%j and %j', (question, answer, messages) => {
    const rules = rulesFor({ name: 'q', ...question });
    expect(problems(rules, { q: answer })).toEqual(messages);
    const many = rules.finishImported({ q: answer }).problems.map(({ message }) => message);
    expect(many).toEqual(messages);
  });

  it('is never less than survey-core would say, which is asked of few kinds of question', () => {
    // Asked of none (isJudgedFurther gives false), this fails by the last two.
    const list = { choices: ['tea', 'cake', 3], showOtherItem: true, showNoneItem: true };
    const elements = [
      { type: 'text', name: 'line', maxLength: 6 },
      { type: 'comment', name: 'lines', maxLength: 6 },
      { type: 'radiogroup', name: 'one', ...list },
      { type: 'dropdown', name: 'drop', ...list, showRefuseItem: true },
      { type: 'checkbox', name: 'some', ...list, minSelectedChoices: 2, maxSelectedChoices: 3 },
      { type: 'rating', name: 'stars' },
      { type: 'boolean', name: 'yes' },
      { type: 'text', name: 'mail', inputType: 'email' },
      { type: 'text', name: 'own', validators: [{ type: 'text', minLength: 5 }] },
    ].map((element, at) => ({ ...element, isRequired: at % 2 === 0 }));
    const rules = rulesFor(...elements);
    const model = new Model(rules.definition);
    const one = fc.oneof(
      fc.constantFrom<unknown>(
        'tea',
        'cake',
        3,
        5,
        9,
        'other',
        'none',
        'gin',
        true,
        null,
        '',
        ' ',
        'six more',
        'a@b.c.',
      ),
      fc.array(fc.constantFrom<unknown>('tea', 'cake', 3, 'other', 'none', 'gin'), {
        maxLength: 4,
      }),
      fc.string({ maxLength: 12 }),
      fc.integer({ min: -3, max: 12 }),
    );
    const names = elements.flatMap(({ name }) => [name, `${name}-Comment`]);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), one), (answers) => {
        for (const question of rules.questions) {
          const ours = rules.problemsWith([question], answers).length;
          model.data = answers;
          const theirs = model.getQuestionByName(question.name)?.validate(true) === false;
          if (theirs) expect([question.name, ours]).toEqual([question.name, 1]);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('is not carried from one respondent to the next', () => {
    const rules = rulesFor(likes);
    expect(problems(rules, {})).toHaveLength(1);
    expect(problems(rules, { likes: ['tea'] })).toEqual([]);
    expect(problems(rules, {})).toHaveLength(1);
  });
});

describe('a posted page', () => {
  it('gives back what stood in it, whatever was answered', () => {
    const { questions } = familySurvey();
    fc.assert(
      fc.property(anyAnswers(questions), (answers) => {
        const read = readPosted(questions, fieldsFrom(questions, answers));
        const answered = Object.entries(read).filter(([, answer]) => answer !== null);
        expect(Object.fromEntries(answered)).toEqual(answers);
      }),
      { numRuns: 100 },
    );
  });

  it('takes dates in three parts, numbers with commas, and other words alone', () => {
    const { questions } = rulesFor(
      { type: 'text', name: 'born', inputType: 'date' },
      { type: 'text', name: 'much', inputType: 'number' },
      { type: 'radiogroup', name: 'tea', choices: ['black'], showOtherItem: true },
    );
    const fields = {
      'born-day': ['3'],
      'born-month': [' 4 '],
      'born-year': ['2024'],
      much: ['1,200'],
      'tea-Comment': ['green\r\n'],
    };
    expect(readPosted(questions, fields)).toEqual({
      born: '2024-04-03',
      much: 1200,
      tea: 'other',
      'tea-Comment': 'green',
    });
    expect(readPosted(questions, { much: ['some'], 'born-year': ['24'] })).toEqual({
      born: '24-00-00',
      much: 'some',
      tea: null,
    });
  });
});
