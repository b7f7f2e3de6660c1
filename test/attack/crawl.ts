import { readdirSync } from 'node:fs';
import { parse, defaultTreeAdapter as tree, type DefaultTreeAdapterTypes as Html } from 'parse5';
import { projectFolder } from '#db/migrations-folder.server.ts';

/** A form as it stands on a page, ready to be sent. */
export interface MinedForm {
  /** The page that it stood on. */
  page: string;
  /** Path and query that it is sent to. */
  to: string;
  method: 'get' | 'post';
  upload: boolean;
  fields: [name: string, value: string][];
}

export interface Crawled {
  /** One address of each route (and of each set of names behind the question mark). */
  addresses: Map<string, string>;
  forms: Map<string, MinedForm>;
}

/** How much an address is left open; what takes any address comes last. */
const openness = (path: string) => (path.endsWith('/$') ? 99 : path.split('$').length);

/** The routes of the application as patterns of their addresses. */
export const ROUTES = readdirSync(`${projectFolder()}/app/routes`)
  .map((name) => {
    const bare = name.replace(/\._index$/, '').replaceAll('[.]', '\0');
    const path = `/${bare
      .replace(/^_index$/, '')
      .replaceAll('_.', '.')
      .replaceAll('.', '/')
      .replaceAll('\0', '.')}`;
    const pattern = new RegExp(
      `^${path
        .replace(/[.]/g, '\\.')
        .replace(/\$$/, '\0')
        .replace(/\$(\w+)/g, '(?<$1>[^/]+)')
        .replace('\0', '.*')}$`,
    );
    return { name, path, pattern };
  })
  // A fixed word fits before a name: `/members/new` is not a member.
  .sort((a, b) => openness(a.path) - openness(b.path));

/** The route that answers an address, and what its parameters are. */
export function routeOf(address: string): { name: string; params: Record<string, string> } {
  const { pathname } = new URL(address, 'http://here');
  for (const { name, pattern } of ROUTES) {
    const match = pattern.exec(pathname);
    if (match) return { name, params: { ...match.groups } };
  }
  return { name: '$', params: {} };
}

/** The kind of page that an address is one of: its route and the names that are asked for. */
export function kindOf(address: string): string {
  const url = new URL(address, 'http://here');
  const asked = [...new Set(url.searchParams.keys())].sort().join('&');
  return `${routeOf(address).name}${asked === '' ? '' : `?${asked}`}`;
}

type Ask = (address: string) => Promise<Response>;

/**
 * Follows every link from some pages, one address of each kind, and takes down every form.
 *
 * @param seen kinds that were looked at before, by others too
 */
export async function crawl(
  ask: Ask,
  starts: readonly string[],
  seen: Set<string>,
): Promise<Crawled> {
  const found: Crawled = { addresses: new Map(), forms: new Map() };
  const waiting = [...starts];
  const queued = new Set(starts);
  const look = async (address: string): Promise<{ links: string[]; forms: MinedForm[] }> => {
    const nothing = { links: [], forms: [] };
    const kind = kindOf(address);
    // Where somebody begins is looked at for each: the links there are others.
    if (seen.has(kind) && !starts.includes(address)) return nothing;
    seen.add(kind);
    const answer = await ask(address);
    if (answer.status !== 200) seen.delete(kind);
    else found.addresses.set(kind, address);
    const isPage = answer.headers.get('content-type')?.startsWith('text/html') === true;
    if (answer.status !== 200 || !isPage || answer.headers.has('content-disposition')) {
      await answer.body?.cancel();
      return nothing;
    }
    return minedOf(await answer.text(), address);
  };
  while (waiting.length > 0) {
    // In the order in which they were asked for, not in that of the answers: each run follows the same links.
    for (const { links, forms } of await Promise.all(waiting.splice(0, 4).map(look))) {
      for (const form of forms) found.forms.set(keyOf(form), found.forms.get(keyOf(form)) ?? form);
      for (const link of links) {
        if (queued.has(link) || LEFT_ALONE.test(link)) continue;
        queued.add(link);
        waiting.push(link);
      }
    }
  }
  return found;
}

