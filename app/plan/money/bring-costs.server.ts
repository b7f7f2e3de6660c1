import { z } from 'zod';
import { readCsv } from '#app/survey/csv.ts';
import type { Programme } from '#db/people.ts';
import type { BringAnswer } from './BringCosts.tsx';
import { readCosts } from './cost-file.ts';
import type { CostFields } from './cost-form.ts';
import { NO_STREAM, NO_STREAM_NAME } from './costs.ts';
import { sumOfPence } from './money.ts';
import { readMoney } from './read-money.server.ts';

/** What is sent: the rows as text, or a file that takes their place. */
export const BringForm = z.object({
  intent: z.enum(['check', 'keep'], 'Press “Check the costs”'),
  text: z.string().default(''),
  file: z.instanceof(File).optional(),
});

const MOST_BYTES = 1024 * 1024;

export type Checked =
  { ok: true; costs: CostFields[]; answer: BringAnswer } | { ok: false; answer: BringAnswer };

/** Reads what was sent and says what it holds, row by row; keeps nothing. */
export async function checkCosts(
  programme: Programme,
  sent: z.output<typeof BringForm>,
): Promise<Checked> {
  const file = sent.file !== undefined && sent.file.size > 0 ? sent.file : null;
  const bytes =
    file === null ? new TextEncoder().encode(sent.text) : new Uint8Array(await file.arrayBuffer());
  const typed = { text: file === null ? sent.text : new TextDecoder().decode(bytes) };
  const refused = (message: string): Checked => ({
    ok: false,
    answer: { problems: [{ field: 'text', message }], typed },
  });
  if (bytes.length === 0) return refused('Paste rows of costs, or choose a file');
  const csv = readCsv(bytes, { maxBytes: MOST_BYTES });
  if (!csv.ok) return refused(csv.problems[0]?.message ?? 'This cannot be read as a table');
  const money = await readMoney(programme);
  const read = readCosts(csv.rows, csv.lines, money);
  if (!read.ok) {
    const problems = [{ field: 'text', message: 'Put the rows below right, and check again' }];
    return { ok: false, answer: { problems, typed, rowProblems: read.problems } };
  }
  const title = new Map(money.lines.map((line) => [line.id, line.title]));
  const stream = new Map(money.streams.map(({ id, name }) => [id, name]));
  stream.set(NO_STREAM, NO_STREAM_NAME);
  return {
    ok: true,
    costs: read.costs,
    answer: {
      problems: [],
      typed,
      read: {
        sum: sumOfPence(read.costs.map(({ amount }) => amount)),
        rows: read.costs.map(({ lineId, what, kind, year, streamId, amount }) => ({
          line: title.get(lineId ?? '') ?? '',
          stream: stream.get(streamId ?? '') ?? '',
          ...{ what, kind, year, amountPence: amount },
        })),
      },
    },
  };
}
