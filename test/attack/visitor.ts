import { connect } from 'node:net';
import { request as plainRequest } from 'node:http';

/** A browser: it keeps its cookies and knows the token of the last form that it saw. */
export class Visitor {
  cookies = new Map<string, string>();
  token = '';
  setCookies: string[] = [];

  /** @param address where the server is */
  constructor(private readonly address: string) {}

  async ask(to: string, more: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, ...(more.headers as Record<string, string> | undefined) };
    const answer = await fetch(this.address + to, { redirect: 'manual', ...more, headers });
    this.setCookies = answer.headers.getSetCookie();
    for (const line of this.setCookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0(;|$)/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  async page(to: string): Promise<string> {
    const html = await (await this.ask(to)).text();
    this.token = /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? this.token;
    return html;
  }

  post(to: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
    const body = new URLSearchParams({ csrf: this.token, ...fields });
    return this.ask(to, { method: 'POST', body, headers });
  }

  async signIn(email: string, password: string, to = '/sign-in'): Promise<Response> {
    await this.page(to);
    return this.post(to, { email, password });
  }
}

export interface Raw {
  status: number;
  headers: unknown;
  text: string;
}

/** A request whose address and host go out as they stand. */
export function raw(
  address: string,
  options: { path: string; headers?: Record<string, string> },
): Promise<Raw> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const sent = plainRequest({ hostname, port, ...options }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (piece: string) => (text += piece));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** What the server says to some bytes. */
export function spoken(address: string, lines: string): Promise<string> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(Number(port), hostname, () => socket.write(lines));
    socket.setTimeout(5_000, () => socket.destroy());
    socket.on('data', (piece) => (text += piece.toString()));
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
}
