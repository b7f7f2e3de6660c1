import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gunning, whyNotDecided, whyNotFormal, type Held } from './gunning.ts';
import { ConsideredForm, EqualityForm, formalRecordOf, type FormalRecord } from './record.ts';
import { busyTimes, busyWarnings, ConsultingTimeForm, daysOpen, USUAL_TIME } from './time.ts';

const kept = { by: 'Tom Okafor', on: '2026-05-01' };

/** A consultation held as it should be: open 5 May to 30 June 2026, decided in September. */
const good: FormalRecord = {
  duty: { duty: 'childrens-centres', dutyNote: '', kept },
  formative: {
    stillOpen: 'Which hub opens late, and on which day.',
    decides: 'Cabinet',
    decidesOn: '2026-09-08',
    kept,
  },
  reasons: { reasons: 'Those who work cannot come by day.', reasonsLink: '', kept },
  options: {
    list: [
      { id: 'late', name: 'Open late', words: 'To 7pm.', preferred: true, why: 'Most asked.' },
      { id: 'as-now', name: 'Leave it', words: 'To 5pm.', preferred: false, why: 'Few can come.' },
    ],
    kept,
  },
  equality: {
    equalityTitle: 'Opening hours of hubs',
    equalityOn: '2026-04-20',
    equalityLink: 'https://www.wexcombe.example/eia.pdf',
    fileId: null,
    fileName: null,
    kept,
  },
  time: null,
  considered: {
    readBy: 'Cabinet members',
    readOn: '2026-08-20',
    said: 'Most want Thursday.',
    weighed: 'Thursday was chosen.',
    kept,
  },
  decision: {
    decided: 'late',
    decision: 'Brookside opens to 7pm on Thursdays.',
    decidedBy: 'Cabinet',
    decidedOn: '2026-09-08',
    changed: 'Thursday and not Tuesday.',
    decisionReasons: 'It is what most could use.',
    kept,
  },
};

const elections = { ...USUAL_TIME, elections: ['2027-05-06'] };
const opening = {
  state: 'draft' as const,
  opensOn: '2026-05-05',
  closesOn: '2026-06-30',
  today: '2026-05-05',
  time: elections,
  people: null,
};
const closed: Held = { ...opening, state: 'closed', today: '2026-09-10', people: 12 };

const changed = <Part extends keyof FormalRecord>(
  part: Part,
  change: Partial<NonNullable<FormalRecord[Part]>>,
): FormalRecord => ({ ...good, [part]: { ...good[part], ...change } });

const option = (at: 0 | 1, change: object): FormalRecord =>
  changed('options', {
    list: (good.options?.list ?? []).map((one, n) => (n === at ? { ...one, ...change } : one)),
  });

describe('opening', () => {
  test('a consultation prepared as it should be opens, without a warning', () => {
    expect(whyNotFormal(good, opening)).toEqual([]);
    expect(gunning(good, opening).flatMap(({ warnings }) => warnings)).toEqual([]);
  });

  test.each<[string, FormalRecord, object, string, RegExp]>([
    ['nobody said which law asks', { ...good, duty: null }, {}, 'duty', /which law/],
    [
      'nothing says what is open',
      { ...good, formative: null },
      {},
      'formative',
      /can still change/,
    ],
    [
      'the decision comes before the answers',
      changed('formative', { decidesOn: '2026-06-30' }),
      {},
      'formative',
      /before the answers are in/,
    ],
    ['no reasons', { ...good, reasons: null }, {}, 'reasons', /Give the reasons/],
    [
      'one option only',
      changed('options', { list: good.options?.list.slice(0, 1) ?? [] }),
      {},
      'options',
      /two options/,
    ],
    ['no option is preferred', option(0, { preferred: false }), {}, 'options', /you prefer/],
    ['two are preferred', option(1, { preferred: true }), {}, 'options', /one option only/],
    [
      'nobody says why one was rejected',
      option(1, { why: ' ' }),
      {},
      'options',
      /why “Leave it” is not preferred/,
    ],
    ['no equality assessment', { ...good, equality: null }, {}, 'equality', /file or a link/],
    [
      'the assessment comes later',
      changed('equality', { equalityOn: '2026-05-06' }),
      {},
      'equality',
      /before people are asked/,
    ],
    ['too little time', good, { closesOn: '2026-06-14' }, 'time', /41 days, and your rule is 42/],
  ])('refused, and for nothing else: %s', (_, record, held, id, message) => {
    const lacks = whyNotFormal(record, { ...opening, ...held });
    expect(lacks.map((one) => one.id)).toEqual([id]);
    expect(lacks[0]?.message).toMatch(message);
  });

  test('six weeks to the day are enough, and less with a written reason', () => {
    expect(whyNotFormal(good, { ...opening, closesOn: '2026-06-15' })).toEqual([]);
    const why = { ...good, time: { shortBecause: 'The lease ends.', busy: '', kept } };
    expect(whyNotFormal(why, { ...opening, closesOn: '2026-06-01' })).toEqual([]);
  });

  test('an empty record lacks each part once', () => {
    expect(whyNotFormal(formalRecordOf({}), opening).map(({ id }) => id)).toEqual([
      'duty',
      'formative',
      'reasons',
      'options',
      'equality',
    ]);
  });
});

