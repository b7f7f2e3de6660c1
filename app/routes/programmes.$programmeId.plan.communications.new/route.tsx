import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { readRow } from '#app/needs/registers/row.ts';
import {
  COMMUNICATION_SPEC,
  communicationOf,
  communicationProblems,
} from '#app/plan/registers/communication.ts';
import { communicationDeeds } from '#app/plan/registers/keep-register.server.ts';
import { PlanRow } from '#app/plan/registers/PlanRow.tsx';
import { readLists } from '#app/plan/registers/read-registers.server.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Add to the communications plan');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'plan.edit');
  return { programmeId: programme.id, lists: await readLists(programme) };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'plan.edit');
  const form = await parseForm(request, z.record(z.string(), z.unknown()));
  if (!form.ok) return badInput(form.problems, form.typed);
  const read = readRow(COMMUNICATION_SPEC, form.value, await readLists(programme));
  if (!read.ok) return badInput(read.problems, form.typed);
  const fields = communicationOf(read.row);
  const problems = communicationProblems(fields);
  if (problems.length > 0) return badInput(problems, form.typed);
  await communicationDeeds.add(person, programme, fields);
  return redirectSaying(request, links.communications(programme.id), `“${fields.title}” is added.`);
});

export default function NewCommunication() {
  const { programmeId, lists } = useLoaderData<typeof loader>();
  return (
    <PlanRow
      spec={COMMUNICATION_SPEC}
      one="communication"
      caption="Communications"
      heading="Add to the communications plan"
      trail={[
        { href: links.plan(programmeId), words: 'Plan' },
        { href: links.communications(programmeId), words: 'Communications' },
      ]}
      row={null}
      lists={lists}
      mayEdit={{ yes: true }}
      answer={useActionData<typeof action>()}
    />
  );
}
