import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { csrfToken } from '#app/http/csrf.server.ts';
import { startSession } from '#app/http/session.server.ts';
import type { Person } from '#app/people/can.ts';
import { inRequest } from '#db/scope.server.ts';

type Params = Record<string, string>;
type Fields = Record<string, string | string[] | Blob>;

/** What came of a request: the response, or the data of a page and its status. */
export interface Came<T> {
  status: number;
  /** Where it sends the browser, or null. */
  location: string | null;
  data: T;
  /** The body as text, where the answer was a Response with one. */
  text: string;
  response: Response | null;
}

/**
 * A browser without the browser: keeps cookies, carries the form token, and calls the real loaders
 * and actions of routes as somebody, or as nobody.
 */
export class BrowserOf {
  private cookies = new Map<string, string>([['tl_visitor', 'a-visitor-of-the-tests']]);

  static async signedIn(person: Person): Promise<BrowserOf> {
    const browser = new BrowserOf();
    browser.keep(await startSession(browser.request('/'), person));
    return browser;
  }

  async get<T>(
    loader: (args: LoaderFunctionArgs) => Promise<T>,
    url: string,
    params: Params = {},
  ): Promise<Came<Data<T>>> {
    const request = this.request(url);
    return inRequest(() => this.came(() => loader({ request, params, context: {} })));
  }

  async post<T>(
    action: (args: ActionFunctionArgs) => Promise<T>,
    url: string,
    fields: Fields = {},
    params: Params = {},
  ): Promise<Came<Data<T>>> {
    const form = new FormData();
    form.set('csrf', csrfToken(this.request(url)));
    for (const [name, value] of Object.entries(fields)) {
      for (const one of Array.isArray(value) ? value : [value]) form.append(name, one);
    }
    const request = this.request(url, { method: 'POST', body: form });
    return inRequest(() => this.came(() => action({ request, params, context: {} })));
  }

  /** A request as this browser would send it. */
  request(url: string, init: RequestInit = {}): Request {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return new Request(new URL(url, 'http://localhost'), { ...init, headers: { cookie } });
  }

  /** The same browser as it is now, for trying two things from one place. */
  copy(): BrowserOf {
    const copy = new BrowserOf();
    copy.cookies = new Map(this.cookies);
    return copy;
  }

  private keep(header: string): void {
    const [pair = ''] = header.split(';', 1);
    const at = pair.indexOf('=');
    if (/max-age=0(;|$)/i.test(header)) this.cookies.delete(pair.slice(0, at));
    else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }

  private async came<T>(work: () => Promise<T>): Promise<Came<Data<T>>> {
    let result: unknown;
    try {
      result = await work();
    } catch (thrown) {
      if (!(thrown instanceof Response)) throw thrown;
      result = thrown;
    }
    if (result instanceof Response) {
      for (const header of result.headers.getSetCookie()) this.keep(header);
      const text = await result.clone().text();
      const location = result.headers.get('location');
      return {
        status: result.status,
        location,
        data: undefined as Data<T>,
        text,
        response: result,
      };
    }
    if (isDataWithInit(result)) {
      const headers = new Headers(result.init?.headers);
      for (const header of headers.getSetCookie()) this.keep(header);
      const status = result.init?.status ?? 200;
      return { status, location: null, data: result.data as Data<T>, text: '', response: null };
    }
    return { status: 200, location: null, data: result as Data<T>, text: '', response: null };
  }
}

/** What a page gets: the data inside `data(…)`, and nothing of a redirect. */
type Data<T> = T extends { type: string; data: infer D; init: ResponseInit | null }
  ? D
  : T extends Response
    ? never
    : T;

function isDataWithInit(value: unknown): value is { data: unknown; init: ResponseInit | null } {
  return (
    typeof value === 'object' &&
    value !== null &&
    (value as { type?: unknown }).type === 'DataWithResponseInit'
  );
}
