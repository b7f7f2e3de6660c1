import { record } from '#db/people.ts';
import { howManyReadings, readersIn, readingsOf, type Reading } from '#db/readings.ts';
import { theStore } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import { ROLE_NAMES, ROLES, type Person, type Role } from '#app/people/can.ts';
import { writeCsv } from '#app/survey/csv.ts';
import { narrowed, sayWhat, type TypedAsked } from './readings-asked.ts';

const SIZE = 50;

/** Who read what, a page of it, and everybody who stands there. */
export async function readLog(by: Person, typed: TypedAsked, page: number) {
  allow(by, 'privacy.manage', by);
  const { read } = theStore();
  const asked = narrowed(typed);
  const count = await howManyReadings(read, by.authorityId, asked);
  const readers = await readersIn(read, by.authorityId);
  return {
    count,
    pages: Math.ceil(count / SIZE),
    rows: await readingsOf(read, by.authorityId, asked, page, SIZE),
    readers: readers.sort((one, other) => one.name.localeCompare(other.name, 'en-GB')),
  };
}

const HEADINGS = ['When', 'Who', 'Role', 'What', 'How many', 'As a file', 'Kind', 'Id', 'Page'];

/** The log as a file, some at a time; that it was taken stands in the trail of changes. */
export async function takeLog(by: Person, typed: TypedAsked): Promise<string> {
  allow(by, 'privacy.manage', by);
  const asked = { until: new Date(), ...narrowed(typed) };
  const thing = { kind: 'authority', id: by.authorityId };
  await theStore().write(null, (tx) => record(tx, by, 'readings.exported', thing));
  const pieces = [writeCsv([HEADINGS], { forExcel: true })];
  for (let page = 0; ; page += 1) {
    const rows = await readingsOf(theStore().read, by.authorityId, asked, page, 1000);
    if (rows.length === 0) return pieces.join('');
    pieces.push(writeCsv(rows.map(cells), { forExcel: true, begins: false }));
  }
}

const cells = (row: Reading) => [
  row.at.toISOString(),
  row.personName,
  sayRole(row.personRole),
  sayWhat(row.what),
  row.count,
  row.asFile ? 'yes' : 'no',
  row.thingKind,
  row.thingId,
  row.path,
];

export const sayRole = (role: string): string =>
  ROLES.includes(role as Role) ? ROLE_NAMES[role as Role] : role;
