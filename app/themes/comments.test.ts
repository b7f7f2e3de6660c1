import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freeTextOf, ownWordsIn } from '#app/survey/own-words.ts';
import type { Definition } from '#app/survey/definition.ts';
import {
  commentsInAnswers,
  GatherForm,
  matching,
  notYetUnder,
  sourceKey,
  sourceOf,
  SOURCE_KINDS,
  wordsNow,
} from './comments.ts';
import { commentsInMeetings, commentsInPolls, commentsInVotes, fromOf } from './panel-comments.ts';

const definition: Definition = {
  pages: [
    {
      name: 'one',
      elements: [
        { type: 'comment', name: 'better', title: 'What would make it better?' },
        { type: 'text', name: 'area', title: 'Where do you live?' },
        { type: 'text', name: 'children', title: 'How many children?', inputType: 'number' },
        {
          type: 'checkbox',
          name: 'barriers',
          title: 'What gets in the way?',
          choices: ['Buses', 'Times'],
          showOtherItem: true,
          otherText: 'Another reason',
        },
        {
          type: 'radiogroup',
          name: 'group',
          title: 'Ethnic group',
          choices: ['A', 'B'],
          showOtherItem: true,
        },
      ],
    },
  ],
};

describe('comments', () => {
  test('stand in long texts and in the words of "something else", not where people say who they are', () => {
    expect(freeTextOf(definition)).toEqual([
      { key: 'better', asked: 'What would make it better?', isLong: true },
      { key: 'barriers-Comment', asked: 'What gets in the way? – Another reason', isLong: false },
    ]);
  });

  test('are in no answers of which no words were counted', () => {
    const said = fc.oneof(
      fc.string(),
      fc.constantFrom(' ', '\u00a0', '\t'),
      fc.constant(null),
      fc.integer(),
    );
    const keys = fc.constantFrom('better', 'barriers-Comment', 'area', 'group-Comment');
    fc.assert(
      fc.property(fc.dictionary(keys, said), (answers) => {
        const row = { id: 'r', versionId: 'v1', survey: 'Families 2026', flag: '', answers };
        const found = commentsInAnswers([row], new Map([['v1', definition]]));
        expect(ownWordsIn(freeTextOf(definition), answers)).toBe(found.length);
      }),
    );
  });

  test('are read from answers with the version that was answered', () => {
    const row = { versionId: 'v1', survey: 'Families 2026', flag: '' };
    const comments = commentsInAnswers(
      [
        { ...row, id: 'r1', answers: { better: '  Evening groups ', area: null, children: 2 } },
        {
          ...row,
          id: 'r2',
          answers: { better: ' ', barriers: ['other'], 'barriers-Comment': 'Lift' },
        },
        { ...row, id: 'r3', versionId: 'unknown', answers: { better: 'Lost' } },
      ],
      new Map([['v1', definition]]),
    );
    expect(
      comments.map(({ source, words, voice }) => [source.id, source.question, words, voice]),
    ).toEqual([
      ['r1', 'better', '  Evening groups ', 'answer r1'],
      ['r2', 'barriers-Comment', 'Lift', 'answer r2'],
    ]);
  });

  test('beside votes keep the vote, and empty ones are none', () => {
    const row = { memberId: 'm', statement: 'S', consultation: 'C' };
    const comments = commentsInVotes([
      { ...row, id: 'v1', vote: 'disagree', comment: 'Too late for babies' },
      { ...row, id: 'v2', vote: 'agree', comment: '  ' },
    ]);
    expect(comments).toHaveLength(1);
    expect(comments[0]).toMatchObject({
      vote: 'disagree',
      voice: 'member m',
      asked: 'S',
      where: 'C',
    });
  });

  test('beside answers hold further words by name, and say where they come from', () => {
    const row = { memberId: 'm', statement: 'Groups lead to friends', consultation: 'The walk' };
    const words = { missing: 'Somebody to go with', stops: ' ' };
    const found = commentsInVotes([{ ...row, id: 'v', vote: 'change', comment: '', words }]);
    expect(found.map(({ source, vote }) => [source.question, vote])).toEqual([['missing', null]]);
    expect(found.map(fromOf)).toEqual(['The walk · Groups lead to friends – Is anything missing?']);
  });

  test('at meetings and events are quoted only with leave, and are nobody’s by name', () => {
    const note = { id: 'n', text: 'Too far', saidBy: 'guest', item: null, meeting: 'June' };
    const said = commentsInMeetings([
      { ...note, consent: 'quote' },
      { ...note, id: 'o', consent: 'not-asked' },
      { ...note, id: 'p', text: ' ', consent: 'quote' },
    ]);
    expect(said.map(({ voice, mayQuote }) => [voice, mayQuote])).toEqual([
      ['meeting n', true],
      ['meeting o', false],
    ]);
    const at = { device: 'd', question: 'What next?', poll: 'Fun day' };
    const polled = commentsInPolls([
      { ...at, id: 'b', comment: 'Swings' },
      { ...at, id: 'a', comment: 'Slides' },
    ]);
    expect(polled.map(({ words }) => words)).toEqual(['Slides', 'Swings']);
    expect(new Set(polled.map(({ voice }) => voice)).size).toBe(1);
  });

  test('of one member do not stand in the same place under each statement', () => {
    const said = (memberId: string, statement: string, comment: string) => ({
      id: `${memberId} ${statement}`,
      memberId,
      vote: 'agree',
      comment,
      statement,
      consultation: 'C',
    });
    const comments = commentsInVotes([
      said('ann', 'Two', 'Yes'),
      said('bea', 'Two', 'Not at all'),
      said('ann', 'One', 'Buses'),
      said('bea', 'One', 'Cars'),
    ]);
    expect(comments.map(({ words }) => words)).toEqual(['Not at all', 'Yes', 'Buses', 'Cars']);
  });

  test('are found by all of the words, in any case', () => {
    const [one] = commentsInVotes([
      {
        id: 'v',
        memberId: 'm',
        vote: 'agree',
        comment: 'The Bus is late',
        statement: '',
        consultation: 'C',
      },
    ]);
    const list = one ? [one] : [];
    expect(matching(list, { words: 'late bus', where: '' })).toHaveLength(1);
    expect(matching(list, { words: 'late train', where: '' })).toHaveLength(0);
    expect(matching(list, { words: '', where: 'C' })).toHaveLength(1);
    expect(matching(list, { words: '', where: 'D' })).toHaveLength(0);
  });
});

