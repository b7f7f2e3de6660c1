import type { LoaderFunctionArgs } from '@remix-run/node';
import type { BrowserOf } from './browser-of.ts';

/** One event as a browser reads it. */
export interface Came {
  event: string;
  id: string | null;
  data: unknown;
}

/** An event stream read as a browser reads it: by the real loader, over a real Response. */
export class StreamOf {
  readonly came: Came[] = [];
  ended = false;
  private waiting: { until: (came: readonly Came[]) => boolean; done: () => void }[] = [];

  private constructor(
    readonly status: number,
    readonly headers: Headers,
    private readonly leave: () => void,
  ) {}

  static async open(
    browser: BrowserOf,
    loader: (args: LoaderFunctionArgs) => Promise<unknown>,
    url: string,
    params: Record<string, string>,
    lastEventId?: number,
  ): Promise<StreamOf> {
    const leaving = new AbortController();
    const asked = browser.request(url);
    if (lastEventId !== undefined) asked.headers.set('Last-Event-ID', String(lastEventId));
    const request = new Request(asked, { signal: leaving.signal });
    const response = (await loader({ request, params, context: {} })) as Response;
    const stream = new StreamOf(response.status, response.headers, () => leaving.abort());
    if (response.body) void stream.read(response.body);
    return stream;
  }

  /** The browser goes away. */
  close(): void {
    this.leave();
  }

  /** Waits until what came is enough: no clock, only events. */
  async until(enough: (came: readonly Came[]) => boolean): Promise<readonly Came[]> {
    if (!enough(this.came)) {
      await new Promise<void>((done) => this.waiting.push({ until: enough, done }));
    }
    return this.came;
  }

  /** Waits for the end of the stream. */
  async untilEnded(): Promise<void> {
    await this.until(() => this.ended);
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      this.came.push(...blocks.flatMap(eventIn));
      this.look();
    }
    this.ended = true;
    this.look();
  }

  private look(): void {
    const ready = this.waiting.filter(({ until }) => until(this.came));
    this.waiting = this.waiting.filter((each) => !ready.includes(each));
    for (const { done } of ready) done();
  }
}

function eventIn(block: string): Came[] {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? null;
  const [event, data, id] = [field('event'), field('data'), field('id')];
  return event === null ? [] : [{ event, id, data: JSON.parse(data ?? 'null') as unknown }];
}
