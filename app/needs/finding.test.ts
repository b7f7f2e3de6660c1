import { describe, expect, it } from 'vitest';
import { Definition } from '#app/survey/definition.ts';
import { resultsOf } from '#app/survey/results.ts';
import { areaFinding, decileFinding, sayShare, surveyFinding, tableFinding } from './finding.ts';
import { differing, NeedForm, suggestedNeed } from './register/need.ts';
import { checkTable } from './printed-table.ts';

const definition = Definition.parse({
  pages: [
    {
      name: 'page',
      elements: [
        {
          type: 'checkbox',
          name: 'barriers',
          title: 'What makes it hard to come?',
          choices: [{ value: 'hours', text: 'The opening hours' }, 'cost', 'rare'],
        },
      ],
    },
  ],
});

function barriers() {
  const answers = Array.from({ length: 398 }, (_, i) => ({
    barriers: i < 212 ? ['hours'] : i < 395 ? ['cost'] : ['rare'],
  }));
  const [question] = resultsOf(definition, answers).questions;
  if (!question) throw new Error('no question');
  return question;
}

const survey = { id: 's1', title: 'What families need' };

describe('findings', () => {
  it('says a row of a survey in one sentence with its base', () => {
    expect(surveyFinding(survey, barriers(), 'hours')).toMatchObject({
      kind: 'survey-finding',
      sentence:
        '212 of 398 answers (53%) chose “The opening hours” under “What makes it hard to come?”.',
      figures: { count: 212, base: 398 },
      source: { survey: 's1', question: 'barriers', row: 'hours' },
    });
  });

  it('has none of a hidden row, nor of one that is not there', () => {
    expect(surveyFinding(survey, barriers(), 'rare')).toBeNull();
    expect(surveyFinding(survey, barriers(), 'nothing')).toBeNull();
  });

  it('freezes the whole table with small numbers hidden already', () => {
    const finding = surveyFinding(survey, barriers(), 'hours');
    expect(JSON.stringify(finding?.figures)).toContain('{"answer":"rare","count":"[c]"}');
  });

  const file = {
    id: 'f1',
    title: 'Indices',
    measures: [
      {
        key: 'idaci-decile',
        header:
          'Income Deprivation Affecting Children Index (IDACI) Decile (where 1 is most deprived 10% of LSOAs)',
      },
      { key: 'children', header: 'Dependent Children aged 0-15: mid 2022' },
    ],
    areas: [
      { code: 'E01999001', name: 'A', figures: { 'idaci-decile': 1, children: 300 } },
      { code: 'E01999002', name: 'B', figures: { 'idaci-decile': 3, children: 100 } },
      { code: 'E01999003', name: 'C', figures: { 'idaci-decile': 8, children: 100 } },
      { code: 'E01999004', name: 'D', figures: { 'idaci-decile': null, children: 500 } },
    ],
  };

  it('counts areas by decile, those without a figure in no base', () => {
    expect(decileFinding(file, 'idaci-decile', 1)?.sentence).toBe(
      '1 of 3 areas (33%) are in the most deprived tenth of England by IDACI decile. 300 of 1,000 children (30%) live there. 1 more have no figure.',
    );
    expect(decileFinding(file, 'idaci-decile', 3)?.figures).toMatchObject({
      count: 2,
      children: 400,
    });
    expect(decileFinding(file, 'idaci-decile', 4)).toBeNull();
    expect(decileFinding(file, 'no-such', 1)).toBeNull();
  });

  it('takes one figure of one area, and none where there is none', () => {
    expect(areaFinding(file, 'children', 'E01999001')?.sentence).toContain('A (E01999001)');
    expect(areaFinding(file, 'idaci-decile', 'E01999004')).toBeNull();
  });

  it('does not let a wrong printed figure travel on unmarked', () => {
    const result = checkTable(
      [
        ['Hub', 'Visits'],
        ['A', '10'],
        ['B', '20'],
        ['Total', '31'],
      ],
      'Visits',
    );
    if (!result.ok) throw new Error(result.message);
    const table = { id: 't1', title: 'Visits', checked: result.table };
    expect(tableFinding(table, 2, 1)?.sentence).toBe(
      'Total: 31 (Visits), printed in “Visits”. The table’s own figures give 30.',
    );
    expect(tableFinding(table, 0, 1)?.sentence).toBe('A: 10 (Visits), printed in “Visits”.');
    expect(tableFinding(table, 0, 0)).toBeNull();
    expect(tableFinding(table, 9, 1)).toBeNull();
  });

  it.each([
    [0, '0%'],
    [0.004, 'less than 1%'],
    [0.53, '53%'],
    [0.996, 'more than 99%'],
    [1, '100%'],
  ])('says a share of %d as %s', (share, words) => {
    expect(sayShare(share)).toBe(words);
  });
});

describe('a need that a finding suggests', () => {
  it('has every field filled and passes its own form', () => {
    const finding = surveyFinding(survey, barriers(), 'hours');
    if (!finding) throw new Error('no finding');
    const need = suggestedNeed(finding, ['Aldermere', 'Dunsley']);
    expect(NeedForm.parse(need)).toEqual(need);
    expect(need).toMatchObject({
      statement: 'What makes it hard to come: The opening hours',
      place: 'Aldermere, Dunsley',
      howMany: '212 of 398 answers (53%)',
      priority: 'high',
    });
  });

  it('shows what two people changed, field by field', () => {
    const saved = NeedForm.parse({
      statement: 'A',
      who: 'B',
      place: 'C',
      howMany: 'D',
      priority: 'low',
      priorityReason: 'E',
    });
    expect(differing(saved, { ...saved, who: 'F' })).toEqual([
      { field: 'who', name: 'Who has this need', saved: 'B', typed: 'F' },
    ]);
  });
});
