import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** What came of a request. */
export interface Came {
  status: number;
  headers: Headers;
  location: string | null;
  text: string;
  ms: number;
}

let networks = 0;

/**
 * Somebody with a browser: cookies, pages, forms; each from a network of their own, where the server
 * trusts one proxy. It follows no redirects and repeats nothing by itself.
 */
export class Somebody {
  private cookies = new Map<string, string>();
  private readonly network = `10.1.${(networks += 1) >> 8}.${networks & 255}`;

  constructor(
    readonly address: string,
    cookie = '',
    private readonly language = 'en-GB',
  ) {
    for (const pair of cookie.split('; ').filter(Boolean)) {
      const at = pair.indexOf('=');
      this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }

  /** Gives this browser a cookie that it got at another time. */
  has(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Came> {
    return this.send(path, { headers });
  }

  /** Posts fields as a form does; a FormData goes as multipart. */
  post(
    path: string,
    fields: Record<string, string> | [string, string][] | FormData,
    headers: Record<string, string> = {},
  ): Promise<Came> {
    const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
    return this.send(path, { method: 'POST', body, headers });
  }

  /** Posts the body of a form as it is given. */
  postBody(path: string, body: string, type = 'application/x-www-form-urlencoded'): Promise<Came> {
    const headers = { 'Content-Type': type };
    return this.send(path, { method: 'POST', body, headers });
  }

  /** The token of a page's forms. */
  async token(path: string): Promise<string> {
    return tokenIn((await this.get(path)).text);
  }

  /** A form as bytes: its head, which waits to be told to go on, and then what it holds. */
  inTwo(path: string, fields: Record<string, string>): { head: string; body: string } {
    const body = new URLSearchParams(fields).toString();
    const headers = {
      ...this.headers(),
      Host: new URL(this.address).host,
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': String(Buffer.byteLength(body)),
      Expect: '100-continue',
    };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    return { head: `POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n`, body };
  }

  private headers(): Record<string, string> {
    return {
      Accept: 'text/html',
      'Accept-Language': this.language,
      'X-Forwarded-For': this.network,
      Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    };
  }

  private async send(path: string, init: RequestInit): Promise<Came> {
    const began = performance.now();
    const response = await fetch(new URL(path, this.address), {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.timeout(60_000),
      headers: { ...this.headers(), ...(init.headers as Record<string, string>) },
    });
    const text = await response.text();
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/Max-Age=0/.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const { status, headers } = response;
    const ms = performance.now() - began;
    return { status, headers, location: headers.get('location'), text, ms };
  }
}

export function tokenIn(page: string): string {
  const token = /name="csrf" value="([^"]+)"/.exec(page)?.[1];
  if (token === undefined) throw new Error(`No form on this page:\n${page.slice(0, 2_000)}`);
  return token;
}

/** The form of a page that is to be sent again, as a browser would send it. */
export function formIn(page: string): { action: string; fields: [string, string][] } {
  const form = elements(parse(page)).find((each) => each.tagName === 'form');
  if (form === undefined) throw new Error(`No form on this page:\n${page.slice(0, 2_000)}`);
  const fields = elements(form)
    .filter((each) => each.tagName === 'input')
    .map((each): [string, string] => [attribute(each, 'name'), attribute(each, 'value')]);
  return { action: attribute(form, 'action'), fields };
}

const attribute = (element: Element, name: string) =>
  element.attrs.find((each) => each.name === name)?.value ?? '';

function elements(node: Node): Element[] {
  const below = 'childNodes' in node ? node.childNodes.flatMap(elements) : [];
  return 'tagName' in node ? [node, ...below] : below;
}
