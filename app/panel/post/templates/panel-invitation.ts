import { links } from '#app/http/links.ts';
import { LINK_LASTS_DAYS } from '../purposes.ts';
import type { LinkInMessage, Template } from '../template.ts';

const answer: LinkInMessage = {
  purpose: 'invitation',
  days: LINK_LASTS_DAYS,
  once: false,
  path: links.invitation,
};

/** Somebody was drawn by lot: would they like to join? */
export const panelInvitation: Template = {
  called: 'Invitation to join the panel',
  links: { answer },
  subject: ({ authority }) => `You can join the parent carer panel of ${authority}`,
  body: ({ data, link }) => [
    `You told us that you would like to help: “${data('title')}”. We drew names by lot, and yours came up.`,
    'Would you like to join? You can say yes, no thank you, or ask us something first:',
    link('answer'),
    `Please answer by ${data('answerBy')}. After that we ask somebody else.`,
    'Whatever you answer, it changes nothing about the help that you and your family get.',
  ],
  text: ({ authority, data, link }) =>
    `Your name came up by lot for the parent carer panel of ${authority}. Would you like to join? Answer by ${data('answerBy')}: ${link('answer')}`,
};

/** Nothing came yet; at most twice. */
export const panelInvitationReminder: Template = {
  called: 'Reminder of an invitation to join',
  links: { answer },
  subject: ({ authority }) => `Would you like to join the parent carer panel of ${authority}?`,
  body: ({ data, link }) => [
    'Some days ago we asked whether you would like to join the parent carer panel. We have not heard from you yet.',
    'You can say yes, no thank you, or ask us something first:',
    link('answer'),
    `The place is yours until ${data('answerBy')}. If we do not hear from you by then, we ask somebody else.`,
  ],
  text: ({ authority, data, link }) =>
    `Would you like to join the parent carer panel of ${authority}? The place is yours until ${data('answerBy')}: ${link('answer')}`,
};
