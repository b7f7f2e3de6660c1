import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeRealData, realBytes } from '#test/real-data.ts';
import { surveyTemplate } from '#templates/surveys/index.ts';
import { readCsv, writeCsv } from '#app/survey/csv.ts';
import { questionsOf, type Definition } from '#app/survey/definition.ts';
import { readAnswerFile } from '#app/survey/import/answer-columns.ts';
import { readAnswers } from '#app/survey/import/imported-answers.ts';
import { matchColumns } from '#app/survey/import/match-columns.ts';
import { tidyText } from '#app/survey/posted.ts';
import { makeRules } from '#app/survey/rules.server.ts';
import { everyKind, someAnswersTo } from '#test/some-answers.ts';
import {
  answerTable,
  exportColumns,
  FLAVOURS,
  headingsOf,
  withoutOwnWords,
  type AnswerRow,
  type Flavour,
} from './export-columns.ts';

const family = surveyTemplate('family-needs');
if (!family) throw new Error('The family survey is missing.');
const rules = makeRules(family.definition);

/** Writes sets of answers out as one of our files and brings them in again. */
const rulesFor = new Map([family.definition, everyKind].map((one) => [one, makeRules(one)]));

function thereAndBack(definition: Definition, sets: Record<string, unknown>[], flavour: Flavour) {
  const { questions, finishImported } = rulesFor.get(definition) ?? makeRules(definition);
  const rows: AnswerRow[] = sets.map((answers, i) => ({
    answeredOn: `2026-03-${String((i % 18) + 10)}`,
    channel: 'paper',
    answers,
  }));
  const text = writeCsv(answerTable(questions, rows, flavour), {
    forExcel: flavour === 'reading',
  });
  const csv = readCsv(new TextEncoder().encode(text));
  if (!csv.ok) throw new Error(JSON.stringify(csv.problems));
  const file = readAnswerFile(csv.rows);
  const read = readAnswers(csv, file, matchColumns(file, questions), questions, finishImported);
  return { rows, read };
}

describe.each(FLAVOURS)('what is exported for %s', (flavour) => {
  it.each([
    ['the family survey', family.definition],
    ['a questionnaire with every kind of question', everyKind],
  ])('comes back the same: %s', (_, definition) => {
    fc.assert(
      fc.property(fc.array(someAnswersTo(definition), { minLength: 1, maxLength: 8 }), (sets) => {
        const { rows, read } = thereAndBack(definition, sets, flavour);
        expect(read.problems).toEqual([]);
        // A row in which nothing was answered says nothing, and is not brought in.
        const said = sets.filter((answers) => Object.values(answers).some((one) => one !== null));
        expect(read.answers.map(({ answers }) => answers)).toEqual(said);
        if (said.length < sets.length) return;
        expect(read.answers.map(({ day }) => day)).toEqual(rows.map((row) => row.answeredOn));
        expect(read.answers.every(({ channel }) => channel === 'paper')).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the columns', () => {
  it('are the same whatever was answered, and no two have one heading', () => {
    for (const definition of [family.definition, everyKind]) {
      for (const flavour of FLAVOURS) {
        const headings = headingsOf(exportColumns(questionsOf(definition)), flavour);
        const told = headings.map((heading) =>
          flavour === 'numbers' ? heading.toLowerCase() : heading,
        );
        expect(new Set(told).size).toBe(headings.length);
      }
    }
    expect(headingsOf(exportColumns(rules.questions), 'analysis')).toContain('barriers/transport');
  });

  it('of SPSS have names that it takes', () => {
    const headings = headingsOf(exportColumns(questionsOf(everyKind)), 'numbers');
    for (const heading of headings) expect(heading).toMatch(/^[A-Za-z][A-Za-z0-9_]{0,63}$/);
    expect(headings).toContain('with_');
  });

  it('leave what families said in their own words to a file of its own', () => {
    const left = withoutOwnWords(exportColumns(rules.questions));
    const headings = headingsOf(left, 'analysis');
    expect(headings).toContain('hubUse');
    expect(headings).not.toContain('oneThing');
    expect(headings.filter((heading) => heading.endsWith('/other-words'))).toEqual([]);
  });

  it('tell not asked, no reply and prefer not to say apart', () => {
    const { kept } = rules.finish({ hubUse: 'knew', childrenAges: ['1-2'], sex: 'refused' });
    const row = { answeredOn: '2026-03-01', channel: 'web', answers: kept };
    const cells = (flavour: Flavour) => {
      const [headings = [], line = []] = answerTable(rules.questions, [row], flavour);
      return (name: string) => line[headings.indexOf(name)];
    };
    const inValues = cells('analysis');
    expect(inValues('satisfaction')).toBeNull();
    expect(inValues('ageBand')).toBe('no reply');
    expect(inValues('sex')).toBe('refused');
    expect(inValues('childrenAges/1-2')).toBe(1);
    expect(inValues('childrenAges/3-4')).toBe(0);
    expect(inValues('heardFrom/school')).toBe('no reply');
    const inNumbers = cells('numbers');
    expect([inNumbers('satisfaction'), inNumbers('ageBand'), inNumbers('sex')]).toEqual([
      null,
      99,
      98,
    ]);
  });
});

describeRealData('every naughty string, as an answer', () => {
  it.each(FLAVOURS)('comes back from the file for %s as it was stored', (flavour) => {
    const strings = (
      JSON.parse(new TextDecoder().decode(realBytes('csv-torture', 'blns.json'))) as string[]
    )
      .map(tidyText)
      .filter((text) => text !== '');
    expect(strings.length).toBeGreaterThan(400);
    const sets = strings.map((text) => ({
      ...(rulesFor.get(everyKind) ?? rules).finishImported({ comment: text }).kept,
      radiogroup: 'other',
      'radiogroup-Comment': text.slice(0, 200).trim(),
    }));
    const { read } = thereAndBack(everyKind, sets, flavour);
    expect(read.problems).toEqual([]);
    expect(read.answers.map(({ answers }) => answers['comment'])).toEqual(strings);
    expect(read.answers.map(({ answers }) => answers)).toEqual(sets);
  });
});
