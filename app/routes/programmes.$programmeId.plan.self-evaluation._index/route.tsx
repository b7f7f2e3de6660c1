import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { PageIntent } from '#app/plan/self-evaluation/forms.ts';
import { addOwnItem, beginRound } from '#app/plan/self-evaluation/keep-self-evaluation.server.ts';
import { ratingsSvg, sayRatings } from '#app/plan/self-evaluation/picture.ts';
import { readSelfEvaluation } from '#app/plan/self-evaluation/read-self-evaluation.server.ts';
import { byFramework } from '#app/plan/self-evaluation/self-evaluation.ts';
import { SelfEvaluationPage } from '#app/plan/self-evaluation/SelfEvaluationPage.tsx';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';
import { roundsOf } from '#db/self-evaluation.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Self-evaluation');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const asked = Number(new URL(request.url).searchParams.get('round'));
  const round = Number.isInteger(asked) && asked > 0 ? { round: asked } : {};
  const evaluation = await readSelfEvaluation(programme, dayOf(new Date()), round);
  return {
    programmeId: programme.id,
    ...evaluation,
    rounds: await roundsOf(theStore().read, programme),
    pictures: byFramework(evaluation.items).map(({ framework, items }) => ({
      framework,
      svg: ratingsSvg(framework, items),
      says: sayRatings(items),
    })),
    mayEdit: can(person, 'plan.edit', programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'plan.edit');
  const form = await parseForm(request, PageIntent);
  if (!form.ok) return badInput(form.problems, form.typed);
  const here = links.selfEvaluation(programme.id);
  switch (form.value.intent) {
    case 'begin': {
      const number = await beginRound(person, programme, form.value.name);
      return redirectSaying(request, here, `Round ${number} is begun.`);
    }
    case 'add': {
      const { framework, title } = form.value;
      await addOwnItem(person, programme, framework, title);
      return redirectSaying(request, here, `“${title}” is added.`);
    }
  }
});

export default function SelfEvaluationRoute() {
  return (
    <SelfEvaluationPage
      {...useLoaderData<typeof loader>()}
      answer={useActionData<typeof action>()}
    />
  );
}
