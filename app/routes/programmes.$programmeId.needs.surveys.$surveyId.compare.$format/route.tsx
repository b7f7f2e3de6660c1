import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { askedFrom } from '#app/needs/crosstabs/crosstab-form.ts';
import { crosstabFile } from '#app/needs/crosstabs/export-crosstab.server.ts';
import { NotFound } from '#app/people/errors.ts';

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** One table as a file: the same numbers hidden as on the page. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params);
  const format = params['format'] ?? '';
  if (format !== 'csv' && format !== 'xlsx') throw new NotFound('file');
  const asked = askedFrom(new URL(request.url).searchParams);
  const file = await crosstabFile(programme, params['surveyId'] ?? '', asked, format);
  if (!file) throw new NotFound('table that can be taken out');
  return new Response(file.bytes, {
    headers: {
      'Content-Type': TYPES[format] ?? '',
      'Content-Disposition': `attachment; filename="${file.name}"`,
      'Cache-Control': 'no-store',
    },
  });
});
