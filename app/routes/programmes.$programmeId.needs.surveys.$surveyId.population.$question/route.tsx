import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { typedOf } from '#app/http/problems.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { EditPopulation } from '#app/needs/missing/EditPopulation.tsx';
import { filledFromFile } from '#app/needs/missing/figures-from-file.ts';
import { groupField, readMargin } from '#app/needs/missing/population-form.ts';
import {
  figureRows,
  optionsToGroup,
  readPopulationBy,
  saveOrTell,
} from '#app/needs/missing/population-pages.server.ts';
import { removePopulation } from '#app/needs/missing/save-population.server.ts';
import { titleOf } from '#app/ui/Page.tsx';

const Intent = z.looseObject({
  intent: z.enum(['save', 'take', 'remove'], 'Press one of the buttons'),
  version: z.coerce.number().int().min(0),
});

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'weights.edit');
  const { surveyId = '', question = '' } = params;
  const fileId = new URL(request.url).searchParams.get('file');
  const page = await readPopulationBy(programme, surveyId, question, fileId);
  return { programmeId: programme.id, ...page };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'weights.edit');
  const { surveyId = '', question = '' } = params;
  const read = await parseForm(request, Intent);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { typed } = read;
  const seen = read.value.version;
  const back = links.population(programme.id, surveyId);
  switch (read.value.intent) {
    case 'take': {
      const options = await optionsToGroup(programme, surveyId, question);
      const file = await figureRows(programme, typedOf(typed, 'file'));
      return data({ ...filledFromFile(typed, options.length, file), version: seen });
    }
    case 'remove':
      await removePopulation(person, programme, surveyId, question);
      return redirectSaying(request, back, 'The figures are taken out.');
    case 'save': {
      const options = await optionsToGroup(programme, surveyId, question);
      const margin = readMargin(question, options, typed);
      if (!margin.ok) return badInput(margin.problems, typed);
      const saved = await saveOrTell(person, programme, surveyId, seen, margin.margin);
      if (saved.ok) return redirectSaying(request, back, 'The figures are saved.');
      const problems = [{ field: groupField(0), message: saved.message }];
      const told = { problems, typed, note: saved.theirs, version: saved.version };
      return data(told, { status: 409 });
    }
  }
});

export const meta = () => titleOf('What families here look like');

export default function PopulationBy() {
  const answer = useActionData<typeof action>();
  return <EditPopulation {...useLoaderData<typeof loader>()} answer={answer} />;
}
