import { links } from '#app/http/links.ts';
import type { Template } from '../template.ts';

/** Somebody came forward and was not drawn: they hear of it too. */
export const panelNotDrawn: Template = {
  called: 'Not drawn this time',
  subject: ({ authority }) => `The parent carer panel of ${authority}: thank you`,
  body: ({ data, at }) => [
    `Thank you for coming forward: “${data('title')}”. More people did than there are places, so we drew by lot. Your name did not come up this time.`,
    `If somebody gives up their place, we may still write to you. Otherwise we delete your details after ${data('keepUntil')}.`,
    `You can have them deleted sooner with the reference that you were given: ${at(links.leaveCall(data('code')))}`,
    'You can still tell us what you think at any family hub.',
  ],
  text: ({ authority }) =>
    `Thank you for coming forward for the parent carer panel of ${authority}. We drew by lot, and your name did not come up this time. If a place becomes free, we may still write to you.`,
};
