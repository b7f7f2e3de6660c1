import { action as startAction } from '#app/routes/programmes.$programmeId.theory.start/route.tsx';
import { byPosition, type Box, type Theory } from '#app/theory/graph.ts';
import { newId } from '#db/ids.ts';
import { needs } from '#db/schema/index.ts';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';
import { expect } from 'vitest';
import { BrowserOf } from './browser-of.ts';
import { makeBorough, type Borough } from './people.ts';

/** A borough with two needs in its register, and browsers of two who may edit and one who may not. */
export async function begin() {
  const borough = await makeBorough();
  const needIds = [newId(), newId()];
  await theStore().write(null, async (tx) => {
    for (const [index, id] of needIds.entries()) {
      await tx.insert(needs).values({
        id,
        authorityId: borough.authorityId,
        programmeId: borough.programme.id,
        statement:
          ['Fathers cannot come before 6pm', 'Toddlers wait a year for therapy'][index] ?? '',
        who: 'Families',
        place: 'Everywhere',
        howMany: '',
        priority: 'high',
        priorityReason: '',
        notNowBecause: '',
        version: 1,
        createdAt: new Date(2026, 0, 1 + index),
        createdBy: borough.priya.id,
      });
    }
  });
  const params = { programmeId: borough.programme.id };
  const base = `/programmes/${borough.programme.id}/theory`;
  return {
    borough,
    needIds,
    params,
    base,
    priya: await BrowserOf.signedIn(borough.priya),
    asha: await BrowserOf.signedIn(borough.asha),
    dan: await BrowserOf.signedIn(borough.dan),
  };
}

export type Begun = Awaited<ReturnType<typeof begin>>;

export async function theoryNow(borough: Borough): Promise<Theory> {
  const theory = await theoryOfProgramme(
    theStore().read,
    borough.authorityId,
    borough.programme.id,
  );
  if (theory === undefined) throw new Error('There is no theory');
  return { ...theory, boxes: theory.boxes.toSorted(byPosition) };
}

export async function startedFrom(begun: Begun, begins: string) {
  const fields = { title: 'How the hubs help', begin: begins };
  const came = await begun.priya.post(startAction, `${begun.base}/start`, fields, begun.params);
  expect(came.location).toBe(begun.base);
  return theoryNow(begun.borough);
}

/** What a page of the outline carries in its hidden fields. */
export const stamp = (theory: Theory, mark = newId()) => ({
  theoryId: theory.id,
  base: String(theory.sequence),
  mark,
});

/** The fields of a box's form as its page shows them, with what a person changed. */
export function formOf(theory: Theory, box: Box, change: Record<string, string>) {
  const was = { type: box.type, label: box.label, detail: box.detail };
  return { intent: 'edit', ...stamp(theory), ...was, was: JSON.stringify(was), ...change };
}
