/** The roles of an authority's people. A panel member is a parent, carer or practitioner. */
export const ROLES = [
  'administrator',
  'lead',
  'facilitator',
  'commissioner',
  'safeguarding',
  'partner',
  'panel-member',
] as const;
export type Role = (typeof ROLES)[number];

/** The roles that have an account with a password. */
export const STAFF_ROLES = [
  'administrator',
  'lead',
  'facilitator',
  'commissioner',
  'safeguarding',
  'partner',
] as const satisfies readonly Role[];

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  administrator: 'Administrator',
  lead: 'Strategic lead',
  facilitator: 'Panel facilitator',
  commissioner: 'Commissioner',
  safeguarding: 'Safeguarding contact',
  partner: 'Partner',
  'panel-member': 'Panel member',
};

/** Everything that somebody may or may not do, in the order of the line. */
export const ACTIONS = [
  'authority.edit',
  'people.manage',
  'languages.check',
  'audit.see',
  'privacy.manage',
  'programme.see',
  'programme.edit',
  'survey.edit',
  'answers.import',
  'answers.read',
  'answers.export',
  'answers.enter',
  'listening.edit',
  'weights.edit',
  'answers.review',
  'needs.edit',
  'panel.see',
  'panel.manage',
  'themes.edit',
  'originals.read',
  'replies.publish',
  'consultation.answer',
  'self.erase',
  'member.erase',
  'words.moderate',
  'safeguarding.flag',
  'safeguarding.see',
  'safeguarding.contact',
  'conversations.import',
  'return.prepare',
  'return.submit',
  'governance.edit',
  'theory.edit',
  'measures.enter',
  'plan.edit',
  'coverage.judge',
  'packs.edit',
  'plan.export',
  'documents.arrange',
  'plan.comment',
  'plan.approve',
  'plan.publish',
] as const;
export type Action = (typeof ACTIONS)[number];

/** What each action is called in the sentence "Only … can …". */
const DOING: Readonly<Record<Action, string>> = {
  'authority.edit': 'change the authority’s name and colour',
  'people.manage': 'add people and change their roles',
  'languages.check': 'say that a speaker has checked a language, and change our words in it',
  'audit.see': 'see who changed what',
  'privacy.manage': 'see who read answers, and answer requests about personal data',
  'programme.see': 'see the programme',
  'programme.edit': 'change the programme',
  'survey.edit': 'write, open and close surveys',
  'answers.import': 'bring answers in',
  'answers.read': 'read single answers',
  'answers.export': 'take single answers away as files',
  'answers.enter': 'enter answers by hand',
  'listening.edit': 'record listening exercises',
  'weights.edit': 'say what families look like and weight answers',
  'answers.review': 'set marked answers aside',
  'needs.edit': 'change the register of needs',
  'panel.see': 'see who is on the panel',
  'panel.manage': 'run the panel and its consultations',
  'themes.edit': 'gather comments into themes',
  'originals.read': 'read words as they stood before something was taken out',
  'replies.publish': 'answer families in public',
  'consultation.answer': 'answer a consultation',
  'self.erase': 'take their own name off the panel',
  'member.erase': 'erase a member of the panel',
  'words.moderate': 'decide that words are not shown to others',
  'safeguarding.flag': 'have somebody look at words that worry them',
  'safeguarding.see': 'see words that somebody was worried by',
  'safeguarding.contact': 'say whom to tell about safeguarding',
  'conversations.import': 'bring in conversations that were held with another tool',
  'return.prepare': 'prepare the participation return',
  'return.submit': 'record that the participation return was submitted',
  'governance.edit': 'change boards, their members and their decisions',
  'theory.edit': 'change the theory of change',
  'measures.enter': 'enter the figures of measures',
  'plan.edit': 'change the delivery plan',
  'coverage.judge': 'decide whether a requirement is covered',
  'packs.edit': 'bring in guidance packs and put them right',
  'plan.export': 'export the delivery plan',
  'documents.arrange': 'arrange documents and write words into them',
  'plan.comment': 'comment on the delivery plan',
  'plan.approve': 'sign the delivery plan off',
  'plan.publish': 'publish the delivery plan',
};

