import { boundariesOf, shapesIn } from '#db/areas.ts';
import { needsOf } from '#db/needs.ts';
import type { Programme } from '#db/people.ts';
import { registerRowById, registerRowsOf, type RegisterRowRow } from '#db/registers.ts';
import { theStore } from '#db/store.server.ts';
import { sayField, valuesOf } from './row.ts';
import { NO_LISTS, SPECS, type Lists, type RegisterName } from './spec.ts';

/** The lists that a register's choices come from: small areas, needs, sites. */
export async function listsOf({ authorityId, id }: Programme): Promise<Lists> {
  const { read } = theStore();
  const byName = new Intl.Collator('en-GB', { numeric: true });
  const small = (await boundariesOf(read, authorityId)).find(
    ({ level }) => level === 'small areas',
  );
  const shapes = small ? await shapesIn(read, authorityId, small.id) : [];
  const sites = await registerRowsOf(read, authorityId, id, 'sites');
  const needs = await needsOf(read, authorityId, id);
  return {
    areas: shapes
      .map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))
      .sort((a, b) => byName.compare(a.label, b.label)),
    sites: sites
      .map((site) => ({ value: site.id, label: site.name }))
      .sort((a, b) => byName.compare(a.label, b.label)),
    needs: needs.map((need) => ({ value: need.id, label: need.statement })),
  };
}

export async function standingRows(
  { authorityId, id }: Programme,
  register: RegisterName,
): Promise<RegisterRowRow[]> {
  return registerRowsOf(theStore().read, authorityId, id, register);
}

export async function removedRows(
  { authorityId, id }: Programme,
  register: RegisterName,
): Promise<RegisterRowRow[]> {
  return registerRowsOf(theStore().read, authorityId, id, register, { removed: true });
}

export async function standingRow(
  { authorityId, id }: Programme,
  register: RegisterName,
  rowId: string,
): Promise<RegisterRowRow | null> {
  const row = await registerRowById(theStore().read, authorityId, id, register, rowId);
  return row && row.removedAt === null ? row : null;
}

/** The barriers that are recorded for a need, with their kind in words. */
export async function barriersOfNeed(
  programme: Programme,
  needId: string,
): Promise<{ id: string; name: string; kind: string }[]> {
  const kind = SPECS.barriers.fields.find(({ key }) => key === 'kind');
  return (await standingRows(programme, 'barriers'))
    .filter(({ fields }) => valuesOf(fields, 'needs').includes(needId))
    .map(({ id, name, fields }) => ({
      id,
      name,
      kind: kind ? sayField(kind, fields, NO_LISTS) : '',
    }));
}
