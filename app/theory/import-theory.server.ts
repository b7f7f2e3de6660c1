import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { newId } from '#db/ids.ts';
import { record } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { operationsSince, theoryOfProgramme } from '#db/theory.ts';
import { tieChoices } from '#db/theory-evidence.ts';
import { applyWhole } from './apply-whole.server.ts';
import { drawable } from './drawable.ts';
import { lastPosition, type Content, type Theory } from './graph.ts';
import { building, type Operation } from './operations.ts';
import { startTheory } from './start-theory.server.ts';
import { keysIn, withKnownTies, withNewIds } from './starting.ts';

/** How what is brought in meets what is there. */
export type Meeting = 'add' | 'replace';

/**
 * Brings boxes and links into the theory of a programme, all of them or none; starts the theory when
 * there is none. What is replaced stays in the history. What this theory has or had already keeps its
 * id when it is replaced, because figures and lines of the plan go by it.
 */
export async function importTheory(
  by: Person,
  programmeId: string,
  brought: Content & Pick<Theory, 'title'>,
  meeting: Meeting,
): Promise<{ boxes: number; links: number }> {
  allow(by, 'theory.edit', { authorityId: by.authorityId });
  const content = drawable(brought);
  const there = await theoryOfProgramme(theStore().read, by.authorityId, programmeId);
  if (there === undefined) {
    await startTheory(by, programmeId, { title: content.title, fromNeeds: false, content });
    return { boxes: content.boxes.length, links: content.links.length };
  }
  return theStore().write(`theory:${there.id}`, async (tx) => {
    const before = (await theoryOfProgramme(tx, by.authorityId, programmeId)) ?? there;
    const choices = await tieChoices(tx, by.authorityId, programmeId);
    const known =
      meeting === 'add'
        ? undefined
        : keysIn(before, await operationsSince(tx, by.authorityId, before.id, 0));
    const wanted = withNewIds(withKnownTies(content, choices), () => newId(), known);
    const operations =
      meeting === 'add'
        ? building(below(before, wanted))
        : [...emptying(before), ...renaming(before, content.title), ...building(wanted)];
    await applyWhole(tx, by, { programmeId, before }, operations);
    const counts = { boxes: wanted.boxes.length, links: wanted.links.length };
    const details = { title: before.title, boxes: counts.boxes };
    await record(tx, by, 'theory.imported', { kind: 'theory', id: before.id }, details);
    return counts;
  });
}

/**
 * New boxes go under those that stand in their column, in their own order. What is said of the whole
 * theory stays as it is.
 */
function below(before: Theory, content: Content): Content {
  return {
    ...content,
    more: {},
    boxes: content.boxes.map((box) => ({
      ...box,
      x: null,
      y: null,
      position: lastPosition(before, box.type) + box.position,
    })),
  };
}

/** What takes everything away: boxes go with their links, then what was about all of it. */
function emptying(before: Theory): Operation[] {
  return [
    ...before.boxes.map(({ id }): Operation => ({ kind: 'removeBox', id })),
    ...before.pieces.flatMap(({ id, on }): Operation[] =>
      on === null ? [{ kind: 'removePiece', id }] : [],
    ),
    ...Object.entries(before.more).map(([key, from]): Operation => ({
      kind: 'editTheory',
      field: `more.${key}`,
      from,
      to: '',
    })),
  ];
}

/** What replaces a theory brings its title with it. */
function renaming({ title }: Theory, to: string): Operation[] {
  return title === to ? [] : [{ kind: 'rename', from: title, to }];
}