const STAFF: readonly Role[] = STAFF_ROLES;

/** Who may do what, complete: the one list, tested row by row. */
const MAY: Readonly<Record<Action, readonly Role[]>> = {
  'authority.edit': ['administrator'],
  'people.manage': ['administrator'],
  'languages.check': ['administrator'],
  'audit.see': ['administrator', 'lead', 'commissioner'],
  'privacy.manage': ['administrator'],
  'programme.see': STAFF,
  'programme.edit': ['administrator', 'lead'],
  'survey.edit': ['administrator', 'lead'],
  'answers.import': ['administrator', 'lead'],
  'answers.read': ['administrator', 'lead', 'facilitator'],
  'answers.export': ['administrator', 'lead'],
  'answers.enter': ['administrator', 'lead', 'facilitator'],
  'listening.edit': ['administrator', 'lead', 'facilitator'],
  'weights.edit': ['administrator', 'lead'],
  'answers.review': ['administrator', 'lead'],
  'needs.edit': ['administrator', 'lead', 'facilitator'],
  'panel.see': ['administrator', 'lead', 'facilitator'],
  'panel.manage': ['administrator', 'facilitator'],
  'themes.edit': ['administrator', 'lead', 'facilitator'],
  'originals.read': ['administrator', 'lead'],
  'replies.publish': ['administrator', 'lead', 'facilitator'],
  'consultation.answer': ['panel-member'],
  'self.erase': ['panel-member'],
  'member.erase': ['administrator', 'facilitator'],
  'words.moderate': ['administrator', 'lead', 'facilitator'],
  'safeguarding.flag': STAFF,
  'safeguarding.see': ['lead', 'safeguarding'],
  'safeguarding.contact': ['administrator', 'lead', 'safeguarding'],
  'conversations.import': ['administrator', 'lead', 'facilitator'],
  'return.prepare': ['administrator', 'lead', 'facilitator'],
  'return.submit': ['administrator', 'lead'],
  'governance.edit': ['administrator', 'lead', 'facilitator', 'commissioner'],
  'theory.edit': ['administrator', 'lead'],
  'measures.enter': ['administrator', 'lead', 'commissioner'],
  'plan.edit': ['administrator', 'lead', 'commissioner'],
  'coverage.judge': ['administrator', 'lead', 'commissioner'],
  'packs.edit': ['administrator', 'lead', 'commissioner'],
  'plan.export': STAFF,
  'documents.arrange': ['administrator', 'lead', 'commissioner'],
  'plan.comment': STAFF,
  'plan.approve': ['administrator', 'commissioner'],
  'plan.publish': ['administrator', 'commissioner'],
};

/** Who is asking: from the session, or from a personal link. */
export interface Person {
  id: string;
  authorityId: string;
  name: string;
  role: Role;
}

export type Answer = { yes: true } | { yes: false; reason: string };

/**
 * Whether a person may do something to a thing of an authority. The reason is the sentence that
 * stands beside the disabled button.
 */
export function can(person: Person, action: Action, thing: { authorityId: string }): Answer {
  if (person.authorityId !== thing.authorityId) {
    return { yes: false, reason: 'This belongs to another authority.' };
  }
  if (MAY[action].includes(person.role)) return { yes: true };
  return { yes: false, reason: `Only ${nameRoles(MAY[action])} can ${DOING[action]}.` };
}

function nameRoles(roles: readonly Role[]): string {
  const names = roles.map((role) => `${article(role)} ${ROLE_NAMES[role].toLowerCase()}`);
  const last = names.at(-1) ?? 'nobody';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}

const article = (role: Role) => (role === 'administrator' ? 'an' : 'a');
