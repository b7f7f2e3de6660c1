/** How somebody voted on a statement: what their comment on it is read with. */
export const VOTES = ['agree', 'disagree', 'unsure'] as const;
export type Vote = (typeof VOTES)[number];

export const VOTE_NAMES: Readonly<Record<Vote, string>> = {
  agree: 'Agree',
  disagree: 'Disagree',
  unsure: 'Unsure',
};

/** The vote that a stored word names, or null. */
export function voteOf(word: string | null | undefined): Vote | null {
  return VOTES.find((vote) => vote === word) ?? null;
}
