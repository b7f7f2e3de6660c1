import { describe, expect, test } from 'vitest';
import { MemberForm, whoIsMissing, aboutOf } from '#app/panel/members.ts';
import { DEMO_MEMBERS } from './panel-people.ts';
import { DEMO_THEMES, HOURS, VOTE_OF, WELCOME, type DemoStatement } from './panel-words.ts';

const names = DEMO_MEMBERS.map((member) => member.name);
const statements: DemoStatement[] = [...HOURS.statements, ...WELCOME.statements];

describe('the demonstration’s panel', () => {
  test('is of eleven parents and carers and a practitioner, with two groups left empty', () => {
    const all = DEMO_MEMBERS.map((member) =>
      MemberForm.parse({ ...member, joinedOn: '2026-05-01' }),
    );
    const parents = all.filter((member) => member.kind === 'parent-or-carer');
    expect([all.length, parents.length]).toEqual([12, 11]);
    expect(parents.filter((member) => member.caresAs === 'father')).toHaveLength(2);
    expect(whoIsMissing(parents.map(aboutOf))).toEqual([
      'aged 18 to 24',
      'in the group “Other ethnic group”',
    ]);
  });

  test.each(statements)('has a vote or a dot a member on “$text”', ({ votes, comments }) => {
    expect(votes).toHaveLength(DEMO_MEMBERS.length);
    expect([...votes].every((letter) => letter === '.' || letter in VOTE_OF)).toBe(true);
    for (const name of Object.keys(comments)) {
      expect(VOTE_OF[votes[names.indexOf(name)] ?? '.'], name).toBeDefined();
    }
  });

  test('leaves the open consultation to Leanne', () => {
    expect(names[0]).toBe('Leanne Moss');
    expect(WELCOME.statements.every(({ votes }) => votes.startsWith('.'))).toBe(true);
  });

  test('gathers only comments that are there', () => {
    for (const { panel } of Object.values(DEMO_THEMES)) {
      for (const { statement, by } of panel) {
        const comments = HOURS.statements[statement]?.comments ?? {};
        for (const name of by ?? Object.keys(comments)) expect(comments).toHaveProperty([name]);
      }
    }
  });
});
