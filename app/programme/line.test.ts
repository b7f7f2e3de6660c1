import { describe, expect, test } from 'vitest';
import { lineOf, type LineCounts } from './line.ts';

const nothing: LineCounts = {
  surveys: 0,
  openSurveys: 0,
  answers: 0,
  needs: 0,
  needsWithoutBox: 0,
  members: 0,
  openConsultations: 0,
  consultations: 0,
  themes: 0,
  themesWithoutReply: 0,
  boxes: 0,
  outcomes: 0,
  links: 0,
  linksWithoutReason: 0,
  planLines: 0,
  planLinesIncomplete: 0,
  repliesPublished: 0,
};

describe('the line of a programme', () => {
  test('says what to begin with when there is nothing', () => {
    expect(lineOf(nothing).map((stop) => stop.lacks)).toEqual([
      'no survey yet',
      'nobody on the panel yet',
      'not started',
      'no line yet',
      'nothing told to families yet',
    ]);
  });

  test('says one thing a station, the first thing first', () => {
    const stops = lineOf({
      ...nothing,
      surveys: 1,
      answers: 398,
      needs: 8,
      needsWithoutBox: 2,
      members: 12,
      consultations: 2,
      themes: 5,
      themesWithoutReply: 1,
      boxes: 30,
      outcomes: 9,
      links: 40,
      linksWithoutReason: 3,
      planLines: 25,
      planLinesIncomplete: 1,
      repliesPublished: 4,
    });
    expect(stops.map((stop) => [stop.holds, stop.lacks])).toEqual([
      ['398 answers, 8 needs', null],
      ['12 members, 5 themes', null],
      ['30 boxes, 40 links', '2 needs not in it'],
      ['25 lines', '1 line not complete'],
      ['4 answers published', '1 theme without an answer'],
    ]);
  });
});
