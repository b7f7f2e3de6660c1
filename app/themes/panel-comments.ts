import type { Comment } from './comments.ts';
import { voteOf } from './votes.ts';

/**
 * What the panel said in its own words: beside votes and in answers to open questions, at meetings,
 * and at events where anybody in the room could answer.
 */

export interface CommentedVote {
  id: string;
  memberId: string;
  vote: string;
  comment: string;
  /** Further answers in words by name, as what is missing and what would stop it. */
  words?: Readonly<Record<string, string>> | null;
  statement: string;
  consultation: string;
}

/** What further words beside an answer were asked for, by their name. */
const WORDS_ASKED: Readonly<Record<string, string>> = {
  missing: 'Is anything missing?',
  stops: 'What would stop it from happening?',
};

/**
 * The comments that stand beside votes, statement by statement as they came, and within one in the
 * order of their letters: members answer one after the other, and their order would tell whose
 * comments belong together.
 */
export function commentsInVotes(rows: readonly CommentedVote[]): Comment[] {
  const turn = new Map<string, number>();
  const asked = ({ consultation, statement }: CommentedVote) => `${consultation}\n${statement}`;
  for (const row of rows) if (!turn.has(asked(row))) turn.set(asked(row), turn.size);
  return rows
    .flatMap((row) => wordsOf(row).map(([question, words]) => ({ row, question, words })))
    .sort(
      (a, b) =>
        (turn.get(asked(a.row)) ?? 0) - (turn.get(asked(b.row)) ?? 0) ||
        a.question.localeCompare(b.question, 'en-GB') ||
        a.words.localeCompare(b.words, 'en-GB'),
    )
    .map(({ row, question, words }) => ({
      source: { kind: 'vote', id: row.id, question },
      words,
      asked:
        question === '' ? row.statement : `${row.statement} – ${WORDS_ASKED[question] ?? question}`,
      where: row.consultation,
      voice: `member ${row.memberId}`,
      vote: voteOf(row.vote),
      flag: '',
      mayQuote: false,
      redacted: null,
    }));
}

/** The comment of an answer under the name '', and its further words under theirs; none empty. */
function wordsOf({ comment, words }: CommentedVote): [string, string][] {
  const all: [string, string][] = [['', comment], ...Object.entries(words ?? {})];
  return all.filter(([, said]) => typeof said === 'string' && said.trim() !== '');
}

export interface MeetingComment {
  id: string;
  text: string;
  /** parent-or-carer, practitioner, guest or several. */
  saidBy: string;
  /** quote, no-quote or not-asked. */
  consent: string;
  /** The item of the agenda; null where it stands under none. */
  item: string | null;
  meeting: string;
}

/** What was said at meetings, meeting by meeting and item by item. */
export function commentsInMeetings(rows: readonly MeetingComment[]): Comment[] {
  return rows
    .filter(({ text }) => text.trim() !== '')
    .map((row) => ({
      source: { kind: 'meeting-note', id: row.id, question: '' },
      words: row.text,
      asked: row.item ?? 'Any other business',
      where: `Meeting: ${row.meeting}`,
      // Minutes do not say who spoke: each comment counts as somebody else's.
      voice: `meeting ${row.id}`,
      vote: null,
      flag: '',
      mayQuote: row.consent === 'quote',
      redacted: null,
    }));
}

export interface PollComment {
  id: string;
  device: string;
  comment: string;
  question: string;
  poll: string;
}

/** What people in the room wrote at events. A telephone is one voice: nobody knows whose. */
export function commentsInPolls(rows: readonly PollComment[]): Comment[] {
  return rows
    .filter(({ comment }) => comment.trim() !== '')
    .sort(
      (a, b) =>
        a.poll.localeCompare(b.poll, 'en-GB') ||
        a.question.localeCompare(b.question, 'en-GB') ||
        a.comment.localeCompare(b.comment, 'en-GB'),
    )
    .map((row) => ({
      source: { kind: 'poll', id: row.id, question: '' },
      words: row.comment,
      asked: row.question,
      where: row.poll,
      voice: `device ${row.device}`,
      vote: null,
      flag: '',
      mayQuote: false,
      redacted: null,
    }));
}

/** Where words were said, in one line: a survey's place names its question already. */
export function fromOf({ where, asked, source }: Comment): string {
  return source.kind === 'response' || source.kind === 'note' ? where : `${where} · ${asked}`;
}
