import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { addRow } from '#app/needs/registers/keep-row.server.ts';
import { listsOf } from '#app/needs/registers/read-register.server.ts';
import { RegisterFields } from '#app/needs/registers/RegisterForm.tsx';
import { readRow } from '#app/needs/registers/row.ts';
import { oneOf, SPECS } from '#app/needs/registers/spec.ts';
import { registerNamed } from '#app/needs/registers/which.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'needs.edit');
  const register = registerNamed(params['register']);
  return { programmeId: programme.id, register, lists: await listsOf(programme) };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'needs.edit');
  const register = registerNamed(params['register']);
  const form = await parseForm(request, z.record(z.string(), z.unknown()));
  if (!form.ok) return badInput(form.problems, form.typed);
  const read = readRow(SPECS[register], form.value, await listsOf(programme));
  if (!read.ok) return badInput(read.problems, form.typed);
  await addRow(person, programme, register, read.row);
  const said = `“${read.row.name}” is added.`;
  return redirectSaying(request, links.placeRegister(programme.id, register), said);
});

export const meta = () => titleOf('Add to a register');

export default function NewRow() {
  const { programmeId, register, lists } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const spec = SPECS[register];
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs
          trail={[
            { href: links.needs(programmeId), words: 'Needs' },
            { href: links.placeRegister(programmeId, register), words: spec.title },
          ]}
        />
        <ErrorSummary problems={answer?.problems} />
        <Heading>Add {oneOf(spec)}</Heading>
        <Form>
          <RegisterFields spec={spec} lists={lists} row={null} answer={answer} />
          <Button>Add this {spec.one}</Button>
        </Form>
      </div>
    </div>
  );
}
