import { authorityById, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { sayMoment } from '#app/ui/words.ts';
import type { Format } from './formats/exports.ts';
import type { AboutTheory } from './formats/theory-document.ts';
import { writeTheory } from './formats/write-theory.server.ts';
import type { Moment } from './history/moment.ts';
import { shownTheory } from './history/read-moment.server.ts';
import type { Theory } from './graph.ts';
import { COURSE_WORDS } from './measures/course.ts';
import { readMeasures } from './measures/read-measures.server.ts';
import { partsOf, viewOf } from './parts.ts';

/** What is asked for: a part of the theory, and a moment of its history. */
export interface Asked {
  part?: string | undefined;
  at?: string | undefined;
}

/**
 * The theory of a programme as a file: the whole of it now, or a part, or as it stood at a moment.
 *
 * @throws NotFound when there is no theory, no such part or no such moment
 */
export async function exportTheory(
  programme: Pick<Programme, 'id' | 'authorityId' | 'title'>,
  format: Format,
  asked: Asked,
  madeOn: string,
): Promise<Uint8Array> {
  const { read } = theStore();
  const shown = await shownTheory(read, programme, asked);
  if (shown === undefined) throw new NotFound('theory of change');
  const { theory, moment } = shown;
  const part = partsOf(theory).find(({ id }) => id === asked.part);
  if (part === undefined && asked.part !== undefined) throw new NotFound('part of the theory');
  const about: AboutTheory = {
    authority: await authorityOf(programme.authorityId),
    programme: programme.title,
    madeOn,
    part: part?.name ?? null,
    state: stateOf(moment),
    // Figures are those of now: a moment of the past is shown without them.
    figures: moment === null ? await newestFigures(programme, theory) : new Map(),
  };
  return writeTheory(viewOf(theory, part?.id), format, about);
}

async function newestFigures(programme: Pick<Programme, 'authorityId'>, theory: Theory) {
  const seen = await readMeasures(programme, theory);
  return new Map(
    seen.flatMap(({ measure, newest, standing }): [string, string][] =>
      newest === '' ? [] : [[measure.id, `${newest} (${COURSE_WORDS[standing.course]})`]],
    ),
  );
}

async function authorityOf(authorityId: string): Promise<AboutTheory['authority']> {
  const found = await authorityById(theStore().read, authorityId);
  if (found === undefined) throw new NotFound('authority');
  const { name, colour, isDemonstration } = found;
  return { name, colour, isDemonstration };
}

/** A moment in words: by its name, or by when it was. */
function stateOf(moment: Moment | null): string | null {
  if (moment === null) return null;
  const when = moment.at === null ? 'at its beginning' : `on ${sayMoment(moment.at)}`;
  return moment.names.length > 0
    ? `${moment.names.join(', ')} (as it stood ${when})`
    : `As it stood ${when}`;
}