test('comments under a theme are not offered again; those under others say so', () => {
  const rows = ['a', 'b', 'c'].map((id) => ({
    id,
    memberId: 'm',
    vote: 'agree',
    comment: id,
    statement: '',
    consultation: '',
  }));
  const at = (themeId: string, sourceId: string) => ({
    themeId,
    sourceKind: 'vote',
    sourceId,
    question: '',
  });
  const themes = [
    { id: 't', name: 'Times' },
    { id: 'w', name: 'Welcome' },
  ];
  const offered = notYetUnder('t', commentsInVotes(rows), [at('t', 'a'), at('w', 'b')], themes);
  expect(offered.map(({ words, under }) => [words, under])).toEqual([
    ['b', ['Welcome']],
    ['c', []],
  ]);
});

describe('a ticked comment', () => {
  test('comes back as it was sent', () => {
    const id = fc.stringMatching(/^[0-9a-f-]{1,36}$/);
    const question = fc.string().filter((name) => name === name.trim());
    fc.assert(
      fc.property(fc.constantFrom(...SOURCE_KINDS), id, question, (kind, one, name) => {
        const source = { kind, id: one, question: name };
        expect(sourceOf(sourceKey(source))).toEqual(source);
      }),
    );
  });

  test('that is no source is dropped, and none at all is a problem', () => {
    expect(GatherForm.parse({ comment: ['vote:1:', 'nonsense'] }).comment).toEqual([
      { kind: 'vote', id: '1', question: '' },
    ]);
    expect(GatherForm.safeParse({}).error?.issues[0]?.message).toBe(
      'Select the comments that belong here',
    );
    expect(GatherForm.safeParse({ comment: 'nonsense' }).success).toBe(false);
  });
});

test('gathered words are the same, changed or gone', () => {
  expect(wordsNow('Late', 'Late')).toBe('same');
  expect(wordsNow('Late', 'Early')).toBe('changed');
  expect(wordsNow('Late', '')).toBe('gone');
  expect(wordsNow('Late', undefined)).toBe('gone');
});
