import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Express, NextFunction, Request, Response } from 'express';
import { config } from '#app/config.server.ts';
import { authorities } from '#db/schema/index.ts';
import { theStore } from '#db/store.server.ts';
import { log, loggedPath } from './log.server.ts';
import { metrics, requestAnswered } from './metrics.server.ts';
import { sameToken } from './secrets.server.ts';

// One for the process, also when the development server loads this module anew.
const state = ((globalThis as { throughlineState?: { draining: boolean } }).throughlineState ??= {
  draining: false,
});

/** From now on a proxy is told to send people to another server; who comes nevertheless is served. */
export function drain(): void {
  state.draining = true;
}

/** What looks after servers asks these addresses; none of them needs a session. */
export function operatingAddresses(app: Express): void {
  app.get('/livez', (_request, response) => void response.type('text').send('alive'));
  app.get('/readyz', (_request, response) => void ready(response));
  app.get('/healthz', (_request, response) => void health(response));
  app.get('/metrics', (request, response, next) => void told(request, response).catch(next));
}

async function databaseAnswers(): Promise<boolean> {
  try {
    await theStore()
      .read.select({ one: sql`1` })
      .from(authorities)
      .limit(1);
    return true;
  } catch {
    return false;
  }
}

/** Up, and the database answers. */
async function health(response: Response): Promise<void> {
  if (await databaseAnswers()) response.type('text').send('ok');
  else response.status(503).type('text').send('the database does not answer');
}

/** May be sent people: not about to stop, and the database answers. */
async function ready(response: Response): Promise<void> {
  if (state.draining) response.status(503).type('text').send('stopping');
  else if (await databaseAnswers()) response.type('text').send('ready');
  else response.status(503).type('text').send('the database does not answer');
}

/** Nobody learns that there are metrics who does not have the token. */
async function told(request: Request, response: Response): Promise<void> {
  const token = config.metricsToken;
  const given = request.get('authorization') ?? '';
  if (token === undefined || !sameToken(given, `Bearer ${token}`)) {
    response.status(404).type('text').send('There is no page at this address. Check it.');
    return;
  }
  response.type(metrics.contentType).send(await metrics.metrics());
}

/**
 * Gives every request a number that the log, the answer's header and an error page carry, and logs and
 * counts how it was answered.
 */
export function logged(patternOf: (path: string) => string) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const began = process.hrtime.bigint();
    const number = randomBytes(5).toString('hex');
    response.locals['requestNumber'] = number;
    response.setHeader('X-Request-Id', number);
    if (state.draining) response.setHeader('Connection', 'close');
    const path = request.path;
    response.on('finish', () => {
      const ms = Number(process.hrtime.bigint() - began) / 1e6;
      requestAnswered(patternOf(path), request.method, response.statusCode, ms);
      log.info(
        {
          request: number,
          method: request.method,
          path: loggedPath(request.originalUrl),
          status: response.statusCode,
          ms: Math.round(ms * 10) / 10,
        },
        'answered',
      );
    });
    next();
  };
}

/** The number of a request, as the person sees it on an error page. */
export const numberOf = (request: Request): string =>
  String(request.res?.locals['requestNumber'] ?? '');
