import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands between a browser and our server, and changes what one answer says or holds. */
export interface Change {
  /** Gives each header anew; null takes it away. */
  header: (name: string, value: string) => string | null;
  /** Put at the beginning of the body of a page. */
  smuggled: string;
  /** Put at the beginning of its head. */
  smuggledAbove: string;
  /** In place of what `/healthz` says, with its headers: a file of ours into which somebody wrote. */
  written: string | null;
}

export const NO_CHANGE: Change = {
  header: (_, value) => value,
  smuggled: '',
  smuggledAbove: '',
  written: null,
};

export interface Between {
  /** Our pages, as `localhost`. */
  ours: string;
  /** Another site, as `127.0.0.1`: it answers whatever is asked and takes it down. */
  elsewhere: string;
  /** What was asked for elsewhere: path and `Referer`. */
  asked: Map<string, string>;
  change: Change;
  stop: () => void;
}

/** Both sites. What each path elsewhere holds is of the kind that its ending says. */
export async function between(address: string, held: Readonly<Record<string, string>>) {
  const asked = new Map<string, string>();
  const elsewhere = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://here');
    asked.set(pathname, request.headers.referer ?? '');
    const ending = pathname.split('.')[1] ?? 'html';
    response.setHeader('Content-Type', KINDS[ending] ?? 'text/plain');
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.end(held[pathname]?.replaceAll('OURS', both.ours) ?? '');
  });
  const ours = createServer((request, response) => {
    changed(address, request, both.change).then(
      ({ status, headers, body }) => response.writeHead(status, headers).end(body),
      // The server is gone: what the browser still wanted when a test ended.
      () => response.destroy(),
    );
  });
  const both: Between = {
    ours: `http://localhost:${await portOf(ours)}`,
    elsewhere: `http://127.0.0.1:${await portOf(elsewhere)}`,
    ...{ asked, change: NO_CHANGE },
    stop: () => {
      for (const one of [ours, elsewhere]) {
        one.close();
        one.closeAllConnections();
      }
    },
  };
  return both;
}

const KINDS: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
};

/** Those that say how the bytes are sent, which is another way here. */
const OF_SENDING = /^(connection|content-encoding|content-length|keep-alive|transfer-encoding)$/;

async function changed(address: string, request: IncomingMessage, change: Change) {
  const answer = await fetch(new URL(request.url ?? '/', address), {
    headers: { cookie: request.headers.cookie ?? '', accept: request.headers.accept ?? '*/*' },
    redirect: 'manual',
  });
  const headers: Record<string, string> = {};
  for (const [name, value] of answer.headers) {
    const now = OF_SENDING.test(name) ? null : change.header(name, value);
    if (now !== null) headers[name] = now;
  }
  const bytes = Buffer.from(await answer.arrayBuffer());
  const isPage = headers['content-type']?.startsWith('text/html') === true;
  const body = isPage
    ? bytes
        .toString()
        .replace('<head>', `<head>${change.smuggledAbove}`)
        .replace('<body>', `<body>${change.smuggled}`)
    : request.url === '/healthz' && change.written !== null
      ? change.written
      : bytes;
  return { status: answer.status, headers, body };
}

async function portOf(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, () => done()));
  return (server.address() as AddressInfo).port;
}
