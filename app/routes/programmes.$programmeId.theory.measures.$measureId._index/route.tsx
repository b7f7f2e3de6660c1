import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect, useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { readOriginOf } from '#app/plan/across/read-taken-over.server.ts';
import { TakenFrom } from '#app/plan/across/TakenFrom.tsx';
import { AddFigure, FiguresBefore } from '#app/theory/measures/Figures.tsx';
import { keepValues } from '#app/theory/measures/keep-values.server.ts';
import { FigureForm } from '#app/theory/measures/measure-form.ts';
import { MeasurePage } from '#app/theory/measures/MeasurePage.tsx';
import { readFigure, sayRemarks } from '#app/theory/measures/read-figure.ts';
import { keptValues } from '#app/theory/measures/read-measures.server.ts';
import { seenMeasures } from '#app/theory/measures/seen.ts';
import { standing } from '#app/theory/measures/values.ts';
import { ErrorSummary } from '#app/ui/Form.tsx';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';
import { libraryMeasure } from '#templates/measures/index.ts';

export const meta = () => titleOf('A measure of the theory');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  if (theory === undefined) throw redirect(links.startTheory(programme.id));
  const all = await keptValues(programme, theory);
  const seen = seenMeasures(theory, all).find(({ measure }) => measure.id === params['measureId']);
  if (seen === undefined) throw new NotFound('measure');
  const { id, on, shared, library } = seen.measure;
  const mine = all.filter(({ measureId }) => measureId === id);
  const mayEnter = can(person, 'measures.enter', programme);
  const box = theory.boxes.some((each) => each.id === on);
  const named = shared === 'local' ? 'Local' : (libraryMeasure(shared)?.label ?? '');
  return {
    page: {
      programmeId: programme.id,
      seen,
      aboutHref:
        on === null || seen.about === ''
          ? null
          : box
            ? links.theoryBox(programme.id, on)
            : links.theoryLink(programme.id, on),
      sharedName: named,
      from: libraryMeasure(library) ?? null,
      ids: mayEnter.yes ? standing(mine).map((value) => value.id) : null,
      mayEdit: can(person, 'theory.edit', programme).yes,
    },
    taken: await readOriginOf(theStore().read, programme, id),
    before: mayEnter.yes ? mine : [],
    mayNot: mayEnter.yes ? null : mayEnter.reason,
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'measures.enter');
  const read = await parseForm(request, FigureForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  const measureId = params['measureId'] ?? '';
  const piece = theory?.pieces.find(({ id, kind }) => id === measureId && kind === 'measure');
  if (theory === undefined || piece === undefined) throw new NotFound('measure');
  const values = await keptValues(programme, theory);
  const today = dayOf(new Date());
  const figure = readFigure(read.value, piece, { values, today });
  if (!figure.ok) return badInput(figure.problems, read.typed);
  const where = { programmeId: programme.id, theoryId: theory.id };
  await keepValues(person, where, [figure.row]);
  const said = `The figure is kept.${sayRemarks(figure.remarks)}`;
  return redirectSaying(request, links.measure(programme.id, measureId), said);
});

export default function TheoryMeasure() {
  const { page, taken, before, mayNot } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { measure } = page.seen;
  return (
    <>
      <ErrorSummary problems={answer?.problems} />
      <MeasurePage {...page}>
        <TakenFrom programmeId={page.programmeId} taken={taken} />
        <FiguresBefore measure={measure} values={before} />
        {mayNot === null ? (
          <AddFigure programmeId={page.programmeId} measure={measure} answer={answer} />
        ) : (
          <p className="govuk-body tl-reason">{mayNot}</p>
        )}
      </MeasurePage>
    </>
  );
}
