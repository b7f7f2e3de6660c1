import { links } from '#app/http/links.ts';
import { LINK_LASTS_DAYS } from '../purposes.ts';
import type { Template } from '../template.ts';

/** Staff send a member their way in, for the first time or again. */
export const newLink: Template = {
  called: 'Personal link',
  links: {
    in: {
      purpose: 'sign-in',
      days: LINK_LASTS_DAYS,
      once: false,
      path: links.personalLink,
      endsEarlier: true,
    },
  },
  subject: ({ authority }) => `Your link to the parent carer panel of ${authority}`,
  body: ({ link }) => [
    'This is your own link to the parent carer panel. There is no password.',
    link('in'),
    'Open it to tell us what you think, and to see what became of what you said.',
    `The link works for ${LINK_LASTS_DAYS} days. Links that we sent you before stop working when you use this one.`,
    'Please do not pass it on: whoever has the link can answer in your name.',
  ],
  text: ({ authority, link }) =>
    `Your link to the parent carer panel of ${authority}: ${link('in')} It is yours only, so please do not pass it on.`,
};
