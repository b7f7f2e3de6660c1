import { describe, expect, it } from 'vitest';
import { questionsOf } from './definition.ts';
import { readDefinition } from './read-definition.ts';

function withElements(...elements: unknown[]) {
  return { pages: [{ name: 'one', elements }] };
}

function problemsOf(raw: unknown) {
  const read = readDefinition(raw);
  return read.ok ? [] : read.problems.map(({ element, message }) => `${element}: ${message}`);
}

const colour = { type: 'radiogroup', name: 'colour', choices: ['red', 'blue'] };

describe('a questionnaire made elsewhere', () => {
  it('comes in with old names made new and its looks left out', () => {
    const read = readDefinition({
      showProgressBar: 'top',
      questions: [{ ...colour, type: 'Radiogroup', hasOther: true, colCount: 0 }],
    });
    if (!read.ok) throw new Error('refused');
    expect(read.notKept).toEqual(['colCount', 'showProgressBar']);
    expect(read.definition.pages).toEqual([
      { name: 'page1', elements: [{ ...colour, showOtherItem: true }] },
    ]);
  });

  it('keeps its words and loses its markup', () => {
    const read = readDefinition(
      withElements(
        {
          type: 'html',
          name: 'intro',
          html: '<h1>Hello</h1><script>alert(1)</script><img src=x onerror=alert(2)>Tom &amp; <b>Jo</b>',
        },
        colour,
      ),
    );
    if (!read.ok) throw new Error('refused');
    expect(read.definition.pages[0]?.elements[0]).toMatchObject({
      html: '<p>Hello</p><p>Tom &amp; Jo</p>',
    });
    expect(questionsOf(read.definition)).toHaveLength(1);
  });

  it.each<[string, unknown, RegExp]>([
    ['no object', 'hello', /^questionnaire: This is not/],
    ['no question', { pages: [{ name: 'p' }] }, /no question/],
    ['a type that is not asked', withElements({ type: 'file', name: 'photo' }), /^photo: .*“file”/],
    ['no type', withElements({ name: 'photo' }), /^photo: Give the question a type/],
    ['no name', withElements({ type: 'comment' }), /“name” is missing/],
    [
      'no answers to choose',
      withElements({ type: 'checkbox', name: 'c' }),
      /^c: “choices” is missing/,
    ],
    [
      'a setting that would be lost',
      withElements({ ...colour, choicesByUrl: {} }),
      /^colour: “choicesByUrl”/,
    ],
    [
      'triggers',
      { ...withElements(colour), triggers: [{ type: 'complete', expression: "{colour} = 'red'" }] },
      /^questionnaire: “triggers”/,
    ],
    [
      'a regular expression of the author',
      withElements({ type: 'text', name: 't', validators: [{ type: 'regex', regex: '^(a+)+$' }] }),
      /“regex”/,
    ],
    ['a hostile name', withElements({ ...colour, name: '__proto__' }), /letters, digits/],
    [
      'a name used twice',
      withElements(colour, { ...colour, name: 'Colour' }),
      /^Colour: .*used twice/,
    ],
    [
      'an answer there twice',
      withElements({ ...colour, choices: ['a', 'a'] }),
      /“a” is there twice/,
    ],
    ['a code kept for SurveyJS', withElements({ ...colour, choices: ['other', 'a'] }), /kept for/],
    [
      'an earlier answer in a title',
      withElements({ ...colour, title: 'Why {x}?' }),
      /curly brackets/,
    ],
    [
      'a condition on nothing',
      withElements(colour, { type: 'comment', name: 'why', visibleIf: "{color} = 'red'" }),
      /^why: .*no such question/,
    ],
    [
      'a condition on a later question',
      withElements({ type: 'comment', name: 'why', visibleIf: "{colour} = 'red'" }, colour),
      /^why: .*not asked on an earlier page/,
    ],
    [
      'a condition on an answer that is not there',
      withElements(colour, { type: 'comment', name: 'why', visibleIf: "{colour} = 'green'" }),
      /no answer with the code “green”/,
    ],
    [
      'a comparison of one code with several',
      withElements(
        { ...colour, type: 'checkbox' },
        { type: 'comment', name: 'why', visibleIf: "{colour} = 'red'" },
      ),
      /use contains or anyof/,
    ],
    [
      'more of what is no number',
      withElements(colour, { type: 'comment', name: 'why', visibleIf: '{colour} > 3' }),
      /more and less mean nothing/,
    ],
  ])('is refused with the element named: %s', (_, raw, message) => {
    expect(problemsOf(raw).join('\n')).toMatch(message);
  });
});
