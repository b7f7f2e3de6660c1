import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { typedOf } from '#app/http/problems.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import {
  changeScores,
  removeScores,
  scoresNamed,
} from '#app/plan/outcomes/change/keep-scores.server.ts';
import { measuresToName } from '#app/plan/outcomes/change/measures-to-name.server.ts';
import {
  overKept,
  readScores,
  ScoresFields,
  scoreDifferences,
  typedScores,
} from '#app/plan/outcomes/change/scores-form.ts';
import { ScoresPage } from '#app/plan/outcomes/change/ScoresPage.tsx';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Change scores');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'measures.enter');
  const scores = await scoresNamed(programme, params['scoresId'] ?? '');
  return {
    programmeId: programme.id,
    measures: await measuresToName(programme),
    there: { values: typedScores(scores), version: scores.version },
  };
});

const Change = z.discriminatedUnion('intent', [
  ScoresFields.extend({ intent: z.literal('save') }),
  z.object({ intent: z.literal('remove') }),
]);

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'measures.enter');
  const id = params['scoresId'] ?? '';
  const form = await parseForm(request, Change);
  if (!form.ok) return badInput(form.problems, form.typed);
  const back = links.change(programme.id);
  if (form.value.intent === 'remove') {
    await removeScores(person, programme, id);
    return redirectSaying(request, back, 'The scores are removed.');
  }
  const read = readScores(form.value);
  if (!read.ok) return badInput(read.problems, form.typed);
  const over = overKept(await scoresNamed(programme, id), read.given);
  if (!over.ok) return badInput(over.problems, form.typed);
  const { version } = form.value;
  const kept = await changeScores(person, programme, id, { ...over.given, version });
  if (kept.outcome === 'saved') return redirectSaying(request, back, 'The scores are kept.');
  const { theirs } = kept;
  const message = 'Somebody else changed these scores first: compare, and keep yours again';
  const differences = scoreDifferences(theirs, (field) => typedOf(form.typed, field));
  const problems = [{ field: 'service', message }];
  return data(
    { problems, typed: form.typed, version: theirs.version, differences },
    { status: 409 },
  );
});

export default function ChangeScores() {
  const answer = useActionData<typeof action>();
  return <ScoresPage {...useLoaderData<typeof loader>()} answer={answer} />;
}
