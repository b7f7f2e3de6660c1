import { describe, expect, it } from 'vitest';
import { describeRealData, realBytes } from '#test/real-data.ts';
import { readAnswerFile, type AnswerFile } from './answer-columns.ts';
import { dayIn } from './column-values.ts';
import { readCsv } from '#app/survey/csv.ts';

function layoutOf(text: string): AnswerFile {
  const read = readCsv(new TextEncoder().encode(text));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return readAnswerFile(read.rows);
}

function summary(file: AnswerFile) {
  return file.questions.map(({ name, type, columns }) => `${name} ${type} ${columns.length}`);
}

function repeated(header: string, rows: string[], times: number): string {
  return [header, ...Array.from({ length: times }, () => rows).flat()].join('\n');
}

describe('the layout of a file of answers', () => {
  it('takes one column an option, under a second line of headings, for one question', () => {
    const file = layoutOf(
      `RespondentID,Do you drive?,Which help do you use?,,,Town
,Response,Groups,Midwife,Other (please specify),Response
1,Yes,Groups,,,Aldermere
2,No,,Midwife,,Brookside
3,Yes,Groups,Midwife,,Aldermere`,
    );
    expect(file.headerRows).toBe(2);
    expect(file.rows).toBe(3);
    expect(summary(file)).toEqual([
      'do-you-drive boolean 1',
      'which-help-do-you-use checkbox 3',
      'Town radiogroup 1',
    ]);
    expect(file.questions[1]?.columns.map(({ label }) => label)).toEqual([
      'Groups',
      'Midwife',
      null,
    ]);
    expect(file.leftOut.map(({ column }) => column.header)).toEqual(['RespondentID']);
  });

  it('parts several answers in one cell, and leaves an answer that holds a comma whole', () => {
    const rows = ['Walk; Bus,"Yes, often"', 'Bus; Car,"Yes, often"', 'Walk,"No, never"'];
    const file = layoutOf(repeated('How do you travel?,Do you come?', rows, 6));
    expect(file.questions[0]).toMatchObject({ type: 'checkbox', joinedBy: ';' });
    expect(file.questions[1]).toMatchObject({ type: 'radiogroup', joinedBy: null });
  });

  it('leaves out names, addresses, phones, whole postcodes and times, and says why', () => {
    const file = layoutOf(
      repeated(
        'Start time,Completion time,Email,Name,Your phone number,IP Address,Where you live,Age,Notes',
        [
          '1/13/2026 9:00,1/13/2026 9:10,a@example.org,Ann,01632 960001,10.0.0.1,AB1 2CD,30-44,x',
          '1/14/2026 9:00,1/14/2026 9:12,b@example.org,Bob,01632 960002,10.0.0.2,AB3 4EF,45-60,y',
        ],
        3,
      ),
    );
    expect(file.day).toMatchObject({ column: { header: 'Completion time' }, order: 'month-first' });
    expect(file.questions.map(({ name }) => name)).toEqual(['Age', 'Notes']);
    expect(file.leftOut.map(({ column, why }) => `${column.header}: ${why}`)).toEqual([
      'Start time: It is a time that the other tool noted; only the day of answering is kept.',
      'Email: It holds e-mail addresses.',
      'Name: It holds people’s names.',
      'Your phone number: It holds phone numbers.',
      'IP Address: It holds network addresses.',
      'Where you live: It holds whole postcodes, which can point to one home.',
    ]);
  });

  it('keeps questions that only mention a name, a phone or an e-mail', () => {
    const file = layoutOf(
      repeated(
        'What name should the hub have?,Would you like help by phone or by email?',
        ['Sun,Phone', 'Moon,Email'],
        5,
      ),
    );
    expect(file.leftOut).toEqual([]);
  });

  it('keeps codes such as 007 as they stand, and tells a scale from a number', () => {
    const file = layoutOf(
      repeated('Area code,Score,Weight', ['007,4,71.5', '012,5,80', '007,1,64'], 5),
    );
    expect(summary(file)).toEqual(['area-code radiogroup 1', 'Score rating 1', 'Weight number 1']);
  });

  it('gives two questions that begin alike names of their own', () => {
    const same = 'How good was the help that you got from the';
    const file = layoutOf(`${same} midwife?,${same} hub?\nGood,Bad`);
    const names = file.questions.map(({ name }) => name);
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name).toMatch(/^[A-Za-z][\w-]{0,63}$/);
  });
});

