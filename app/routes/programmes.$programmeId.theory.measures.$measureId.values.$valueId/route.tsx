import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { CorrectFigurePage } from '#app/theory/measures/Figures.tsx';
import { correctValue, withdrawValue } from '#app/theory/measures/keep-values.server.ts';
import { measureOf } from '#app/theory/measures/measure.ts';
import { CorrectForm } from '#app/theory/measures/measure-form.ts';
import { readFigure, sayRemarks, typedFigure } from '#app/theory/measures/read-figure.ts';
import { keptValues } from '#app/theory/measures/read-measures.server.ts';
import { standing } from '#app/theory/measures/values.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';

export const meta = () => titleOf('Correct a figure');

async function figureOf(
  programme: { id: string; authorityId: string },
  params: LoaderFunctionArgs['params'],
) {
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  const piece = theory?.pieces.find(
    ({ id, kind }) => id === params['measureId'] && kind === 'measure',
  );
  if (theory === undefined || piece === undefined) throw new NotFound('measure');
  const values = await keptValues(programme, theory);
  const value = standing(values).find(({ id }) => id === params['valueId']);
  if (value?.measureId !== piece.id) throw new NotFound('figure');
  return { theory, piece, values, value };
}

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'measures.enter');
  const { piece, value } = await figureOf(programme, params);
  const measure = measureOf(piece);
  return { programmeId: programme.id, measure, value, values: typedFigure(value) };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'measures.enter');
  const read = await parseForm(request, CorrectForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { theory, piece, values, value } = await figureOf(programme, params);
  const where = { programmeId: programme.id, theoryId: theory.id };
  const to = links.measure(programme.id, piece.id);
  switch (read.value.intent) {
    case 'correct': {
      const known = { values, today: dayOf(new Date()) };
      const figure = readFigure(read.value, piece, known, value.id);
      if (!figure.ok) return badInput(figure.problems, read.typed);
      try {
        await correctValue(person, where, value.id, figure.row);
      } catch (error) {
        if (!(error instanceof Conflict)) throw error;
        return badInput([{ field: 'period', message: error.message }], read.typed);
      }
      const said = `The figure is corrected.${sayRemarks(figure.remarks)}`;
      return redirectSaying(request, to, said);
    }
    case 'withdraw':
      await withdrawValue(person, where, value.id, read.value.why);
      return redirectSaying(request, to, 'The figure is taken out.');
  }
});

export default function CorrectFigure() {
  const page = useLoaderData<typeof loader>();
  return <CorrectFigurePage {...page} answer={useActionData<typeof action>()} />;
}
