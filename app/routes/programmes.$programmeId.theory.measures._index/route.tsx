import type { LoaderFunctionArgs } from '@remix-run/node';
import { redirect, useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { can } from '#app/people/can.ts';
import { isOutcomeType } from '#app/theory/graph.ts';
import { MeasuresList } from '#app/theory/measures/MeasuresList.tsx';
import { readMeasures } from '#app/theory/measures/read-measures.server.ts';
import { TheoryHead } from '#app/theory/TheoryHead.tsx';
import { titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';
import { sharedOutcomeMeasures } from '#templates/measures/index.ts';

export const meta = () => titleOf('Measures of the theory');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  if (theory === undefined) throw redirect(links.startTheory(programme.id));
  const measures = await readMeasures(programme, theory);
  const measured = new Set(measures.map(({ measure }) => measure.on));
  const bare = theory.boxes
    .filter(({ id, type }) => (isOutcomeType(type) || type === 'impact') && !measured.has(id))
    .map(({ id, label }) => ({ id, label }));
  const mayEdit = can(person, 'theory.edit', programme);
  return {
    programmeId: programme.id,
    title: theory.title,
    measures,
    bare,
    shared: Object.fromEntries(sharedOutcomeMeasures.map(({ id, label }) => [id, label])),
    mayEdit: mayEdit.yes,
    mayEnter: can(person, 'measures.enter', programme).yes,
    readOnly: mayEdit.yes ? null : mayEdit.reason,
  };
});

export default function TheoryMeasures() {
  const { title, readOnly, ...list } = useLoaderData<typeof loader>();
  return (
    <>
      <TheoryHead
        programmeId={list.programmeId}
        title={title}
        view="measures"
        readOnly={readOnly}
      />
      <MeasuresList {...list} />
    </>
  );
}
