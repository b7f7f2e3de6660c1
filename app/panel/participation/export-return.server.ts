import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { writeCsv } from '#app/survey/csv.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { sayQuarter, type Quarter } from './quarters.ts';
import { returnRows } from './return-file.ts';
import { versionOf } from './show-return.server.ts';

/** A version of the return as CSV, in full numbers; who took it away is kept. */
export async function exportReturn(
  by: Person,
  programme: Programme,
  quarter: Quarter,
  number: number | null,
): Promise<string> {
  allow(by, 'panel.see', programme);
  const { found, at, shown } = await versionOf(programme, quarter, number);
  const about = { kind: 'return', id: found.versions[at]?.id ?? programme.id };
  await theStore().write(null, (tx) =>
    record(tx, by, 'return.exported', about, { quarter: sayQuarter(quarter) }),
  );
  return writeCsv(returnRows(shown), { forExcel: true });
}
