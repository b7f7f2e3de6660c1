import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { publicAddress } from '#app/http/public-address.server.ts';
import { NotFound } from '#app/people/errors.ts';
import {
  PUBLIC_FORMATS,
  publicPlanFile,
  readPublicPlan,
  type PublicFormat,
} from '#app/plan/public/read-public-plan.server.ts';

const TYPES: Readonly<Record<PublicFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** A published plan as a file. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const format = PUBLIC_FORMATS.find((each) => params['file'] === `plan.${each}`);
  if (format === undefined) throw new NotFound('file');
  const version = new URL(request.url).searchParams.get('version');
  const { shown, authority } = await readPublicPlan(params['code'] ?? '', version);
  if (shown === null) throw new NotFound('plan');
  const body = await publicPlanFile(shown.plan, format, {
    authority,
    at: shown.publishedAt,
    checkAt: publicAddress(request, links.checkSeal()),
  });
  return new Response(new Uint8Array(body), {
    headers: {
      'Content-Type': TYPES[format],
      'Content-Disposition': `attachment; filename="our-plan.${format}"`,
      'Cache-Control': 'public, max-age=300',
    },
  });
});
