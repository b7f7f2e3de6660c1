import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeRealData, realPath } from '#test/real-data.ts';
import { readTheoryFile } from './formats/read-file.ts';
import { countsByType } from './graph.ts';
import { readPrintedTheory, statementsIn } from './printed-theory.ts';

/** A made-up table in the shape in which authorities print theirs: footers stand offset. */
const rows = [
  [
    'Aim: Every family can find help early',
    'Long-term outcomes',
    'Intermediate outcomes',
    'Assumptions',
    'Activities',
  ],
  ['', 'Children are ready for school', 'Parents come to a hub', 'Staff stay', 'Open at weekends'],
  ['', 'Parents feel less alone', '', 'Families know where to go', 'Train peer supporters'],
  ['', 'Our ultimate goal', '', '', ''],
  ['', 'What we want to achieve', '', 'The barriers we need to consider', 'What we need to do'],
];

const labels = (table: string[][]) =>
  readPrintedTheory(table).boxes.map(({ type, label }) => `${type}: ${label}`);

describe('a printed theory', () => {
  test('gives a box a cell, an aim from the corner, and no box for the captions at its foot', () => {
    const read = readPrintedTheory(rows);
    expect(countsByType(read as never)).toMatchObject({
      aim: 1,
      longTermOutcome: 2,
      intermediateOutcome: 1,
      assumption: 2,
      activity: 2,
    });
    expect(read.boxes[0]).toMatchObject({ type: 'aim', label: 'Every family can find help early' });
    expect(read.leftOut.map(({ row }) => row).sort()).toEqual([3, 4]);
    expect(read.problems).toEqual([]);
  });

  test('reads the columns by their titles, in whatever order and spelling', () => {
    const table = [
      ['ACTIVITIES', 'Long term outcomes (3-5 years)', 'Intermediate Outcome', 'Resources'],
      ['Open at weekends', 'Children are ready', 'Parents come', 'Two workers'],
    ];
    expect(labels(table)).toEqual([
      'activity: Open at weekends',
      'longTermOutcome: Children are ready',
      'intermediateOutcome: Parents come',
      'input: Two workers',
    ]);
  });

  test('finds the titles under a heading, and an aim above them', () => {
    const table = [
      ['Theory of change for Eastmoor', '', ''],
      ['Vision: Children thrive', '', ''],
      ['Inputs', 'Activities', 'Impact'],
      ['Two workers', 'Visit at home', 'Children thrive'],
    ];
    const read = readPrintedTheory(table);
    expect(read.headerRow).toBe(2);
    expect(read.boxes.map(({ type }) => type)).toEqual(['aim', 'input', 'activity', 'impact']);
    expect(read.leftOut).toMatchObject([{ words: 'Theory of change for Eastmoor' }]);
  });

  test('passes over titles that are printed again on the next page', () => {
    const titles = ['Activities', 'Impact'];
    expect(labels([titles, ['Visit', 'Thrive'], titles, ['Call', '']])).toHaveLength(3);
  });

  test('keeps a short last row that says what a box says', () => {
    const table = [
      ['Activities', 'Assumptions'],
      ['Visit at home', 'Parents open the door'],
      ['Champions promote the hubs', 'Money continues'],
    ];
    expect(labels(table)).toHaveLength(4);
  });

  test('takes what looks like a caption when a person says so', () => {
    const read = readPrintedTheory(rows, { keep: new Set([4]) });
    expect(read.boxes.map(({ label }) => label)).toContain('What we need to do');
  });

  test('says which column it does not know, and takes the type that a person gives it', () => {
    const table = [
      ['Activities', 'Impact', 'Milestones'],
      ['Visit', 'Thrive', 'By May'],
    ];
    expect(readPrintedTheory(table).problems.map(({ message }) => message)).toEqual([
      'The column “Milestones” is not taken over: choose what its boxes are.',
    ]);
    const chosen = readPrintedTheory(table, { types: new Map([[2, 'output']]) });
    expect(chosen.problems).toEqual([]);
    expect(chosen.boxes.map(({ type }) => type)).toEqual(['activity', 'impact', 'output']);
  });

  test('of which no title is known says what to do and makes nothing up', () => {
    const read = readPrintedTheory([
      ['Who', 'When'],
      ['Priya', 'May'],
    ]);
    expect(read.boxes).toEqual([]);
    expect(read.problems[0]?.message).toMatch(/^No column title says/);
  });

  test('splits a cell that holds several statements when asked', () => {
    expect(statementsIn('Staff stay.  Parents know. They come; Buses run')).toEqual([
      'Staff stay.',
      'Parents know.',
      'They come;',
      'Buses run',
    ]);
    const table = [['Activities'], ['Visit at home. Call every week.']];
    expect(readPrintedTheory(table, { split: true }).boxes).toHaveLength(2);
  });
});

describeRealData('the theory that Westminster printed', () => {
  const tables = realPath('..', 'tables');
  const printed = path.join(tables, 'westminster_toc_as_printed.csv');

  test.runIf(existsSync(printed))('has the elements that its readers counted and no link', () => {
    const read = readTheoryFile(readFileSync(printed), 'Westminster');
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const oracle = JSON.parse(readFileSync(path.join(tables, 'westminster_toc.json'), 'utf8')) as {
      nodes: { label: string }[];
    };
    expect(countsByType(read.theory)).toMatchObject({
      aim: 1,
      longTermOutcome: 8,
      intermediateOutcome: 7,
      assumption: 8,
      activity: 8,
    });
    expect(read.theory.links).toEqual([]);
    expect(new Set(read.theory.boxes.map(({ label }) => label))).toEqual(
      new Set(oracle.nodes.map(({ label }) => label)),
    );
  });

  test.runIf(existsSync(printed))('is the same when its readers’ own JSON is read', () => {
    const read = readTheoryFile(readFileSync(path.join(tables, 'westminster_toc.json')), 'W');
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(countsByType(read.theory)).toMatchObject({ aim: 1, longTermOutcome: 8, activity: 8 });
  });
});
