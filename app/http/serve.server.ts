import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type NextFunction, type Request, type Response } from 'express';
import { config } from '#app/config.server.ts';
import { whyUnavailable } from '#db/faults.ts';
import { byHttps } from './cookies.server.ts';
import { VISITOR } from './csrf.server.ts';
import { limitRequests } from './limits.server.ts';
import { log, loggedPath, toldFault } from './log.server.ts';
import { faultMet } from './metrics.server.ts';
import { networkOf } from './network.ts';
import { logged, numberOf, operatingAddresses } from './operating.server.ts';
import { remixBridge } from './remix.server.ts';
import { pagesWithoutScript } from './read-here.server.ts';
import { patternsOf } from './route-patterns.ts';
import { inOwnScope } from './scoped-routes.server.ts';
import { LARGEST_BODY, LARGEST_IMPORT, SECURITY_HEADERS } from './security.server.ts';
import type { WordsFor } from './unavailable.server.ts';

/** How the built files are given to the server: the build itself, or the development server's. */
export interface ServeOptions {
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** The development server's own middleware; the built files are not used then. */
  development?: express.RequestHandler;
  /** The folder of built client files. */
  clientFolder: string;
  /** In which language somebody is told that the database does not answer. */
  wordsFor?: WordsFor;
}

/** How often connections are looked at that are slow to say what they want. */
const LOOK_AT_CONNECTIONS_MS = 5_000;

/** The whole web server: what stands in front of every route, then Remix. */
export function serve(options: ServeOptions): Server {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustedProxies);
  app.use(headers, logged(patternsIn(options.build)), legibleAddress);
  operatingAddresses(app);
  if (options.development) app.use(options.development);
  else serveFiles(app, options.clientFolder);
  app.use(sameOrigin, limit, limitBody, visitor, compression());
  const isWithoutScript = pagesWithoutScript(options.build);
  const contextOf = (request: Request) => ({
    onThisMachine: isOnThisMachine(request),
    network: networkOf(request.ip),
    requestNumber: numberOf(request),
    withoutScript: isWithoutScript(request.path),
  });
  app.all(
    '*',
    remixBridge({ build: scoped(options.build), contextOf, mostOf, wordsFor: options.wordsFor }),
  );
  app.use(lastNet);
  const server = createServer({ connectionsCheckingInterval: LOOK_AT_CONNECTIONS_MS }, app);
  // A slow or half-open connection is let go; a phone on a bus has a minute.
  server.requestTimeout = 60_000;
  server.headersTimeout = 20_000;
  // Proxies keep connections for a minute. Were ours closed first, a form that a proxy sends at that
  // moment would be lost as its “502”: no proxy may send a form twice.
  if (config.trustedProxies > 0) server.keepAliveTimeout = 65_000;
  return server;
}

/** The patterns of the built routes; while developing they change, and nobody measures. */
function patternsIn(build: ServeOptions['build']): (path: string) => string {
  if (typeof build === 'function') return () => 'development';
  return patternsOf(Object.values(build.routes).filter((route) => route !== undefined));
}

function scoped(build: ServeOptions['build']): ServeOptions['build'] {
  return typeof build === 'function' ? async () => inOwnScope(await build()) : inOwnScope(build);
}

const limit: express.RequestHandler = (request, response, next) =>
  void limitRequests(request, response, next).catch(next);

function serveFiles(app: express.Express, folder: string): void {
  app.use(
    '/assets',
    express.static(path.join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false }),
  );
  const others = express.static(folder, { maxAge: '1h', index: false });
  const names = filesIn(folder);
  // The disk is not asked for each page whether there is a file by its name.
  app.use((request, response, next) => {
    if (names.has(request.path)) others(request, response, next);
    else next();
  });
}

/** The addresses of the files that stand in a folder itself, such as /favicon.svg. */
function filesIn(folder: string): ReadonlySet<string> {
  const found = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return new Set(found.map(({ name }) => `/${name}`));
}

function headers(request: Request, response: Response, next: NextFunction): void {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  if (byHttps(`${request.protocol}:`)) {
    response.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
  }
  next();
}

