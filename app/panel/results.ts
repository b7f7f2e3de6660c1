import type { Place } from '#app/care/care.ts';
import {
  dividing,
  leaningOf,
  shownTally,
  tallyOf,
  uniting,
  voteOf,
  VOTES,
  type ShownTally,
  type Vote,
} from './tally.ts';

/** What came of a consultation, as somebody may see it. */
export interface Results {
  statements: (ShownTally & { number: number; comments: Remark[] })[];
  /** Numbers of the statements that unite, most united first; empty where counts are hidden. */
  unites: number[];
  /** Numbers of the statements that divide, most divided first. */
  divides: number[];
  /** Whether single counts and comments are shown. */
  closely: boolean;
}

/** A comment without its writer. */
export interface Remark {
  vote: Vote;
  words: string;
  /** Where the words stand, for those who have them looked at or hide them. */
  place?: Place;
}

interface VotedOn {
  statementId: string;
  vote: string;
  comment: string;
  source?: { kind: string; id: string };
}

/**
 * Counts every statement. Comments come in the order of their votes and then of their letters, so
 * that two comments of one member do not stand in the same place in two lists.
 */
export function resultsOf(
  statements: readonly { id: string; text: string }[],
  votes: readonly VotedOn[],
  closely: boolean,
): Results {
  const tallies = tallyOf(statements, votes).map((tally, at) => ({ ...tally, number: at + 1 }));
  const numbered = (which: 'unites' | 'divides') =>
    tallies
      .filter((tally) => {
        const leaning = leaningOf(tally);
        return which === 'divides'
          ? leaning === 'divides'
          : leaning === 'agreed' || leaning === 'refused';
      })
      .sort((a, b) => (which === 'divides' ? dividing(b) - dividing(a) : uniting(b) - uniting(a)))
      .map(({ number }) => number);
  return {
    statements: tallies.map((tally) => ({
      ...shownTally(tally, closely),
      number: tally.number,
      comments: closely ? remarksOn(tally.statementId, votes) : [],
    })),
    unites: closely ? numbered('unites') : [],
    divides: closely ? numbered('divides') : [],
    closely,
  };
}

const placeOf = (source: VotedOn['source']) =>
  source ? { place: { ...source, question: '' } } : {};

function remarksOn(statementId: string, votes: readonly VotedOn[]): Remark[] {
  return votes
    .flatMap((one) => {
      const vote = voteOf(one.vote);
      const words = one.comment.trim();
      return one.statementId === statementId && vote && words !== ''
        ? [{ vote, words, ...placeOf(one.source) }]
        : [];
    })
    .sort(
      (a, b) =>
        VOTES.indexOf(a.vote) - VOTES.indexOf(b.vote) || a.words.localeCompare(b.words, 'en-GB'),
    );
}
