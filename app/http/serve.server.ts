import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type NextFunction, type Request, type Response } from 'express';
import { config } from '#app/config.server.ts';
import { sql } from 'drizzle-orm';
import { authorities } from '#db/schema/index.ts';
import { theStore } from '#db/store.server.ts';
import { byHttps } from './cookies.server.ts';
import { VISITOR } from './csrf.server.ts';
import { limitRequests } from './limits.server.ts';
import { log, loggedPath } from './log.server.ts';
import { LARGEST_BODY, LARGEST_IMPORT, SECURITY_HEADERS } from './security.server.ts';

/** How the built files are given to the server: the build itself, or the development server's. */
export interface ServeOptions {
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** The development server's own middleware; the built files are not used then. */
  development?: express.RequestHandler;
  /** The folder of built client files. */
  clientFolder: string;
}

/** The whole web server: what stands in front of every route, then Remix. */
export function serve(options: ServeOptions): Server {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustedProxies);
  app.use(headers, logged, legibleAddress);
  app.get('/healthz', (_request, response) => void health(response));
  if (options.development) app.use(options.development);
  else serveFiles(app, options.clientFolder);
  app.use(sameOrigin, limit, limitBody, visitor, compression());
  const remix = createRequestHandler({
    build: options.build,
    getLoadContext: (request) => ({
      onThisMachine: isOnThisMachine(request),
      network: request.ip ?? '',
    }),
  });
  app.all('*', (request, response, next) => void remix(request, response, next));
  const server = createServer(app);
  // A slow or half-open connection is let go; a phone on a bus has a minute.
  server.requestTimeout = 60_000;
  server.headersTimeout = 20_000;
  return server;
}

const limit: express.RequestHandler = (request, response, next) =>
  void limitRequests(request, response, next);

function serveFiles(app: express.Express, folder: string): void {
  app.use(
    '/assets',
    express.static(path.join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false }),
  );
  app.use(express.static(folder, { maxAge: '1h', index: false }));
}

function headers(request: Request, response: Response, next: NextFunction): void {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  if (byHttps(`${request.protocol}:`)) {
    response.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
  }
  next();
}

function logged(request: Request, response: Response, next: NextFunction): void {
  const began = process.hrtime.bigint();
  response.on('finish', () => {
    const ms = Number(process.hrtime.bigint() - began) / 1e6;
    log.info(
      {
        method: request.method,
        path: loggedPath(request.originalUrl),
        status: response.statusCode,
        ms: Math.round(ms * 10) / 10,
      },
      'answered',
    );
  });
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

/** Up, and the database answers. */
async function health(response: Response): Promise<void> {
  try {
    await theStore()
      .read.select({ one: sql`1` })
      .from(authorities)
      .limit(1);
    response.type('text').send('ok');
  } catch {
    response.status(503).type('text').send('the database does not answer');
  }
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
  if (!foreign) return next();
  response.status(403).type('text').send('This form was sent from another site.');
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

/** Refuses a body that is larger than any form of ours, before and while it is read. */
function limitBody(request: Request, response: Response, next: NextFunction): void {
  const most = /\/import(\.data)?$/.test(request.path) ? LARGEST_IMPORT : LARGEST_BODY;
  const tooLarge = () => {
    response
      .status(413)
      .type('text')
      .send(`That is too large to send. The most is ${most / 1024 / 1024} MB.`);
  };
  if (Number(request.get('content-length') ?? 0) > most) return tooLarge();
  let read = 0;
  request.on('data', (chunk: Buffer) => {
    read += chunk.length;
    if (read > most) request.destroy();
  });
  // The counter above must not set the stream flowing before Remix reads it.
  request.pause();
  next();
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
