import { record, type Programme } from '#db/people.ts';
import { groupedBy } from '#app/themes/grouped.ts';
import { scoresOf } from '#db/register.ts';
import { theStore } from '#db/store.server.ts';
import { writeCsv } from '#app/survey/csv.ts';
import { wholeWorkbook } from '#app/documents/workbook.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { assessedNeeds } from '#app/needs/document/read-needs.server.ts';
import { CRITERIA } from './priority.ts';
import {
  REGISTER_COLUMNS,
  registerRows,
  type NeedToWrite,
  type WrittenNeed,
} from './register-file.ts';

export const REGISTER_FORMATS = ['csv', 'xlsx'] as const;
export type RegisterFormat = (typeof REGISTER_FORMATS)[number];

/** The register of needs as a file that opens in a spreadsheet and can be brought in again. */
export async function exportRegister(
  by: Person,
  programme: Programme,
  format: RegisterFormat,
): Promise<{ type: string; body: Uint8Array<ArrayBuffer> }> {
  allow(by, 'programme.see', programme);
  const rows = registerRows(await needsToWrite(programme));
  await theStore().write(null, (tx) =>
    record(tx, by, 'needs.exported', { kind: 'programme', id: programme.id }, { format }),
  );
  if (format === 'csv') {
    const body = new Uint8Array(Buffer.from(writeCsv(rows, { forExcel: true }), 'utf8'));
    return { type: 'text/csv; charset=utf-8', body };
  }
  const widths = REGISTER_COLUMNS.map((name) =>
    /^(Need|Why|Evidence|Not now)/.test(name) ? 50 : 18,
  );
  return {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: await wholeWorkbook([{ name: 'Register of needs', widths, rows }]),
  };
}

async function needsToWrite(programme: Programme): Promise<NeedToWrite[]> {
  const { read } = theStore();
  const { authorityId, id } = programme;
  const scores = groupedBy(await scoresOf(read, authorityId, id), ({ needId }) => needId);
  return (await assessedNeeds(programme)).map((need) => ({
    ...need,
    scores: scoresFor(scores.get(need.id) ?? []),
  }));
}

function scoresFor(
  rows: readonly { criterion: string; score: number; reason: string }[],
): WrittenNeed['scores'] {
  const found = {} as NonNullable<WrittenNeed['scores']>;
  for (const criterion of CRITERIA) {
    const row = rows.find((each) => each.criterion === criterion);
    if (!row) return null;
    found[criterion] = { score: row.score, reason: row.reason };
  }
  return found;
}
