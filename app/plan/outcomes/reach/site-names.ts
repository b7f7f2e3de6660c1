import { many } from '#app/ui/words.ts';
import type { Site } from './reach.ts';

export type NamedSite =
  { ok: true; siteId: string; siteName: string } | { ok: false; message: string };

const ALL =
  /^(all|all sites|all hubs|all sites together|all together|(grand |overall )?total|overall|whole authority|authority|borough|county|city)$/;

/** Whether a word means all sites together. */
const meansAll = (word: string): boolean => ALL.test(plain(word));

/**
 * The site that a file means: its name exactly but for capitals and spaces, so that a count never lands
 * at another. A name that is no site's is a problem, with the names that are most like it.
 *
 * @param keepStrange a name that is no site's is kept as words
 */
export function siteNamed(word: string, sites: readonly Site[], keepStrange: boolean): NamedSite {
  const name = word.trim().replace(/\s+/g, ' ').slice(0, 200);
  if (meansAll(name)) return { ok: true, siteId: '', siteName: '' };
  if (name === '')
    return { ok: false, message: 'Say which site the count is of, or “All sites together”.' };
  const found = sites.find((site) => plain(site.name) === plain(name));
  if (found) return { ok: true, siteId: found.id, siteName: found.name };
  if (keepStrange || sites.length === 0) return { ok: true, siteId: '', siteName: name };
  const like = closest(name, sites);
  const hint =
    like.length > 0
      ? `Did you mean ${like.map((one) => `“${one}”`).join(' or ')}?`
      : `The register has ${many(sites.length, 'site')}, and none is like it.`;
  return { ok: false, message: `No site is called “${name}”. ${hint}` };
}

/** The names that share most of their letter pairs with a word (Dice 1945): at most three. */
function closest(word: string, sites: readonly Pick<Site, 'name'>[]): string[] {
  return sites
    .map(({ name }) => ({ name, likeness: likeness(word, name) }))
    .filter((one) => one.likeness >= 0.4)
    .sort((a, b) => b.likeness - a.likeness || a.name.localeCompare(b.name))
    .slice(0, 3)
    .map(({ name }) => name);
}

function likeness(a: string, b: string): number {
  const [x, y] = [pairsOf(a), pairsOf(b)];
  const left = [...y];
  let shared = 0;
  for (const pair of x) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    left.splice(at, 1);
    shared += 1;
  }
  return x.length + y.length === 0 ? 0 : (2 * shared) / (x.length + y.length);
}

function pairsOf(word: string): string[] {
  const said = plain(word).replace(/[^\p{L}\p{N}]/gu, '');
  return Array.from({ length: Math.max(0, said.length - 1) }, (_, at) => said.slice(at, at + 2));
}

const plain = (word: string) =>
  word.trim().toLowerCase().replace(/\s+/g, ' ').replace(/[’‘]/g, "'");
