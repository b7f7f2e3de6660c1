import { Agent, request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';

/**
 * Connections that stay open, as browsers keep them: what is measured is pages, not handshakes. One on
 * which nothing is said for minutes is given up.
 */
const agent = new Agent({ keepAlive: true, maxSockets: 200, timeout: 5 * 60_000 });

/** What one network may send is limited, which is not what is measured: families come from many. */
const NETWORKS = 4000;
let networks = 0;

export interface Answer {
  status: number;
  text: string;
  bytes: number;
  headers: IncomingHttpHeaders;
}

interface Sending {
  body?: Buffer;
  type?: string;
  /** Whether what comes back is kept, and not only counted. */
  keep?: boolean;
}

/** A browser with its cookies, and no more of one than is needed to put load on a server. */
export class Visitor {
  private readonly cookies = new Map<string, string>();
  private network = '';

  constructor(
    private readonly address: string,
    cookies: Readonly<Record<string, string>> = {},
  ) {
    this.fromElsewhere();
    for (const [name, value] of Object.entries(cookies)) this.cookies.set(name, value);
  }

  /** The next family, with a phone of its own on a network of its own. */
  fromElsewhere(): void {
    networks = (networks + 1) % NETWORKS;
    this.network = `10.0.${networks >> 8}.${networks & 255}`;
  }

  get(path: string): Promise<Answer> {
    return this.ask('GET', path);
  }

  /** Asks for what may be larger than a text can be: its bytes are counted and let go, not kept. */
  letPass(path: string): Promise<Answer> {
    return this.ask('GET', path, { keep: false });
  }

  /** Sends a form as a page of ours would. */
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
    const body = new URLSearchParams(fields).toString();
    const type = 'application/x-www-form-urlencoded';
    return this.ask('POST', path, { body: Buffer.from(body), type });
  }

  /** Sends a form with a file in it. */
  async upload(path: string, fields: Readonly<Record<string, string | File>>): Promise<Answer> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    const whole = new Response(form);
    const body = Buffer.from(await whole.arrayBuffer());
    return this.ask('POST', path, { body, type: whole.headers.get('content-type') ?? '' });
  }

  private ask(method: string, path: string, sending: Sending = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const sent = request(
        new URL(path, this.address),
        { method, agent, headers: this.headers(sending) },
        (answer) => {
          this.keep(answer);
          wholeOf(answer, sending.keep ?? true).then(resolve, reject);
        },
      );
      let late = false;
      sent.on('timeout', () => {
        late = true;
        sent.destroy(new Error(`${path}: the server said nothing for minutes.`));
      });
      // A connection that lay idle may close at the moment in which it is used again.
      sent.on('error', (error) => {
        if (sent.reusedSocket && method === 'GET' && !late) {
          resolve(this.ask(method, path, sending));
        } else reject(error);
      });
      sent.end(sending.body);
    });
  }

  private headers({ body, type = '' }: Sending): Record<string, string | number> {
    return {
      'X-Forwarded-For': this.network,
      Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(body === undefined ? {} : { 'Content-Length': body.length, 'Content-Type': type }),
    };
  }

  private keep(answer: IncomingMessage): void {
    for (const line of answer.headers['set-cookie'] ?? []) {
      const [name = '', value = ''] = (line.split(';', 1)[0] ?? '').split(/=(.*)/s);
      if (value === '' || /max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

/** An answer to its last byte. What a refusal says is kept in any case. */
function wholeOf(answer: IncomingMessage, keep: boolean): Promise<Answer> {
  const { statusCode: status = 0, headers } = answer;
  const pieces: Buffer[] = [];
  let bytes = 0;
  return new Promise((resolve, reject) => {
    answer.on('data', (piece: Buffer) => {
      bytes += piece.length;
      if (keep || status !== 200) pieces.push(piece);
    });
    answer.on('error', reject);
    answer.on('end', () => {
      resolve({ status, headers, bytes, text: Buffer.concat(pieces).toString() });
    });
  });
}

/** The value of a hidden field of a page. */
export function hiddenField({ text }: Answer, name: string): string {
  for (const [input] of text.matchAll(/<input[^>]*>/g)) {
    if (input.includes(`name="${name}"`)) return /value="([^"]*)"/.exec(input)?.[1] ?? '';
  }
  throw new Error(`The page has no field ${name}.`);
}

/** Every field of the form with a button of this intent, as a browser would send it untouched. */
export function formFields({ text }: Answer, intent: string): Record<string, string> {
  const forms = text.split('<form').slice(1);
  const form = forms.find((one) => one.includes(`value="${intent}"`));
  if (form === undefined) throw new Error(`The page has no form for ${intent}.`);
  const fields: Record<string, string> = { intent };
  for (const [input] of form.matchAll(/<input[^>]*>/g)) {
    const [, name = ''] = /name="([^"]*)"/.exec(input) ?? [];
    const [, value = ''] = /value="([^"]*)"/.exec(input) ?? [];
    const choice = /type="(radio|checkbox)"/.test(input);
    if (name !== '' && name !== 'intent' && (!choice || /checked/.test(input)))
      fields[name] = value;
  }
  for (const [, name = '', options = ''] of form.matchAll(
    /<select[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs,
  )) {
    const selected = /<option[^>]*selected[^>]*>/.exec(options) ?? /<option[^>]*>/.exec(options);
    fields[name] = /value="([^"]*)"/.exec(selected?.[0] ?? '')?.[1] ?? '';
  }
  return fields;
}

/** The answer, if it is what was expected of it: figures of refusals would be worth nothing. */
export function expected(answer: Answer, status: number, what: string): Answer {
  if (answer.status === status) return answer;
  const said = answer.text.replace(/<[^>]*>/g, ' ').slice(0, 300);
  throw new Error(`${what}: ${answer.status} instead of ${status}. ${said}`);
}

/** How many a second `atOnce` visitors did of something, each `each` times one after another. */
export async function rate(
  atOnce: number,
  each: number,
  work: (lane: number) => Promise<unknown>,
): Promise<number> {
  const began = performance.now();
  const lane = async (at: number) => {
    for (let i = 0; i < each; i += 1) await work(at);
  };
  await Promise.all(Array.from({ length: atOnce }, (_, at) => lane(at)));
  return (1000 * atOnce * each) / (performance.now() - began);
}
