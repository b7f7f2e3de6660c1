/**
 * The things that the golden thread runs through, in the order of the line. An answer and a figure
 * are where a thread starts; a requirement and a reply to families are where it ends.
 */
export const THREAD_KINDS = [
  'response',
  'note',
  'meeting-note',
  'poll',
  'vote',
  'asked',
  'theme',
  'evidence',
  'need',
  'box',
  'link',
  'plan-line',
  'measure',
  'requirement',
  'reply',
] as const;

export type ThreadKind = (typeof THREAD_KINDS)[number];

/** What each kind is called, in one or two words. */
export const KIND_NAMES: Readonly<Record<ThreadKind, string>> = {
  response: 'Answer',
  note: 'Note of a listening exercise',
  'meeting-note': 'Comment at a meeting',
  poll: 'Answer at an event',
  vote: 'Panel member’s comment',
  asked: 'Asked of the panel',
  theme: 'Theme',
  evidence: 'Evidence',
  need: 'Need',
  box: 'Box of the theory',
  link: 'Link of the theory',
  'plan-line': 'Plan line',
  measure: 'Measure',
  requirement: 'Requirement',
  reply: 'Reply to families',
};

export function isThreadKind(word: string | undefined): word is ThreadKind {
  return THREAD_KINDS.some((kind) => kind === word);
}

/** What one person said: their words never leave the trace, only that they changed. */
export const PRIVATE: ReadonlySet<ThreadKind> = new Set([
  'response',
  'note',
  'meeting-note',
  'poll',
  'vote',
]);

/** One thing on the thread. A requirement's id is `packId:requirementId`, that of what was asked `consultationId:statementId`. */
export interface ThreadEnd {
  kind: ThreadKind;
  id: string;
}

/**
 * What may rest on what, stored in thread_links as from → to ("to rests on from"):
 * a theme on answers, notes and comments, evidence on a theme, a need on evidence, a box on a need, a plan
 * line on the activity it delivers, a measure and the cover of a requirement on a plan line, and a reply
 * to families on the theme it answers and on the plan line it promises. What a measure hangs on in the
 * theory is read from the theory. A theme may also speak about a
 * box, a link or a plan line (THEME_RELATIONS), and a box may be drawn because of one comment.
 */
const MAY_TIE: Readonly<Record<ThreadKind, readonly ThreadKind[]>> = {
  response: ['theme', 'evidence'],
  note: ['theme', 'evidence'],
  'meeting-note': ['theme', 'evidence', 'box'],
  poll: ['theme', 'evidence'],
  vote: ['theme', 'evidence', 'box'],
  theme: ['evidence', 'box', 'link', 'plan-line', 'reply'],
  asked: [],
  evidence: ['need', 'box'],
  need: ['box', 'plan-line'],
  box: ['plan-line', 'requirement'],
  link: [],
  'plan-line': ['measure', 'requirement', 'reply'],
  measure: [],
  requirement: [],
  reply: [],
};

/** Whether `to` may rest on `from`. */
export function mayTie(from: ThreadKind, to: ThreadKind): boolean {
  return MAY_TIE[from].includes(to);
}

/** What a theme may say about a box or a link of the theory, or about a line of the plan. */
export const THEME_RELATIONS = ['supports', 'contradicts', 'asks-change'] as const;
export type ThemeRelation = (typeof THEME_RELATIONS)[number];

/** The relation that a stored word names, or null: an ordinary tie has none. */
export function themeRelationOf(word: string | undefined): ThemeRelation | null {
  return THEME_RELATIONS.find((one) => one === word) ?? null;
}
