import { numbersIn } from '../hostile-words.ts';
import { filesAt } from './files.ts';
import { bodyOf, fill, mend, type FileFor, type Filling } from './filling.ts';
import { pageOf, type FormButton, type FoundForm, type SeenPage } from './forms.ts';
import { faultsOf, isRaw, wordsOfOffice } from './looking.ts';
import { wordsOfPdf } from './pdf-words.ts';
import type { Addresses } from './routes.ts';
import type { Answer, Visitor } from './visitor.ts';

/** What is known of one form after all was tried. */
export interface Tried {
  route: string;
  sent: number;
  taken: boolean;
  /** What it said last when it was refused. */
  refused: string;
}

/** What a walk does: reads the pages, takes the files too, sends forms, sends those that take away. */
export type Deeds = 'read' | 'look' | 'fill' | 'harm';

export interface WalkOptions {
  deeds: Deeds;
  /** How many instances of a kind of page are opened. */
  most: number;
  /** Only addresses that pass are opened. */
  only?: (path: string) => boolean;
}

/** Buttons that take something away: pressed last. */
const HARM =
  /^(remove|withdraw|erase|drop|leave|left|take-out|take-off|take-back|cancel|close|end|delete|let-go|undo|untie|unsay|stop|refuse)(-.*)?$/;

/** Whoever presses this one is out. */
const NEVER = /^\/sign-out$/;

/**
 * Goes through the application as somebody who means harm: opens every page that is linked, sends every
 * form with hostile words, and looks at everything that comes back.
 */
export class Robot {
  readonly faults = new Set<string>();
  readonly forms = new Map<string, Tried>();
  /** Routes whose action, or whose loader, answered. */
  readonly acted = new Set<string>();
  readonly read = new Set<string>();
  /** Where each hostile value was typed; and those that were taken. */
  readonly typedAt = new Map<number, string>();
  readonly taken = new Set<number>();
  /** Where each was seen again, by type of file. */
  readonly seenIn = new Map<number, Set<string>>();
  /** Every address that anybody was led to. */
  readonly addresses = new Set<string>();
  /** Raw files, by the page that led to them. */
  readonly raw = new Set<string>();
  readonly slow: { path: string; ms: number }[] = [];
  requests = 0;
  private number = 0;

  private readonly fileFor: (path: string) => FileFor;

  constructor(private readonly where: Addresses) {
    this.fileFor = filesAt((number, typedAt) => this.typedAt.set(number, typedAt));
  }

  readonly next = () => (this.number += 1);

  /** Looks at one answer, and remembers what was in it. */
  look(answer: Answer): SeenPage | undefined {
    this.requests += 1;
    this.slow.push({ path: `${answer.method} ${answer.path}`, ms: Math.round(answer.ms) });
    const { path, status, type } = answer;
    if (status === 200 && answer.method === 'GET') this.read.add(this.where.patternOf(path));
    for (const fault of faultsOf(answer)) this.faults.add(fault);
    if (isRaw(answer)) this.raw.add(this.where.kindOf(path));
    for (const number of numbersIn(wordsOf(answer))) {
      const types = this.seenIn.get(number) ?? new Set();
      this.seenIn.set(number, types.add(type));
    }
    return type === 'text/html' && !answer.headers.has('content-disposition')
      ? pageOf(answer)
      : undefined;
  }

