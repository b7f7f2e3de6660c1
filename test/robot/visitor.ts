/** What the server answered, and where. */
export interface Answer {
  /** The path and query that was asked for. */
  path: string;
  method: 'GET' | 'POST';
  status: number;
  headers: Headers;
  bytes: Uint8Array;
  /** The text, where it is text. */
  text: string;
  type: string;
  ms: number;
}

let network = 0;

/**
 * Somebody with a browser that runs nothing: keeps cookies, sends forms, follows nothing by itself.
 * Each request comes from a network of its own, so that limits for a network are not in the way.
 */
export class Visitor {
  private readonly cookies = new Map<string, string>();

  /**
   * @param door where they come in, again and again, or what begins a session for whoever has no door; a
   *   stranger has none
   */
  constructor(
    readonly name: string,
    readonly address: string,
    private readonly door?: string | (() => string),
  ) {}

  get(path: string): Promise<Answer> {
    return this.ask(path, { method: 'GET' });
  }

  post(path: string, body: FormData | URLSearchParams): Promise<Answer> {
    return this.ask(path, { method: 'POST', body });
  }

  /** Comes in by a door of the demonstration, which opens to nobody behind a proxy. */
  async comeIn(): Promise<boolean> {
    if (this.door === undefined) return false;
    if (typeof this.door === 'function') {
      this.cookies.set('tl_session', this.door());
      return true;
    }
    const answer = await this.ask(this.door, { method: 'GET' }, {});
    if (answer.status !== 302)
      throw new Error(`The door of ${this.name} answers ${answer.status}.`);
    return true;
  }

  private async ask(
    path: string,
    how: { method: 'GET' | 'POST'; body?: FormData | URLSearchParams },
    from: Record<string, string> = elsewhere(),
  ): Promise<Answer> {
    const began = performance.now();
    const send = () =>
      fetch(new URL(path, this.address), {
        ...how,
        redirect: 'manual',
        headers: { ...from, ...this.cookieHeader() },
        signal: AbortSignal.timeout(60_000),
      });
    // The server closes a connection that was idle for some seconds; on a busy machine that may be the
    // moment at which it is used again. A browser then asks once more, by another connection.
    const response = await send().catch((error: unknown) => {
      if (!wasClosed(error)) throw error;
      return send();
    });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    // A stream of events never ends.
    if (/event-stream/.test(response.headers.get('content-type') ?? ''))
      await response.body?.cancel();
    const bytes = response.bodyUsed
      ? new Uint8Array()
      : new Uint8Array(await response.arrayBuffer());
    const type = response.headers.get('content-type')?.split(';')[0] ?? '';
    return {
      path,
      method: how.method,
      status: response.status,
      headers: response.headers,
      bytes,
      text: /^text\/|json|xml|svg|calendar|javascript/.test(type)
        ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
        : '',
      type,
      ms: performance.now() - began,
    };
  }

  private cookieHeader(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return cookie === '' ? {} : { cookie };
  }

  private keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '') this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

const wasClosed = (error: unknown) =>
  error instanceof TypeError &&
  ['UND_ERR_SOCKET', 'ECONNRESET'].includes(
    (error.cause as { code?: string } | undefined)?.code ?? '',
  );

function elsewhere(): Record<string, string> {
  network += 1;
  return {
    'x-forwarded-for': `10.${(network >> 16) & 255}.${(network >> 8) & 255}.${network & 255}`,
  };
}
