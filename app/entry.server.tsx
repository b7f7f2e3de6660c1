import { randomBytes } from 'node:crypto';
import { Writable } from 'node:stream';
import type { ReactElement } from 'react';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import type { AppLoadContext, EntryContext, HandleDataRequestFunction } from '@remix-run/node';
import { renderToPipeableStream, renderToString } from 'react-dom/server';
import { thisAsking } from '#app/http/asking.server.ts';
import { log, loggedPath, toldFault } from '#app/http/log.server.ts';
import { faultMet } from '#app/http/metrics.server.ts';
import { takeOut } from '#app/http/read-here.server.ts';
import { contentSecurityPolicy } from '#app/http/security.server.ts';
import { Nonce } from '#app/ui/nonce.ts';
import { RequestNumber } from '#app/ui/request-number.ts';

// What bin/start.mjs needs of the application: one bundle, so that there is one store.
export { start } from '#app/start.server.ts';

/**
 * Renders a page in one piece: pages here are small, and a whole page can be answered with the right
 * status. Only a page whose route says that it runs script may run any.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { requestNumber = '' }: AppLoadContext,
): Promise<Response> {
  takeOut(context);
  const script = context.staticHandlerContext.matches.some((match) => {
    const module = context.routeModules[match.route.id];
    return (module?.handle as { script?: boolean } | undefined)?.script;
  });
  const nonce = script ? randomBytes(16).toString('base64') : undefined;
  const tree = (
    <RequestNumber.Provider value={requestNumber}>
      <Nonce.Provider value={nonce}>
        <RemixServer
          context={context}
          url={request.url}
          {...(nonce === undefined ? {} : { nonce })}
        />
      </Nonce.Provider>
    </RequestNumber.Provider>
  );
  const html = nonce === undefined ? renderToString(tree) : await renderWithData(tree, nonce);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Content-Security-Policy', contentSecurityPolicy(nonce));
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  // A page shown again with a problem says so first, where a screen reader starts (GOV.UK).
  const page =
    status === 422 ? html.replace('<title>', () => `<title>${errorWord(context)}: `) : html;
  // React writes the doctype itself when it streams.
  const whole = page.startsWith('<!DOCTYPE') ? page : `<!DOCTYPE html>${page}`;
  return new Response(whole, { status, headers });
}

/** "Error" in the language of the page. */
function errorWord({ staticHandlerContext: { loaderData } }: EntryContext): string {
  for (const data of Object.values(loaderData)) {
    const word = (data as { frame?: { errorWord?: string } } | null)?.frame?.errorWord;
    if (word !== undefined) return word;
  }
  return 'Error';
}

/**
 * A page that runs script waits for the data that it hands to the browser: Remix puts it into the
 * page while the page is being made, which renderToString does not wait for.
 */
function renderWithData(tree: ReactElement, nonce: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const page = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        chunks.push(chunk);
        done();
      },
      final: (done) => {
        resolve(Buffer.concat(chunks).toString());
        done();
      },
    });
    const { pipe } = renderToPipeableStream(tree, {
      nonce,
      onAllReady: () => pipe(page),
      onError: reject,
    });
  });
}

export const handleDataRequest: HandleDataRequestFunction = (response) => {
  if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'no-store');
  return response;
};

/**
 * Faults of ours go to the log without what the person typed; expected answers do not. Where it was the
 * database that could not be used, the whole answer becomes one that says so.
 */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  const path = loggedPath(new URL(request.url).pathname);
  const told = toldFault(error);
  const asking = thisAsking();
  if (asking && told.kind !== undefined) asking.unavailable ??= told.kind;
  faultMet(error);
  log.error({ request: context.requestNumber, method: request.method, path, ...told }, 'fault');
}
