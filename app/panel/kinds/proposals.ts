import { z } from 'zod';
import { StatementText } from '../consultation.ts';

/** What a member proposes to ask the others. */
export const ProposalForm = z.object({
  text: StatementText.refine((words) => words.length >= 8, 'Write a whole sentence'),
});

const Reason = (message: string) =>
  z.string(message).min(1, message).max(500, 'Reason must be 500 characters or fewer');

/** What staff do with a proposal. The writer reads the reason, and what is asked instead. */
export const ProposalDecision = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('accept'), statementId: z.string() }),
  z.object({
    intent: z.literal('reword'),
    statementId: z.string(),
    text: StatementText,
    reason: Reason('Say why the words are changed: the writer reads it'),
  }),
  z.object({
    intent: z.literal('refuse'),
    statementId: z.string(),
    refusal: Reason('Say why it is not asked: the writer reads it'),
  }),
]);
export type ProposalDecided = z.output<typeof ProposalDecision>;

/** Where the words of a statement stand that a member proposed. */
export const placeOfStatement = (id: string) => ({ kind: 'statement', id, question: '' });

/** Most proposals of one member that wait at once: a short queue is answered, a long one is not. */
export const MOST_WAITING = 3;

interface StoredProposal {
  id: string;
  text: string;
  state: string;
  reason: string;
  proposedText: string;
}

/** What became of a proposal, for the member who wrote it. */
export interface MyProposal {
  id: string;
  /** As it was written. */
  wrote: string;
  state: 'proposed' | 'asked' | 'refused';
  /** As everybody is asked, where the words were changed; else null. */
  askedAs: string | null;
  reason: string;
}

export function myProposal(stored: StoredProposal): MyProposal {
  const { id, text, state, reason, proposedText } = stored;
  return {
    id,
    wrote: proposedText,
    state: state === 'asked' || state === 'refused' ? state : 'proposed',
    askedAs: state === 'asked' && text !== proposedText ? text : null,
    reason,
  };
}
