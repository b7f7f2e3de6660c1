/**
 * Text as every place that it goes to can hold it: line ends are \n, and what PostgreSQL (NUL), Word
 * and SVG files (XML 1.0, 2.2: control characters, half a surrogate pair) refuse is not in it. A
 * vertical tab or a form feed, which slides and Word put where a line ends, ends a line.
 */
export function plainText(text: string): string {
  return text
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .replace(/\r\n?|[\v\f]/g, '\n')
    .replace(UNPRINTED, '');
}

const UNPRINTED = /[\u0000-\u0008\u000e-\u001f\ufffe\uffff]/g;

/** The same for every text in something made of lists and plain objects, such as parsed JSON. */
export function plainTexts<T>(value: T): T {
  if (typeof value === 'string') return plainText(value) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => plainTexts(one)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, plainTexts<unknown>(one)]),
  ) as T;
}
