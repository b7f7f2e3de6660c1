import { describe, expect, it } from 'vitest';
import { readCsv } from '#app/survey/csv.ts';
import { describeRealData, realBytes } from '#test/real-data.ts';
import { lookForGroups } from '../look-for-groups.ts';
import { opinionsOf } from '../opinions.ts';
import type { VoteTable } from '../vote-table.ts';
import { POLIS_FILES, readPolis, type PolisBytes, type PolisExport } from './read-polis.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

const COMMENTS = `timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body
3,Mon,1,9,1,1,-1,"Buses, not cars"
1,Mon,0,9,2,1,1,Open in the evening
`;
const VOTES = `timestamp,datetime,comment-id,voter-id,vote
10,Mon,0,a,1
11,Mon,0,b,-1
30,Mon,0,b,1
12,Mon,1,a,-1
20,Mon,1,b,1
13,Mon,1,c,0
`;
const small = (files: Partial<Record<'comments' | 'votes', string>> = {}): PolisBytes => ({
  'comments.csv': bytes(files.comments ?? COMMENTS),
  'votes.csv': bytes(files.votes ?? VOTES),
});
const problemsOf = (files: PolisBytes) => {
  const read = readPolis(files);
  return read.ok
    ? []
    : read.problems.map(({ file, line, message }) => `${file} ${line} ${message}`);
};

describe('an export of pol.is', () => {
  it('counts every vote cast, and people by their last vote', () => {
    const read = readPolis(small());
    if (!read.ok) throw new Error('It holds together.');
    expect([read.votes, read.changed, read.voters.length]).toEqual([6, 1, 3]);
    expect(read.statements).toMatchObject([
      { id: 0, agrees: 2, disagrees: 0, passes: 0, cast: { agrees: 2, disagrees: 1, passes: 0 } },
      { id: 1, agrees: 1, disagrees: 1, passes: 1, moderated: -1 },
    ]);
    expect(read.statements[1]?.text).toBe('Buses, not cars');
  });

  it('takes -1 for agreeing where only then the totals come out', () => {
    const turned = VOTES.replace(/,(-?1)$/gm, (_, vote: string) => `,${vote === '1' ? '-1' : '1'}`);
    const comments = COMMENTS.replace('1,9,1,1,-1', '1,9,1,1,-1');
    expect(readPolis(small({ comments, votes: turned }))).toEqual(readPolis(small()));
  });

  it('says what is wrong, in which file and on which line', () => {
    expect(problemsOf({})).toEqual([
      'comments.csv 0 This file is missing. Choose it too.',
      'votes.csv 0 This file is missing. Choose it too.',
    ]);
    expect(problemsOf(small({ comments: 'a,b\n1,2\n' }))[0]).toMatch(
      /^comments.csv 1 The first line has no “comment-id”/,
    );
    expect(problemsOf(small({ votes: VOTES.replace('12,Mon,1,a,-1', '12,Mon,1,a,5') }))).toEqual([
      'votes.csv 5 “vote” must be 1, 0 or -1.',
    ]);
    expect(problemsOf(small({ votes: VOTES.replace('12,Mon,1,a,-1', '12,Mon,7,a,-1') }))).toEqual([
      'votes.csv 5 The statement 7 is not in comments.csv.',
    ]);
    expect(problemsOf(small({ votes: VOTES.replace('12,Mon,1,a,-1', '12,Mon,1,a') }))).toEqual([
      'votes.csv 5 This line has 4 cells and the headings are 5.',
    ]);
    expect(problemsOf(small({ votes: VOTES.replace('13,Mon', '"13,Mon') }))[0]).toMatch(
      /^votes.csv 7 A quotation mark/,
    );
    expect(problemsOf(small({ comments: COMMENTS.replace('1,Mon,0', '1,Mon,1') }))[0]).toBe(
      'comments.csv 3 The statement 1 stands in the file twice.',
    );
  });

  it('refuses totals that its votes do not give, and people who voted otherwise', () => {
    expect(problemsOf(small({ comments: COMMENTS.replace('0,9,2,1', '0,9,5,1') }))[0]).toMatch(
      /^comments.csv 3 Statement 0 is said to have 5 agreeing and 1 disagreeing, but votes.csv holds 2 and 1/,
    );
    const people = 'participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1\n';
    const right = `${people}a,0,0,2,1,1,1,-1\nb,0,0,2,2,0,1,1\nc,0,0,1,0,0,,0\n`;
    expect(problemsOf({ ...small(), 'participants-votes.csv': bytes(right) })).toEqual([]);
    const wrong = right.replace('b,0,0,2,2,0', 'b,0,0,2,1,1');
    expect(problemsOf({ ...small(), 'participants-votes.csv': bytes(wrong) })[0]).toMatch(
      /^participants-votes.csv 3 Participant b is said/,
    );
    expect(problemsOf({ ...small(), 'summary.csv': bytes('topic,T\nvoters,4\n') })).toEqual([
      'summary.csv 2 It says that 4 people voted, and votes.csv holds 3.',
    ]);
  });

  it('tells fifty problems at most', () => {
    const many = `${VOTES}${'99,Mon,9,a,9\n'.repeat(300)}`;
    expect(problemsOf(small({ votes: many }))).toHaveLength(50);
  });
});

