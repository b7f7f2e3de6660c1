import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { exportRegister, REGISTER_FORMATS } from '#app/needs/register/export-register.server.ts';
import { NotFound } from '#app/people/errors.ts';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const format = REGISTER_FORMATS.find((one) => one === params['format']);
  if (!format) throw new NotFound('format');
  const { type, body } = await exportRegister(person, programme, format);
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="register-of-needs.${format}"`,
      'Cache-Control': 'private, no-store',
    },
  });
});
