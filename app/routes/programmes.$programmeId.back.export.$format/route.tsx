import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { printLog, readLog, recordLogTaken } from '#app/panel/answer/export-log.server.ts';
import { isLogFormat } from '#app/panel/answer/log.ts';
import { NotFound } from '#app/people/errors.ts';
import { dayOf } from '#app/ui/words.ts';

/** Everything that families said and what became of it, as a file. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const format = params['format'];
  if (!isLogFormat(format)) throw new NotFound('format');
  const printed = await printLog(await readLog(programme, dayOf(new Date())), format);
  await recordLogTaken(person, programme.id, format);
  return new Response(printed.body, {
    headers: {
      'Content-Type': printed.type,
      'Content-Disposition': `attachment; filename="${printed.fileName}"`,
      'Cache-Control': 'private, no-store',
    },
  });
});
