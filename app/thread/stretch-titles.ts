import type { ThreadKind } from './kinds.ts';

/** What the things of a kind are called together, above their stretch of the thread. */
export const STRETCH_TITLES: Readonly<Record<ThreadKind, string>> = {
  response: 'What families answered',
  note: 'What was said at listening exercises',
  'meeting-note': 'What was said at meetings',
  poll: 'What people answered at events',
  vote: 'What panel members wrote',
  asked: 'What the panel was asked',
  theme: 'Themes',
  evidence: 'Evidence',
  need: 'Needs',
  box: 'Theory of change',
  link: 'Links of the theory',
  'plan-line': 'Delivery plan',
  measure: 'How we will know',
  requirement: 'Guidance',
  reply: 'Back to families',
};