const asTable = (read: PolisExport): VoteTable => ({
  voters: read.voters,
  statements: read.statements.map(({ id, text, moderated }) => ({
    id: String(id),
    number: id,
    text,
    asked: moderated !== -1,
  })),
});

describeRealData('three conversations as pol.is gives them', () => {
  const conversations = [
    {
      folder: '15-per-hour-seattle',
      voters: 339,
      votes: 2995,
      changed: 123,
      unites: [45, 'Something needs to be done to address in'],
      divides: [20, "Reactionary liberal trash. Doesn't solve"],
      groups: [91, 47],
    },
    {
      folder: 'london.youth.policing',
      voters: 26,
      votes: 640,
      changed: 2,
      unites: [27, 'do regular, independent investigations o'],
      divides: [4, 'I am between 20 and 25 years old.'],
      groups: null,
    },
    {
      folder: 'scoop-hivemind.affordable-housing',
      voters: 381,
      votes: 15076,
      changed: 81,
      unites: [119, 'Firstly, recognise that universal access'],
      divides: [36, 'My household income is less than $100,00'],
      groups: [111, 91, 76, 13],
    },
  ] as const;

  it.each(conversations)('$folder', (told) => {
    const files = Object.fromEntries(
      POLIS_FILES.map((name) => [name, realBytes('polis', told.folder, name)]),
    );
    const read = readPolis(files);
    if (!read.ok) throw new Error(read.problems[0]?.message);
    expect([read.voters.length, read.votes, read.changed]).toEqual([
      told.voters,
      told.votes,
      told.changed,
    ]);
    const totals = readCsv(files['comments.csv'] ?? new Uint8Array());
    if (!totals.ok) throw new Error('It cannot be read.');
    const column = (name: string) => totals.rows[0]?.indexOf(name) ?? -1;
    const printed = totals.rows
      .slice(1)
      .map((row) => ['comment-id', 'agrees', 'disagrees'].map((name) => Number(row[column(name)])))
      .sort(([a = 0], [b = 0]) => a - b);
    expect(read.statements.map(({ id, cast: of }) => [id, of.agrees, of.disagrees])).toEqual(
      printed,
    );
    const cast = read.statements.reduce(
      (sum, { cast: of }) => sum + of.agrees + of.disagrees + of.passes,
      0,
    );
    const last = read.statements.reduce((sum, of) => sum + of.agrees + of.disagrees + of.passes, 0);
    expect([cast, cast - last]).toEqual([told.votes, told.changed]);

    const table = asTable(read);
    const { statements, unites, divides, groups } = opinionsOf(table, true, lookForGroups(table));
    const named = (at: number | undefined) => {
      const one = statements[at ?? -1];
      return [one?.number, one?.text.slice(0, 40)];
    };
    expect({ unites: named(unites[0]), divides: named(divides[0]) }).toEqual({
      unites: told.unites,
      divides: told.divides,
    });
    const sizes = groups.shown ? groups.comparison.groups.map(({ people }) => people) : null;
    expect(sizes).toEqual(told.groups);
  });
});
