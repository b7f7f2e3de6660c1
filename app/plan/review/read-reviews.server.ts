import { answersApart } from '#app/panel/kinds/parents-answers.server.ts';
import { can, type Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { noteReading } from '#app/people/note-reading.server.ts';
import { takingOutOfVotes } from '#app/survey/taken-out.ts';
import { dayOf } from '#app/ui/words.ts';
import { redactionsOf } from '#db/redactions.ts';
import { answersAbout, votesOnStatements } from '#db/walks.ts';
import type { Programme } from '#db/people.ts';
import { lineById } from '#db/plan-lines.ts';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';
import type { PlanLine } from '../plan.ts';
import { lineChanged, lineWords, type AroundLine } from './line-words.ts';
import { lineReviews, type LineReview } from './review.ts';

/** A line with what the theory and the programme say about it. */
export async function aroundLine(
  programme: Programme,
  lineId: string,
): Promise<{ line: PlanLine; around: AroundLine }> {
  const { read } = theStore();
  const { authorityId, id: programmeId, places } = programme;
  const line = await lineById(read, authorityId, programmeId, lineId);
  if (!line) throw new NotFound('plan line');
  const theory = await theoryOfProgramme(read, authorityId, programmeId);
  const activities = (theory?.boxes ?? []).filter(({ id }) => line.activityIds.includes(id));
  return { line, around: { activities, places } };
}

/** What members answered about a line whenever they were asked, as somebody may see it. */
export async function readReviews(
  person: Person,
  programme: Programme,
  lineId: string,
  at = new Date(),
): Promise<LineReview[]> {
  const { read } = theStore();
  const { authorityId, id: programmeId } = programme;
  const asked = await answersAbout(read, authorityId, programmeId, 'plan-line');
  const ours = asked.filter(({ about }) => about?.id === lineId);
  if (ours.length === 0) return [];
  const { line, around } = await aroundLine(programme, lineId);
  const now = lineWords(line, around);
  const rows = [...new Map(ours.map((row) => [row.statementId, row])).values()].map((row) => ({
    ...row,
    changed: lineChanged(row.about?.words ?? {}, now),
  }));
  const ids = rows.map(({ statementId }) => statementId);
  const taken = await redactionsOf(read, authorityId, programmeId);
  const votes = takingOutOfVotes(await votesOnStatements(read, authorityId, ids), taken);
  const closely = can(person, 'answers.read', programme).yes;
  const { parents } = await answersApart(read, programme, votes);
  if (closely) noteReading(person, 'answers', votes.length);
  return lineReviews(rows, parents, { closely, today: dayOf(at) });
}
