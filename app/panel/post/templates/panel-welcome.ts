import { links } from '#app/http/links.ts';
import { LINK_LASTS_DAYS } from '../purposes.ts';
import type { Template } from '../template.ts';

/** Somebody said yes: the way to their own page. */
export const panelWelcome: Template = {
  called: 'Welcome to the panel',
  links: {
    in: {
      purpose: 'sign-in',
      days: LINK_LASTS_DAYS,
      once: false,
      path: links.personalLink,
      endsEarlier: true,
    },
  },
  subject: ({ authority }) => `Welcome to the parent carer panel of ${authority}`,
  body: ({ link }) => [
    'You are on the panel now. We are glad that you are with us.',
    'This is the way to your own page. There is no password:',
    link('in'),
    'There you see what we ask, when we meet, and what became of what you said. You can change how we reach you, tell us what helps you to take part, and leave whenever you want.',
    'Please keep the link to yourself: whoever has it can answer in your name.',
  ],
  text: ({ authority, link }) =>
    `Welcome to the parent carer panel of ${authority}. This is the way to your own page, without a password: ${link('in')} Please keep it to yourself.`,
};
