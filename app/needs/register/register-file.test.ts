import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeCsv } from '#app/survey/csv.ts';
import { workbook } from '#app/documents/workbook.server.ts';
import { tableOfFile } from './import-register.server.ts';
import { CRITERIA, type Criterion } from './priority.ts';
import { readRegister, registerRows, type NeedToWrite, type WrittenNeed } from './register-file.ts';

const words = fc
  .oneof(
    fc.constantFrom(
      '=SUM(A1)',
      '+44 7700',
      '-5',
      '@home',
      "'quoted'",
      'a\nb',
      '"x", y',
      'بہتر وقت',
      'Plant "A"; B',
    ),
    fc.string({ minLength: 1, maxLength: 40 }),
  )
  // What a form keeps: trimmed, printable.
  .map((text) => text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ').trim())
  .filter((text) => text !== '');
const scores = fc.option(
  fc
    .array(fc.record({ score: fc.integer({ min: 0, max: 4 }), reason: words }), {
      minLength: 4,
      maxLength: 4,
    })
    .map(
      (all) =>
        Object.fromEntries(CRITERIA.map((criterion, at) => [criterion, all[at]])) as Record<
          Criterion,
          { score: number; reason: string }
        >,
    ),
);
const need: fc.Arbitrary<NeedToWrite> = fc.record({
  statement: words,
  who: words,
  place: words,
  howMany: words,
  priority: fc.constantFrom('high' as const, 'medium' as const, 'low' as const),
  priorityReason: words,
  notNowBecause: fc.oneof(fc.constant(''), words),
  scores,
  points: fc.option(fc.integer({ min: 0, max: 100 })),
  evidenceFor: fc.array(words, { maxLength: 2 }),
  evidenceAgainst: fc.array(words, { maxLength: 2 }),
  barriers: fc.array(words, { maxLength: 2 }),
});

/** What of a need comes back from a file: evidence does not. */
const comesBack = ({
  points: _p,
  evidenceFor: _f,
  evidenceAgainst: _a,
  barriers: _b,
  ...rest
}: NeedToWrite): WrittenNeed => rest;

async function back(bytes: Uint8Array) {
  const table = await tableOfFile(bytes);
  if (!table.ok) throw new Error(table.problems[0]?.message);
  return readRegister(table.rows, table.lines);
}

describe('the register as a file', () => {
  test('comes back from CSV as it was taken away, whatever is written in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(need, { minLength: 1, maxLength: 4 }), async (needs) => {
        const csv = writeCsv(registerRows(needs), { forExcel: true });
        const read = await back(new TextEncoder().encode(csv));
        expect(read).toEqual({ ok: true, needs: needs.map(comesBack) });
      }),
      { numRuns: 60 },
    );
  });

  test('comes back from a workbook too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(need, { minLength: 1, maxLength: 3 }), async (needs) => {
        const pieces: Uint8Array[] = [];
        const rows = registerRows(needs);
        for await (const piece of workbook([{ name: 'Needs', widths: [], rows }]))
          pieces.push(piece);
        const read = await back(new Uint8Array(Buffer.concat(pieces)));
        expect(read).toEqual({ ok: true, needs: needs.map(comesBack) });
      }),
      { numRuns: 20 },
    );
  });

  test('only the need itself must be there; what is not said is said to be so', () => {
    expect(readRegister([['need'], ['Saturday groups']], [1, 2])).toEqual({
      ok: true,
      needs: [
        {
          statement: 'Saturday groups',
          who: 'Not said',
          place: 'Not said',
          howMany: 'Not known',
          priority: 'medium',
          priorityReason: 'Not weighed yet.',
          notNowBecause: '',
          scores: null,
        },
      ],
    });
  });

  test('every wrong row is named by its line, and nothing comes in', () => {
    const header = ['Need', 'Priority', 'Size (0 to 4)'];
    const rows = [header, ['A', 'Urgent', ''], ['', 'High', ''], ['C', 'high', '7'], ['D', '', '']];
    expect(readRegister(rows, [1, 2, 3, 5, 6])).toEqual({
      ok: false,
      problems: [
        { line: 2, message: 'The priority “Urgent” is not High, Medium or Low' },
        { line: 3, message: 'Enter what is needed, in one sentence' },
        {
          line: 5,
          message: 'The score for size must be a whole number from 0 to 4; give all four or none',
        },
      ],
    });
    expect(readRegister([['Name'], ['x']], [1, 2])).toMatchObject({ ok: false });
    expect(readRegister([['Need']], [1])).toMatchObject({ ok: false });
  });
});