  /** Opens every page that can be reached from some, and does to each what was asked for. */
  async walk(visitor: Visitor, starts: readonly string[], options: WalkOptions): Promise<void> {
    const waiting = [...starts];
    const opened = new Set<string>();
    const times = new Map<string, number>();
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      if (opened.has(path) || NEVER.test(path) || options.only?.(path) === false) continue;
      // Files are taken once everything is in them.
      if (options.deeds !== 'look' && this.where.routeOf(path)?.hasPage === false) continue;
      const kind = this.where.kindOf(path);
      const before = times.get(kind) ?? 0;
      if (before >= options.most) continue;
      opened.add(path);
      times.set(kind, before + 1);
      const answer = await this.open(visitor, path);
      waiting.push(...this.leadingOn(answer));
      const page = this.look(answer);
      if (!page || answer.status >= 400) continue;
      waiting.push(...this.linksOn(page, path));
      if (options.deeds === 'look' || options.deeds === 'read') continue;
      waiting.unshift(...(await this.sendAll(visitor, page, path, options.deeds, 0)));
    }
  }

  /** Opens a page; whoever was signed out by a form of theirs comes in again. */
  private async open(visitor: Visitor, path: string): Promise<Answer> {
    const answer = await visitor.get(path);
    const out = /^\/(sign-in|m)(\?|$)/.test(answer.headers.get('location') ?? '');
    return out && (await visitor.comeIn()) ? visitor.get(path) : answer;
  }

  private leadingOn({ headers }: Answer): string[] {
    const to = headers.get('location');
    return to === null ? [] : [to];
  }

  linksOn(page: SeenPage, path: string): string[] {
    const links = page.links.flatMap(({ href, words }) => {
      if (href.startsWith('#') || !URL.canParse(href, 'http://here.invalid')) return [];
      const url = new URL(href, `http://here.invalid${path}`);
      if (url.host !== 'here.invalid') return [];
      return [{ path: `${url.pathname}${url.search}`, ours: words.includes('tlx') }];
    });
    for (const link of links) this.addresses.add(link.path);
    // What bears our own words first.
    return [...links.filter(({ ours }) => ours), ...links.filter(({ ours }) => !ours)].map(
      (one) => one.path,
    );
  }

  /** Sends every form of a page, each by every button; returns where they led. */
  private async sendAll(
    visitor: Visitor,
    page: SeenPage,
    path: string,
    deeds: Deeds,
    depth: number,
  ): Promise<string[]> {
    const led: string[] = [];
    for (const form of page.forms) {
      const buttons = form.buttons.length > 0 ? form.buttons : [undefined];
      for (const button of buttons) {
        if ((deeds === 'harm') !== isHarm(button)) continue;
        if (NEVER.test(form.action)) continue;
        const known = this.forms.get(this.identityOf(form, button));
        if (known?.taken || (known && known.sent >= 2)) continue;
        led.push(...(await this.send(visitor, form, button, path, depth)));
      }
    }
    return led;
  }

  private identityOf(form: FoundForm, button: FormButton | undefined): string {
    const names = [
      ...new Set(form.fields.map(({ name }) => name.replace(/[\w-]{12,}|\d+/g, '#'))),
    ].sort();
    const intent = form.fields.find(({ name }) => name === 'intent')?.value ?? '';
    const pressed = button ? `${button.name}=${button.name === 'intent' ? button.value : ''}` : '';
    return `${form.method} ${this.where.patternOf(form.action)} ${intent}${pressed} (${names.filter((one) => one !== 'csrf' && one !== 'once').join(' ')})`;
  }

  private async send(
    visitor: Visitor,
    form: FoundForm,
    button: FormButton | undefined,
    path: string,
    depth: number,
  ): Promise<string[]> {
    const identity = this.identityOf(form, button);
    const route = this.where.patternOf(form.action);
    const tried: Tried = this.forms.get(identity) ?? { route, sent: 0, taken: false, refused: '' };
    this.forms.set(identity, tried);
    tried.sent += 1;
    const filling = fill(form, this.next, this.fileFor(form.action));
    for (const [name, words] of filling.hostiles)
      this.typedAt.set(words.number, `${identity} · ${name}`);
    for (let tries = 1; tries <= 5; tries += 1) {
      const answer = await this.sendOnce(visitor, form, filling, button);
      const page = this.look(answer);
      if (form.method === 'get') {
        tried.taken = true;
        return [];
      }
      if (![403, 404].includes(answer.status)) this.acted.add(route);
      const to = answer.headers.get('location');
      if (to !== null && answer.status < 400) {
        tried.taken = true;
        for (const words of filling.hostiles.values()) this.taken.add(words.number);
        return [to];
      }
      if (answer.status === 200) {
        tried.taken = true;
        for (const words of filling.hostiles.values()) this.taken.add(words.number);
        // What was read of a file is shown before it is kept, with a form of its own.
        return page && depth < 3 ? this.sendAll(visitor, page, path, 'fill', depth + 1) : [];
      }
      tried.refused = `${answer.status} ${[...(page?.problems ?? [])]
        .map(([name, says]) => `${name}: ${says.slice(0, 90)}`)
        .join(' | ')
        .slice(0, 300)}`;
      if (answer.status !== 422 || !page || !mend(form, filling, page.problems, tries)) return [];
    }
    return [];
  }

  private async sendOnce(
    visitor: Visitor,
    form: FoundForm,
    filling: Filling,
    button: FormButton | undefined,
  ): Promise<Answer> {
    const body = bodyOf(form, filling, button);
    if (form.method === 'post') return visitor.post(form.action, body);
    const asked = new URLSearchParams([...(body as URLSearchParams)]);
    return visitor.get(`${form.action.split('?')[0] ?? ''}?${asked.toString().slice(0, 6_000)}`);
  }
}

const isHarm = (button: FormButton | undefined) =>
  button !== undefined && (button.warning || HARM.test(button.value));

/** The words of an answer, unpacked. */
function wordsOf({ type, text, bytes, status }: Answer): string {
  if (type.startsWith('application/vnd.openxmlformats') && status === 200)
    return wordsOfOffice(bytes);
  if (type === 'application/pdf' && status === 200) return wordsOfPdf(bytes);
  return text;
}
