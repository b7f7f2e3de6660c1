import { expect, test } from 'vitest';
import { readXml } from './xml.ts';

// Each limit by itself: a file that is whole and well formed, and only too large, too deep, or with a type of
// its own. Mutations tried, each alone: DEEPEST, MOST_ELEMENTS, the look for a document type.

const deep = (levels: number) => readXml('<g>'.repeat(levels) + '</g>'.repeat(levels));
const wide = (elements: number) => readXml(`<g>${'<b/>'.repeat(elements - 1)}</g>`);
const TOO_MUCH = { ok: false, message: expect.stringContaining('more, or deeper') as string };

test('XML may be two hundred deep, and no deeper', () => {
  expect(deep(200).ok).toBe(true);
  expect(deep(201)).toMatchObject(TOO_MUCH);
});

test('XML may hold many elements, and no more than four hundred thousand', () => {
  expect(wide(1_000).ok).toBe(true);
  expect(wide(400_001)).toMatchObject(TOO_MUCH);
});

test('XML may have no document type, however harmless', () => {
  expect(readXml('<g/>').ok).toBe(true);
  expect(readXml('<!DOCTYPE g><g/>')).toMatchObject({
    ok: false,
    message: expect.stringContaining('document type') as string,
  });
});
