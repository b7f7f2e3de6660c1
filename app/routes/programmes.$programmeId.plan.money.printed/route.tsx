import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { importPrintedTable } from '#app/needs/import-printed-table.server.ts';
import { checkTable } from '#app/needs/printed-table.ts';
import { can } from '#app/people/can.ts';
import { PrintedPage, type PrintedAnswer } from '#app/plan/money/PrintedPage.tsx';
import { reconcileTable } from '#app/plan/money/reconcile.ts';
import { readCsv } from '#app/survey/csv.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Printed tables');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  return { programmeId: programme.id, mayKeep: can(person, 'needs.edit', programme) };
});

const PrintedForm = z.object({
  intent: z.enum(['check', 'keep'], 'Press “Check the table”'),
  text: z.string('Paste a table').min(1, 'Paste a table'),
  title: z.string().max(200, 'The name must be 200 characters or fewer').default(''),
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const read = await parseForm(request, PrintedForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { intent, text, title } = read.value;
  const refused = (field: string, message: string, more: Partial<PrintedAnswer> = {}) =>
    data({ problems: [{ field, message }], typed: read.typed, ...more }, { status: 422 });
  const csv = readCsv(new TextEncoder().encode(text), { maxBytes: 1024 * 1024 });
  if (!csv.ok) return refused('text', csv.problems[0]?.message ?? 'This is no table');
  const reconciled = reconcileTable(csv.rows);
  const checked = checkTable(csv.rows, title === '' ? 'Pasted table' : title);
  if (!checked.ok) return refused('text', checked.message, { reconciled });
  const shown = { table: checked.table, reconciled };
  if (intent === 'check') return { problems: [], typed: read.typed, ...shown };
  if (title === '') return refused('title', 'Enter what to call it, to keep it', shown);
  const chosen = { fileName: 'Pasted', title, rows: csv.rows };
  const kept = await importPrintedTable(person, programme, chosen);
  if (!kept.ok) return refused('text', kept.message, shown);
  return redirectSaying(request, links.printedTable(programme.id, kept.id), 'The table is kept.');
});

export default function PrintedRoute() {
  const answer: PrintedAnswer | undefined = useActionData<typeof action>();
  return <PrintedPage {...useLoaderData<typeof loader>()} answer={answer} />;
}
