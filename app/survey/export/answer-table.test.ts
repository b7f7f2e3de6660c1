import fc from 'fast-check';
import { expect, it } from 'vitest';
import { surveyTemplate } from '#templates/surveys/index.ts';
import { answerTable, type AnswerRow } from './answer-table.ts';
import { readAnswerFile } from '#app/survey/import/answer-columns.ts';
import { readCsv, writeCsv } from '#app/survey/csv.ts';
import { readAnswers } from '#app/survey/import/imported-answers.ts';
import { matchColumns } from '#app/survey/import/match-columns.ts';
import { optionsOf, OTHER, otherKey } from '#app/survey/options.ts';
import { makeRules } from '#app/survey/rules.server.ts';

const template = surveyTemplate('family-needs');
if (!template) throw new Error('The family survey is missing.');
const rules = makeRules(template.definition);

/** Believable sets of answers, as they are stored. */
const someAnswers = fc
  .record(
    Object.fromEntries(
      rules.questions.flatMap((question): [string, fc.Arbitrary<unknown>][] => {
        const values = optionsOf(question).map(({ value }) => value);
        const words = fc.constantFrom('A bus on Sundays, please', '=1+1', '"Quoted"', 'Nan');
        const long = fc.oneof(words, fc.constant('One\nTwo'));
        if (question.type === 'comment') return [[question.name, long]];
        if (values.length === 0) return [[question.name, words]];
        const one = fc.constantFrom(...values);
        const other: [string, fc.Arbitrary<unknown>] = [otherKey(question.name), words];
        if (question.type !== 'checkbox') return [[question.name, one], other];
        const few = fc.uniqueArray(one, { minLength: 1, maxLength: 3 });
        const alone = few.map((some) => (some.includes('none') ? ['none'] : some));
        return [[question.name, alone.map((some) => inOrder(some, values))], other];
      }),
    ),
    { requiredKeys: ['hubUse'] },
  )
  .map((answers) => rules.finishImported(withOtherWords(answers)).kept);

function inOrder(some: unknown[], values: readonly unknown[]): unknown[] {
  return values.filter((value) => some.includes(value));
}

function withOtherWords(answers: Record<string, unknown>): Record<string, unknown> {
  for (const { name } of rules.questions) {
    const said = [answers[name]].flat().includes(OTHER);
    if (said) answers[otherKey(name)] ??= 'Something';
  }
  return answers;
}

it.each(['reading', 'analysis'] as const)(
  'what is exported for %s comes back the same',
  (tableFor) => {
    fc.assert(
      fc.property(fc.array(someAnswers, { minLength: 1, maxLength: 8 }), (sets) => {
        const rows: AnswerRow[] = sets.map((answers, i) => ({
          answeredOn: `2026-03-${String(i + 10)}`,
          channel: 'web',
          answers,
        }));
        const text = writeCsv(answerTable(rules.questions, rows, tableFor), {
          forExcel: tableFor === 'reading',
        });
        const csv = readCsv(new TextEncoder().encode(text));
        if (!csv.ok) throw new Error(JSON.stringify(csv.problems));
        const file = readAnswerFile(csv.rows);
        const places = matchColumns(file, rules.questions);
        const read = readAnswers(csv, file, places, rules.questions, rules.finishImported);
        expect(read.problems).toEqual([]);
        expect(read.answers.map(({ answers }) => answers)).toEqual(sets);
        expect(read.answers.map(({ day }) => day)).toEqual(
          rows.map(({ answeredOn }) => answeredOn),
        );
      }),
      { numRuns: 60 },
    );
  },
);

it('has the same columns whatever was answered', () => {
  const headings = (answers: AnswerRow[]) => answerTable(rules.questions, answers, 'analysis')[0];
  const one = { answeredOn: '2026-03-01', channel: 'web', answers: { hubUse: 'once' } };
  expect(headings([one])).toEqual(headings([]));
  expect(headings([])).toContain('barriers/transport');
  expect(headings([])).toContain('barriers/other-words');
});

it('tells not asked, no reply and prefer not to say apart', () => {
  const { kept } = rules.finish({ hubUse: 'knew', childrenAges: ['1-2'], sex: 'refused' });
  const [headings = [], cells = []] = answerTable(
    rules.questions,
    [{ answeredOn: '2026-03-01', channel: 'web', answers: kept }],
    'analysis',
  );
  const cell = (name: string) => cells[headings.indexOf(name)];
  expect(cell('satisfaction')).toBeNull();
  expect(cell('ageBand')).toBe('no reply');
  expect(cell('sex')).toBe('refused');
  expect(cell('childrenAges/1-2')).toBe(1);
  expect(cell('childrenAges/3-4')).toBe(0);
  expect(cell('heardFrom/school')).toBe('no reply');
});
