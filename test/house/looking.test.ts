import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { hostile } from '../hostile-words.ts';
import { readPage } from '../robot/forms.ts';
import { faultsOf, faultsOfCalendar, faultsOfOffice } from '../robot/looking.ts';
import type { Answer } from '../robot/visitor.ts';

// What looks at every answer in test/server/words.test.ts sees what it is there to see.

const { whole, short } = hostile(1);

function answer(type: string, text: string, headers: Record<string, string> = {}): Answer {
  return {
    path: '/x',
    method: 'GET',
    status: 200,
    headers: new Headers({
      'content-type': type,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'",
      ...headers,
    }),
    bytes: strToU8(text),
    text,
    type,
    ms: 0,
  };
}

const page = (body: string, head = '<title>a</title>') =>
  answer('text/html', `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`);
const escaped = whole.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

describe('a page', () => {
  test('that shows words as words is sound', () => {
    expect(faultsOf(page(`<p title="${escaped}">${escaped}</p>`))).toEqual([]);
  });
  test.each([
    ['an element', `<p>${short}</p>`],
    ['an end of an attribute', `<p title="${short}">a</p>`],
    ['a handler', '<p onclick="a()">a</p>'],
    ['an address that runs', '<a href=" java\tscript:a()">a</a>'],
    ['an address elsewhere', '<a href="//elsewhere.example">a</a>'],
    ['a script', '<script>a()</script>'],
    ['a style', '<p style="background: url(//elsewhere.example)">a</p>'],
    ['text escaped twice', '<p>tlx1q&amp;quot;</p>'],
  ])('with %s is not', (_what, body) => {
    expect(faultsOf(page(body))).not.toEqual([]);
  });
  test('whose title was ended is not', () => {
    expect(faultsOf(page('a', '<title></title><tl-x1></title>'))).not.toEqual([]);
  });
});

describe('a file', () => {
  test('of a spreadsheet holds no cell that runs', () => {
    expect(faultsOf(answer('text/csv', '\uFEFFa,"=1+1"\r\n'))).not.toEqual([]);
    expect(faultsOf(answer('text/csv', '\uFEFFa,＝1\r\n'))).not.toEqual([]);
    expect(faultsOf(answer('text/csv', "\uFEFFa,'=1,-5,2\r\n"))).toEqual([]);
  });
  test('is a picture without a second meaning', () => {
    const svg = (inside: string) =>
      answer('image/svg+xml', `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`);
    expect(faultsOf(svg('<text>a &lt;tl-x1&gt;</text>'))).toEqual([]);
    expect(faultsOf(svg('<text>a <tl-x1/></text>'))).not.toEqual([]);
    expect(faultsOf(svg('<text>a & b</text>'))).not.toEqual([]);
    expect(faultsOf(svg('<script/>'))).not.toEqual([]);
  });
  test('of Word or Excel computes, fetches and runs nothing', () => {
    const office = (name: string, text: string) =>
      faultsOfOffice(zipSync({ [name]: strToU8(text) }));
    expect(office('word/document.xml', '<a>b</a>')).toEqual([]);
    expect(office('word/document.xml', '<a>b & <c></a>')).not.toEqual([]);
    expect(office('xl/worksheets/sheet1.xml', '<c><f>1+1</f></c>')).not.toEqual([]);
    expect(
      office('word/document.xml', '<p xmlns:w="w"><w:instrText>INCLUDETEXT a</w:instrText></p>'),
    ).not.toEqual([]);
    const external =
      '<Relationships><Relationship Type="x/relationships/image" Target="http://a" TargetMode="External"/></Relationships>';
    expect(office('word/_rels/document.xml.rels', external)).not.toEqual([]);
  });
  test('of a calendar is folded and escaped', () => {
    const calendar = (...lines: string[]) =>
      ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
    expect(faultsOfCalendar(calendar('SUMMARY:a\\, b\\nc'))).toEqual([]);
    expect(faultsOfCalendar(calendar('SUMMARY:a, b'))).not.toEqual([]);
    expect(faultsOfCalendar(calendar('SUMMARY:a', 'END:VEVENT'))).not.toEqual([]);
    expect(faultsOfCalendar(calendar(`SUMMARY:${'a'.repeat(80)}`))).not.toEqual([]);
  });
  test.each([
    'attachment; filename="a.csv"; x="b"',
    'attachment; filename="../a"',
    'inline; filename="CON.pdf"',
    'attachment; filename=""',
  ])('is not named by %s', (named) => {
    const file = answer('application/pdf', '%PDF-', { 'content-disposition': named });
    expect(faultsOf(file)).not.toEqual([]);
  });
});

test('an answer leads within the house, is typed, and is no fault of the server', () => {
  expect(faultsOf(answer('text/plain', '', { location: '//elsewhere.example' }))).not.toEqual([]);
  expect(faultsOf({ ...answer('text/plain', 'a'), status: 500 })).not.toEqual([]);
  expect(faultsOf(answer('text/unheard-of', 'a'))).not.toEqual([]);
});

test('forms are read as a browser reads them', () => {
  const { forms } = readPage(
    '<form method="post" action="?a=1"><input name="b" value="c"><select name="d"><option value="e" selected></select><textarea name="f">\ng</textarea><button name="intent" value="h">i</button></form>',
    '/x',
  );
  expect(forms).toMatchObject([
    {
      method: 'post',
      action: '/x?a=1',
      fields: [
        { name: 'b', kind: 'text', value: 'c' },
        { name: 'd', kind: 'select', value: 'e' },
        { name: 'f', kind: 'textarea', value: 'g' },
      ],
      buttons: [{ name: 'intent', value: 'h', words: 'i' }],
    },
  ]);
});
