import type { Template } from '../template.ts';

/** To whoever looks after safeguarding: that something waits, and nothing of what or of whom. */
export const worryRaised: Template = {
  called: 'Words to look at (to the safeguarding contact)',
  subject: () => 'Something waits for you to look at it today',
  body: ({ programme }) => [
    `In “${programme}” somebody wrote words that should be looked at today.`,
    'Sign in and choose Panel, then “Words that worried somebody”. The words are not in this message, and who looks at them is kept.',
    'If a child may be in danger now, do not wait: follow your own procedure.',
  ],
  text: ({ programme }) =>
    `In “${programme}” somebody wrote words that should be looked at today. Sign in and choose Panel, then “Words that worried somebody”.`,
};
