import { describe, expect, test } from 'vitest';
import { ACTIONS, can, ROLES, type Action, type Person, type Role } from './can.ts';

const here = { authorityId: 'here' };
const person = (role: Role): Person => ({ id: 'p', authorityId: 'here', name: 'Somebody', role });

/** Who may do what, written out again by hand: a change of the table must be meant twice. */
const MAY: Record<Action, string> = {
  'authority.edit': 'administrator',
  'people.manage': 'administrator',
  'languages.check': 'administrator',
  'audit.see': 'administrator lead commissioner',
  'privacy.manage': 'administrator',
  'programme.see': 'administrator lead facilitator commissioner safeguarding partner',
  'programme.edit': 'administrator lead',
  'survey.edit': 'administrator lead',
  'answers.import': 'administrator lead',
  'answers.read': 'administrator lead facilitator',
  'answers.export': 'administrator lead',
  'answers.enter': 'administrator lead facilitator',
  'listening.edit': 'administrator lead facilitator',
  'weights.edit': 'administrator lead',
  'answers.review': 'administrator lead',
  'needs.edit': 'administrator lead facilitator',
  'panel.see': 'administrator lead facilitator',
  'panel.manage': 'administrator facilitator',
  'themes.edit': 'administrator lead facilitator',
  'originals.read': 'administrator lead',
  'replies.publish': 'administrator lead facilitator',
  'consultation.answer': 'panel-member',
  'self.erase': 'panel-member',
  'member.erase': 'administrator facilitator',
  'words.moderate': 'administrator lead facilitator',
  'safeguarding.flag': 'administrator lead facilitator commissioner safeguarding partner',
  'safeguarding.see': 'lead safeguarding',
  'safeguarding.contact': 'administrator lead safeguarding',
  'conversations.import': 'administrator lead facilitator',
  'return.prepare': 'administrator lead facilitator',
  'return.submit': 'administrator lead',
  'governance.edit': 'administrator lead facilitator commissioner',
  'theory.edit': 'administrator lead',
  'measures.enter': 'administrator lead commissioner',
  'plan.edit': 'administrator lead commissioner',
  'coverage.judge': 'administrator lead commissioner',
  'packs.edit': 'administrator lead commissioner',
  'plan.export': 'administrator lead facilitator commissioner safeguarding partner',
  'documents.arrange': 'administrator lead commissioner',
  'plan.comment': 'administrator lead facilitator commissioner safeguarding partner',
  'plan.approve': 'administrator commissioner',
  'plan.publish': 'administrator commissioner',
};

const table = ROLES.flatMap((role) => ACTIONS.map((action) => [role, action] as const));

describe('can', () => {
  test.each(table)('%s, %s, in the own authority', (role, action) => {
    const allowed = MAY[action].split(' ').includes(role);
    const answer = can(person(role), action, here);
    expect(answer.yes).toBe(allowed);
    if (!answer.yes) expect(answer.reason).toMatch(/^Only an? .+ can .+\.$/);
  });

  test.each(table)('%s, %s, in another authority: never', (role, action) => {
    expect(can(person(role), action, { authorityId: 'elsewhere' })).toEqual({
      yes: false,
      reason: 'This belongs to another authority.',
    });
  });

  test('gives a reason that can stand beside the button', () => {
    expect(can(person('partner'), 'theory.edit', here)).toEqual({
      yes: false,
      reason: 'Only an administrator or a strategic lead can change the theory of change.',
    });
  });
});
