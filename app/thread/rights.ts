import { can, type Action, type Person } from '#app/people/can.ts';
import { THREAD_KINDS, type ThreadKind } from './kinds.ts';

/** Who ties something changes what it is tied to: the same right as for editing that. */
export const RIGHT_TO_TIE: Readonly<Record<ThreadKind, Action>> = {
  response: 'themes.edit',
  note: 'themes.edit',
  'meeting-note': 'themes.edit',
  poll: 'themes.edit',
  vote: 'themes.edit',
  asked: 'panel.manage',
  theme: 'themes.edit',
  evidence: 'needs.edit',
  need: 'needs.edit',
  box: 'theory.edit',
  link: 'theory.edit',
  'plan-line': 'plan.edit',
  measure: 'plan.edit',
  requirement: 'plan.edit',
  reply: 'replies.publish',
};

/** The kinds of things of which somebody may say what they rest on. */
export function kindsToTie(person: Person, thing: { authorityId: string }): ThreadKind[] {
  return THREAD_KINDS.filter((kind) => can(person, RIGHT_TO_TIE[kind], thing).yes);
}
