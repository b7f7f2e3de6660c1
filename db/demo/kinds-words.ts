/**
 * What the demonstration's panel chooses, orders and writes. Hand-written for this purpose; nobody
 * said it. One letter or list a member, in the order of panel-people.ts; a dot left it out.
 */
export const DESIGNS = {
  title: 'Which design over the door?',
  purpose:
    'Two designs were drawn from what you told us about the name. The winning one goes over the door of all five hubs, on letters and on the van. Colours can still change; the budget for signs cannot.',
  question: 'Which of the two designs should stand over the door?',
  options: [
    {
      words: 'Sunrise over the roofs',
      alt: 'A yellow half sun over three blue roofs, with the words Wexcombe families below.',
    },
    {
      words: 'The open door',
      alt: 'An open green door with a path of stepping stones, with the words Come in beside it.',
    },
  ],
  votes: 'bbabbabbbaba',
  comments: {
    'Leanne Moss': 'An open door says I am allowed in. The sun could be a nursery.',
    'Samina Akhtar': 'My daughter pointed at the door.',
    'Rhiannon Cole': 'You do not have to read to understand a door.',
    'Daniel Obi': 'The roofs look like our street.',
  },
} as const;

export const NAMES = {
  title: 'What should the hubs be called?',
  purpose:
    '“Family hub” stands in the government’s papers and stays there. Over the door and in your words it can be something else. The councillors choose from the first two of your order.',
  question: 'Which name should stand over the door?',
  options: ['Family hub', 'The Front Room', 'Wexcombe Families', 'Open Door'],
  /** Each member's order, best first, by the place of the option; fewer where they stopped early. */
  orders: ['132', '132', '0', '132', '0213', '312', '0', '231', '0', '2310', '321', '0'],
} as const;

export const FIRST_HUB = {
  title: 'Before the first hub opens',
  purpose:
    'The hub in Brookside opens in the autumn. We want to get the small things right, and you know them better than we do. What you write is put together into themes, and each is answered on your page.',
  questions: [
    {
      text: 'What would make you come back after a first visit?',
      hint: 'Small things count.',
      answers: {
        'Samina Akhtar': 'If somebody remembers my name, and my son’s.',
        'Gareth Pugh': 'A chair for a grown man. Everything is knee high.',
        'Chloe Tranter': 'To know when the lift is broken before I set out with the pram.',
        'Jodie Fenwick': 'Nobody asking me to sign anything at the door.',
        'Agnieszka Nowak': 'A cup of tea. Then I stay, then I talk.',
      },
    },
    {
      text: 'What has put you off a place like this before?',
      hint: '',
      answers: {
        'Samina Akhtar': 'A buzzer and a camera. It felt like an office for people in trouble.',
        'Gareth Pugh': 'Being asked where mum is.',
        'Jodie Fenwick': 'Posters about what I am doing wrong.',
      },
    },
  ],
} as const;

export const POLL = {
  title: 'The open day in Canal Quarter',
  purpose: 'Two short questions before you go home.',
  choice: 'What did you find out today that you did not know?',
  options: ['What is on this week', 'Who can help with my baby’s sleep', 'Nothing new'],
  question: 'What should the next open day have?',
  /** One telephone each. */
  answers: '0010120100101020010201',
  words: ['Somewhere to change a baby', 'More on a Saturday', 'Food', 'Less music, more talking'],
} as const;

/** What Leanne Moss's neighbours on the panel propose to ask about the first visit. */
export const PROPOSED = {
  waiting: {
    by: 'Chloe Tranter',
    text: 'The door should open by itself, for prams and wheelchairs.',
  },
  refused: {
    by: 'Jodie Fenwick',
    text: 'The woman at the desk on Mondays should be somebody else.',
    reason:
      'It is about one person, so we do not put it to a vote. We have passed it on, without your name. Tell us more by telephone if you like.',
  },
} as const;

const WORDS = 'font-family="Atkinson Hyperlegible" font-weight="700"';

/** The two designs, drawn. */
export const DRAWINGS: readonly string[] = [
  `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400"><rect width="640" height="400" fill="#fdf6e3"/><path d="M200 230a120 120 0 0 1 240 0z" fill="#f5b700"/><path d="M90 230l80-70 80 70zM240 230l80-70 80 70zM390 230l80-70 80 70z" fill="#1d4e89"/><rect x="90" y="230" width="460" height="14" fill="#1d4e89"/><text x="320" y="320" font-size="54" text-anchor="middle" fill="#1d4e89" ${WORDS}>Wexcombe families</text></svg>`,
  `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400"><rect width="640" height="400" fill="#eef6f0"/><rect x="120" y="70" width="130" height="230" fill="#cfe6d4"/><path d="M120 70l90 30v230l-90-30z" fill="#0f7a3d"/><circle cx="194" cy="210" r="8" fill="#fdf6e3"/><ellipse cx="230" cy="330" rx="34" ry="10" fill="#0f7a3d"/><ellipse cx="290" cy="350" rx="38" ry="11" fill="#0f7a3d"/><ellipse cx="360" cy="368" rx="42" ry="12" fill="#0f7a3d"/><text x="300" y="210" font-size="72" fill="#0b4f28" ${WORDS}>Come in</text></svg>`,
];
