import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { readWeights } from '#app/needs/weights/read-weights.server.ts';
import { saveWeights, stopWeighting } from '#app/needs/weights/save-weights.server.ts';
import { settingsFrom, WeightsForm } from '#app/needs/weights/weights-form.ts';
import { WeightsPage } from '#app/needs/weights/WeightsPage.tsx';
import { can } from '#app/people/can.ts';
import { titleOf } from '#app/ui/Page.tsx';

const version = z.coerce.number().int().min(0);
const Change = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('stop'), version }),
  z.looseObject({ intent: z.literal('save'), version }),
]);

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const surveyId = params['surveyId'] ?? '';
  const mayEdit = can(person, 'weights.edit', programme);
  // Many trials side by side would tell more than the results do: only for those who set weights.
  const query = new URLSearchParams(mayEdit.yes ? new URL(request.url).search : '');
  const tried = query.size > 0 ? WeightsForm.safeParse(fieldsOf(query)) : null;
  const page = await readWeights(programme, surveyId, settingsFrom(query));
  const wrong = tried?.success === false ? tried.error.issues : [];
  const problems = wrong.map(({ path, message }) => ({ field: String(path[0]), message }));
  return {
    programmeId: programme.id,
    page,
    mayEdit,
    tried: problems.length === 0 ? undefined : { problems, typed: fieldsOf(query) },
  };
});

/** What was typed into the address. */
function fieldsOf(query: URLSearchParams): Record<string, string | string[]> {
  return {
    ...Object.fromEntries(query),
    ...(query.has('questions') ? { questions: query.getAll('questions') } : {}),
  };
}

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'weights.edit');
  const surveyId = params['surveyId'] ?? '';
  const read = await parseForm(request, Change);
  if (!read.ok) return badInput(read.problems, read.typed);
  const here = links.surveyWeights(programme.id, surveyId);
  if (read.value.intent === 'stop') {
    await stopWeighting(person, programme, surveyId, read.value.version);
    return redirectSaying(request, here, 'The answers are no longer weighted.');
  }
  const settings = WeightsForm.safeParse(read.typed);
  if (!settings.success) throw redirect(here);
  await saveWeights(person, programme, surveyId, read.value.version, settings.data);
  return redirectSaying(request, here, 'The answers are weighted from now on.');
});

export const meta = () => titleOf('Weights');

export default function Weights() {
  const { tried, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <WeightsPage {...page} answer={answer ?? tried} />;
}
