import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { exercisesCsv, notesCsv, readListeningFile } from './listening-csv.ts';
import {
  consentNamed,
  CONSENTS,
  contactIn,
  EventForm,
  headsTotal,
  KINDS,
  NoteForm,
  reachOf,
  readHeads,
  shownHeads,
  splitNotes,
  writeHeads,
} from './listening.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('head counts', () => {
  test('Church Street: 300 families and 40 practitioners', () => {
    const { heads, problems } = readHeads('Families 300\nPractitioners: 40\n');
    expect(problems).toEqual([]);
    expect(heads).toEqual([
      { group: 'Families', count: 300 },
      { group: 'Practitioners', count: 40 },
    ]);
    expect(headsTotal(heads)).toBe(340);
    expect(shownHeads(heads)).toEqual({
      groups: [
        { group: 'Families', count: 300 },
        { group: 'Practitioners', count: 40 },
      ],
      total: 340,
    });
  });

  test('what is no head count is named', () => {
    expect(readHeads('Fathers').problems[0]).toMatch(/“Fathers” must be a group and how many/);
    expect(readHeads('12').problems).toHaveLength(1);
    expect(readHeads('Fathers 2; fathers 3').problems[0]).toMatch(/twice/);
    expect(readHeads('Fathers 0')).toEqual({ heads: [], problems: [] });
    expect(readHeads('Under 5s 1,204').heads).toEqual([{ group: 'Under 5s', count: 1204 }]);
  });

  test('a small group is hidden and cannot be worked out from the total', () => {
    const { groups, total } = shownHeads(readHeads('Mothers 20; Fathers 3; Grandparents 9').heads);
    expect(total).toBe(32);
    expect(groups.filter(({ count }) => count === HIDDEN).map(({ group }) => group)).toEqual([
      'Fathers',
      'Grandparents',
    ]);
  });

  test('what all exercises reached holds no number that one of them hides', () => {
    const events = [
      'Mothers 20; Fathers 3; Grandparents 9',
      'Mothers 8; Fathers 7',
      'Fathers 2',
    ].map((typed) => ({ heads: readHeads(typed).heads }));
    expect(reachOf(events)).toEqual({
      groups: [
        { group: 'Mothers', count: 28, atLeast: false },
        { group: 'Fathers', count: 7, atLeast: true },
        { group: 'Grandparents', count: 0, atLeast: true },
      ],
      people: { group: 'Everybody', count: 47, atLeast: true },
    });
  });

  test('are typed again as they were read', () => {
    const heads = fc.uniqueArray(
      fc.record({
        group: fc.stringMatching(/^[A-Z][a-z]{1,10}( [a-z]{1,8})?$/),
        count: fc.integer({ min: 1, max: 5000 }),
      }),
      { selector: ({ group }) => group.toLowerCase(), maxLength: 8 },
    );
    fc.assert(
      fc.property(heads, fc.constantFrom('\n', '; '), (some, between) => {
        expect(readHeads(writeHeads(some, between))).toEqual({ heads: some, problems: [] });
      }),
    );
  });
});

describe('what was said', () => {
  test('is parted by empty lines', () => {
    expect(splitNotes('The bus\nstops at six.\n\n \nNobody told us.\n')).toEqual([
      'The bus\nstops at six.',
      'Nobody told us.',
    ]);
  });

  test('names no address or number by which somebody is found', () => {
    expect(contactIn('Write to jo@example.org')).toBe('an e-mail address');
    expect(contactIn('Ring 07700 900123 any time')).toBe('a telephone number');
    expect(contactIn('We live at WX1 2AB')).toBe('a postcode');
    expect(contactIn('We wait 45 minutes for the number 12, twice in 2026')).toBeNull();
    expect(NoteForm.safeParse({ text: 'jo@example.org', consent: 'quote' }).success).toBe(false);
  });

  test('is quoted only after a yes', () => {
    expect(consentNamed('Yes')).toBe('quote');
    expect(consentNamed('no')).toBe('no-quote');
    expect(consentNamed('')).toBe('not-asked');
    expect(consentNamed('maybe')).toBeUndefined();
  });
});

describe('a file', () => {
  const word = fc.stringMatching(/^[=+@A-Za-z][A-Za-z ,"'=é-]{0,20}[a-z]$/);
  const day = fc.constantFrom('2026-05-03', '2025-11-30');

  test('of exercises comes back as it went out', () => {
    const event = fc.record({
      kind: fc.constantFrom(...KINDS),
      title: word,
      place: word,
      heldOn: day,
      facilitator: word,
      languages: fc.constantFrom([], ['English'], ['English', 'Urdu']),
      heads: fc.constantFrom([], [{ group: 'Fathers', count: 12 }]),
      keepUntil: fc.constant('2029-03-31'),
    });
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 5 }), (events) => {
        const read = readListeningFile(bytes(exercisesCsv(events)), '2030-01-01');
        expect(read).toEqual({ ok: true, kind: 'exercises', events });
      }),
    );
  });

  test('of notes comes back as it went out', () => {
    const note = fc.record({
      event: fc.record({ heldOn: day, title: word, place: word }),
      text: word,
      saidBy: word,
      consent: fc.constantFrom(...CONSENTS),
    });
    fc.assert(
      fc.property(fc.array(note, { minLength: 1, maxLength: 5 }), (notes) => {
        const read = readListeningFile(bytes(notesCsv(notes)), '2030-01-01');
        expect(read).toEqual({
          ok: true,
          kind: 'notes',
          notes: notes.map(({ event, ...said }) => ({ ...said, ...event })),
        });
      }),
    );
  });

  test('with one wrong line brings in nothing, and says which', () => {
    const text =
      'Date,Kind,Title,Place,How many came\n' +
      '3/5/2026,Town hall or public meeting,Talks,Church Street,Families 300\n' +
      'May,Talks,,Church Street,Families\n';
    const read = readListeningFile(bytes(text), '2029-03-31');
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(new Set(read.problems.map(({ line }) => line))).toEqual(new Set([3]));
    expect(read.problems.length).toBeGreaterThanOrEqual(4);
    const none = readListeningFile(bytes('a,b\n1,2\n'), '2029-03-31');
    expect(none).toMatchObject({ ok: false, problems: [{ line: 1 }] });
  });

  test('without days of deletion takes the day that is given', () => {
    const text = 'Date,Kind,Title,Place,How many came\n2026-05-03,group,Talks,Hall,Fathers 12\n';
    const read = readListeningFile(bytes(text), '2029-03-31');
    expect(read).toMatchObject({ ok: true, events: [{ keepUntil: '2029-03-31' }] });
  });
});

test('an exercise is kept until after its day', () => {
  const event = {
    kind: 'group',
    title: 'Talks',
    place: 'Hall',
    heldOn: '2026-05-03',
    keepUntil: '2026-05-03',
  };
  expect(EventForm.safeParse(event).success).toBe(false);
  expect(EventForm.safeParse({ ...event, keepUntil: '2026-05-04' }).success).toBe(true);
});
