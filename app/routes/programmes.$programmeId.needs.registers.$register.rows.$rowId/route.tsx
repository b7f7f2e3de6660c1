import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { changeRow, removeRow } from '#app/needs/registers/keep-row.server.ts';
import { listsOf, standingRow } from '#app/needs/registers/read-register.server.ts';
import { RowPage } from '#app/needs/registers/RowPage.tsx';
import { readRow } from '#app/needs/registers/row.ts';
import { SPECS } from '#app/needs/registers/spec.ts';
import { registerNamed } from '#app/needs/registers/which.ts';
import { can } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { titleOf } from '#app/ui/Page.tsx';

const RowForm = z
  .object({ intent: z.enum(['save', 'remove']), version: z.coerce.number().int().default(0) })
  .catchall(z.unknown());

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const register = registerNamed(params['register']);
  const row = await standingRow(programme, register, params['rowId'] ?? '');
  if (!row) throw new NotFound(SPECS[register].one);
  const { id, name, fields, version } = row;
  return {
    programmeId: programme.id,
    register,
    row: { id, name, fields, version },
    lists: await listsOf(programme),
    mayEdit: can(person, 'needs.edit', programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'needs.edit');
  const register = registerNamed(params['register']);
  const rowId = params['rowId'] ?? '';
  const form = await parseForm(request, RowForm);
  if (!form.ok) return badInput(form.problems, form.typed);
  const back = links.placeRegister(programme.id, register);
  if (form.value.intent === 'remove') {
    const { name } = await removeRow(person, programme, register, rowId);
    const said = `“${name}” is taken out. It can be put back for 30 days, under “Taken out lately”.`;
    return redirectSaying(request, back, said);
  }
  const read = readRow(SPECS[register], form.value, await listsOf(programme));
  if (!read.ok) return badInput(read.problems, form.typed);
  try {
    await changeRow(person, programme, register, rowId, form.value.version, read.row);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const message =
      'Somebody else changed this meanwhile. What you typed stands here; what is saved stands under “As it is saved”. Save again to keep yours';
    return data(
      { problems: [{ field: 'name', message }], typed: form.typed, isConflict: true },
      { status: 409 },
    );
  }
  return redirectSaying(request, back, `“${read.row.name}” is saved.`);
});

export const meta = () => titleOf('In a register');

export default function Row() {
  return <RowPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
