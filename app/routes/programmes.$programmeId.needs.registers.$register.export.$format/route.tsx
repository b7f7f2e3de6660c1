import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { exportRegister } from '#app/needs/registers/import-register.server.ts';
import { registerNamed } from '#app/needs/registers/which.ts';
import { NotFound } from '#app/people/errors.ts';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params);
  const register = registerNamed(params['register']);
  const format = params['format'];
  if (format !== 'csv' && format !== 'xlsx') throw new NotFound('format');
  const bytes = await exportRegister(programme, register, format);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': TYPES[format],
      'Content-Disposition': `attachment; filename="${register}.${format}"`,
    },
  });
});
