import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { publicAddress } from '#app/http/public-address.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { FROZEN_FORMATS, takeVersion } from '#app/plan/versions/read-versions.server.ts';

/** A frozen version as a file: the words of that day, with how it stands on its cover. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const format = FROZEN_FORMATS.find((one) => one === params['format']);
  if (format === undefined) throw new NotFound('format');
  const checkAt = publicAddress(request, links.checkSeal());
  const versionId = params['versionId'] ?? '';
  const changes = new URL(request.url).searchParams.get('changes') === 'yes';
  const { body, type, fileName } = await takeVersion(
    person,
    programme,
    versionId,
    format,
    checkAt,
    changes,
  );
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Content-Length': String(body.byteLength),
      'Cache-Control': 'private, no-store',
    },
  });
});
