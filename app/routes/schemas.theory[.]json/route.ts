import type { LoaderFunctionArgs } from '@remix-run/node';
import { links } from '#app/http/links.ts';
import { publicAddress } from '#app/http/public-address.server.ts';
import { theorySchema } from '#app/theory/formats/schema.ts';

/** The schema of our JSON, for anybody: it says nothing of any authority. */
export const loader = ({ request }: LoaderFunctionArgs) => {
  const schema = theorySchema(publicAddress(request, links.theorySchema()));
  return new Response(`${JSON.stringify(schema, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/schema+json',
      'Cache-Control': 'public, max-age=3600',
      'Access-Control-Allow-Origin': '*',
    },
  });
};
