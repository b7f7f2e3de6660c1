import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { can, ROLES, type Person, type Role } from '#app/people/can.ts';
import { engine } from '#db/dialect.ts';
import { newId } from '#db/ids.ts';
import { projectFolder } from '#db/migrations-folder.server.ts';
import { insertPerson } from '#db/people.ts';
import type { Store } from '#db/store.server.ts';
import { BrowserOf, type Came } from '../browser-of.ts';
import { freshStore } from '../fresh-store.ts';
import { makeBorough, type Borough } from '../people.ts';
import { BY_DEED, FORMS_OF_DEEDS, NO_FORM, OPENS, PARAMS, PRESSES, PUBLIC } from '../who-may.ts';

// Every route, found from the folder, asked by each role and by nobody. What a role may is said twice: by
// the list in test/who-may.ts with the rights of app/people/can.ts, and by what the route answers. A new
// route that changes something and is not in the list fails; so does one whose guard is another.
// Mutation tried: 'needs.edit' out of the guard of an action and of a loader.

interface RouteModule {
  loader?: (args: LoaderFunctionArgs) => Promise<unknown>;
  action?: (args: ActionFunctionArgs) => Promise<unknown>;
}

const folder = path.join(projectFolder(), 'app', 'routes');
const fileOf = (name: string) =>
  readdirSync(path.join(folder, name)).find((one) => /^route\.tsx?$/.test(one));
const names = readdirSync(folder).filter((name) => fileOf(name) && !PUBLIC.has(name));
const load = (name: string) =>
  import(/* @vite-ignore */ path.join(folder, name, fileOf(name) ?? '')) as Promise<RouteModule>;

let store: Store;
let ours: Borough;
const browsers = new Map<Role, BrowserOf>();
const persons = new Map<Role, Person>();

beforeAll(async () => {
  store = await freshStore();
  ours = await makeBorough();
  const sam = {
    id: newId(),
    authorityId: ours.authorityId,
    name: 'Sam Reed',
    role: 'safeguarding',
  };
  await store.write(null, (tx) =>
    insertPerson(tx, {
      ...sam,
      ...{ email: null, passwordHash: null, createdAt: new Date(), closedAt: null },
    }),
  );
  const { asha, priya, tom, grace, dan, leanne } = ours;
  for (const person of [asha, priya, tom, grace, dan, leanne, sam as Person]) {
    persons.set(person.role, person);
    browsers.set(person.role, await BrowserOf.signedIn(person));
  }
});
afterAll(() => store.close());

/** Every name in the address of a route: the programme's own, and what nobody has. */
const paramsOf = (name: string) => ({
  ...Object.fromEntries([...name.matchAll(/\$(\w+)/g)].map(([, one = '']) => [one, 'nothing'])),
  programmeId: ours.programme.id,
  ...PARAMS[name],
});

type Said = 'let in' | 'refused' | 'sent to sign in';

function saidBy({ status, location }: Came<unknown>): Said {
  // To confirm that it is them is asked of those only who may do it.
  if (/^\/(sign-in(\?|$)|lost-link|m\b)/.test(location ?? '')) return 'sent to sign in';
  return status === 403 ? 'refused' : 'let in';
}

function expected(right: string, role: Role): Said {
  if (right === 'member') return role === 'panel-member' ? 'let in' : 'sent to sign in';
  if (role === 'panel-member') return 'sent to sign in';
  if (right === 'staff') return 'let in';
  const person = persons.get(role);
  const may = person && can(person, right as Parameters<typeof can>[1], person).yes;
  return may ? 'let in' : 'refused';
}

/** What each role is told, and what it should be told. */
async function asked(right: string, ask: (browser: BrowserOf) => Promise<Came<unknown>>) {
  const told: Record<string, Said> = { nobody: saidBy(await ask(new BrowserOf())) };
  const right_: Record<string, Said> = { nobody: 'sent to sign in' };
  for (const role of ROLES) {
    const browser = browsers.get(role) ?? new BrowserOf();
    told[role] = saidBy(await ask(browser));
    right_[role] = expected(right, role);
  }
  return { told, should: right_ };
}

test('the list names routes that there are, and each one once', () => {
  const all = new Set(readdirSync(folder));
  const listed = [...OPENS.keys(), ...PRESSES.keys(), ...BY_DEED, ...PUBLIC];
  expect(listed.filter((name) => !all.has(name))).toEqual([]);
  expect([...PRESSES.keys()].filter((name) => BY_DEED.has(name))).toEqual([]);
});

// Rights are looked at before any engine is asked: once is enough.
describe.runIf(engine === 'sqlite').each(names)('%s', (name) => {
  test('is open to whom it should be, and answers the forms of whom it should', async () => {
    const { loader, action } = await load(name);
    const params = paramsOf(name);
    if (loader) {
      const right = OPENS.get(name) ?? (name.startsWith('programmes.$') ? 'programme.see' : '');
      expect(right, 'is in no list').not.toBe('');
      const { told, should } = await asked(right, (browser) => browser.get(loader, '/x', params));
      expect({ name, told }).toEqual({ name, told: should });
    }
    if (action) {
      const right = PRESSES.get(name) ?? (BY_DEED.has(name) ? 'programme.see' : '');
      expect(right, 'its form is in no list').not.toBe('');
      const press = (browser: BrowserOf) => browser.copy().post(action, '/x', {}, params);
      const { told, should } = await asked(right, press);
      expect({ name, pressed: told }).toEqual({ name, pressed: should });
    }
  });
});

describe.runIf(engine === 'sqlite')(
  'what any member of staff may send is decided by what it asks for',
  () => {
    test('each has a form that is tried', () => {
      const tried = new Set(FORMS_OF_DEEDS.map(({ route }) => route));
      const left = [...BY_DEED].filter((name) => !tried.has(name) && !Object.hasOwn(NO_FORM, name));
      expect(left).toEqual([]);
    });

    test.each(FORMS_OF_DEEDS)('$route $fields', async ({ route, right, fields, params }) => {
      const { action } = await load(route);
      if (!action) throw new Error(`${route} answers no form.`);
      const at = { ...paramsOf(route), ...params };
      const press = (browser: BrowserOf) => browser.copy().post(action, '/x', fields, at);
      const { told, should } = await asked(right, press);
      expect(told).toEqual(should);
    });
  },
);
