import { stateOf } from '#app/panel/consultation.ts';
import { answersApart } from '#app/panel/kinds/parents-answers.server.ts';
import { can, type Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { noteReading } from '#app/people/note-reading.server.ts';
import { takingOutOfVotes } from '#app/survey/taken-out.ts';
import { dayOf } from '#app/ui/words.ts';
import { councilJargon } from '#templates/words/index.ts';
import { consultationById, votesIn } from '#db/consultations.ts';
import { howManyMembers } from '#db/panel.ts';
import type { Programme } from '#db/people.ts';
import { redactionsOf } from '#db/redactions.ts';
import { statementsOf } from '#db/statements.ts';
import { theStore } from '#db/store.server.ts';
import { dislikedWordsOf } from '#db/survey-edits.ts';
import { theoryOfProgramme } from '#db/theory.ts';
import { theorySvg } from '../draw.ts';
import { emptyTheory } from '../graph.ts';
import { partOf } from './part.ts';
import { marksOf } from './picture.ts';
import { draftStops, walkedStops, type WalkPageModel } from './walk-page.ts';
import { askedOf } from './words.ts';

/** A walk as somebody may see it: its words while it is drafted, what came of it once it is asked. */
export async function readWalk(
  person: Person,
  programme: Programme,
  id: string,
  at = new Date(),
): Promise<WalkPageModel> {
  const { read } = theStore();
  const { authorityId, id: programmeId } = programme;
  const walk = await consultationById(read, authorityId, programmeId, id);
  if (walk?.kind !== 'walk') throw new NotFound('walk');
  const found = await theoryOfProgramme(read, authorityId, programmeId);
  const theory = found ?? emptyTheory('', '');
  const stops = await statementsOf(read, authorityId, id);
  const state = stateOf(walk, dayOf(at));
  const closely = can(person, 'answers.read', programme).yes;
  const goals = goalsOf(walk.settings);
  const { title, purpose, standing, opensOn, closesOn, version } = walk;
  const page = {
    programmeId,
    consultation: { id, title, purpose, standing, opensOn, closesOn, version },
    state,
    members: await howManyMembers(read, authorityId, programmeId),
  };
  if (state === 'draft') {
    const disliked = await dislikedWordsOf(read, authorityId);
    const draft = draftStops(stops, theory, [...disliked, ...councilJargon.words]);
    const there = new Set(draft.map(({ aboutId }) => aboutId));
    const besides = askedOf(theory, goals).flatMap(({ about, text }) =>
      there.has(about.id) ? [] : [{ id: about.id, text }],
    );
    return { ...page, people: null, draft, besides, results: null };
  }
  const taken = await redactionsOf(read, authorityId, programmeId);
  const answers = takingOutOfVotes(await votesIn(read, authorityId, id), taken);
  const people = closely ? new Set(answers.map(({ memberId }) => memberId)).size : null;
  const bare = { ...page, people, draft: null, besides: [] };
  // Counts that grow by one tell who has just answered: others see them when it is over.
  if (state === 'open' && !closely) return { ...bare, results: null };
  if (closely) noteReading(person, 'answers', answers.length);
  const { parents } = await answersApart(read, programme, answers);
  const walked = walkedStops(stops, parents, theory, closely);
  const svg = theorySvg(partOf(theory, goals), { marks: marksOf(walked) });
  return { ...bare, results: { stops: walked, svg, closely } };
}

function goalsOf(settings: Record<string, unknown> | null): string[] {
  const goals = settings?.['goals'];
  return Array.isArray(goals) ? goals.filter((id) => typeof id === 'string') : [];
}
