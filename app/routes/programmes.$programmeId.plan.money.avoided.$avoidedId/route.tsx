import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { AvoidedFields } from '#app/plan/money/AvoidedPage.tsx';
import { AvoidedIntent } from '#app/plan/money/case-forms.ts';
import { AVOIDED_LABELS, avoidedToType, typedDifferences } from '#app/plan/money/case-typed.ts';
import { EditPage } from '#app/plan/money/EditPage.tsx';
import { keepAvoidedCost, removeAvoidedCost } from '#app/plan/money/keep-cases.server.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';
import { avoidedCostsOf } from '#db/money-cases.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Cost that may be avoided');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'plan.edit');
  const all = await avoidedCostsOf(theStore().read, programme.authorityId);
  const cost = all.find(({ id }) => id === params['avoidedId']);
  if (!cost) throw new NotFound('avoided cost');
  const { what: title, version } = cost;
  return { programmeId: programme.id, title, version, values: avoidedToType(cost) };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'plan.edit');
  const avoidedId = params['avoidedId'] ?? '';
  const back = links.avoidedCosts(programme.id);
  const read = await parseForm(request, AvoidedIntent);
  if (!read.ok) return badInput(read.problems, read.typed);
  if (read.value.intent === 'remove') {
    const gone = await removeAvoidedCost(person, avoidedId);
    if (gone.ok) return redirectSaying(request, back, `“${gone.what}” is off the list.`);
    const message = `Take it out of the cases first: it stands in ${many(gone.resting, 'place')}`;
    return badInput([{ field: 'what', message }], read.typed);
  }
  const kept = await keepAvoidedCost(person, avoidedId, read.value);
  if (kept.outcome === 'saved') return redirectSaying(request, back, 'The cost is saved.');
  const differences = typedDifferences(AVOIDED_LABELS, read.typed, avoidedToType(kept.theirs));
  const message = 'Somebody else saved this first: compare, and save again';
  const problems = [{ field: 'what', message }];
  const { version } = kept.theirs;
  return data({ problems, typed: read.typed, differences, version }, { status: 409 });
});

export default function AvoidedCostRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const values = answer && Object.keys(answer.typed).length < 3 ? undefined : answer;
  return (
    <EditPage
      {...page}
      trail={{ href: links.avoidedCosts(page.programmeId), words: 'Costs that may be avoided' }}
      caption="Cost that may be avoided"
      fields={<AvoidedFields values={page.values} answer={values} />}
      remove="Remove this cost"
      answer={answer}
    />
  );
}
