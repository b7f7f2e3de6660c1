import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect, useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { applyOperations } from '#app/theory/apply-operations.server.ts';
import { stamped } from '#app/theory/box-form.ts';
import { ChooseMeasurePage } from '#app/theory/measures/Library.tsx';
import { readyMade } from '#app/theory/measures/match.ts';
import {
  AddMeasureForm,
  addingMeasure,
  moreFromLibrary,
  valuesOfMeasure,
} from '#app/theory/measures/measure-form.ts';
import { NewMeasurePage } from '#app/theory/measures/MeasureFormPages.tsx';
import { linkSentence } from '#app/theory/words.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { newId } from '#db/ids.ts';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';
import {
  libraryMeasure,
  libraryMeasures,
  sharedOutcomeMeasures,
  shelves,
} from '#templates/measures/index.ts';

export const meta = () => titleOf('Add a measure to the theory');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'theory.edit');
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  if (theory === undefined) throw redirect(links.startTheory(programme.id));
  const asked = new URL(request.url).searchParams;
  const box = theory.boxes.find(({ id }) => id === asked.get('on'));
  const link = theory.links.find(({ id }) => id === asked.get('on'));
  const on = box?.id ?? link?.id ?? '';
  const chosen = asked.get('from') ?? '';
  const from = libraryMeasure(chosen) ?? null;
  if (chosen === '') {
    const about = box?.label ?? (link ? linkSentence(theory, { ...link, reason: '' }) : '');
    const fitting = readyMade(about, libraryMeasures).slice(0, 4);
    return { step: 'choose' as const, programmeId: programme.id, on, about, fitting, shelves };
  }
  const more = from === null ? {} : moreFromLibrary(from);
  return {
    step: 'write' as const,
    programmeId: programme.id,
    theory,
    values: valuesOfMeasure({ on: on === '' ? null : on, more }),
    from,
    shared: sharedOutcomeMeasures,
    mark: newId(),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'theory.edit');
  const read = await parseForm(request, AddMeasureForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { theoryId, base, mark } = read.value;
  const sent = stamped(mark, addingMeasure(read.value));
  const arriving = { theoryId, baseSequence: base, sent };
  const reply = await applyOperations(person, programme.id, arriving);
  const gone = 'Somebody deleted what this measures. Choose something else';
  const problems = [
    ...reply.refused.map(({ message }) => ({ field: 'label', message })),
    ...reply.conflicts.map(() => ({ field: 'on', message: gone })),
  ];
  if (problems.length > 0) return badInput(problems, read.typed);
  return redirectSaying(request, links.measure(programme.id, mark), 'The measure is added.');
});

export default function AddMeasure() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return page.step === 'choose' ? (
    <ChooseMeasurePage {...page} />
  ) : (
    <NewMeasurePage {...page} answer={answer} />
  );
}
