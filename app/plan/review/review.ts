import { z } from 'zod';
import { stateOf, type State } from '#app/panel/consultation.ts';
import { itemResults, type Counted, type Written } from '#app/panel/kinds/item-results.ts';
import { ConsultationForm } from '#app/panel/consultation.ts';
import type { Shown } from '#app/statistics/small-numbers.ts';

const LONGEST = 1000;
const words = (instruction: string) =>
  z.string(instruction).min(1, instruction).max(LONGEST, `Use at most ${LONGEST} characters`);

const Line = {
  text: words('Enter what members are asked'),
  hint: z.string().max(LONGEST, `Use at most ${LONGEST} characters`).default(''),
};

/** A review of a plan line begins a consultation, or joins one that is still a draft. */
export const ReviewForm = z.discriminatedUnion('into', [
  z.object({
    into: z.literal('new'),
    ...Line,
    ...ConsultationForm.pick({ title: true, purpose: true, standing: true }).shape,
  }),
  z.object({ into: z.literal('draft'), ...Line, draftId: words('Choose the draft') }),
]);
export type ReviewFields = z.output<typeof ReviewForm>;

/** What came of one review of a line, as somebody may see it. */
export interface LineReview {
  consultationId: string;
  title: string;
  state: State;
  closesOn: string | null;
  text: string;
  /** Null while it is too early for this person to see them. */
  base: Shown | null;
  counts: Counted[];
  says: string[];
  written: Written[];
  /** What the line says now that it did not say then; null when it says the same. */
  changed: { name: string; then: string; now: string }[] | null;
}

interface ReviewRow {
  consultationId: string;
  title: string;
  status: string;
  closesOn: string | null;
  statementId: string;
  text: string;
}

interface ReviewVote {
  statementId: string;
  vote: string;
  comment: string;
}

/** The reviews of one line, newest first, each with its answers as somebody may see them. */
export function lineReviews(
  rows: readonly (ReviewRow & { changed: LineReview['changed'] })[],
  votes: readonly ReviewVote[],
  { closely, today }: { closely: boolean; today: string },
): LineReview[] {
  return rows
    .map((row) => {
      const { consultationId, title, closesOn, text, statementId, changed } = row;
      const state = stateOf(row, today);
      const base = { consultationId, title, state, closesOn, text, changed };
      const item = { id: statementId, type: 'line', text, hint: '', method: '', options: null };
      const answers = votes.map((vote) => ({ ...vote, choice: null, words: null }));
      const result = itemResults([item], answers, closely)[0];
      // Counts that grow by one tell who has just answered: others see them when it is over.
      if (result === undefined || (state !== 'closed' && !closely)) {
        return { ...base, base: null, counts: [], says: [], written: [] };
      }
      const { base: people, counts, says, written } = result;
      return { ...base, base: people, counts, says, written };
    })
    .reverse();
}
