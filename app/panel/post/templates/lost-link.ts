import { links } from '#app/http/links.ts';
import type { Template } from '../template.ts';

/** Somebody typed this address at /lost-link. */
export const lostLink: Template = {
  called: 'New link, asked for by the member',
  links: {
    in: { purpose: 'sign-in', days: 30, once: false, path: links.personalLink, endsEarlier: true },
  },
  subject: ({ authority }) => `A new link to the parent carer panel of ${authority}`,
  body: ({ link, at }) => [
    'You asked for a new link to the parent carer panel. Here it is:',
    link('in'),
    'It works for 30 days. Links that we sent you before stop working when you use this one.',
    `Did you not ask for it? Then do nothing: the link that you have still works. A new one can be asked for at ${at(links.lostLink())}`,
  ],
  text: ({ authority, link }) =>
    `Your new link to the parent carer panel of ${authority}: ${link('in')} If you did not ask for it, do nothing.`,
};
