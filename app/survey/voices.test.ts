import { expect, test } from 'vitest';
import { sayVoices, voicesIn } from './voices.ts';

test('people who said several things count once', () => {
  const said = [{ voice: 'a' }, { voice: 'b' }, { voice: 'a' }];
  expect(voicesIn(said)).toEqual({ comments: 3, people: 2 });
});

test('few people are not counted out', () => {
  expect(sayVoices({ comments: 11, people: 9 })).toBe('11 comments from 9 people');
  expect(sayVoices({ comments: 11, people: 4 })).toBe('Comments from fewer than 5 people');
  expect(sayVoices({ comments: 5, people: 5 })).toBe('5 comments from 5 people');
  expect(sayVoices({ comments: 0, people: 0 })).toBe('');
});
