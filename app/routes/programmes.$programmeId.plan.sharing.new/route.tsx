import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { readRow } from '#app/needs/registers/row.ts';
import { AGREEMENT_SPEC, agreementOf, agreementProblems } from '#app/plan/registers/agreement.ts';
import { agreementDeeds } from '#app/plan/registers/keep-register.server.ts';
import { PlanRow } from '#app/plan/registers/PlanRow.tsx';
import { readLists } from '#app/plan/registers/read-registers.server.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Add an agreement');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'plan.edit');
  return { programmeId: programme.id, lists: await readLists(programme) };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'plan.edit');
  const form = await parseForm(request, z.record(z.string(), z.unknown()));
  if (!form.ok) return badInput(form.problems, form.typed);
  const read = readRow(AGREEMENT_SPEC, form.value, await readLists(programme));
  if (!read.ok) return badInput(read.problems, form.typed);
  const fields = agreementOf(read.row);
  const problems = agreementProblems(fields);
  if (problems.length > 0) return badInput(problems, form.typed);
  await agreementDeeds.add(person, programme, fields);
  return redirectSaying(request, links.sharing(programme.id), `“${fields.title}” is added.`);
});

export default function NewAgreement() {
  const { programmeId, lists } = useLoaderData<typeof loader>();
  return (
    <PlanRow
      spec={AGREEMENT_SPEC}
      one="agreement"
      caption="Data sharing"
      heading="Add an agreement"
      trail={[
        { href: links.plan(programmeId), words: 'Plan' },
        { href: links.sharing(programmeId), words: 'Data sharing' },
      ]}
      row={null}
      lists={lists}
      mayEdit={{ yes: true }}
      answer={useActionData<typeof action>()}
    />
  );
}
