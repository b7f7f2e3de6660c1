import { and, eq, inArray, isNull } from 'drizzle-orm';
import { frozenFigures, originOf } from '#app/thread/figures.ts';
import { KIND_NAMES, type ThreadEnd, type ThreadKind } from '#app/thread/kinds.ts';
import type { Thing } from '#app/thread/trace.ts';
import { dayOf } from '#app/ui/words.ts';
import {
  consultationOfStatement,
  meetingOfNote,
  statementOfPollAnswer,
  statementOfVote,
} from './joins.ts';
import {
  consultations,
  evidence,
  listeningEvents,
  meetingNotes,
  meetings,
  needs,
  noteExcerpts,
  people,
  planLines,
  pollAnswers,
  replies,
  responses,
  statements,
  surveys,
  themes,
  votes,
} from './schema/index.ts';
import { askedToRead } from './shown-words.ts';
import type { Reader } from './store.server.ts';
import { askedNamed } from './thread-asked.ts';
import type { BareHop, Where } from './thread-trace.ts';

/**
 * What the ends of a thread are called now; an end that is gone has no thing. Everything is of this
 * authority and this programme: an id of another is as good as gone.
 */
export async function thingsOf(
  at: Where,
  ends: readonly ThreadEnd[],
  requirementTitle: (key: string) => string | undefined,
): Promise<Thing[]> {
  const idsOf = (kind: ThreadKind) => ends.filter((end) => end.kind === kind).map((end) => end.id);
  const titled = (kind: ThreadKind, rows: readonly { id: string; title: string }[]): Thing[] =>
    rows.map(({ id, title }) => ({ end: { kind, id }, what: KIND_NAMES[kind], title }));
  const required = idsOf('requirement').flatMap((id) => {
    const title = requirementTitle(id);
    return title === undefined ? [] : [{ id, title }];
  });
  return [
    ...titled('response', await responsesNamed(at, idsOf('response'))),
    ...titled('vote', await votesNamed(at, idsOf('vote'))),
    ...titled('note', await notesNamed(at, idsOf('note'))),
    ...titled('meeting-note', await meetingNotesNamed(at, idsOf('meeting-note'))),
    ...titled('poll', await pollsNamed(at, idsOf('poll'))),
    ...titled('asked', await askedNamed(at, idsOf('asked'), dayOf(new Date()))),
    ...titled('theme', await themesNamed(at, idsOf('theme'))),
    ...(await evidenceThings(at, idsOf('evidence'))),
    ...titled('need', await needsNamed(at, idsOf('need'))),
    ...(await at.theories.thingsOf(idsOf('box'))),
    ...titled('link', await at.theories.linksNamed(idsOf('link'))),
    ...titled('plan-line', await linesNamed(at, idsOf('plan-line'))),
    ...(await at.theories.measureThings(idsOf('measure'))),
    ...titled('requirement', required),
    ...titled('reply', await repliesNamed(at, idsOf('reply'))),
  ];
}

type Named = Promise<{ id: string; title: string }[]>;

async function themesNamed({ db, authorityId, programmeId }: Where, ids: string[]): Named {
  if (ids.length === 0) return [];
  return db
    .select({ id: themes.id, title: themes.name })
    .from(themes)
    .where(
      and(
        eq(themes.authorityId, authorityId),
        eq(themes.programmeId, programmeId),
        inArray(themes.id, ids),
        isNull(themes.removedAt),
      ),
    );
}

/** Evidence shows what was frozen: its sentence, its figures, and where it was taken from. */
async function evidenceThings(at: Where, ids: string[]): Promise<Thing[]> {
  if (ids.length === 0) return [];
  const rows = await at.db
    .select({
      id: evidence.id,
      title: evidence.sentence,
      figures: evidence.figures,
      source: evidence.source,
    })
    .from(evidence)
    .where(
      and(
        eq(evidence.authorityId, at.authorityId),
        eq(evidence.programmeId, at.programmeId),
        inArray(evidence.id, ids),
      ),
    );
  return rows.map(({ id, title, figures, source }) => ({
    end: { kind: 'evidence', id },
    what: KIND_NAMES.evidence,
    title,
    origin: originOf(source),
    figures: frozenFigures(figures),
  }));
}

async function needsNamed({ db, authorityId, programmeId }: Where, ids: string[]): Named {
  if (ids.length === 0) return [];
  return db
    .select({ id: needs.id, title: needs.statement })
    .from(needs)
    .where(
      and(
        eq(needs.authorityId, authorityId),
        eq(needs.programmeId, programmeId),
        inArray(needs.id, ids),
      ),
    );
}

async function linesNamed({ db, authorityId, programmeId }: Where, ids: string[]): Named {
  if (ids.length === 0) return [];
  return db
    .select({ id: planLines.id, title: planLines.title })
    .from(planLines)
    .where(
      and(
        eq(planLines.authorityId, authorityId),
        eq(planLines.programmeId, programmeId),
        inArray(planLines.id, ids),
      ),
    );
}

