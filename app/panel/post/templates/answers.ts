import { links } from '#app/http/links.ts';
import type { LinkInMessage, Template } from '../template.ts';

const see: LinkInMessage = {
  purpose: 'sign-in',
  days: 30,
  once: false,
  path: links.personalLink,
};
const stop: LinkInMessage = {
  purpose: 'notice-stop',
  days: 365,
  once: false,
  path: links.stopHearing,
};
const LAST = 'Do you want no more of these messages? One press is enough:';

/** Something that a member raised has its first answer, and they asked to be told. */
export const themeAnswered: Template = {
  called: 'Something that they raised is answered',
  links: { see, stop },
  subject: ({ authority }) => `You said something to ${authority}: there is an answer`,
  body: ({ link }) => [
    'Families raised something with us, and you were one of them. There is an answer now.',
    'Read what became of what you said, on your own page:',
    link('see'),
    LAST,
    link('stop'),
  ],
  text: ({ authority, link }) =>
    `${authority}: something that you raised with us has an answer now. Read it on your own page: ${link('see')} No more of these: ${link('stop')}`,
};

/** What families were told has become something else: a promise was kept, put off or taken back. */
export const answerChanged: Template = {
  called: 'An answer to something that they raised has changed',
  links: { see, stop },
  subject: ({ authority }) => `There is news from ${authority} about something that you said`,
  body: ({ link }) => [
    'We told you what would become of something that you and other families raised. There is news of it.',
    'Read it on your own page:',
    link('see'),
    LAST,
    link('stop'),
  ],
  text: ({ authority, link }) =>
    `${authority}: there is news about something that you raised with us. Read it on your own page: ${link('see')} No more of these: ${link('stop')}`,
};
