import type { Programme } from '#db/people.ts';
import { writeCsv } from '#app/survey/csv.ts';
import { wholeWorkbook } from '#app/documents/workbook.server.ts';
import { placeCode } from '#app/survey/from-template.ts';
import { many, sayMoment } from '#app/ui/words.ts';
import { aboutLines, tidyLines, wideLines } from './crosstab-file.ts';
import type { Asked } from './crosstab-form.ts';
import { RULE } from './load-variables.server.ts';
import { sayTitle } from './say-crosstab.ts';
import { countingOf, tellCrosstab } from './show-crosstab.server.ts';

/**
 * A table as a file, told as it is on the page and kept in the ledger as taken out. Null where there is
 * no such survey or the table cannot be shown.
 */
export async function crosstabFile(
  programme: Programme,
  surveyId: string,
  asked: Asked,
  format: 'csv' | 'xlsx',
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> } | null> {
  const found = await countingOf(programme, surveyId);
  if (!found) return null;
  const { survey, counting } = found;
  const told = await tellCrosstab(programme, surveyId, counting, asked, 'exported');
  if (!told.crosstab.ok) return null;
  const { table } = told.crosstab;
  const name = `${placeCode(sayTitle(table)).slice(0, 60)}.${format}`;
  const tidy = tidyLines(table);
  if (format === 'csv') {
    return { name, bytes: new TextEncoder().encode(writeCsv(tidy, { forExcel: true })) };
  }
  const counted = `${many(told.answers, 'answer')}, ${sayMoment(told.at)}`;
  const about = aboutLines(table, { survey: survey.title, counted, threshold: RULE.threshold });
  const widths = [40, ...table.columns.map(() => 16), 12];
  const sheets = [
    { name: 'Table', widths, rows: wideLines(table) },
    { name: 'Figures', widths: [40, 40, 12, 12, 12, 12, 12, 16, 16], rows: tidy },
    { name: 'About', widths: [20, 120], rows: about },
  ];
  return { name, bytes: await wholeWorkbook(sheets) };
}
