import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeAt } from '#app/people/codes.server.ts';
import { hostile } from '../hostile-words.ts';
import { Robot } from '../robot/robot.ts';
import { Addresses, everyRoute } from '../robot/routes.ts';
import { tokenOf } from '../robot/sending.ts';
import { Visitor, type Answer } from '../robot/visitor.ts';
import { startServer, type Running } from '../running-server.ts';

// Forms that nobody in the demonstration is asked for any more: setting up, and the second step of signing in. Hostile
// words are sent by each, and every answer is looked at, as by test/server/words-everywhere.test.ts.

const MAIL = 'asha@ourborough.example';
const PASSWORD = 'three random words';
const robot = new Robot(new Addresses(everyRoute()));
let server: Running;

beforeAll(async () => {
  server = await startServer({ empty: true, env: { TRUSTED_PROXIES: '1' } });
});
afterAll(() => server?.stop());

const somebody = () => new Visitor('somebody', server.address);
const words = () => hostile(robot.next()).short;

/** Sends the form of a page, and looks at what is answered. */
async function send(who: Visitor, page: string, fields: Record<string, string>): Promise<Answer> {
  const csrf = await tokenOf(who, page);
  expect(csrf, page).not.toBe('');
  const answer = await who.post(page, new URLSearchParams({ csrf, ...fields }));
  robot.look(answer);
  expect([...robot.faults]).toEqual([]);
  return answer;
}

async function signsIn(to: string): Promise<Visitor> {
  const who = somebody();
  const { headers } = await send(who, '/sign-in', { email: MAIL, password: PASSWORD });
  expect(headers.get('location')).toBe(to);
  return who;
}

test('what is typed when setting up comes back as words, refused and taken', async () => {
  const asha = somebody();
  const [authorityName, name] = [words(), words()];
  const typed = { authorityName, name, colour: words(), email: words(), password: words() };
  const refused = await send(asha, '/set-up', typed);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('&lt;tl-x');
  const right = { ...typed, colour: '#0b5cad', email: MAIL, password: PASSWORD };
  expect((await send(asha, '/set-up', right)).status).toBe(302);
  for (const page of ['/', '/people', '/account', '/authority', '/history', '/programmes/new']) {
    robot.look(await asha.get(page));
  }
  expect([...robot.faults]).toEqual([]);
  expect((await asha.get('/people')).text).toContain('&lt;tl-x');
  const asked = { intent: 'passwords', passwords: 'allowed', codeRequired: 'on' };
  expect((await send(asha, '/authority/signing-in', asked)).status).toBe(302);
});

test('what is typed as a code comes back as words, when codes are set up and when they are asked for', async () => {
  const first = await signsIn('/sign-in/set-up-code');
  expect((await send(first, '/sign-in/set-up-code', { code: words() })).status).toBe(422);
  const { text } = await first.get('/sign-in/set-up-code');
  const key = /\b(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}\b/.exec(text)?.[0].replaceAll(' ', '') ?? '';
  const code = codeAt(key, new Date());
  expect((await send(first, '/sign-in/set-up-code', { code })).status).toBe(200);
  const next = await signsIn('/sign-in/code');
  expect((await send(next, '/sign-in/code', { code: words() })).status).toBe(422);
});
