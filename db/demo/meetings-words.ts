import type { ActionState } from '#app/panel/meetings/actions.ts';
import type { GuestCategory } from '#app/panel/meetings/attendance.ts';
import type { WrittenDown } from '#app/panel/meetings/write-down.server.ts';

type Down<What extends WrittenDown['what']> = Omit<
  Extract<WrittenDown, { what: What }>,
  'itemId' | 'fields'
>;

/** Something written down under an item. An action is due so many days after the demonstration. */
type Written = (
  | Down<'note'>
  | Down<'comment'>
  | (Down<'decision'> & {
      fields: Extract<WrittenDown, { what: 'decision' }>['fields'];
    })
  | (Down<'action'> & { fields: { text: string; owner: string } })
) & { dueIn?: number };

export interface DemoMeeting {
  title: string;
  /** Days from the day of the demonstration. */
  days: number;
  from: string;
  to: string;
  how: string;
  place: string;
  joiningLink: string;
  interpreters: readonly string[];
  helps: string;
  /** By name: present, online, apologies or absent; of the meeting to come, what they replied. */
  came: Readonly<Record<string, 'p' | 'o' | 'a' | 'x'>>;
  needs?: Readonly<Record<string, string>>;
  guests: { category: GuestCategory; count: number }[];
  items: { title: string; minutes: number; leads: string; paper: string; written: Written[] }[];
}

const note = (text: string): Written => ({ what: 'note', text });
const said = (words: string, quote = false): Written => ({
  what: 'comment',
  said: words,
  saidBy: 'parent-or-carer',
  quote,
});
const decided = (text: string, because: string, vote?: [number, number, number]): Written => ({
  what: 'decision',
  fields: {
    decided: text,
    because,
    restsOn: '',
    votesFor: vote?.[0] ?? null,
    votesAgainst: vote?.[1] ?? null,
    votesAbstained: vote?.[2] ?? null,
  },
});
const will = (text: string, owner: string, dueIn: number): Written => ({
  what: 'action',
  fields: { text, owner },
  dueIn,
});

const AT_BROOKSIDE = {
  how: 'both',
  place: 'Brookside Hall, Mill Lane, Brookside',
  joiningLink: 'https://meet.wexcombe.example/panel',
  interpreters: ['Urdu'],
  helps: 'The way in at the back has no steps. You can bring your baby.',
} as const;

