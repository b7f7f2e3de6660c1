/** One event for an open page: its kind, its data as JSON, and the number to go on from after a break. */
export interface ServerEvent {
  event: string;
  data: unknown;
  id?: number;
}

/** The server's end of an open stream. */
export interface Line {
  send(event: ServerEvent): void;
  end(): void;
}

/** How soon a browser tries again after a break, in milliseconds. */
const RETRY = 1_000;

/**
 * Answers with a stream of events that stays open until the browser goes or `line.end()` is called.
 * It passes compression and proxies unchanged and at once.
 *
 * @param open begins to send; what it gives back is called once, when the stream has ended
 */
export function eventStream(request: Request, open: (line: Line) => () => void): Response {
  const encoder = new TextEncoder();
  let stop = () => undefined as void;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      let ended = false;
      let closed = () => undefined as void;
      stop = () => {
        if (ended) return;
        ended = true;
        request.signal.removeEventListener('abort', stop);
        try {
          controller.close();
        } catch {
          // The browser has gone already.
        }
        closed();
      };
      const write = (text: string) => {
        if (!ended) controller.enqueue(encoder.encode(text));
      };
      request.signal.addEventListener('abort', stop);
      write(`retry: ${RETRY}\n\n`);
      closed = open({ send: (event) => write(eventText(event)), end: stop });
      if (request.signal.aborted) stop();
    },
    cancel: () => stop(),
  });
  return new Response(stream, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  });
}

/** An event as it goes over the wire. JSON has no line break, so that one data line is enough. */
export function eventText({ event, data, id }: ServerEvent): string {
  const number = id === undefined ? '' : `id: ${id}\n`;
  return `${number}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
