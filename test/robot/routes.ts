import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '#db/migrations-folder.server.ts';

/** A route of the application, as its folder says. */
export interface Route {
  /** `/programmes/:programmeId/plan` */
  pattern: string;
  folder: string;
  hasAction: boolean;
  hasLoader: boolean;
  /** A page, and not only a file or an answer to a script. */
  hasPage: boolean;
  /** The names after the question mark that its code asks for. */
  asks: string[];
  /** The names of fields that its own code reads of a form. */
  fields: string[];
}

const folder = path.join(projectFolder(), 'app', 'routes');

/** Every route there is, read from the folder: a new one cannot be forgotten. */
export function everyRoute(): Route[] {
  return readdirSync(folder).map((name) => {
    const file = readdirSync(path.join(folder, name)).find((one) => /^route\.tsx?$/.test(one));
    const code = file === undefined ? '' : readFileSync(path.join(folder, name, file), 'utf8');
    return {
      pattern: patternOf(name),
      folder: name,
      hasAction: exports(code, 'action'),
      hasLoader: exports(code, 'loader'),
      hasPage: /export default/.test(code),
      asks: [...code.matchAll(/\.(?:get|getAll|has)\('([a-z][A-Za-z-]*)'\)/g)].map(
        ([, one = '']) => one,
      ),
      fields: [...code.matchAll(/\b(\w+): z\./g)].map(([, one = '']) => one),
    };
  });
}

const exports = (code: string, name: string) =>
  new RegExp(
    `export (?:const|async function|function) ${name}\\b|export \\{[^}]*\\b${name}\\b`,
  ).test(code);

function patternOf(name: string): string {
  const plain = name
    .replace(/\._index$/, '')
    .replace(/^_index$/, '')
    .replaceAll('[.]', '\0')
    .replaceAll('_.', '.');
  return `/${plain
    .replaceAll('.', '/')
    .replaceAll('\0', '.')
    .replace(/\$(?=\w)/g, ':')}`;
}

/** Tells which route an address is an instance of. */
export class Addresses {
  private readonly routes: { route: Route; fits: RegExp }[];

  constructor(routes: readonly Route[]) {
    this.routes = routes
      .filter(
        ({ folder: name }) =>
          name !== '$' && name !== 'programmes.$programmeId' && name !== 's.$code',
      )
      .map((route) => ({
        route,
        fits: new RegExp(`^${route.pattern.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`),
      }))
      // A fixed word fits before a name: `/members/new` is not a member.
      .sort((a, b) => a.route.pattern.split(':').length - b.route.pattern.split(':').length);
  }

  routeOf(address: string): Route | undefined {
    const { pathname } = new URL(address, 'http://here.invalid');
    return this.routes.find(({ fits }) => fits.test(pathname))?.route;
  }

  patternOf(address: string): string {
    return this.routeOf(address)?.pattern ?? new URL(address, 'http://here.invalid').pathname;
  }

  /** The page that an address is an instance of: its route, its format, and what it is asked for. */
  kindOf(address: string): string {
    const { pathname, searchParams } = new URL(address, 'http://here.invalid');
    const asked = [...new Set(searchParams.keys())].sort().join('&');
    const ending = /(?:\.|\/)([a-z]{2,8}|[\w-]+\.[a-z]{2,5})$/.exec(pathname)?.[1] ?? '';
    const isFile = /:(format|file|what|form|size)$/.test(this.patternOf(address));
    return `${this.patternOf(address)}${isFile ? `=${ending}` : ''}${asked === '' ? '' : `?${asked}`}`;
  }
}
