/**
 * Answers that may hold words of somebody's own: those that were not counted, too. A query says it as
 * the index `responses_own_words` does, or no database sees that the index will do.
 */
export const MAY_HOLD_WORDS = 'coalesce(own_words, 1) > 0';
