import type { Item, ItemOption } from './items.ts';

/** A picture of an option, by its address; its bytes never travel with the page. */
export interface ShownPicture {
  id: string;
  alt: string;
  /** Of the large one, in pixels; the small one keeps their proportion. */
  width: number;
  height: number;
}

export interface ShownOption {
  id: string;
  words: string;
  picture: ShownPicture | null;
}

/** One thing that is asked, as a page shows it. */
export interface ShownItem {
  id: string;
  number: number;
  type: string;
  text: string;
  hint: string;
  method: string;
  options: ShownOption[];
}

/** How wide the small picture of an option is on a page, in pixels. */
export const SMALL_WIDTH = 320;

export function shownOptions(
  options: readonly ItemOption[] | null,
  pictures: readonly ShownPicture[],
): ShownOption[] {
  return (options ?? []).map(({ id, words, pictureId }) => ({
    id,
    words,
    picture: pictures.find((picture) => picture.id === pictureId) ?? null,
  }));
}

/** What is asked, numbered from 1, each option with its picture. */
export function shownItems(
  items: readonly Item[],
  pictures: readonly ShownPicture[] = [],
): ShownItem[] {
  return items.map(({ id, type, text, hint, method, options }, at) => ({
    id,
    number: at + 1,
    type,
    text,
    hint,
    method,
    options: shownOptions(options, pictures),
  }));
}
