import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { addScores } from '#app/plan/outcomes/change/keep-scores.server.ts';
import { measuresToName } from '#app/plan/outcomes/change/measures-to-name.server.ts';
import { readScores, ScoresFields } from '#app/plan/outcomes/change/scores-form.ts';
import { ScoresPage } from '#app/plan/outcomes/change/ScoresPage.tsx';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Enter scores');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'measures.enter');
  return { programmeId: programme.id, measures: await measuresToName(programme), there: null };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'measures.enter');
  const form = await parseForm(request, ScoresFields);
  if (!form.ok) return badInput(form.problems, form.typed);
  const read = readScores(form.value);
  if (!read.ok) return badInput(read.problems, form.typed);
  await addScores(person, programme, read.given);
  const said = form.value.pairsText === '' ? '' : ' The single scores are not kept.';
  return redirectSaying(request, links.change(programme.id), `The scores are kept.${said}`);
});

export default function NewScores() {
  const answer = useActionData<typeof action>();
  return <ScoresPage {...useLoaderData<typeof loader>()} answer={answer} />;
}