describe('a day in a cell', () => {
  it.each<[string, 'day-first' | 'month-first', string | undefined]>([
    ['27/03/2026', 'day-first', '2026-03-27'],
    ['3/4/26 10:15', 'day-first', '2026-04-03'],
    ['3/4/2026', 'month-first', '2026-03-04'],
    ['2026-03-27T23:59:59Z', 'day-first', '2026-03-27'],
    ['Friday, 27 March 2026', 'day-first', '2026-03-27'],
    ['Mar 27, 2026 4:01 PM', 'day-first', '2026-03-27'],
    ['30/02/2026', 'day-first', undefined],
    ['27', 'day-first', undefined],
    ['1 or 2 2026', 'day-first', undefined],
  ])('%s read %s', (cell, order, day) => {
    expect(dayIn(cell, order)).toBe(day);
  });
});

describeRealData('exports of real survey tools', () => {
  function real(name: string): AnswerFile {
    const read = readCsv(realBytes('surveys', name));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    return readAnswerFile(read.rows);
  }

  it('SurveyMonkey with two lines of headings: ticks, a ranking and a grid', () => {
    const file = real('538-star-wars_surveymonkey_latin1.csv');
    expect(file.rows).toBe(1186);
    expect(
      file.questions.map(({ type, columns }) => `${type} ${columns.length}`).slice(1, 6),
    ).toEqual(['boolean 1', 'checkbox 6', 'ranking 6', 'matrix 14', 'radiogroup 1']);
  });

  it('placeholder headings carry the question on, other words last', () => {
    const file = real('carpentries-longterm-2017.csv');
    const field = file.questions.find(({ title }) => title === 'Field');
    expect(field).toMatchObject({ type: 'checkbox', otherWords: { header: 'Column13' } });
    expect(field?.columns).toHaveLength(12);
  });

  it('Alchemer: three boxes are one question, and a write-in belongs to its question', () => {
    const file = real('jupyter-2015-notebook-ux_surveygizmo.csv');
    expect(file.day?.column.header).toBe('Date Submitted');
    const run = file.questions.find(
      ({ title }) => title === 'How do you run the Jupyter Notebook?',
    );
    expect(run).toMatchObject({ type: 'radiogroup', otherWords: { at: 10 } });
    expect(file.questions.filter(({ type }) => type === 'multipletext')).toHaveLength(8);
  });

  it('Google Forms: joined answers, the day month first, instructors’ names left out', () => {
    const file = real('jupyter-2016-education_googleforms.csv');
    expect(file.day).toMatchObject({ column: { header: 'Timestamp' }, order: 'month-first' });
    expect(file.questions.filter(({ type }) => type === 'checkbox').length).toBeGreaterThan(4);
    expect(file.leftOut.map(({ why }) => why)).toEqual(['It holds people’s names.']);
  });

  it('LimeSurvey: codes in front, 65 ticks of one question, grids by code', () => {
    const file = real('rse-2017-nl_limesurvey.csv');
    const named = new Map(file.questions.map((question) => [question.name, question]));
    expect(named.get('currentEmp13')).toMatchObject({ type: 'checkbox' });
    expect(named.get('currentEmp13')?.columns).toHaveLength(65);
    expect(named.get('likert4')).toMatchObject({ type: 'matrix' });
    expect(named.get('rse1')).toMatchObject({ type: 'boolean' });
  });

  it('a register of places is no survey, and still nothing breaks', () => {
    const file = real('semicolon_bom_lisbon_green_spaces.csv');
    expect(file.rows).toBe(372);
    expect(file.leftOut.map(({ column }) => column.header)).toEqual([
      'name',
      'Centroid_X',
      'Centroid_Y',
      'id',
      'long',
      'lat',
    ]);
  });
});
