import { z } from 'zod';
import { THRESHOLD } from '#app/statistics/small-numbers.ts';

/** Whom a poll speaks to: the words around its questions are chosen for them. */
export const AUDIENCES = ['adults', 'young'] as const;
export type Audience = (typeof AUDIENCES)[number];

export function audienceOf(word: string): Audience {
  return word === 'young' ? 'young' : 'adults';
}

export const AUDIENCE_NAMES: Readonly<Record<Audience, string>> = {
  adults: 'Adults',
  young: 'Children and young people',
};

/** What stands around the questions of a poll. */
export interface PollWords {
  before: readonly string[];
  /** To be ticked before answers are taken, or null where sending them says enough. */
  consent: string | null;
  send: string;
  thanks: string;
  after: string;
}

export const POLL_WORDS: Readonly<Record<Audience, PollWords>> = {
  adults: {
    before: [
      'It takes a minute. We do not ask who you are, and nobody can tell what you answered.',
      'You can leave out any question. Sending your answers means that you take part.',
    ],
    consent: null,
    send: 'Send my answers',
    thanks: 'Thank you',
    after: 'Your answers have arrived. You can change them here until the poll closes.',
  },
  young: {
    before: [
      'We want to know what you think. There are no wrong answers.',
      'You do not have to join in. You can leave out any question. Do not write your name: nobody will know what you said.',
      'Not sure? Ask a grown-up you trust first.',
    ],
    consent: 'I am happy to take part',
    send: 'Send what I think',
    thanks: 'Thank you for telling us',
    after: 'We have what you said. You can change it here until the poll closes.',
  },
};

/** The fixed answers in words for children; adults read them as they stand. */
export const YOUNG_VOTES: Readonly<Record<string, string>> = {
  agree: 'Yes',
  disagree: 'No',
  unsure: 'Not sure',
};

export const PollForm = z.object({
  audience: z.enum(AUDIENCES, 'Choose whom it is for'),
  onScreen: z.enum(['yes', 'no'], 'Choose whether a screen shows the counts'),
});
export type PollFields = z.output<typeof PollForm>;

/**
 * The answers that a screen may show while a poll is open: those of the first five, ten, fifteen
 * telephones and so on. A count that grew by one would tell what the person answered who is just
 * putting the telephone away.
 */
export function inSteps<Answer extends { number: number }>(answers: readonly Answer[]): Answer[] {
  const numbers = [...new Set(answers.map(({ number }) => number))].sort((a, b) => a - b);
  const shown = new Set(numbers.slice(0, numbers.length - (numbers.length % THRESHOLD)));
  return answers.filter(({ number }) => shown.has(number));
}
