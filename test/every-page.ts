import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { strFromU8, unzipSync } from 'fflate';
import { projectFolder } from '#db/migrations-folder.server.ts';
import type { BrowserOf } from './browser-of.ts';

type Loader = (args: LoaderFunctionArgs) => Promise<unknown>;

export interface Page {
  /** The name of the route's folder. */
  name: string;
  loader: Loader;
}

const folder = path.join(projectFolder(), 'app', 'routes');

/** Every page and every export that there is, found from the folder: a new one cannot be forgotten. */
export async function everyPage(): Promise<Page[]> {
  const pages: Page[] = [];
  for (const name of readdirSync(folder).sort()) {
    const file = readdirSync(path.join(folder, name)).find((one) => /^route\.tsx?$/.test(one));
    if (file === undefined) continue;
    const module = (await import(/* @vite-ignore */ path.join(folder, name, file))) as {
      loader?: Loader;
    };
    if (module.loader) pages.push({ name, loader: module.loader });
  }
  return pages;
}

/** What the last part of an export's address may say. PDF is set from the same blocks as HTML. */
const VARIANTS: Readonly<Record<string, readonly string[]>> = {
  format: ['csv', 'json', 'html', 'docx', 'xlsx', 'svg', 'ics'],
  what: ['codings', 'codebook', 'events', 'notes'],
  file: ['answers.csv', 'own-words.csv'],
  form: ['form.html'],
};

export interface Seen {
  /** The route, with what its last part said. */
  page: string;
  /** Everything that the browser was given, files unpacked. */
  text: string;
}

/**
 * What somebody is given who opens every page with these ids in its address. Pages that they may not
 * see, or that are not there, give nothing.
 */
export async function everythingSeenBy(
  who: BrowserOf,
  pages: readonly Page[],
  ids: Readonly<Record<string, string>>,
): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (const { name, loader } of pages) {
    const found = [...name.matchAll(/\$(\w+)/g)].map((match) => match[1] ?? '');
    const open = found.find((one) => Object.hasOwn(VARIANTS, one));
    for (const value of open === undefined ? [''] : (VARIANTS[open] ?? [])) {
      const params = Object.fromEntries(found.map((one) => [one, ids[one] ?? 'none']));
      if (open !== undefined) params[open] = value;
      const url = ids[name] ?? '/x';
      const came = await who.get(loader, url, params);
      if (came.status !== 200) continue;
      const text = came.response ? await unpacked(came.response) : JSON.stringify(came.data);
      seen.push({ page: value === '' ? name : `${name} ${value}`, text: text ?? '' });
    }
  }
  return seen;
}

async function unpacked(response: Response): Promise<string> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return strFromU8(bytes);
  return Object.values(unzipSync(bytes))
    .map((file) => strFromU8(file))
    .join('\n');
}
