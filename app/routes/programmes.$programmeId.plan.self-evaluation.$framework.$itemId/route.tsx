import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import {
  evaluationDifferences,
  ItemIntent,
  meansTyped,
  notSaved,
  withKnownRatings,
} from '#app/plan/self-evaluation/forms.ts';
import { ItemPage } from '#app/plan/self-evaluation/ItemPage.tsx';
import * as keep from '#app/plan/self-evaluation/keep-self-evaluation.server.ts';
import { readItemPage } from '#app/plan/self-evaluation/read-item.server.ts';
import { readOffers } from '#app/plan/self-evaluation/read-offers.server.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';

export const meta = ({ data: page }: { data?: { one: { item: { title: string } } } | undefined }) =>
  titleOf(page?.one.item.title ?? 'Self-evaluation');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const item = await keep.itemNamed(programme, params['framework'], params['itemId']);
  const page = await readItemPage(programme, item, dayOf(new Date()));
  return { programmeId: programme.id, ...page, mayEdit: can(person, 'plan.edit', programme) };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'plan.edit');
  const item = await keep.itemNamed(programme, params['framework'], params['itemId']);
  const form = await parseForm(request, ItemIntent);
  if (!form.ok) return badInput(form.problems, form.typed);
  const here = links.selfEvaluationItem(programme.id, item.framework, item.id);
  const back = links.selfEvaluation(programme.id);
  const asked = form.value;
  switch (asked.intent) {
    case 'save': {
      const fields = withKnownRatings(item.framework, asked);
      const kept = await keep.keepEvaluation(person, programme, item, asked, fields);
      if (kept.outcome === 'saved') return redirectSaying(request, here, 'It is saved.');
      const problems = [{ field: 'evidence', message: notSaved(kept) }];
      const differences = evaluationDifferences(item.framework, fields, kept.theirs);
      const now = { version: kept.theirs.version, round: kept.round.id };
      return data({ problems, typed: form.typed, differences, now }, { status: 409 });
    }
    case 'tie': {
      const offers = await readOffers(programme, dayOf(new Date()));
      const offer = offers.find(({ key }) => key === asked.key);
      if (!offer) return redirectSaying(request, here, 'That is no longer there to be tied.');
      await keep.tieEvidence(person, programme, item, offer);
      return redirectSaying(request, here, 'It is tied as evidence.');
    }
    case 'untie':
      await keep.untieEvidence(person, programme, item, asked.key);
      return redirectSaying(request, here, 'It is taken out.');
    case 'plan': {
      const { title } = await keep.planImprovement(person, programme, item);
      return redirectSaying(request, here, `“${title}” is a line of the plan.`);
    }
    case 'means':
      await keep.keepMeans(person, programme, item, meansTyped(item.framework, asked));
      return redirectSaying(request, here, 'What each stage means is kept.');
    case 'remove':
      await keep.removeOwnItem(person, programme, item);
      return redirectSaying(request, back, `“${item.title}” is taken out.`);
  }
});

export default function ItemRoute() {
  return <ItemPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
