import { describe, expect, it } from 'vitest';
import { Definition, questionsOf } from '#app/survey/definition.ts';
import { everyKind } from '#test/some-answers.ts';
import { codebookOf, codebookTable } from './codebook.ts';
import { exportColumns } from './export-columns.ts';
import { questionsAcross } from './questions-across.ts';
import { rScript, spssSyntax } from './syntax.ts';

const variables = codebookOf(exportColumns(questionsOf(everyKind)));
const named = (variable: string) => variables.find((one) => one.variable === variable);

describe('the codebook', () => {
  it('has a line for every column, and says why an answer is missing', () => {
    expect(variables).toHaveLength(exportColumns(questionsOf(everyKind)).length);
    const { values = [] } = named('radiogroup') ?? {};
    expect(values.map(({ code, label, missing }) => [code, label, missing])).toEqual([
      [1, 'no reply', null],
      [2, 'Yes, "often"', null],
      [3, '=1+1', null],
      [4, 'Twice', null],
      [5, 'Twice', null],
      [97, 'Something else', null],
      [95, 'None of these', null],
      [96, 'I do not know', null],
      [98, 'Prefer not to say', 'prefer-not-to-say'],
      [99, 'No reply', 'no-reply'],
    ]);
    expect(named('check_box_1')).toMatchObject({
      heading: 'check-box/a',
      question: 'Which of these? – a',
    });
    expect(named('check_box_1_2')).toMatchObject({ askedWhen: "{radiogroup} = 'yes'" });
    const table = codebookTable(variables);
    expect(new Set(table.map((row) => row.length))).toEqual(new Set([9]));
  });

  it('of a survey with versions holds what only older ones asked, after the newest', () => {
    const asked = (choices: string[], more: string) =>
      Definition.parse({
        pages: [
          {
            name: 'p',
            elements: [
              { type: 'radiogroup', name: 'use', choices },
              { type: 'comment', name: more },
            ],
          },
        ],
      });
    const all = questionsAcross([asked(['b', 'c'], 'newer'), asked(['a', 'b'], 'older')]);
    expect(all.map(({ name }) => name)).toEqual(['use', 'newer', 'older']);
    expect(all[0]).toMatchObject({ choices: ['b', 'c', 'a'] });
  });
});

describe('the SPSS syntax', () => {
  const syntax = spssSyntax(variables, 'a.csv', 'Title "x"\nof two lines');

  it('names every variable once where it is read, and quotes what people wrote', () => {
    const read = syntax.slice(syntax.indexOf('/VARIABLES='), syntax.indexOf('CACHE.'));
    const names = [...read.matchAll(/^ {4}(\S+) (F8\.0|F12\.2|A\d+|SDATE10)\r$/gm)];
    expect(names.map((match) => match[1])).toEqual(variables.map(({ variable }) => variable));
    expect(syntax).toContain('2 "Yes, ""often"""');
    expect(syntax).toContain('* Title "x" of two lines.');
  });

  it('tells the kinds of missing apart, and every command ends', () => {
    expect(syntax).toMatch(/MISSING VALUES\r\n {2}radiogroup \(98, 99\)/);
    expect(syntax).toMatch(/\/rating \(99\)/);
    for (const command of ['VARIABLE LABELS', 'VALUE LABELS', 'MISSING VALUES']) {
      expect(syntax.slice(syntax.indexOf(`\n${command}\r`))).toMatch(/^[^]*?\r\n {2}\.\r\n/);
    }
  });
});

describe('the R script', () => {
  it('escapes what people wrote, and gives each level once', () => {
    const script = rScript(variables, 'a.csv', 'Title');
    expect(script).toContain('"Yes, \\"often\\""');
    expect(script).toContain('"Twice", "Twice (2)"');
  });
});
