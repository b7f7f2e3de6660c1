import type { DemoBox } from './theory-words.ts';

// What the members of the fictional panel answered on their walk through the theory, and about a line
// of the plan. Hand-written for this purpose; nobody said it.

interface SaidStop {
  /** One letter a member, in the order of panel-people.ts: agree, disagree, unsure, left out (.). */
  votes: string;
  why?: Readonly<Record<string, string>>;
  missing?: Readonly<Record<string, string>>;
  stops?: Readonly<Record<string, string>>;
}

/** By the box that a link leads from and the one it leads to, or by the outcome alone. */
export const WALKED: Readonly<Partial<Record<`${DemoBox}>${DemoBox}` | DemoBox, SaidStop>>> = {
  'openLater>sessions': {
    votes: 'aaaaaaauaaaa',
    stops: {
      'Leanne Moss': 'If the staff who do evenings leave after a month, as they did last time.',
      'Hannah Whitlock': 'Mornings going to pay for it.',
    },
  },
  'outreach>halls': {
    votes: 'auaaa.aaaaaa',
    stops: { 'Rhiannon Cole': 'Eastmoor hall is booked by the dance school on most days.' },
  },
  'oneDoor>offer': {
    votes: 'aauadaauaaaa',
    missing: {
      'Samina Akhtar': 'It has to be in Urdu too, and read out, not only written.',
      'Agnieszka Nowak': 'Somebody to explain it when you are new here.',
    },
  },
  'panel>forUs': {
    votes: 'addudaduddau',
    why: {
      'Daniel Obi': 'The panel is twelve people. My neighbours do not know that it exists.',
      'Priti Desai': 'Only if people hear what came of it.',
    },
    missing: {
      'Jodie Fenwick': 'Go to the school gate, do not wait for people to come to a panel.',
    },
  },
  'sessions>forUs': {
    votes: 'aaaaudauaaaa',
    missing: {
      'Gareth Pugh': 'A man at the door now and then. An open door is not enough.',
      'Maureen Hibbert': 'A cup of tea and somebody who remembers your name.',
    },
    stops: { 'Chloe Tranter': 'No bus back from town after six.' },
  },
  'halls>forUs': {
    votes: 'aaaaaaaaauaa',
    why: { 'Chloe Tranter': 'I know the hall, I was married in it.' },
  },
  'offer>earlier': {
    votes: 'daddddduddua',
    why: {
      'Leanne Moss': 'I had the leaflet for a year. I was too ashamed to ring.',
      'Hannah Whitlock': 'Knowing what there is and daring to come are two things.',
    },
    missing: { 'Priti Desai': 'Somebody you trust who goes with you the first time.' },
    stops: { 'Samina Akhtar': 'Fear that somebody writes it down and the council comes.' },
  },
  'forUs>earlier': { votes: 'aaaaaaaaadaa' },
  earlier: {
    votes: 'aaaaaaaaaaaa',
    why: { 'Jodie Fenwick': 'Yes. Everybody I know came too late.' },
  },
  'dads>fathersIn': {
    votes: 'aaaaaaauauaa',
    missing: { 'Daniel Obi': 'Ask us at the birth. After that nobody speaks to the father again.' },
    stops: { 'Gareth Pugh': 'Saturday shifts.' },
  },
  fathersIn: { votes: 'aaaaaaaauaaa' },
};

/** What a consultation about a line of the plan was answered: keep, change, stop, or left out. */
export const REVIEWED = {
  votes: 'ckkc.kckkk..',
  why: {
    'Leanne Moss': 'Thursday is parents’ evening at two of the schools. Make it Wednesday.',
    'Chloe Tranter': 'Do it in Dunsley too, or put on a bus.',
    'Agnieszka Nowak': 'Open later still, many of us work to seven.',
  } as Readonly<Record<string, string>>,
};

/** A formal consultation that was held as it should be: reasons, options, and what became of it. */
export const CREMORNE = {
  title: 'Should the Cremorne Road centre move into Brookside hub?',
  purpose:
    'Cremorne Road children’s centre and Brookside hub stand half a mile apart. Cabinet will decide in the summer whether the centre moves. Nothing is decided: what you say is read before they meet.',
  statements: [
    {
      text: 'The services at Cremorne Road should move into Brookside hub.',
      votes: 'ada..ddaaa.a',
    },
    {
      text: 'If they move, stay-and-play should stay at Cremorne Road one morning a week.',
      votes: 'aaa..aadaa.a',
    },
    {
      text: 'The walk from the Cremorne estate to Brookside hub is one that I could do with small children.',
      votes: 'udd..ddaud.a',
    },
  ],
  stillOpen:
    'Whether the services move, which of them, and from when. That both buildings need repairs is not open: the survey of the buildings is published.',
  reasons:
    'Cremorne Road needs a new roof for £210,000 and is open three mornings a week. Brookside hub is half a mile away and has two rooms that stand empty. Together they could open five days and one evening for the same money. Families on the Cremorne estate would have further to go.',
  options: [
    {
      name: 'Move everything into Brookside hub',
      words: 'Five days and one evening a week at Brookside. The centre at Cremorne Road closes.',
      preferred: true,
      why: 'It gives most hours for the money, and the rooms are there.',
    },
    {
      name: 'Move, and keep one morning at Cremorne Road',
      words:
        'Five days at Brookside. Stay-and-play stays one morning a week in the Cremorne community room.',
      preferred: false,
      why: 'It costs £9,000 a year more, and we did not know how many would use it.',
    },
    {
      name: 'Leave both as they are',
      words: 'Three mornings at Cremorne Road, four days at Brookside. The roof is repaired.',
      preferred: false,
      why: 'The roof takes the money that would pay for two years of evenings.',
    },
  ],
  said: 'Most agreed that the services can move. Nearly all wanted stay-and-play to stay at Cremorne Road one morning a week. More people doubted than believed that the walk can be done with small children: the crossing at Mill Lane came up again and again.',
  weighed:
    'The walk: officers walked it with two members and a double buggy and found the crossing unsafe, so the preferred option was given up. The morning: it is affordable from the saving on the roof. The wish to keep both as they are: weighed and not followed, because of the cost of the roof.',
  decision:
    'The services move into Brookside hub from September. Stay-and-play stays one morning a week in the Cremorne community room. The council asks for a safe crossing at Mill Lane.',
  changed:
    'The option that was preferred was given up for the second one because of what families said about the walk.',
  decisionReasons:
    'It gives more hours near most families and keeps something within reach of those who cannot walk to Brookside.',
} as const;

/** A formal consultation that is being prepared and cannot open yet. */
export const EASTMOOR = {
  title: 'Eastmoor: days on which the hub is open',
  purpose: 'We may change the days on which the hub in Eastmoor is open from next spring.',
  statement: 'Eastmoor hub should be open on Saturdays instead of Mondays.',
  stillOpen: 'Which days. That the hub stays is decided.',
  option: {
    name: 'Saturdays instead of Mondays',
    words: 'Open Tuesday to Saturday.',
    preferred: true,
    why: 'Few come on Mondays.',
  },
} as const;
