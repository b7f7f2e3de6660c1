import { afterAll, beforeAll, expect, test } from 'vitest';
import { Robot } from '../robot/robot.ts';
import { Addresses, everyRoute } from '../robot/routes.ts';
import { isForFamilies } from '../robot/reached.ts';
import { Visitor } from '../robot/visitor.ts';
import { startServer, type Running } from '../running-server.ts';

// Stored script, formulas and markup in every form and every import that can be reached, by everybody;
// then everything is looked at, and taken as a file. What was tried to see it fail stands in
// docs/decisions/0047-hostile-words.md.

const routes = everyRoute();
const where = new Addresses(routes);
const robot = new Robot(where);

let server: Running;
let lead: Visitor;
let others: Visitor[];

beforeAll(async () => {
  server = await startServer({
    env: { NODE_ENV: 'production', TRUSTED_PROXIES: '1' },
  });
  const comer = (as: Parameters<Running['door']>[0]) =>
    new Visitor(as, server.address, server.door(as));
  lead = comer('strategic lead');
  others = [
    comer('panel facilitator'),
    comer('commissioner'),
    comer('parent on the panel'),
    new Visitor('a stranger', server.address),
  ];
  for (const visitor of [lead, ...others]) await visitor.comeIn();
});
afterAll(() => server?.stop());

/** Where somebody begins: at the front, and a stranger wherever families are led. */
const startsOf = ({ name }: Visitor) =>
  name === 'a stranger' ? [...robot.addresses].filter(isForFamilies) : ['/'];

test('what is typed into any form or file comes back as words, in pages and files', async () => {
  await robot.walk(lead, ['/'], { deeds: 'fill', most: 1 });
  for (const visitor of others)
    await robot.walk(visitor, startsOf(visitor), { deeds: 'fill', most: 1 });
  await robot.walk(lead, ['/'], { deeds: 'look', most: 1 });
  for (const visitor of others.slice(2))
    await robot.walk(visitor, startsOf(visitor), { deeds: 'look', most: 1 });
  await robot.walk(lead, ['/'], { deeds: 'harm', most: 1 });
  expect([...robot.faults]).toEqual([]);
}, 900_000);

test('the robot was taken seriously: most of what it typed was kept and was seen again', () => {
  const forms = [...robot.forms.values()];
  expect(forms.filter(({ taken }) => taken).length).toBeGreaterThan(forms.length * 0.8);
  const seen = [...robot.taken].filter((number) => robot.seenIn.has(number));
  expect(seen.length).toBeGreaterThan(robot.taken.size * 0.7);
  const types = new Set([...robot.seenIn.values()].flatMap((all) => [...all]));
  for (const type of ['text/html', 'text/csv', 'image/svg+xml', 'application/json']) {
    expect(types).toContain(type);
  }
  expect(
    [...types].filter((type) => type.startsWith('application/vnd.openxmlformats')),
  ).not.toEqual([]);
});
