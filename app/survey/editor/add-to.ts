import type { Definition } from '#app/survey/definition.ts';
import { pageName } from './outline.ts';
import { pageNamed } from './place.ts';
import { wordsIn } from './words-of.ts';

/** Where a new question goes, from the address: a page that is gone is the last one. */
export function addTo(
  definition: Definition,
  asked: URLSearchParams,
): { page: { name: string; title: string }; after: string } {
  const page = pageNamed(definition, asked.get('page') ?? '') ?? definition.pages.at(-1);
  const name = page?.name ?? '';
  const title = pageName(definition.pages, name, wordsIn(page?.title));
  return { page: { name, title }, after: asked.get('after') ?? '' };
}
