import { dayOf } from '#app/ui/words.ts';
import { consultationsOf } from '#db/consultations.ts';
import { listeningEventsOf } from '#db/listening.ts';
import { meetingsOf } from '#db/meetings.ts';
import { membersOf } from '#db/panel.ts';
import { correctionsOf, versionsOf, type ReturnRow } from '#db/participation.ts';
import type { Programme } from '#db/people.ts';
import { publishedReplies } from '#db/replies.ts';
import type { Reader } from '#db/store.server.ts';
import { surveysOf } from '#db/survey.ts';
import type { Facts } from './figures.ts';
import type { Quarter } from './quarters.ts';
import { Answers, returnOf, type Correction, type Return } from './return.ts';

/** What the return is counted from. */
async function readFacts(db: Reader, { authorityId, id }: Programme): Promise<Facts> {
  const [members, meetings, asked, surveys, exercises, replies] = [
    await membersOf(db, authorityId, id),
    await meetingsOf(db, authorityId, id, null),
    await consultationsOf(db, authorityId, id),
    await surveysOf(db, authorityId, id),
    await listeningEventsOf(db, authorityId, id),
    await publishedReplies(db, authorityId, id),
  ];
  return {
    members: members.map(({ kind, about, joinedOn, leftOn }) => ({
      kind,
      about,
      joinedOn,
      leftOn,
    })),
    meetings: meetings.map(({ title, heldOn, state }) => ({ title, heldOn, state })),
    consultations: asked
      .filter(({ consultation }) => consultation.status !== 'draft')
      .map(({ consultation: { title, kind, opensOn, closesOn } }) => ({
        title,
        kind,
        opensOn,
        closesOn,
      })),
    surveys: surveys
      .filter(({ survey, answers }) => survey.status !== 'draft' && answers > 0)
      .map(({ survey: { title, opensOn, closesOn }, answers }) => ({
        title,
        kind: 'survey',
        opensOn,
        closesOn,
        answers,
      })),
    exercises: exercises.map(({ title, kind, heldOn }) => ({ title, kind, heldOn })),
    done: replies.flatMap(({ status, words, publishedAt }) =>
      status === 'we-did' && publishedAt ? [{ words, on: dayOf(publishedAt) }] : [],
    ),
  };
}

export interface QuartersReturn {
  /** The newest version; null where nobody wrote or corrected anything yet. */
  row: ReturnRow | null;
  versions: ReturnRow[];
  /** As it comes out now, with what was written and corrected. */
  now: Return;
  facts: Facts;
}

/** The return of a quarter: every version of it, and as it comes out now. */
export async function readReturn(
  db: Reader,
  programme: Programme,
  quarter: Quarter,
): Promise<QuartersReturn> {
  const { authorityId, id } = programme;
  const facts = await readFacts(db, programme);
  const versions = await versionsOf(db, authorityId, id, quarter);
  const row = versions[0] ?? null;
  const corrected = await correctionsOf(db, authorityId, id, quarter);
  const corrections = corrected.map(({ line, value, reason, byName, at }): Correction => ({
    ...{ line, value, reason, byName },
    on: dayOf(at),
  }));
  const answers = Answers.parse(row?.answers ?? {});
  return { row, versions, facts, now: returnOf(facts, quarter, answers, corrections) };
}