/** Links that end what we are doing, or lead to somebody else's session. */
const LEFT_ALONE = /^\/(sign-out|demonstration)/;

const keyOf = ({ to, fields, method }: MinedForm) =>
  `${method} ${kindOf(to)} ${fields.map(([name, value]) => (name === 'intent' ? `${name}=${value}` : name)).join(' ')}`;

/** The links and the forms of a page. */
export function minedOf(html: string, at: string): { links: string[]; forms: MinedForm[] } {
  const links: string[] = [];
  const forms: MinedForm[] = [];
  const base = new URL(at, 'http://here');
  const inside = (href: string) => {
    const url = new URL(href, base);
    return url.host === 'here' ? url.pathname + url.search : undefined;
  };
  const visit = (node: Html.Node, form: MinedForm | undefined): void => {
    if (!tree.isElementNode(node)) {
      if ('childNodes' in node) node.childNodes.forEach((child) => visit(child, form));
      return;
    }
    const value = (name: string) => node.attrs.find((one) => one.name === name)?.value;
    const href = node.tagName === 'a' ? value('href') : undefined;
    const link = href === undefined ? undefined : inside(href);
    if (link !== undefined) links.push(link);
    if (node.tagName === 'form') {
      const method = value('method')?.toLowerCase() === 'post' ? 'post' : 'get';
      form = {
        page: at,
        to: inside(value('action') ?? at) ?? at,
        method,
        upload: value('enctype') === 'multipart/form-data',
        fields: [],
      };
      forms.push(form);
    } else if (form) {
      const fields = fieldsOf(node, value);
      const [name] = fields[0] ?? [];
      const radio = value('type') === 'radio' && form.fields.findIndex(([one]) => one === name);
      // Of several ways to answer one is sent: the one that is chosen, or the first.
      if (radio === false || radio < 0) form.fields.push(...fields);
      else if (value('checked') !== undefined) form.fields.splice(radio, 1, ...fields);
    }
    node.childNodes.forEach((child) => visit(child, form));
  };
  visit(parse(html), undefined);
  // A form with several buttons is several forms: one with each.
  return { links, forms: forms.flatMap(oneForEachButton) };
}

const BUTTON = '\0button ';

function fieldsOf(
  node: Html.Element,
  value: (name: string) => string | undefined,
): [string, string][] {
  const name = value('name');
  if (name === undefined || value('disabled') !== undefined) return [];
  switch (node.tagName) {
    case 'button':
      return [[BUTTON + name, value('value') ?? '']];
    case 'textarea':
      return [[name, textOf(node)]];
    case 'select': {
      const options = node.childNodes.flatMap(optionsOf);
      const chosen =
        options.find((one) => one.selected) ??
        options.find((one) => one.value !== '') ??
        options[0];
      return chosen === undefined ? [] : [[name, chosen.value]];
    }
    case 'input':
      if (value('type') === 'submit') return [[BUTTON + name, value('value') ?? '']];
      if (value('type') === 'file') return [];
      return [[name, value('value') ?? '']];
    default:
      return [];
  }
}

const textOf = (node: Html.Element) =>
  node.childNodes.map((child) => (tree.isTextNode(child) ? child.value : '')).join('');

function optionsOf(node: Html.ChildNode): { value: string; selected: boolean }[] {
  if (!tree.isElementNode(node)) return [];
  if (node.tagName === 'optgroup') return node.childNodes.flatMap(optionsOf);
  if (node.tagName !== 'option') return [];
  const of = (name: string) => node.attrs.find((one) => one.name === name)?.value;
  return [{ value: of('value') ?? textOf(node), selected: of('selected') !== undefined }];
}

function oneForEachButton(form: MinedForm): MinedForm[] {
  const buttons = form.fields.filter(([name]) => name.startsWith(BUTTON));
  const fields = form.fields.filter(([name]) => !name.startsWith(BUTTON));
  if (buttons.length === 0) return [{ ...form, fields }];
  return buttons.map(([name, value]) => ({
    ...form,
    fields: [...fields, [name.slice(BUTTON.length), value]],
  }));
}
