import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { UnitIntent } from '#app/plan/money/case-forms.ts';
import { typedDifferences, UNIT_LABELS, unitToType } from '#app/plan/money/case-typed.ts';
import { EditPage } from '#app/plan/money/EditPage.tsx';
import { keepUnitCost, removeUnitCost } from '#app/plan/money/keep-cases.server.ts';
import { UnitFields } from '#app/plan/money/UnitCosts.tsx';
import { yearsBetween } from '#app/plan/money/years.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { unitCostsOf } from '#db/money-cases.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Unit cost');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'plan.edit');
  const units = await unitCostsOf(theStore().read, programme.authorityId, programme.id);
  const unit = units.find(({ id }) => id === params['unitId']);
  if (!unit) throw new NotFound('unit cost');
  return {
    programmeId: programme.id,
    title: unit.what,
    version: unit.version,
    values: unitToType(unit),
    years: yearsBetween(programme.startsOn, programme.endsOn),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'plan.edit');
  const unitId = params['unitId'] ?? '';
  const back = links.unitCosts(programme.id);
  const read = await parseForm(request, UnitIntent);
  if (!read.ok) return badInput(read.problems, read.typed);
  if (read.value.intent === 'remove') {
    const { what } = await removeUnitCost(person, programme.id, unitId);
    return redirectSaying(request, back, `“${what}” is removed.`);
  }
  const kept = await keepUnitCost(person, programme.id, unitId, read.value);
  if (kept.outcome === 'saved') return redirectSaying(request, back, 'The unit cost is saved.');
  const differences = typedDifferences(UNIT_LABELS, read.typed, unitToType(kept.theirs));
  const message = 'Somebody else saved this first: compare, and save again';
  const problems = [{ field: 'what', message }];
  const { version } = kept.theirs;
  return data({ problems, typed: read.typed, differences, version }, { status: 409 });
});

export default function UnitCostRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <EditPage
      {...page}
      trail={{ href: links.unitCosts(page.programmeId), words: 'Unit costs' }}
      caption="Unit cost"
      fields={<UnitFields values={page.values} years={page.years} answer={answer} />}
      remove="Remove this unit cost"
      answer={answer}
    />
  );
}
