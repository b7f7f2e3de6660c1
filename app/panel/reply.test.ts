import { describe, expect, test } from 'vitest';
import { answerState, isOverdue, ReplyForm } from './reply.ts';

const reply = {
  youSaid: 'Groups are at times we cannot come',
  status: 'we-did',
  words: 'Two hubs now open on Thursday evenings',
};
const problems = (fields: object) => [
  ...new Set(
    ReplyForm.safeParse(fields).error?.issues.map(
      (issue) => `${issue.path.join()}: ${issue.message}`,
    ),
  ),
];

describe('an answer to families', () => {
  test('that something was done needs no more', () => {
    expect(problems(reply)).toEqual([]);
    expect(ReplyForm.parse(reply)).toMatchObject({ dueOn: null, because: '', planLineId: '' });
  });

  test('that is a promise needs somebody and a day', () => {
    expect(problems({ ...reply, status: 'we-will', dueOn: '' })).toEqual([
      'owner: Enter who will do it',
      'dueOn: Enter the day by which it will be done',
    ]);
    expect(problems({ ...reply, status: 'we-will', owner: 'Grace', dueOn: '2026-09-01' })).toEqual(
      [],
    );
    expect(problems({ ...reply, dueOn: 'soon' })).toEqual([
      'dueOn: Enter the day by which it will be done',
    ]);
  });

  test('that is a refusal needs its reason', () => {
    expect(problems({ ...reply, status: 'we-cannot' })).toEqual([
      'because: Say why it cannot be done',
    ]);
  });

  test('that asks families to wait says for how long', () => {
    expect(problems({ ...reply, status: 'thinking' })).toEqual([
      'dueOn: Enter the day by which families will hear',
    ]);
    expect(isOverdue({ status: 'thinking', dueOn: '2026-06-01' }, '2026-06-02')).toBe(true);
  });

  test('is nobody’s, a draft or public', () => {
    expect(answerState(undefined)).toBe('none');
    expect(answerState({ publishedAt: null })).toBe('draft');
    expect(answerState({ publishedAt: new Date() })).toBe('published');
  });

  test('is overdue when a promise is past its day', () => {
    expect(isOverdue({ status: 'we-will', dueOn: '2026-06-01' }, '2026-06-02')).toBe(true);
    expect(isOverdue({ status: 'we-will', dueOn: '2026-06-01' }, '2026-06-01')).toBe(false);
    expect(isOverdue({ status: 'we-did', dueOn: '2026-06-01' }, '2026-06-02')).toBe(false);
  });
});
