import { Transform, type Readable } from 'node:stream';
import {
  createReadableStreamFromReadable,
  writeReadableStreamToWritable,
  type AppLoadContext,
  type ServerBuild,
} from '@remix-run/node';
import type {
  NextFunction,
  Request as Incoming,
  RequestHandler,
  Response as Outgoing,
} from 'express';
import { config } from '#app/config.server.ts';
import { readingOnce } from '#db/read-once.server.ts';
import { whileAsking, type Asking } from './asking.server.ts';
import { fieldCounter } from './field-counter.ts';
import { nearestHandler } from './near-routes.server.ts';
import { MOST_FIELDS } from './security.server.ts';
import { unavailable, type WordsFor } from './unavailable.server.ts';

export interface BridgeOptions {
  build: ServerBuild | (() => Promise<ServerBuild>);
  contextOf: (request: Incoming) => AppLoadContext;
  /** The largest body that this address takes, in bytes. */
  mostOf: (request: Incoming) => number;
  wordsFor?: WordsFor | undefined;
}

/**
 * Between Express and Remix. Remix's own adapter does the same, but it has no place at which an answer
 * can be put in place of the one that Remix makes of a fault.
 */
export function remixBridge(options: BridgeOptions): RequestHandler {
  const handle = nearestHandler(options.build);
  return (incoming, outgoing, next) => {
    void answer(handle, options, incoming, outgoing).catch((error: unknown) => {
      failed(error, outgoing, next);
    });
  };
}

type Handle = ReturnType<typeof nearestHandler>;

async function answer(
  handle: Handle,
  { contextOf, mostOf, wordsFor }: BridgeOptions,
  incoming: Incoming,
  outgoing: Outgoing,
): Promise<void> {
  const asking: Asking = { form: null, unavailable: null, tooMuch: null };
  if (saysTwoTypes(incoming)) {
    letGo(incoming, outgoing);
    outgoing.status(415).type('text').send('Forms say one type each.');
    return;
  }
  const request = asRequest(incoming, outgoing, asking, mostOf(incoming));
  if (request === null) {
    outgoing.status(400).type('text').send('There is no page at this address. Check it.');
    return;
  }
  const made = () => handle(request, contextOf(incoming));
  // After a form its page is read anew: the form may have changed anything.
  const response = await whileAsking(asking, () => (isForm(incoming) ? made() : readingOnce(made)));
  if (asking.tooMuch) return tooMuch(outgoing, asking.tooMuch, mostOf(incoming));
  const why = asking.unavailable;
  await send(why ? await unavailable(request, why, asking, wordsFor) : response, outgoing);
}

function failed(error: unknown, outgoing: Outgoing, next: NextFunction): void {
  // Half of the answer is on its way, or nobody waits for it any more.
  if (outgoing.headersSent || outgoing.destroyed) outgoing.destroy();
  else next(error);
}

/** The request as Remix takes it; null where its address cannot be read as one. */
function asRequest(
  incoming: Incoming,
  outgoing: Outgoing,
  asking: Asking,
  most: number,
): Request | null {
  const url = addressOf(incoming);
  if (url === null) return null;
  const headers = new Headers();
  for (const [name, values] of Object.entries(incoming.headers)) {
    for (const value of [values].flat()) if (value !== undefined) headers.append(name, value);
  }
  const gone = new AbortController();
  outgoing.on('close', () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  const init = { method: incoming.method, headers, signal: gone.signal };
  if (!isForm(incoming)) return new Request(url, init);
  letGo(incoming, outgoing);
  const body = createReadableStreamFromReadable(measured(incoming, asking, most));
  return new Request(url, { ...init, body, duplex: 'half' });
}

const isForm = ({ method }: Incoming) => method !== 'GET' && method !== 'HEAD';

/**
 * Who reads a form takes the last of a list of types, who counts its fields must know which: no browser
 * sends a list.
 */
const saysTwoTypes = (incoming: Incoming) =>
  isForm(incoming) && (incoming.get('content-type') ?? '').includes(',');

/** What a host may be called: anything else would become a part of the address that we join. */
const HOST_NAME = /^[\w.-]+$|^\[[\da-f:.]+\]$/i;

function addressOf(incoming: Incoming): URL | null {
  const said = config.trustedProxies > 0 ? incoming.get('x-forwarded-host') : undefined;
  if (!HOST_NAME.test(incoming.hostname)) return null;
  const port = /:(\d{1,5})$/.exec(said ?? incoming.get('host') ?? '')?.[0] ?? '';
  const host = `${incoming.protocol}://${incoming.hostname}${port}`;
  // Both are joined by us: an address that begins with two slashes must not become another host.
  return URL.canParse(host + incoming.originalUrl) ? new URL(host + incoming.originalUrl) : null;
}

/**
 * What comes in, as long as it is no more than a form of ours sends: in bytes, and in fields. Fields are
 * counted here and nowhere else, before anybody reads them: many take long to read, and longer to find.
 */
function measured(incoming: Incoming, asking: Asking, most: number): Readable {
  const fieldsIn = fieldCounter(incoming.get('content-type') ?? '');
  let bytes = 0;
  let fields = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      fields += fieldsIn(chunk);
      if (bytes <= most && fields < MOST_FIELDS) return done(null, chunk);
      asking.tooMuch = bytes <= most ? 'fields' : 'bytes';
      done(new Error('This is more than any form sends.'));
    },
  });
  incoming.once('error', (error) => measure.destroy(error));
  incoming.once('aborted', () => measure.destroy(new Error('The connection broke.')));
  return incoming.pipe(measure);
}

/**
 * An answer can be ready before all of the body came: the rest is read away, and not for long. Were the
 * connection closed at once, a browser that still sends would show a broken one in place of the answer.
 */
function letGo(incoming: Incoming, outgoing: Outgoing): void {
  outgoing.once('finish', () => {
    if (incoming.complete) return;
    incoming.unpipe();
    incoming.resume();
    setTimeout(() => {
      if (!incoming.complete) incoming.destroy();
    }, 10_000).unref();
  });
}

function tooMuch(outgoing: Outgoing, what: 'bytes' | 'fields', most: number): void {
  const why =
    what === 'fields'
      ? 'These are more fields than any form of ours has.'
      : `That is too large to send. The most is ${most / 1024 / 1024} MB.`;
  outgoing.status(413).type('text').send(why);
}

async function send(response: Response, outgoing: Outgoing): Promise<void> {
  outgoing.statusMessage = response.statusText;
  outgoing.status(response.status);
  for (const [name, value] of response.headers) outgoing.append(name, value);
  if (/text\/event-stream/i.test(response.headers.get('Content-Type') ?? '')) {
    outgoing.flushHeaders();
  }
  if (response.body) await writeReadableStreamToWritable(response.body, outgoing);
  else outgoing.end();
}
