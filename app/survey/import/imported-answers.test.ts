import { describe, expect, it } from 'vitest';
import { surveyTemplate } from '#templates/surveys/index.ts';
import { readAnswerFile } from './answer-columns.ts';
import { readCsv } from '#app/survey/csv.ts';
import { readAnswers, type ReadAnswers } from './imported-answers.ts';
import { matchColumns } from './match-columns.ts';
import { placeKey, type Place } from './places.ts';
import { makeRules } from '#app/survey/rules.server.ts';

const template = surveyTemplate('family-needs');
if (!template) throw new Error('The family survey is missing.');
const rules = makeRules(template.definition);

function bring(
  text: string,
  change: Record<number, Place> = {},
): ReadAnswers & { places: string[] } {
  const csv = readCsv(new TextEncoder().encode(text));
  if (!csv.ok) throw new Error(JSON.stringify(csv.problems));
  const file = readAnswerFile(csv.rows);
  const places = matchColumns(file, rules.questions).map((place, at) => change[at] ?? place);
  const read = readAnswers(csv, file, places, rules.questions, rules.finishImported);
  return { ...read, places: places.map(placeKey) };
}

describe('a file of answers to the family survey', () => {
  it('is matched by codes, by the words of the questions, and by nearly the same words', () => {
    const read = bring(
      `Date,hubUse,How old are the children you look after?,Who are you in the family?,Weather
27/03/2026,"Yes, once",1 to 2; 3 to 4,Father,Fine
28/03/2026,knew,Under 1,mother,Wet
28/03/2026,never-heard,under-1;3-4,Prefer not to say,Fine`,
    );
    expect(read.places).toEqual([
      'day',
      'question:hubUse',
      'question:childrenAges',
      'question:relationship',
      'nothing',
    ]);
    expect(read.problems).toEqual([]);
    expect(read.answers.map(({ line, day }) => [line, day])).toEqual([
      [2, '2026-03-27'],
      [3, '2026-03-28'],
      [4, '2026-03-28'],
    ]);
    expect(read.answers[0]?.answers).toMatchObject({
      hubUse: 'once',
      childrenAges: ['1-2', '3-4'],
      relationship: 'father',
      satisfaction: null,
    });
    expect(read.answers[2]?.answers).toMatchObject({ relationship: 'refused' });
    expect(read.answers[2]?.answers).not.toHaveProperty('satisfaction');
  });

  it('takes one column an option, as our own exports have it, with the other words', () => {
    const read = bring(
      `hubUse,barriers/transport,barriers/cost,barriers/other,barriers/other-words,oneThing
knew,1,0,1,The lift is broken,
knew,0,1,0,,A bus on Sundays
knew,0,0,0,,`,
    );
    expect(read.problems).toEqual([]);
    expect(read.answers.map(({ answers }) => answers['barriers'])).toEqual([
      ['transport', 'other'],
      ['cost'],
      null,
    ]);
    expect(read.answers[0]?.answers['barriers-Comment']).toBe('The lift is broken');
  });

  it('says on which line what is not understood, with the answers that are', () => {
    const read = bring(
      `hubUse,How old are you?,How good or bad was the hub for your family?
once,25 to 34,Good
knew,Twenty,
"once",35 to 44,Excellent`,
    );
    expect(read.problems).toHaveLength(2);
    expect(read.problems[0]).toMatchObject({ line: 3, column: 'How old are you?' });
    expect(read.problems[0]?.message).toMatch(/“Twenty” is not an answer .* 18 to 24/);
    expect(read.problems[1]).toMatchObject({ line: 4 });
  });

  it('counts what was answered without being asked, and empty rows, and takes neither', () => {
    const read = bring(
      `hubUse,satisfaction,Notes
knew,5,a
once,4,b
,,c`,
    );
    expect(read.problems).toEqual([]);
    expect(read.answers).toHaveLength(2);
    expect(read.emptyRows).toBe(1);
    expect([...read.notAsked]).toEqual([['satisfaction', 1]]);
    expect(read.answers[0]?.answers).not.toHaveProperty('satisfaction');
  });

  it('takes unknown words for something else only where the question has that answer', () => {
    const read = bring(`hubUse,relationship\nknew,Nan\nknew,Mother`);
    expect(read.problems).toEqual([]);
    expect(read.answers[0]?.answers).toMatchObject({
      relationship: 'other',
      'relationship-Comment': 'Nan',
    });
    expect(read.asOther.get('relationship')).toEqual({ count: 1, examples: ['Nan'] });
  });

  it('holds each answer to the survey’s own limits', () => {
    const read = bring(
      `hubUse,oneThing,support\nknew,${'x'.repeat(1001)},feeding;sleep;money;childcare`,
    );
    expect(read.problems.map(({ message }) => message)).toEqual([
      'Select 3 or fewer',
      'Your answer must be 1,000 characters or fewer',
    ]);
  });

  it('wants at least one column, and no two for the same', () => {
    const none = bring('Colour,Weather\nred,wet\nblue,dry');
    expect(none.problems.map(({ message }) => message)).toEqual([
      'No column holds answers to this survey. Choose at least one.',
    ]);
    const twice = bring('hubUse,Use\nknew,knew', { 1: { to: 'question', name: 'hubUse' } });
    expect(twice.problems[0]?.message).toMatch(/This column and “hubUse” are set to hold the same/);
    expect(twice.answers).toEqual([]);
  });

  it('reads a comma inside an option’s own words, and wrong dates', () => {
    const read = bring(
      `Date,How old are the children you look after?,wayToGetHelp
31/02/2026,1 to 2,"At a place nearer home, such as a school, library or place of worship, By phone"`,
      { 0: { to: 'day' } },
    );
    expect(read.problems.map(({ message }) => message)).toEqual([
      '“31/02/2026” is not a date. Write it as 27/03/2026.',
    ]);
    expect(read.answers[0]?.answers['wayToGetHelp']).toEqual(['near-home', 'phone']);
  });
});