/** No address of ours holds a NUL, and PostgreSQL refuses to look for one: there is no such page. */
function legibleAddress(request: Request, response: Response, next: NextFunction): void {
  if (!/%00/.test(request.originalUrl)) return next();
  response.status(404).type('text').send('There is no page at this address. Check it.');
}

/** Asked from this machine itself, by its own name, with no proxy in between. */
function isOnThisMachine(request: Request): boolean {
  const from = request.socket.remoteAddress ?? '';
  return (
    ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(from) &&
    ['127.0.0.1', 'localhost', '[::1]'].includes(request.hostname) &&
    request.get('x-forwarded-for') === undefined &&
    request.get('forwarded') === undefined
  );
}

/**
 * Refuses a change that another site's page sends: browsers name the page that a request comes from.
 * The token in each form is the second wall.
 */
function sameOrigin(request: Request, response: Response, next: NextFunction): void {
  if (request.method === 'GET' || request.method === 'HEAD') return next();
  const site = request.get('sec-fetch-site');
  const origin = request.get('origin');
  const foreign =
    (site !== undefined && site !== 'same-origin' && site !== 'none') ||
    (origin !== undefined && origin !== 'null' && !sameHost(origin, request));
  if (foreign) {
    response.status(403).type('text').send('This form was sent from another site.');
    return;
  }
  // Remix compares it with the host that the request names and answers a fault: behind a proxy that keeps
  // the public name to itself no form would come through. It has been looked at, and PUBLIC_URL counts.
  delete request.headers.origin;
  next();
}

function sameHost(origin: string, request: Request): boolean {
  try {
    const { host } = new URL(origin);
    return (
      host === request.get('host') || host === (config.publicUrl && new URL(config.publicUrl).host)
    );
  } catch {
    return false;
  }
}

/** The largest body that an address takes, in bytes. */
const mostOf = (request: Request) =>
  /\/import(\.data)?$/.test(request.path) ? LARGEST_IMPORT : LARGEST_BODY;

/** Refuses a body that says itself that it is larger than any form of ours; others are measured. */
function limitBody(request: Request, response: Response, next: NextFunction): void {
  const most = mostOf(request);
  if (Number(request.get('content-length') ?? 0) <= most) return next();
  response
    .status(413)
    .type('text')
    .send(`That is too large to send. The most is ${most / 1024 / 1024} MB.`);
}

/** What no page caught: an address that cannot be read, or a fault before there was a page. */
function lastNet(error: unknown, request: Request, response: Response, next: NextFunction): void {
  if (response.headersSent) return next(error);
  const status = (error as { status?: unknown } | null)?.status;
  if (typeof status === 'number' && status >= 400 && status < 500) {
    response.status(status).type('text').send('There is no page at this address. Check it.');
    return;
  }
  faultMet(error);
  log.error(
    {
      request: numberOf(request),
      method: request.method,
      path: loggedPath(request.originalUrl),
      ...toldFault(error),
    },
    'fault',
  );
  const isDown = whyUnavailable(error) !== null;
  if (isDown) response.set('Retry-After', '10');
  response
    .status(isDown ? 503 : 500)
    .type('text')
    .send('Sorry, this did not work. The fault is ours. Wait a minute, then try again.');
}

/** Gives every browser a cookie that names no one, to which the forms' tokens are bound. */
function visitor(request: Request, response: Response, next: NextFunction): void {
  const cookies = request.headers.cookie ?? '';
  if (!new RegExp(`(^|;\\s*)${VISITOR}=`).test(cookies)) {
    const value = randomBytes(16).toString('hex');
    const secure = byHttps(`${request.protocol}:`) ? '; Secure' : '';
    response.append('Set-Cookie', `${VISITOR}=${value}; Path=/; HttpOnly; SameSite=Lax${secure}`);
    request.headers.cookie =
      cookies === '' ? `${VISITOR}=${value}` : `${cookies}; ${VISITOR}=${value}`;
  }
  next();
}
