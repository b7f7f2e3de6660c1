import { createServer, request as ask, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { minedOf, type MinedForm } from '../attack/crawl.ts';

/** One address for several servers: each request goes to the next of them. */
export async function oneAddressFor(addresses: readonly string[]): Promise<Server> {
  let turn = 0;
  const proxy = createServer((incoming, outgoing) => {
    const to = new URL(incoming.url ?? '/', addresses[turn++ % addresses.length]);
    const headers = {
      ...incoming.headers,
      'x-forwarded-for': incoming.headers['x-from'] ?? '1.1.1.1',
    };
    const onward = ask(to, { method: incoming.method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
  return proxy;
}

export const addressOf = (server: Server) =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

export interface Seen {
  status: number;
  location: string | null;
  text: string;
}

/** A browser that keeps its cookies, whichever server it talks to. */
export class Visitor {
  private readonly cookies = new Map<string, string>();

  async get(url: string): Promise<Seen> {
    return this.send(url, {});
  }

  /** The form of a page that has a field or a button of this name, or takes a file. */
  async form(url: string, hasField: string): Promise<MinedForm> {
    const { text } = await this.get(url);
    const { forms } = minedOf(text, new URL(url).pathname);
    const form = forms.find(
      ({ fields, method, upload }) =>
        method === 'post' &&
        (fields.some(([name, value]) => name === hasField || value === hasField) ||
          (upload && hasField === 'file')),
    );
    if (!form) throw new Error(`No form with ${hasField} at ${url}: ${text.slice(0, 400)}`);
    return form;
  }

  async post(
    at: string,
    form: MinedForm,
    filled: Record<string, string | File> = {},
  ): Promise<Seen> {
    const body = form.upload ? new FormData() : new URLSearchParams();
    for (const [name, value] of form.fields) if (!(name in filled)) body.append(name, value);
    for (const [name, value] of Object.entries(filled)) {
      if (body instanceof FormData) body.append(name, value);
      else body.append(name, value as string);
    }
    return this.send(new URL(form.to, at).href, { method: 'POST', body });
  }

  keep(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private async send(url: string, init: RequestInit): Promise<Seen> {
    const answer = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { cookie: this.cookie },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';', 1);
      const at = pair.indexOf('=');
      if (/max-age=0(;|$)/i.test(line)) this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const location = answer.headers.get('location');
    return { status: answer.status, location, text: await answer.text() };
  }
}
