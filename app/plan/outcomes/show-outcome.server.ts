import { can, type Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { dayOf } from '#app/ui/words.ts';
import { outcomeNotesOf } from '#db/outcomes.ts';
import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import type { OutcomePageProps } from './OutcomePage.tsx';
import type { FileAsked } from './file-figures.ts';
import { quarterAfter, quarterOf, quartersFrom, type Quarter } from './quarters.ts';
import { readFileFigures } from './read-file-figures.server.ts';
import { readOutcomeRows, readScores } from './read-outcomes.server.ts';

/** What the page of one outcome shows to somebody. */
export async function showOutcome(
  by: Person,
  programme: Programme,
  measureId: string,
  asked: Quarter | null,
  fromFile: FileAsked,
): Promise<OutcomePageProps> {
  const rows = await readOutcomeRows(programme);
  const row = rows.find(({ seen }) => seen.measure.id === measureId);
  if (!row) throw new NotFound('measure');
  const place = { authorityId: programme.authorityId, programmeId: programme.id };
  const all = await outcomeNotesOf(theStore().read, place);
  const notes = all.filter((note) => note.measureId === measureId);
  const today = dayOf(new Date());
  // The quarter that is over last is the one of which there are figures to speak.
  const last = quarterAfter(quarterOf(today), -1);
  const due = quartersFrom(programme.startsOn, today < programme.endsOn ? today : programme.endsOn);
  const quarters = [...new Set([...due, last, ...notes.map(({ quarter }) => quarter)])];
  return {
    programmeId: programme.id,
    row,
    quarter: asked !== null && quarters.includes(asked) ? asked : last,
    quarters: quarters.sort().reverse(),
    notes,
    scores: (await readScores(programme)).filter((scores) => scores.measureId === measureId),
    files: await readFileFigures(programme, fromFile),
    mayEnter: can(by, 'measures.enter', programme),
  };
}
