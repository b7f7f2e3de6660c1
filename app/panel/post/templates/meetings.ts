import { links } from '#app/http/links.ts';
import { LINK_LASTS_DAYS } from '../purposes.ts';
import type { LinkInMessage, Template } from '../template.ts';

const reply: LinkInMessage = {
  purpose: 'meeting',
  days: LINK_LASTS_DAYS,
  once: false,
  path: links.meetingByLink,
};

/** A member is asked to a meeting. */
export const meetingInvitation: Template = {
  called: 'Invitation to a meeting',
  links: { reply },
  subject: ({ authority }) => `You are asked to a meeting of the panel of ${authority}`,
  body: ({ data, link }) => [
    `We would like you to come to “${data('title')}”.`,
    `${data('when')}. ${data('where')}.`,
    'Can you come? Tell us here, and tell us what you need to come:',
    link('reply'),
    'You can change your answer until the day.',
  ],
  text: ({ data, link }) =>
    `Panel meeting: ${data('when')}. ${data('where')}. Can you come? ${link('reply')}`,
};

/** Two days before; whoever said that they cannot come gets none. */
export const meetingReminder: Template = {
  called: 'Reminder of a meeting',
  links: { reply },
  subject: ({ authority }) => `A reminder: a meeting of the panel of ${authority}`,
  body: ({ data, link }) => [
    `“${data('title')}” is soon.`,
    `${data('when')}. ${data('where')}.`,
    'What we will talk about, how to join, and a way to tell us that something has changed:',
    link('reply'),
  ],
  text: ({ data, link }) =>
    `Reminder of the panel meeting: ${data('when')}. ${data('where')}. ${link('reply')}`,
};

/** It is on another day, at another hour or somewhere else. */
export const meetingMoved: Template = {
  called: 'Change to a meeting',
  links: { reply },
  subject: ({ authority }) => `A meeting of the panel of ${authority} has changed`,
  body: ({ data, link }) => [
    `Something has changed about “${data('title')}”. It is now like this:`,
    `${data('when')}. ${data('where')}.`,
    'Look here, and tell us if you can come now:',
    link('reply'),
  ],
  text: ({ data, link }) =>
    `The panel meeting has changed. It is now: ${data('when')}. ${data('where')}. ${link('reply')}`,
};

export const meetingCancelled: Template = {
  called: 'A meeting is cancelled',
  subject: ({ authority }) => `A meeting of the panel of ${authority} is cancelled`,
  body: ({ data }) => [
    `“${data('title')}” on ${data('when')} will not take place.`,
    `This is why: ${data('reason')}`,
    'You do not need to do anything.',
  ],
  text: ({ data }) => `The panel meeting on ${data('when')} is cancelled: ${data('reason')}`,
};

/** The papers can be read. */
export const meetingPapers: Template = {
  called: 'Papers of a meeting',
  links: { reply },
  subject: ({ authority }) => `What we will talk about: a meeting of the panel of ${authority}`,
  body: ({ data, link }) => [
    `You can now read what we will talk about at “${data('title')}” on ${data('when')}:`,
    link('reply'),
    'Would you like it printed, in large print or in easy read? Tell us, and we send it.',
  ],
  text: ({ data, link }) =>
    `You can read what we will talk about at the panel meeting (${data('when')}): ${link('reply')}`,
};