/** What was held, the oldest first. */
export const HELD: readonly DemoMeeting[] = [
  {
    ...AT_BROOKSIDE,
    title: 'First meeting: how we work together',
    days: -112,
    from: '10:00',
    to: '11:30',
    interpreters: ['Urdu'],
    came: {
      'Leanne Moss': 'p',
      'Samina Akhtar': 'p',
      'Daniel Obi': 'o',
      'Chloe Tranter': 'p',
      'Gareth Pugh': 'a',
      'Maureen Hibbert': 'p',
      'Agnieszka Nowak': 'p',
      'Jodie Fenwick': 'p',
      'Priti Desai': 'p',
      'Hannah Whitlock': 'p',
      'Rhiannon Cole': 'x',
      'Moira Kendrick': 'p',
    },
    guests: [
      { category: 'officer', count: 2 },
      { category: 'interpreter', count: 1 },
    ],
    items: [
      {
        title: 'Welcome, and how we work together',
        minutes: 30,
        leads: 'Tom Okafor',
        paper:
          'We say who we are. We agree how we talk with one another. You never have to share anything about your own family.',
        written: [
          note('Everybody said who they are and why they came.'),
          decided(
            'We listen, one person speaks at a time, and what is said about a family stays in the room.',
            'Everybody agreed. It is on the first page of every set of papers from now on.',
          ),
          said('If meetings are always at ten, people who work can never come.', true),
        ],
      },
      {
        title: 'What the hubs are for',
        minutes: 30,
        leads: 'Priya Shah',
        paper:
          'The council gets money for family hubs until 2029. It has to decide what the hubs offer, where and when. The panel helps to decide.',
        written: [
          note('Priya showed the map of the hubs and what the money can be used for.'),
          said('I walked past it for a year and did not know that it was for me.', true),
          said('From Eastmoor you need two buses. With a pushchair that is an hour.'),
        ],
      },
      {
        title: 'What we want to talk about this year',
        minutes: 20,
        leads: 'Tom Okafor',
        paper: '',
        written: [
          note('Opening hours came first, then fathers, then how people find out about groups.'),
          will('Hold every second meeting in the evening', 'Tom Okafor', -70),
          will('Send the list of groups as a text message each month', 'Tom Okafor', -12),
        ],
      },
    ],
  },
  {
    ...AT_BROOKSIDE,
    title: 'Opening hours and fathers',
    days: -70,
    from: '18:30',
    to: '20:00',
    came: {
      'Leanne Moss': 'p',
      'Samina Akhtar': 'a',
      'Daniel Obi': 'p',
      'Chloe Tranter': 'o',
      'Gareth Pugh': 'p',
      'Maureen Hibbert': 'a',
      'Agnieszka Nowak': 'o',
      'Jodie Fenwick': 'a',
      'Priti Desai': 'p',
      'Hannah Whitlock': 'p',
      'Rhiannon Cole': 'x',
      'Moira Kendrick': 'p',
    },
    guests: [
      { category: 'parent', count: 3 },
      { category: 'officer', count: 1 },
    ],
    items: [
      {
        title: 'What we said we would do',
        minutes: 10,
        leads: 'Tom Okafor',
        paper: '',
        written: [note('This is the first meeting in the evening. Three fathers came as guests.')],
      },
      {
        title: 'When should hubs open?',
        minutes: 40,
        leads: 'Priya Shah',
        paper:
          'Hubs open from nine to five on weekdays. We can open on one evening or on Saturdays, but not on both. What would you use?',
        written: [
          said('An evening lets me come after work. On Saturday I have all three with me.', true),
          said('Saturday is the only day on which their dad is at home.', true),
          decided(
            'We ask the whole panel in a consultation about hours before we say what we want.',
            'Six people spoke for evenings and four for Saturdays, and five members were not there.',
            [7, 1, 0],
          ),
        ],
      },
      {
        title: 'Fathers',
        minutes: 30,
        leads: 'Daniel Obi',
        paper:
          'Four in a hundred of those who answered our survey are fathers. Why do they not come, and what would bring them?',
        written: [
          said('The leaflet has only mums on it. I thought that it was not for me.', true),
          will('Show the leaflet with a father on it to the panel', 'Priya Shah', -9),
          will('Ask the football club whether we can come to Saturday training', 'Daniel Obi', -35),
        ],
      },
    ],
  },
  {
    ...AT_BROOKSIDE,
    title: 'Finding out about groups',
    days: -28,
    from: '10:00',
    to: '11:30',
    came: {
      'Leanne Moss': 'p',
      'Samina Akhtar': 'p',
      'Daniel Obi': 'o',
      'Chloe Tranter': 'p',
      'Gareth Pugh': 'o',
      'Maureen Hibbert': 'p',
      'Agnieszka Nowak': 'p',
      'Jodie Fenwick': 'x',
      'Priti Desai': 'a',
      'Hannah Whitlock': 'p',
      'Rhiannon Cole': 'x',
      'Moira Kendrick': 'p',
    },
    guests: [
      { category: 'councillor', count: 1 },
      { category: 'practitioner', count: 2 },
      { category: 'interpreter', count: 1 },
    ],
    items: [
      {
        title: 'What we said we would do',
        minutes: 10,
        leads: 'Tom Okafor',
        paper: '',
        written: [note('The football club said yes: we come on the first Saturday of each month.')],
      },
      {
        title: 'How do you hear about things?',
        minutes: 45,
        leads: 'Hannah Whitlock',
        paper:
          'Many families tell us that they hear of a group when it is over. How do you find out what is on? Who do you believe?',
        written: [
          said('I believe other mums in the school yard, not a website.', true),
          said('Nobody reads the board at the surgery. Send me a text.', true),
          said('In our community a leaflet in English goes in the bin.'),
          decided(
            'The monthly text message goes to every family that wants it, in English, Urdu and Polish.',
            'Most people in the room said that a text is the one thing that they read.',
            [8, 0, 1],
          ),
          will('Find out what a text message in three languages costs', 'Priya Shah', 9),
        ],
      },
      {
        title: 'A seat on the hub board',
        minutes: 20,
        leads: 'Tom Okafor',
        paper:
          'The hub board decides about money. It has kept a seat for the panel. Who should sit on it, and how do they know what the panel thinks?',
        written: [
          decided(
            'Leanne Moss and Daniel Obi sit on the board in turns until next spring.',
            'Both said yes to being named here. They bring a page from the panel to each board.',
            [8, 0, 0],
          ),
          will(
            'Write down what the seat on the board means: time, papers, payment',
            'Tom Okafor',
            5,
          ),
        ],
      },
    ],
  },
];

/** What is settled of the actions, by how each begins. */
export const SETTLED: readonly {
  starts: string;
  state: Exclude<ActionState, 'open'>;
  outcome: string;
  days: number;
}[] = [
  {
    starts: 'Hold every second meeting',
    state: 'done',
    outcome: 'The second meeting was in the evening. The next evening is in the plan.',
    days: -72,
  },
  {
    starts: 'Ask the football club',
    state: 'done',
    outcome: 'They said yes. We come on the first Saturday of each month.',
    days: -30,
  },
  {
    starts: 'Send the list of groups',
    state: 'dropped',
    outcome: 'The system could not send it. The monthly text in three languages takes its place.',
    days: -27,
  },
];

/** The meeting that comes; its agenda is drawn from what is open. */
export const COMING: DemoMeeting = {
  ...AT_BROOKSIDE,
  title: 'A good first visit, and what became of what we said',
  days: 11,
  from: '18:30',
  to: '20:30',
  interpreters: ['Urdu', 'Polish'],
  came: {
    'Samina Akhtar': 'p',
    'Daniel Obi': 'o',
    'Chloe Tranter': 'p',
    'Agnieszka Nowak': 'p',
    'Hannah Whitlock': 'p',
    'Priti Desai': 'x',
    'Moira Kendrick': 'p',
  },
  needs: {
    'Samina Akhtar': 'An interpreter for Urdu. Two children come with me.',
    'Chloe Tranter': 'A lift from Dunsley. There is no bus at that hour.',
  },
  guests: [],
  items: [],
};
