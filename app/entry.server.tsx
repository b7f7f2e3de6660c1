import { randomBytes } from 'node:crypto';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import type { EntryContext, HandleDataRequestFunction } from '@remix-run/node';
import { renderToString } from 'react-dom/server';
import { log, loggedPath } from '#app/http/log.server.ts';
import { contentSecurityPolicy } from '#app/http/security.server.ts';
import { Nonce } from '#app/ui/nonce.ts';

// What bin/start.mjs needs of the application: one bundle, so that there is one store.
export { start } from '#app/start.server.ts';

/**
 * Renders a page in one piece: pages here are small, and a whole page can be answered with the right
 * status. Only a page whose route says that it runs script may run any.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Response {
  const script = context.staticHandlerContext.matches.some((match) => {
    const module = context.routeModules[match.route.id];
    return (module?.handle as { script?: boolean } | undefined)?.script;
  });
  const nonce = script ? randomBytes(16).toString('base64') : undefined;
  const html = renderToString(
    <Nonce.Provider value={nonce}>
      <RemixServer
        context={context}
        url={request.url}
        {...(nonce === undefined ? {} : { nonce })}
      />
    </Nonce.Provider>,
  );
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Content-Security-Policy', contentSecurityPolicy(nonce));
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  // A page shown again with a problem says so first, where a screen reader starts (GOV.UK).
  const page = status === 422 ? html.replace('<title>', '<title>Error: ') : html;
  return new Response(`<!DOCTYPE html>${page}`, { status, headers });
}

export const handleDataRequest: HandleDataRequestFunction = (response) => {
  if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'no-store');
  return response;
};

/** Faults of ours go to the log without what the person typed; expected answers do not. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  const fault = error instanceof Error ? error : new Error('not an Error');
  log.error(
    { method: request.method, path: loggedPath(new URL(request.url).pathname), stack: fault.stack },
    'fault',
  );
}
