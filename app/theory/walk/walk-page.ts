import type { State } from '#app/panel/consultation.ts';
import { voteOf, VOTE_NAMES } from '#app/panel/tally.ts';
import type { Theory } from '../graph.ts';
import { agreements, type Agreed } from './agreement.ts';
import { changedSince, type Since } from './changed.ts';
import { takenFromOf, type TakenFrom } from './form.ts';
import { plainHints } from './words.ts';

/** One thing that a walk asks, as it is stored. */
export interface StoredStop {
  id: string;
  type: string;
  text: string;
  hint: string;
  about: { kind: string; id: string; words: Record<string, string> } | null;
}

/** An answer to a stop; whose it is stays outside. */
export interface StoredAnswer {
  id: string;
  statementId: string;
  vote: string;
  comment: string;
  words: Record<string, string> | null;
}

/** A stop while a walk is drafted: with what is hard to read in it. */
export interface DraftStop {
  id: string;
  number: number;
  type: string;
  text: string;
  hint: string;
  hints: string[];
  since: Since['is'];
  aboutId: string;
}

export function draftStops(
  stops: readonly StoredStop[],
  theory: Theory,
  list: readonly { words: string; instead: string }[],
): DraftStop[] {
  return stops.map(({ id, type, text, hint, about }, at) => ({
    id,
    number: at + 1,
    type,
    text,
    hint,
    hints: plainHints(`${text}\n${hint}`, list),
    since: about === null ? 'gone' : changedSince(about, theory).is,
    aboutId: about?.id ?? '',
  }));
}

/** Words that somebody wrote at a stop, without their writer. */
export interface WalkRemark {
  voteId: string;
  /** '' for the comment, else the name of the further words. */
  asked: string;
  beside: string;
  words: string;
  /** Whether they may become part of the theory, and from what. */
  from: TakenFrom | null;
}

export interface WalkedStop extends Agreed {
  number: number;
  type: string;
  about: { kind: string; id: string };
  since: Since;
  remarks: WalkRemark[];
}

const ORDER = ['', 'missing', 'stops'];

/** Every stop with its answers, for somebody; words only for those who may read single answers. */
export function walkedStops(
  stops: readonly StoredStop[],
  answers: readonly StoredAnswer[],
  theory: Theory,
  closely: boolean,
): WalkedStop[] {
  return agreements(stops, answers, closely).flatMap((agreed, at) => {
    const stop = stops[at];
    if (stop === undefined) return [];
    const about = stop.about ?? { kind: '', id: '', words: {} };
    return [
      {
        ...agreed,
        number: at + 1,
        type: stop.type,
        about: { kind: about.kind, id: about.id },
        since: changedSince(about, theory),
        remarks: closely ? remarksOn(stop.id, answers) : [],
      },
    ];
  });
}

/** In the order of what they answer and then of their letters, so that places tell nobody's answers apart. */
function remarksOn(stopId: string, answers: readonly StoredAnswer[]): WalkRemark[] {
  return answers
    .filter(({ statementId }) => statementId === stopId)
    .flatMap(({ id, vote, comment, words }) =>
      [['', comment] as const, ...Object.entries(words ?? {})].map(([asked, said]) => {
        const name = voteOf(vote);
        const beside = name === null ? '' : VOTE_NAMES[name];
        return { voteId: id, asked, beside, words: said.trim(), from: takenFromOf(asked) };
      }),
    )
    .filter(({ words }) => words !== '')
    .sort(
      (a, b) =>
        ORDER.indexOf(a.asked) - ORDER.indexOf(b.asked) || a.words.localeCompare(b.words, 'en-GB'),
    );
}

/** What a walk found, in short: how many stops there are of each agreement. */
export interface WalkPageModel {
  programmeId: string;
  consultation: {
    id: string;
    title: string;
    purpose: string;
    standing: string;
    opensOn: string | null;
    closesOn: string | null;
    version: number;
  };
  state: State;
  /** How many have answered, of how many members; null for those who may not know yet. */
  people: number | null;
  members: number;
  draft: DraftStop[] | null;
  /** What could be asked besides: left out, or new in the theory. */
  besides: { id: string; text: string }[];
  results: { stops: WalkedStop[]; svg: string; closely: boolean } | null;
}