describe('deciding', () => {
  test('a consultation that was closed, read, weighed and decided meets all four tests', () => {
    expect(whyNotDecided(good, closed)).toEqual([]);
    expect(gunning(good, closed).map(({ state }) => state)).toEqual(['met', 'met', 'met', 'met']);
  });

  test.each<[string, FormalRecord, Partial<Held>, string]>([
    ['people can still answer', good, { state: 'open' }, 'decision'],
    ['nobody wrote how the answers were weighed', { ...good, considered: null }, {}, 'considered'],
    [
      'the answers were read before the last one came',
      changed('considered', { readOn: '2026-06-30' }),
      {},
      'considered',
    ],
    [
      'decided before the answers were read',
      changed('decision', { decidedOn: '2026-08-19' }),
      {},
      'decision',
    ],
    ['decided in the future', changed('decision', { decidedOn: '2026-09-11' }), {}, 'decision'],
    [
      'an option that nobody was asked about',
      changed('decision', { decided: 'sold' }),
      {},
      'decision',
    ],
  ])('refused, and for nothing else: %s', (_, record, held, id) => {
    expect(whyNotDecided(record, { ...closed, ...held }).map((one) => one.id)).toEqual([id]);
  });

  test('few who answered are not counted out in what a board prints', () => {
    const words = (people: number) =>
      gunning(good, { ...closed, people })
        .flatMap(({ evidence }) => evidence)
        .find(({ label }) => label === 'Answers')?.words;
    expect(words(12)).toBe('12 parents and carers answered');
    expect(words(3)).toBe('Fewer than 5 parents and carers answered');
  });

  test('the last test is not due while people answer', () => {
    expect(gunning(good, { ...closed, state: 'open' }).at(-1)?.state).toBe('later');
  });
});

describe('time', () => {
  test('days are counted with the first and the last, also over the change of the clocks', () => {
    expect(daysOpen('2026-05-01', '2026-05-14')).toBe(14);
    expect(daysOpen('2026-10-24', '2026-10-26')).toBe(3);
  });

  test('August, Christmas and the weeks before an election are told with their days', () => {
    expect(busyWarnings('2026-07-20', '2026-08-10', elections)[0]).toMatch(
      /^10 days of it fall in A/,
    );
    expect(busyWarnings('2026-11-20', '2027-01-03', elections)).toHaveLength(1);
    expect(busyWarnings('2027-05-06', '2027-06-30', elections)[0]).toMatch(/^1 day of it falls/);
    expect(busyWarnings('2026-05-08', '2026-07-31', elections)).toEqual([]);
  });

  test('without days of elections the first Thursday of May is asked about', () => {
    const names = (year: number) =>
      busyTimes(`${year}-05-01`, `${year}-05-02`, USUAL_TIME).map(({ to }) => to);
    // Days of local elections in England: 2 May 2024, 1 May 2025, 7 May 2026.
    expect([2024, 2025, 2026].map(names)).toEqual([['2024-05-02'], ['2025-05-01'], ['2026-05-07']]);
  });

  test('a busy time is inside its consultation for any days', () => {
    const day = fc
      .integer({ min: 0, max: 1500 })
      .map((n) => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        for (const one of busyTimes(from, to, USUAL_TIME)) {
          expect(one.from <= to && one.to >= from).toBe(true);
        }
      }),
    );
  });

  test('the rule of an authority reads days and names the one that is none', () => {
    const read = (elections: string) =>
      ConsultingTimeForm.safeParse({ leastDays: '84', why: 'We promised.', elections });
    expect(read('2027-05-06, 2029-05-03').data?.elections).toEqual(['2027-05-06', '2029-05-03']);
    expect(read('2027-02-30').error?.issues[0]?.message).toContain('“2027-02-30” is not a day');
  });
});

describe('what is typed', () => {
  test('only a web address can become a link', () => {
    const read = (equalityLink: string) =>
      EqualityForm.safeParse({ equalityTitle: 'A', equalityOn: '2026-05-01', equalityLink })
        .success;
    expect(read('https://www.example.gov.uk/eia')).toBe(true);
    expect(read('javascript:alert(1)')).toBe(false);
  });

  test('each missing answer is named', () => {
    const { error } = ConsideredForm.safeParse({});
    expect(error?.issues.map(({ path }) => path[0])).toEqual([
      'readBy',
      'readOn',
      'said',
      'weighed',
    ]);
  });

  test('a part that cannot be read counts as not written, and the others stay', () => {
    const read = formalRecordOf({ ...good, reasons: { reasons: 3 } });
    expect(read.reasons).toBeNull();
    expect(read.options).toEqual(good.options);
  });
});
