import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { sayWeights, ScoresForm } from '#app/needs/register/priority.ts';
import { needWithEvidence } from '#app/needs/register/register.server.ts';
import { priorityRule, scoreNeed } from '#app/needs/register/score-need.server.ts';
import { ScorePage } from '#app/needs/register/ScorePage.tsx';
import { Conflict } from '#app/people/errors.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'needs.edit');
  const { need, scores, behind } = await needWithEvidence(programme, params['needId'] ?? '');
  const { id, statement, howMany, version, priorityBy } = need;
  return {
    programmeId: programme.id,
    need: { id, statement, howMany, version, priorityBy },
    scores,
    weights: sayWeights((await priorityRule(theStore().read, programme)).weights),
    evidence: behind.map(({ id, sentence, against }) => ({ id, sentence, against })),
  };
});

const Scores = ScoresForm.extend({ version: z.coerce.number().int() });

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'needs.edit');
  const read = await parseForm(request, Scores);
  if (!read.ok) return badInput(read.problems, read.typed);
  const needId = params['needId'] ?? '';
  const { version, ...fields } = read.value;
  try {
    await scoreNeed(person, programme, needId, version, fields);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'size', message: error.message }], read.typed);
  }
  return redirectSaying(request, links.need(programme.id, needId), 'The need is scored.');
});

export const meta = () => titleOf('Score this need');

export default function Score() {
  return <ScorePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
