import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { csrfToken } from './csrf.server.ts';
import { parseForm } from './forms.server.ts';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { loggedPath, toldFault } from './log.server.ts';

const Schema = z.object({
  title: z.string('Enter a title').min(1, 'Enter a title'),
  places: z.union([z.string(), z.array(z.string())]).optional(),
});

const cookie = 'tl_visitor=one; tl_session=two';

function post(fields: [string, string][], cookies = cookie): Request {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return new Request('http://localhost/x', { method: 'POST', body, headers: { cookie: cookies } });
}

const token = (cookies = cookie) =>
  csrfToken(new Request('http://localhost/', { headers: { cookie: cookies } }));

describe('a posted form', () => {
  test('gives the values, trimmed, with line ends and NUL made harmless', async () => {
    const read = await parseForm(
      post([
        ['csrf', token()],
        ['title', ' A\r\nB\0 '],
      ]),
      Schema,
    );
    expect(read).toMatchObject({ ok: true, value: { title: 'A\nB' } });
  });

  test('keeps what was typed when something is wrong, and says what to do', async () => {
    const fields: [string, string][] = [
      ['csrf', token()],
      ['title', ' '],
      ['places', 'Here'],
      ['places', 'There'],
    ];
    const read = await parseForm(post(fields), Schema);
    expect(read).toMatchObject({
      ok: false,
      problems: [{ field: 'title', message: 'Enter a title' }],
      typed: { title: '', places: ['Here', 'There'] },
    });
  });

  test.each([
    ['without a token', [['title', 'A']], cookie],
    [
      'with a wrong token',
      [
        ['csrf', 'x'],
        ['title', 'A'],
      ],
      cookie,
    ],
    [
      'with the token of another browser',
      [
        ['csrf', token()],
        ['title', 'A'],
      ],
      'tl_visitor=three',
    ],
    [
      'with the token from before signing in',
      [
        ['csrf', token('tl_visitor=one')],
        ['title', 'A'],
      ],
      cookie,
    ],
    [
      'from a browser with no cookie',
      [
        ['csrf', token('')],
        ['title', 'A'],
      ],
      '',
    ],
  ] as [string, [string, string][], string][])('%s is refused', async (_, fields, cookies) => {
    const refused: unknown = await parseForm(post(fields, cookies), Schema).catch(
      (e: unknown) => e,
    );
    expect(refused).toBeInstanceOf(Response);
    expect((refused as Response).status).toBe(403);
  });
});

test('a log line holds neither a personal link nor a query', () => {
  expect(loggedPath('/m/SECRET?x=1')).toBe('/m/…');
  expect(loggedPath('/m/SECRET.data')).toBe('/m/….data');
  expect(loggedPath('/demonstration/SECRET')).toBe('/demonstration/…');
  expect(loggedPath('/programmes/1/needs?q=name')).toBe('/programmes/1/needs');
});

test.each([
  ['/programmes/1/plan/packs/own-our-words', '/programmes/1/plan/packs/own-…'],
  ['/programmes/1/plan/packs/own-our-words/ID.2', '/programmes/1/plan/packs/own-…/…'],
  ['/programmes/1/plan/packs/own-our-words/file', '/programmes/1/plan/packs/own-…/…'],
  ['/programmes/1/plan/packs/bsfh-2026/ID', '/programmes/1/plan/packs/bsfh-2026/ID'],
  ['/programmes/1/plan/coverage/own-our-words/ID', '/programmes/1/plan/coverage/own-…/…'],
  ['/programmes/1/thread/requirement/own-our-words:ID', '/programmes/1/thread/requirement/own-…'],
  ['/programmes/1/thread/requirement/own-our-words%3AID', '/programmes/1/thread/requirement/…'],
  ['/programmes/1/needs/surveys/2/questions/q/ours', '/programmes/1/needs/surveys/2/questions/q/…'],
  ['/programmes/1/needs/surveys/2/population/ours', '/programmes/1/needs/surveys/2/population/…'],
  ['/lost/%3Cb%3Ename', '/lost/…'],
])('nor a word that somebody wrote, in %s', (path, logged) => {
  expect(loggedPath(path)).toBe(logged);
});

describe('a fault in the log', () => {
  test('of the database tells its code and where, and none of the values of the query', () => {
    const refused = Object.assign(new Error('value too long: I hit my child'), { code: '22001' });
    const values = ['I hit my child\n    at home, 12 Mill Lane', 'ann@example.org'];
    const told = toldFault(new DrizzleQueryError('insert into "responses"', values, refused));
    expect(told).toMatchObject({ fault: 'DrizzleQueryError', code: '22001' });
    expect(told.stack).toMatch(/^ {4}at .*forms\.test\.ts/);
    expect(JSON.stringify(told)).not.toMatch(/child|Mill Lane|example\.org/);
  });

  test('of ours says what it was', () => {
    expect(toldFault(new TypeError('rows.map is not a function')).fault).toBe(
      'TypeError: rows.map is not a function',
    );
    expect(toldFault('Ann, 12 Mill Lane')).toEqual({ fault: 'not an Error', stack: '' });
  });
});
