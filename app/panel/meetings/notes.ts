import { z } from 'zod';
import { ActionForm } from './actions.ts';

export const SPEAKERS = ['parent-or-carer', 'practitioner', 'guest', 'several'] as const;
export type Speaker = (typeof SPEAKERS)[number];

export const SPEAKER_NAMES: Readonly<Record<Speaker, string>> = {
  'parent-or-carer': 'A parent or carer',
  practitioner: 'A practitioner',
  guest: 'A guest',
  several: 'Several people',
};

export const speakerOf = (word: string): Speaker =>
  SPEAKERS.find((speaker) => speaker === word) ?? 'several';

const under = z.string().max(100).default('');
const words = (missing: string) =>
  z.string(missing).min(1, missing).max(2000, 'Use 2,000 characters or fewer');

const NoteForm = z.object({ itemId: under, noted: words('Enter what happened') });

const CommentForm = z.object({
  itemId: under,
  said: words('Enter what was said, as near as you can to the words'),
  saidBy: z.enum(SPEAKERS, 'Select who said it'),
  quote: z
    .string()
    .optional()
    .transform((value) => value === 'yes'),
});

const votesField = z
  .string()
  .default('')
  .refine((typed) => /^\d{0,3}$/.test(typed), 'Votes must be a whole number, such as 7')
  .transform((typed) => (typed === '' ? null : Number(typed)));

const DecisionForm = z
  .object({
    itemId: under,
    decided: words('Enter what was decided'),
    because: z.string().max(1000, 'Use 1,000 characters or fewer').default(''),
    restsOn: z.string().max(200).default(''),
    votesFor: votesField,
    votesAgainst: votesField,
    votesAbstained: votesField,
  })
  .superRefine(({ because, restsOn, votesFor, votesAgainst, votesAbstained }, context) => {
    const say = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (because === '' && restsOn === '') {
      say('because', 'Say why, or choose what it rests on: people ask later');
    }
    const some = [votesFor, votesAgainst, votesAbstained].some((n) => n !== null);
    if (some && (votesFor === null || votesAgainst === null)) {
      say('votesFor', 'Where a vote was taken, enter how many were for and how many against');
    }
  });
export type DecisionFields = z.output<typeof DecisionForm>;

/** What a decision can rest on, as the form names it: "theme:ID" or "consultation:ID". */
export function restOf(word: string): { kind: 'theme' | 'consultation'; id: string } | null {
  const read = /^(theme|consultation):(.+)$/.exec(word);
  if (!read) return null;
  return { kind: read[1] === 'theme' ? 'theme' : 'consultation', id: read[2] ?? '' };
}

/** A vote in words: "7 for, 1 against, 2 abstained"; null where none was taken. */
export function sayVote(vote: {
  votesFor: number | null;
  votesAgainst: number | null;
  votesAbstained: number | null;
}): string | null {
  if (vote.votesFor === null || vote.votesAgainst === null) return null;
  const abstained = vote.votesAbstained ?? 0;
  return [
    `${vote.votesFor} for`,
    `${vote.votesAgainst} against`,
    ...(abstained > 0 ? [`${abstained} abstained`] : []),
  ].join(', ');
}

/** Everything that the page of a meeting's notes can send. */
export const NotesChange = z.discriminatedUnion('intent', [
  NoteForm.extend({ intent: z.literal('note') }),
  CommentForm.extend({ intent: z.literal('comment') }),
  z.object({ intent: z.literal('remove-note'), id: z.string() }),
  z.object({ intent: z.literal('remove-decision'), id: z.string() }),
  z.object({ intent: z.literal('remove-action'), id: z.string() }),
  DecisionForm.safeExtend({ intent: z.literal('decide') }),
  z.object({
    intent: z.literal('act'),
    itemId: under,
    doing: ActionForm.shape.text,
    owner: ActionForm.shape.owner,
    dueOn: ActionForm.shape.dueOn,
  }),
]);
