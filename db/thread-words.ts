import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { ThreadKind } from '#app/thread/kinds.ts';
import { hiddenWordsOf } from './hidden-words.ts';
import {
  meetingNotes,
  noteExcerpts,
  pollAnswers,
  redactions,
  responses,
  votes,
} from './schema/index.ts';
import type { BareHop, Where } from './thread-trace.ts';

/**
 * What the sources of gathered words say now, in the order of the hops: undefined for a hop of
 * another way, or when the source is gone. Only for comparing: it goes no further than the trace.
 */
export async function wordsNow(
  at: Where,
  hops: readonly BareHop[],
): Promise<(string | undefined)[]> {
  const gathered = hops.filter((hop) => hop.way === 'gathered');
  const idsOf = (kind: ThreadKind) => [
    ...new Set(gathered.filter(({ from }) => from.kind === kind).map(({ from }) => from.id)),
  ];
  const [byVote, byNote, byMeeting, byPoll, byAnswer] = await Promise.all([
    votesSay(at, idsOf('vote')),
    notesSay(at, idsOf('note')),
    meetingsSay(at, idsOf('meeting-note')),
    pollsSay(at, idsOf('poll')),
    answersSay(at, idsOf('response')),
  ]);
  const said = new Map([...byVote, ...byNote, ...byMeeting, ...byPoll, ...byAnswer]);
  const shown = await redacted(at, [...said.keys()]);
  return hops.map((hop) => {
    if (hop.way !== 'gathered') return undefined;
    const { from, question = '' } = hop;
    const now = said.get(from.id)?.[question];
    if (typeof now !== 'string') return undefined;
    // What was taken out of somebody's words is taken out everywhere.
    return shown.get(`${from.kind}:${from.id}:${question}`) ?? now;
  });
}

/** What a source says, by the name of the question; a comment and a note answer none (''). */
type Said = [id: string, words: Readonly<Record<string, unknown>>];

async function votesSay({ db, authorityId }: Where, ids: string[]): Promise<Said[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: votes.id, comment: votes.comment, words: votes.words })
    .from(votes)
    .where(and(eq(votes.authorityId, authorityId), inArray(votes.id, ids)));
  return rows.map(({ id, comment, words }) => [id, { ...words, '': comment }]);
}

async function notesSay({ db, authorityId }: Where, ids: string[]): Promise<Said[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: noteExcerpts.id, words: noteExcerpts.text })
    .from(noteExcerpts)
    .where(
      and(
        eq(noteExcerpts.authorityId, authorityId),
        inArray(noteExcerpts.id, ids),
        isNull(noteExcerpts.removedAt),
      ),
    );
  return rows.map(({ id, words }) => [id, { '': words }]);
}

async function meetingsSay({ db, authorityId }: Where, ids: string[]): Promise<Said[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: meetingNotes.id, words: meetingNotes.text })
    .from(meetingNotes)
    .where(and(eq(meetingNotes.authorityId, authorityId), inArray(meetingNotes.id, ids)));
  return rows.map(({ id, words }) => [id, { '': words }]);
}

async function pollsSay({ db, authorityId }: Where, ids: string[]): Promise<Said[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: pollAnswers.id, words: pollAnswers.comment })
    .from(pollAnswers)
    .where(and(eq(pollAnswers.authorityId, authorityId), inArray(pollAnswers.id, ids)));
  return rows.map(({ id, words }) => [id, { '': words }]);
}

async function answersSay({ db, authorityId }: Where, ids: string[]): Promise<Said[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: responses.id, answers: responses.answers })
    .from(responses)
    .where(and(eq(responses.authorityId, authorityId), inArray(responses.id, ids)));
  return rows.map(({ id, answers }) => [id, answers]);
}

async function redacted(
  { db, authorityId, programmeId }: Where,
  ids: string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select()
    .from(redactions)
    .where(and(eq(redactions.authorityId, authorityId), inArray(redactions.sourceId, ids)));
  const hidden = await hiddenWordsOf(db, authorityId, programmeId);
  return new Map(
    [...rows, ...hidden].map((row) => [
      `${row.sourceKind}:${row.sourceId}:${row.question}`,
      row.words,
    ]),
  );
}
