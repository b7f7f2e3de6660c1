import type { BoxType } from '#app/theory/graph.ts';

// What a second fictional authority has published, so that there is somebody to compare with. Names,
// places and amounts are made up.

interface SaidBox {
  type: BoxType;
  label: string;
  more?: Record<string, string>;
}

export const NEIGHBOUR_BOXES: Readonly<Record<string, SaidBox>> = {
  feedingHelp: { type: 'need', label: 'Help with feeding in the first days at home' },
  talkingHelp: {
    type: 'need',
    label: 'Help for children to talk and play before they start school',
  },
  dadsHelp: { type: 'need', label: 'Something for fathers, at times when they can come' },
  coach: {
    type: 'activity',
    label: 'Coach parents at home in talking and playing with two and three year olds',
    more: { benefits: 'Children from two to four', lead: 'Early years team' },
  },
  dads: {
    type: 'activity',
    label: 'Run a Saturday group planned by fathers',
    more: { benefits: 'Fathers and male carers', lead: 'Family hubs' },
  },
  visits: {
    type: 'activity',
    label: 'Visit every new baby at home in the first ten days to help with feeding',
    more: { benefits: 'New parents', lead: 'Infant feeding team' },
  },
  bags: {
    type: 'activity',
    label: 'Lend bags of books and toys from every hub and library',
    more: { benefits: 'Families at home with a child under five', lead: 'Libraries' },
  },
  coached: { type: 'output', label: 'Ninety families coached a year' },
  visited: { type: 'output', label: 'Nine in ten new babies visited within ten days' },
  moreWords: {
    type: 'earlyOutcome',
    label: 'Children use more words at home',
    more: { benefits: 'Children from two to four' },
  },
  fathersIn: {
    type: 'intermediateOutcome',
    label: 'Fathers take part in their child’s early learning',
    more: { benefits: 'Fathers and their children' },
  },
  fed: {
    type: 'intermediateOutcome',
    label: 'Parents feed their baby in the way that they hoped to',
    more: { benefits: 'New parents and their babies' },
  },
  ready: {
    type: 'longTermOutcome',
    label: 'More children have a good level of development at five',
    more: { benefits: 'All children in Northmere' },
  },
  time: { type: 'assumption', label: 'Parents have a quarter of an hour a day for their child' },
  staff: {
    type: 'assumption',
    label: 'Infant feeding workers stay in post for two years',
    more: { critical: 'yes', signal: 'Two posts empty at the same time' },
  },
};

export const NEIGHBOUR_LINKS: readonly (readonly [from: string, to: string, why: string])[] = [
  ['visits', 'feedingHelp', 'Help comes before families have to ask.'],
  ['coach', 'talkingHelp', 'It shows parents what works with their own child.'],
  ['dads', 'dadsHelp', 'Those who plan it know when fathers are free.'],
  ['coach', 'coached', 'Each coach has six families a term.'],
  ['visits', 'visited', 'The hospital tells the team of each birth.'],
  ['coached', 'moreWords', 'Parents keep doing what worked in front of them.'],
  ['bags', 'moreWords', 'There is something new to talk about every week.'],
  ['dads', 'fathersIn', 'Fathers do with their child what they saw others do.'],
  ['visited', 'fed', 'Most who stop early stop in the first ten days.'],
  ['moreWords', 'ready', 'Words at three are what reading at five rests on.'],
  ['fathersIn', 'ready', 'Two people who talk with a child are more than one.'],
  ['fed', 'ready', 'A calm first year carries on.'],
  ['time', 'moreWords', ''],
  ['staff', 'fed', ''],
];

interface SaidMeasure {
  on: string;
  library: string;
  baseline: string;
  target: string;
}

/** With baselines of July 2025 and targets for March 2029. */
export const NEIGHBOUR_MEASURES: readonly SaidMeasure[] = [
  { on: 'ready', library: 'gld', baseline: '66.1', target: '72.5' },
  { on: 'fed', library: 'breastfeeding-shared', baseline: '43', target: '52' },
  { on: 'fathersIn', library: 'parent-confidence', baseline: '58', target: '70' },
];

export const NEIGHBOUR_EVIDENCE: readonly { on: string; more: Record<string, string> }[] = [
  {
    on: 'fed',
    more: {
      what: 'Families who are offered face-to-face help in the first days feed their baby for longer than families who have to ask for it.',
      direction: 'for',
      strength: 'strong',
      basis: 'research',
      source: 'Reviews of help with breastfeeding',
    },
  },
];

export const NEIGHBOUR_STREAMS = {
  hubs: {
    name: 'Best Start Family Hubs grant',
    amount: '720,000',
    ringFence: '',
    endsOn: '2029-03-31',
  },
  babies: { name: 'Healthy Babies grant', amount: '310,000', ringFence: '', endsOn: '2028-03-31' },
} as const;

interface SaidNeighbourLine {
  activity: string;
  title: string;
  objective: string;
  success: string;
  owner: string;
  from: string;
  to: string;
  cost: string;
  stream: keyof typeof NEIGHBOUR_STREAMS;
  steps: readonly string[];
  covers: readonly string[];
}

export const NEIGHBOUR_LINES: Readonly<Record<string, SaidNeighbourLine>> = {
  coach: {
    activity: 'coach',
    title: 'Coach ninety families a year at home in talking and playing',
    objective: 'Parents of two and three year olds talk and play with their child every day.',
    success: 'Two in three families still do so three months later.',
    owner: 'Early years team',
    from: '2026-06-01',
    to: '2029-03-31',
    cost: '286,000',
    stream: 'hubs',
    steps: ['Six coaches trained', 'The first thirty families coached'],
    covers: ['DEF-05', 'STR-03'],
  },
  visits: {
    activity: 'visits',
    title: 'Visit every new baby at home within ten days to help with feeding',
    objective: 'No family has to ask for help with feeding.',
    success: 'Nine in ten new babies are visited within ten days.',
    owner: 'Infant feeding team',
    from: '2026-04-01',
    to: '2028-03-31',
    cost: '264,000',
    stream: 'babies',
    steps: ['The hospital tells the team of each birth', 'Seven workers in post'],
    covers: ['DEF-06', 'STR-13'],
  },
  dads: {
    activity: 'dads',
    title: 'A Saturday group planned by fathers at Millfold hub',
    objective: 'Fathers meet other fathers and play with their child.',
    success: 'Thirty fathers come at least four times a year.',
    owner: 'Family hubs',
    from: '2026-09-05',
    to: '2029-03-31',
    cost: '41,500',
    stream: 'hubs',
    steps: ['Six fathers plan the first term'],
    covers: ['PAR-01'],
  },
  bags: {
    activity: 'bags',
    title: 'Lend bags of books and toys from every hub and library',
    objective: 'Every family has something new to look at and talk about each week.',
    success: 'Four hundred bags are lent a month.',
    owner: 'Libraries',
    from: '2026-09-01',
    to: '2029-03-31',
    cost: '38,000',
    stream: 'hubs',
    steps: ['Families choose what goes into the bags', 'A hundred bags in each of four places'],
    covers: ['DEF-05'],
  },
};

/** How they word it since we took it over. */
export const BAGS_NOW =
  'Every family has something new to talk about each week, in the languages that they speak at home.';
