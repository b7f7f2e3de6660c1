import { bringConversation } from '#app/panel/opinion/bring-conversation.server.ts';
import { writeCsv, type CsvCell } from '#app/survey/csv.ts';
import { chanceFrom } from './chance.ts';
import type { Demonstration } from './load.server.ts';

/** How likely each of two ways of thinking is to agree, and to disagree. */
type Leaning = readonly [agree: number, disagree: number];

/** What people could agree and disagree with: those near home, then those who come by bus. */
const STATEMENTS: readonly { text: string; moderated: 1 | -1; near: Leaning; far: Leaning }[] = [
  {
    text: 'I want to see the same worker each time I come.',
    moderated: 1,
    near: [0.9, 0.04],
    far: [0.88, 0.05],
  },
  {
    text: 'One large hub with everything under one roof is better than several small ones.',
    moderated: 1,
    near: [0.78, 0.14],
    far: [0.1, 0.82],
  },
  {
    text: 'The bus to the hub costs too much for a family.',
    moderated: 1,
    near: [0.25, 0.5],
    far: [0.92, 0.03],
  },
  {
    text: 'Groups should be open to fathers in the evening.',
    moderated: 1,
    near: [0.8, 0.06],
    far: [0.76, 0.08],
  },
  {
    text: 'A worker should come to the village hall each week.',
    moderated: 1,
    near: [0.2, 0.45],
    far: [0.9, 0.04],
  },
  {
    text: 'The money is better spent on longer hours than on more places.',
    moderated: 1,
    near: [0.72, 0.15],
    far: [0.12, 0.76],
  },
  {
    text: 'I know where to ask when I am worried about my child’s speech.',
    moderated: 1,
    near: [0.45, 0.42],
    far: [0.4, 0.46],
  },
  {
    text: 'Health visitors and the hub should share what I have already told one of them.',
    moderated: 1,
    near: [0.7, 0.14],
    far: [0.66, 0.18],
  },
  {
    text: 'I would rather ask for help on line than in a building.',
    moderated: 1,
    near: [0.22, 0.6],
    far: [0.58, 0.24],
  },
  {
    text: 'There should be a quiet room for children who find noise hard.',
    moderated: 1,
    near: [0.86, 0.03],
    far: [0.84, 0.04],
  },
  {
    text: 'Courses for parents are too long.',
    moderated: 1,
    near: [0.38, 0.36],
    far: [0.42, 0.3],
  },
  {
    text: 'Parents should help to choose who works at the hub.',
    moderated: 1,
    near: [0.6, 0.16],
    far: [0.62, 0.15],
  },
  {
    text: 'A café would bring in people who would never come to a course.',
    moderated: 1,
    near: [0.74, 0.12],
    far: [0.48, 0.3],
  },
  { text: 'Is this thing on?', moderated: -1, near: [0.3, 0.3], far: [0.3, 0.3] },
];

const VOTERS = 72;
const NEAR = 41;

/** A conversation that the borough held with another tool last year, brought in from its files. */
export async function demoConversation(d: Demonstration): Promise<void> {
  const at = new Date(d.now.getTime() - 30 * 86_400_000);
  const brought = await bringConversation(d.facilitator, d.programme, filesOf(), 'kept', at);
  if (!brought.ok) throw new Error(brought.problems[0]?.message);
}

function filesOf() {
  const chance = chanceFrom(20_260_412);
  const votes: CsvCell[][] = [['timestamp', 'datetime', 'comment-id', 'voter-id', 'vote']];
  const totals = STATEMENTS.map(() => ({ agrees: 0, disagrees: 0 }));
  const cast = (voter: number, statement: number, moment: number) => {
    const { near, far } = STATEMENTS[statement] ?? { near: [0, 0], far: [0, 0] };
    const [agree, disagree] = voter < NEAR ? near : far;
    const said = chance.weighted({ agree, disagree, pass: 1 - agree - disagree });
    const vote = said === 'agree' ? 1 : said === 'disagree' ? -1 : 0;
    const of = totals[statement];
    if (of && vote !== 0) of[vote === 1 ? 'agrees' : 'disagrees'] += 1;
    votes.push([moment, '', statement, voter, vote]);
  };
  let moment = 1_760_000_000_000;
  for (let voter = 0; voter < VOTERS; voter += 1) {
    // A few stop early, and a few think again about what they said first.
    const seen = chance.happens(0.1) ? 5 : STATEMENTS.length;
    for (let statement = 0; statement < seen; statement += 1)
      cast(voter, statement, (moment += 9000));
    if (chance.happens(0.15)) cast(voter, 0, (moment += 9000));
  }
  const comments: CsvCell[][] = [
    ['timestamp', 'comment-id', 'author-id', 'agrees', 'disagrees', 'moderated', 'comment-body'],
    ...STATEMENTS.map(({ text, moderated }, id): CsvCell[] => {
      const { agrees, disagrees } = totals[id] ?? { agrees: 0, disagrees: 0 };
      return [1_759_000_000_000 + id, id, 0, agrees, disagrees, moderated, text];
    }),
  ];
  const bytes = (rows: CsvCell[][]) =>
    new TextEncoder().encode(writeCsv(rows, { forExcel: false }));
  return {
    'comments.csv': bytes(comments),
    'votes.csv': bytes(votes),
    'summary.csv': bytes([
      ['topic', 'What should our family hubs be like?'],
      [
        'conversation-description',
        'Held on line and at the spring fair, before the panel was recruited. Everybody could agree, disagree or pass, and add a sentence of their own.',
      ],
      ['voters', VOTERS],
    ]),
  };
}
