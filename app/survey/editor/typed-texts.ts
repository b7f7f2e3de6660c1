import type { Typed } from '#app/http/problems.ts';

/** The texts of a translation page that were changed, by key. An emptied one is taken out. */
export function typedTexts(typed: Typed): Record<string, string> {
  const one = (name: string) => {
    const value = typed[name];
    return (typeof value === 'string' ? value : '').replaceAll('\r\n', '\n').trim();
  };
  const texts: Record<string, string> = {};
  for (let at = 0; `key-${at}` in typed; at += 1) {
    const text = one(`text-${at}`);
    if (text !== one(`was-${at}`)) texts[one(`key-${at}`)] = text;
  }
  return texts;
}
