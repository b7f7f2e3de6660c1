import type { Template } from '../template.ts';

/** To staff: terms of membership end soon. */
export const termEnds: Template = {
  called: 'Terms of members end (to staff)',
  subject: () => 'Terms of panel members end soon',
  body: ({ programme, data }) => [
    `In “${programme}” the term of ${data('members')} ends by ${data('endsOn')}.`,
    'Ask each of them whether they would like to stay, and renew the term or record that they leave. You see them in the list of members under “Term ends soon”.',
  ],
  text: ({ programme, data }) =>
    `In “${programme}” the term of ${data('members')} ends by ${data('endsOn')}. See the list of members under “Term ends soon”.`,
};
