import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { newId } from '#db/ids.ts';
import { programmeById, record } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { insertTheory } from '#db/theory-save.ts';
import { registerForTheory, theoryOfProgramme } from '#db/theory.ts';
import { tieChoices } from '#db/theory-evidence.ts';
import { applyWhole } from './apply-whole.server.ts';
import { emptyTheory, type Content, type Theory } from './graph.ts';
import { applyAll, building } from './operations.ts';
import { needBoxes, withKnownTies, withNewIds } from './starting.ts';
import { tidying } from './tidy.ts';

/** What a theory begins with: nothing, the register of needs, or boxes that somebody brings. */
export interface Beginning {
  title: string;
  /** Makes a box of each need of the register that is in play. */
  fromNeeds: boolean;
  /** What to begin with, such as a starter or an imported table; they get new ids. */
  content?: Content;
}

/** Starts the theory of change of a programme. A programme has one. */
export async function startTheory(
  by: Person,
  programmeId: string,
  { title, fromNeeds, content }: Beginning,
): Promise<{ theoryId: string; boxes: number }> {
  allow(by, 'theory.edit', { authorityId: by.authorityId });
  const theoryId = newId();
  const before = emptyTheory(theoryId, title);
  const { authorityId } = by;
  // Tidying is work: it is done before the write, for which all others wait. What a need or a tie
  // was then is looked at again there, when the operations are applied.
  const { read } = theStore();
  const brought = withKnownTies(
    content ?? before,
    await tieChoices(read, authorityId, programmeId),
  );
  const register = fromNeeds ? await registerForTheory(read, authorityId, programmeId) : [];
  const needs = needBoxes(register, () => newId());
  const wanted = withNewIds({ ...brought, boxes: [...needs, ...brought.boxes] }, () => newId());
  const operations = [...building(wanted), ...tidyingOf(before, wanted)];
  return theStore().write(`programme:${programmeId}`, async (tx) => {
    if (!(await programmeById(tx, authorityId, programmeId))) throw new NotFound('programme');
    if (await theoryOfProgramme(tx, authorityId, programmeId)) {
      throw new Conflict('Somebody has started the theory already. Load the page to see it.');
    }
    await insertTheory(tx, {
      id: theoryId,
      authorityId,
      programmeId,
      title,
      sequence: 0,
      more: {},
      createdAt: new Date(),
    });
    await record(tx, by, 'theory.started', { kind: 'theory', id: theoryId }, { title });
    await applyWhole(tx, by, { programmeId, before }, operations);
    return { theoryId, boxes: wanted.boxes.length };
  });
}

function tidyingOf(before: Theory, wanted: Content) {
  const built = applyAll(before, building(wanted));
  return 'theory' in built ? tidying(built.theory) : [];
}
