import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { CasePage } from '#app/plan/money/BenefitPages.tsx';
import { CaseIntent } from '#app/plan/money/case-forms.ts';
import {
  CASE_LABELS,
  caseToType,
  firstItem,
  ITEM_LABELS,
  itemToType,
  typedDifferences,
} from '#app/plan/money/case-typed.ts';
import { viewOf } from '#app/plan/money/case-view.ts';
import { keepCase, keepItem, removeCase, removeItem } from '#app/plan/money/keep-cases.server.ts';
import { readBenefit } from '#app/plan/money/read-benefit.server.ts';
import { readMoney } from '#app/plan/money/read-money.server.ts';
import { yearsBetween } from '#app/plan/money/years.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = ({ data: page }: { data?: { view: { name: string } } | undefined }) =>
  titleOf(page?.view.name ?? 'Case for the plan in money');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { accounts } = await readMoney(programme);
  const { avoided, cases } = await readBenefit(programme, accounts.items);
  const found = cases.find(({ row }) => row.id === params['caseId']);
  if (!found) throw new NotFound('case');
  const asked = new URL(request.url).searchParams.get('item');
  const item = found.items.find(({ id }) => id === asked);
  return {
    programmeId: programme.id,
    view: viewOf(found),
    avoided,
    years: yearsBetween(programme.startsOn, programme.endsOn),
    values: caseToType(found.row),
    item: item === undefined ? firstItem() : itemToType(item),
    itemVersion: item?.version ?? 0,
    mayEdit: can(person, 'plan.edit', programme),
  };
});

const MEANWHILE = 'Somebody else saved this first: compare, and save again';

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'plan.edit');
  const caseId = params['caseId'] ?? '';
  const here = links.benefitCase(programme.id, caseId);
  const read = await parseForm(request, CaseIntent);
  const typed = read.typed;
  const form = read.form.get('intent') === 'save' ? ('case' as const) : ('item' as const);
  if (!read.ok) return data({ problems: read.problems, typed, form }, { status: 422 });
  const { value } = read;
  switch (value.intent) {
    case 'remove': {
      const { name } = await removeCase(person, programme.id, caseId);
      return redirectSaying(request, links.benefit(programme.id), `“${name}” is removed.`);
    }
    case 'remove-item':
      await removeItem(person, programme.id, caseId, value.itemId);
      return redirectSaying(request, here, 'It is out of the case.');
    case 'save': {
      const kept = await keepCase(person, programme.id, caseId, value);
      if (kept.outcome === 'saved') return redirectSaying(request, here, 'The case is saved.');
      if (kept.outcome === 'refused') {
        return data({ problems: [kept.refused], typed, form }, { status: 422 });
      }
      const differences = typedDifferences(CASE_LABELS, typed, caseToType(kept.theirs));
      const problems = [{ field: 'name', message: MEANWHILE }];
      const { version } = kept.theirs;
      return data({ problems, typed, form, differences, version }, { status: 409 });
    }
    case 'save-item': {
      const { intent: _, ...fields } = value;
      const kept = await keepItem(person, programme.id, caseId, fields);
      if (kept.outcome === 'saved') return redirectSaying(request, here, 'The case is saved.');
      if (kept.outcome === 'refused') {
        return data({ problems: [kept.refused], typed, form }, { status: 422 });
      }
      const differences = typedDifferences(ITEM_LABELS, typed, itemToType(kept.theirs));
      const problems = [{ field: 'avoidedId', message: MEANWHILE }];
      const { version } = kept.theirs;
      return data({ problems, typed, form, differences, version }, { status: 409 });
    }
  }
});

export default function CaseRoute() {
  return <CasePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