async function repliesNamed({ db, authorityId, programmeId }: Where, ids: string[]): Named {
  if (ids.length === 0) return [];
  return db
    .select({ id: replies.id, title: replies.words })
    .from(replies)
    .innerJoin(
      themes,
      and(eq(themes.authorityId, replies.authorityId), eq(themes.id, replies.themeId)),
    )
    .where(
      and(
        eq(replies.authorityId, authorityId),
        eq(themes.programmeId, programmeId),
        inArray(replies.id, ids),
      ),
    );
}

/** An answer has no name: it is called by its survey. */
async function responsesNamed({ db, authorityId, programmeId }: Where, ids: string[]): Named {
  if (ids.length === 0) return [];
  // Two queries: asked for both at once, PostgreSQL looks through all answers to the surveys for these few.
  const answers = await db
    .select({ id: responses.id, surveyId: responses.surveyId })
    .from(responses)
    .where(and(eq(responses.authorityId, authorityId), inArray(responses.id, ids)));
  const ours = await db
    .select({ id: surveys.id, title: surveys.title })
    .from(surveys)
    .where(
      and(
        eq(surveys.authorityId, authorityId),
        eq(surveys.programmeId, programmeId),
        inArray(surveys.id, [...new Set(answers.map(({ surveyId }) => surveyId))]),
      ),
    );
  const titles = new Map(ours.map(({ id, title }) => [id, title]));
  return answers.flatMap(({ id, surveyId }) => {
    const survey = titles.get(surveyId);
    return survey === undefined ? [] : [{ id, title: `An answer to the survey “${survey}”` }];
  });
}

/** A panel member's comment is called by its statement, and never by its member. */
async function votesNamed({ db, authorityId, programmeId }: Where, ids: string[]): Named {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ vote: votes.id, id: statements.id, text: statements.text })
    .from(votes)
    .innerJoin(statements, statementOfVote)
    .innerJoin(consultations, consultationOfStatement)
    .where(
      and(
        eq(votes.authorityId, authorityId),
        eq(consultations.programmeId, programmeId),
        inArray(votes.id, ids),
      ),
    );
  return (await askedToRead(db, { authorityId, programmeId }, rows)).map(({ vote, text }) => ({
    id: vote,
    title: `A panel member’s comment on “${text}”`,
  }));
}

/** A note is called by the listening exercise at which it was said, and never by a person. */
async function notesNamed({ db, authorityId, programmeId }: Where, ids: string[]): Named {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: noteExcerpts.id, event: listeningEvents.title })
    .from(noteExcerpts)
    .innerJoin(
      listeningEvents,
      and(
        eq(listeningEvents.authorityId, noteExcerpts.authorityId),
        eq(listeningEvents.id, noteExcerpts.eventId),
      ),
    )
    .where(
      and(
        eq(noteExcerpts.authorityId, authorityId),
        eq(noteExcerpts.programmeId, programmeId),
        inArray(noteExcerpts.id, ids),
      ),
    );
  return rows.map(({ id, event }) => ({ id, title: `Said at “${event}”` }));
}

/** What was said at a meeting is called by the meeting, and never by a person. */
async function meetingNotesNamed({ db, authorityId, programmeId }: Where, ids: string[]): Named {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: meetingNotes.id, meeting: meetings.title })
    .from(meetingNotes)
    .innerJoin(meetings, meetingOfNote)
    .where(
      and(
        eq(meetingNotes.authorityId, authorityId),
        eq(meetingNotes.programmeId, programmeId),
        eq(meetingNotes.kind, 'comment'),
        inArray(meetingNotes.id, ids),
      ),
    );
  return rows.map(({ id, meeting }) => ({ id, title: `Said at the meeting “${meeting}”` }));
}

/** Nobody knows who answered a poll at an event: it is called by the poll. */
async function pollsNamed({ db, authorityId, programmeId }: Where, ids: string[]): Named {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: pollAnswers.id, poll: consultations.title })
    .from(pollAnswers)
    .innerJoin(statements, statementOfPollAnswer)
    .innerJoin(consultations, consultationOfStatement)
    .where(
      and(
        eq(pollAnswers.authorityId, authorityId),
        eq(consultations.programmeId, programmeId),
        inArray(pollAnswers.id, ids),
      ),
    );
  return rows.map(({ id, poll }) => ({ id, title: `Answered at “${poll}”` }));
}

/** The names of those who tied the hops, by id. */
export async function namesOf(
  db: Reader,
  authorityId: string,
  hops: readonly BareHop[],
): Promise<Map<string, string>> {
  const all = hops.flatMap(({ byId, confirmed }) => [byId, confirmed?.byId ?? '']);
  const ids = [...new Set(all.filter((id) => id !== ''))];
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.authorityId, authorityId), inArray(people.id, ids)));
  return new Map(rows.map((row) => [row.id, row.name]));
}
