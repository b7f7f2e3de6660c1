import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { readRow } from '#app/needs/registers/row.ts';
import { can } from '#app/people/can.ts';
import {
  AGREEMENT_SPEC,
  agreementOf,
  agreementProblems,
  agreementRow,
} from '#app/plan/registers/agreement.ts';
import { agreementDeeds } from '#app/plan/registers/keep-register.server.ts';
import { PlanRow } from '#app/plan/registers/PlanRow.tsx';
import { readLists } from '#app/plan/registers/read-registers.server.ts';
import { RowForm, savedFirst } from '#app/plan/registers/row-form.ts';
import { rowDifferences } from '#app/plan/registers/row-differences.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = ({ data: page }: { data?: { row: { name: string } } | undefined }) =>
  titleOf(page?.row.name ?? 'Agreement');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const agreement = await agreementDeeds.read(programme, params['agreementId'] ?? '');
  return {
    programmeId: programme.id,
    row: { ...agreementRow(agreement), version: agreement.version },
    lists: await readLists(programme),
    mayEdit: can(person, 'plan.edit', programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'plan.edit');
  const id = params['agreementId'] ?? '';
  const form = await parseForm(request, RowForm);
  if (!form.ok) return badInput(form.problems, form.typed);
  const back = links.sharing(programme.id);
  if (form.value.intent === 'remove') {
    const { title } = await agreementDeeds.remove(person, programme, id);
    return redirectSaying(request, back, `“${title}” is taken out.`);
  }
  const lists = await readLists(programme);
  const read = readRow(AGREEMENT_SPEC, form.value, lists);
  if (!read.ok) return badInput(read.problems, form.typed);
  const fields = agreementOf(read.row);
  const wrong = agreementProblems(fields);
  if (wrong.length > 0) return badInput(wrong, form.typed);
  const kept = await agreementDeeds.edit(person, programme, id, form.value.version, fields);
  if (kept.outcome === 'saved') return redirectSaying(request, back, `“${fields.title}” is saved.`);
  const theirs = agreementRow(kept.theirs);
  const differences = rowDifferences(AGREEMENT_SPEC, read.row, theirs, lists);
  return data(savedFirst(form.typed, differences, kept.theirs.version), { status: 409 });
});

export default function AgreementRoute() {
  const { programmeId, ...page } = useLoaderData<typeof loader>();
  return (
    <PlanRow
      {...page}
      spec={AGREEMENT_SPEC}
      one="agreement"
      caption="Data sharing"
      heading={page.row.name}
      trail={[
        { href: links.plan(programmeId), words: 'Plan' },
        { href: links.sharing(programmeId), words: 'Data sharing' },
      ]}
      answer={useActionData<typeof action>()}
    />
  );
}
