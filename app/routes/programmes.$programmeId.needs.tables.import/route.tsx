import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { importPrintedTable } from '#app/needs/import-printed-table.server.ts';
import { checkTable } from '#app/needs/printed-table.ts';
import { CellsField, problemOfFile, titleFromFileName } from '#app/needs/table-upload.ts';
import { ChooseTable, KeepTable } from '#app/needs/TableUpload.tsx';
import { readCsv } from '#app/survey/csv.ts';
import { Breadcrumbs, titleOf } from '#app/ui/Page.tsx';

const CHOOSE = 'Choose the table to check';
const TableForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('check'),
    file: z.instanceof(File, { error: CHOOSE }).refine((file) => file.size > 0, CHOOSE),
  }),
  z.object({
    intent: z.literal('keep'),
    title: z
      .string()
      .min(1, 'Enter what to call the table')
      .max(200, 'The title must be 200 characters or fewer'),
    fileName: z.string().max(300),
    cells: CellsField,
  }),
]);

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'needs.edit');
  return { programmeId: programme.id };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'needs.edit');
  const read = await parseForm(request, TableForm);
  if (!read.ok) return again(read.problems, read.typed);
  const { value } = read;
  switch (value.intent) {
    case 'check': {
      const csv = readCsv(new Uint8Array(await value.file.arrayBuffer()));
      const unread = problemOfFile(csv);
      if (!csv.ok) return badInput([{ field: 'file', message: unread ?? CHOOSE }]);
      const fileName = value.file.name;
      const checked = checkTable(csv.rows, titleFromFileName(fileName));
      if (!checked.ok) return badInput([{ field: 'file', message: checked.message }]);
      const cells = JSON.stringify(csv.rows);
      const typed = { title: checked.table.title, fileName, cells };
      return { problems: [], typed, table: checked.table };
    }
    case 'keep': {
      const { title, fileName, cells } = value;
      const kept = await importPrintedTable(person, programme, { title, fileName, rows: cells });
      if (!kept.ok) return again([{ field: 'title', message: kept.message }], read.form);
      return redirectSaying(
        request,
        links.printedTable(programme.id, kept.id),
        `“${title}” is kept.`,
      );
    }
  }
});

/** The page once more: with the table that was being kept, so that nothing has to be chosen twice. */
function again(problems: { field: string; message: string }[], form: unknown) {
  const fields = form instanceof FormData ? Object.fromEntries(form) : (form as object);
  const sent = z
    .object({ cells: CellsField, title: z.string(), fileName: z.string() })
    .safeParse(fields);
  const checked = sent.success ? checkTable(sent.data.cells, sent.data.title) : null;
  if (!sent.success || !checked?.ok) return badInput(problems);
  const typed = {
    title: sent.data.title,
    fileName: sent.data.fileName,
    cells: JSON.stringify(sent.data.cells),
  };
  return data({ problems, typed, table: checked.table }, { status: 422 });
}

export const meta = () => titleOf('Check a table from a report');

export default function ImportPrintedTable() {
  const { programmeId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.needs(programmeId), words: 'Needs' },
          { href: links.printedTables(programmeId), words: 'Tables from reports' },
        ]}
      />
      {answer && 'table' in answer ? (
        <KeepTable programmeId={programmeId} answer={answer} table={answer.table} />
      ) : (
        <ChooseTable answer={answer} />
      )}
    </>
  );
}
