import type { EqualityEffectKind, Standing } from '#app/plan/plan.ts';

// What the lines of the fictional borough's plan say beyond who, when and how much. Made up.

/** `[kind, words, owner, due]`; what was due before today is done, but for what is late. */
type SaidStep = readonly [
  kind: 'a' | 'm',
  title: string,
  owner: string,
  due: string,
  late?: 'late',
];

export interface SaidDetails {
  objective?: string;
  partners?: string;
  strand?: string;
  success?: string;
  communications?: string;
  equality?: readonly [effect: EqualityEffectKind, who: string, response: string];
  /** What, how likely, how bad, who watches it, what is done. */
  risk?: readonly [what: string, likelihood: number, severity: number, owner: string, done: string];
  steps?: readonly SaidStep[];
  /** Names of lines that it waits for, each with the days between. */
  waits?: readonly (readonly [name: string, lagDays: number])[];
  /** Beginnings of the names of measures. */
  measures?: readonly string[];
  /** What was reported: so many days ago, how it stood, and what was said. */
  reports?: readonly (readonly [daysAgo: number, standing: Standing, note: string])[];
  /** Why it stays in the plan though it delivers no activity of the theory. */
  stands?: string;
}

export const DETAILS: Readonly<Record<string, SaidDetails>> = {
  openLater: {
    objective: 'Parents who work can come to a hub without taking time off',
    partners: 'Hub partnership volunteers; Wexcombe Leisure (caretakers)',
    strand: 'parenting',
    success: 'Eighty evening and weekend sessions a quarter, and three in ten visits after five',
    communications: 'Posters at stations and nurseries in August; the text list each Monday',
    equality: ['positive', 'Working and single parents, fathers, carers of disabled children', ''],
    risk: [
      'Too few staff agree to work evenings',
      3,
      4,
      'Head of family hubs',
      'Sessional workers recruited first; one evening a hub until four are in post',
    ],
    steps: [
      [
        'a',
        'Agree opening hours with the landlords of both buildings',
        'Property services',
        '2026-09-11',
      ],
      [
        'm',
        'Both hubs open until 8pm on Thursdays and on Saturday mornings',
        'Jo Marsh',
        '2026-10-01',
      ],
      ['m', 'First year of evening hours looked at with the panel', 'Tom Okafor', '2027-10-31'],
    ],
    waits: [['rotas', 0]],
    measures: ['Evening and weekend sessions held'],
    reports: [
      [96, 'on-track', 'Rotas signed; both buildings agreed.'],
      [12, 'on-track', '83 sessions held last quarter, three more than planned.'],
    ],
  },
  outreach: {
    objective: 'Families in the villages reach help without a car',
    partners: 'Village hall committees; Dunsley parish council',
    strand: 'early-years',
    success: 'Each of four halls visited every week of term',
    communications: 'Parish newsletters and school book bags each term',
    equality: ['positive', 'Families without a car; disabled parents', ''],
    risk: [
      'A hall closes for repairs',
      2,
      3,
      'Outreach team leader',
      'A second room named in each village',
    ],
    steps: [
      ['a', 'Sign hire agreements with four halls', 'Outreach team leader', '2026-07-31'],
      ['m', 'Four halls visited every week', 'Outreach team leader', '2026-09-30'],
    ],
    measures: ['Families whose first visit'],
    reports: [
      [20, 'at-risk', 'Eastmoor hall is closed until January: the church room is used meanwhile.'],
    ],
  },
  oneDoor: {
    objective: 'Every family can find the whole offer in one place',
    partners: 'Maternity voices partnership; libraries',
    strand: 'other',
    success: 'The page passes an accessibility check and half of new parents have seen it',
    equality: [
      'positive',
      'Families who read little English',
      'Nine languages and an easy-read page',
    ],
    steps: [
      ['a', 'Write the pages with six parents', 'Communications manager', '2026-06-30'],
      ['m', 'The page passes an accessibility check', 'Communications manager', '2026-07-31'],
    ],
  },
  dads: {
    objective: 'Fathers find something for them, and plan it',
    partners: 'Wexcombe Dads; Brookside primary school',
    strand: 'parenting',
    success: 'Twenty fathers come in a month, and six of them plan it',
    equality: ['positive', 'Fathers and male carers', ''],
    risk: [
      'The award ends before the group stands on its own',
      4,
      3,
      'Wexcombe Dads',
      'Bid to the public health grant by January',
    ],
    steps: [
      ['a', 'Find six fathers who plan it', 'Wexcombe Dads', '2026-07-31'],
      ['m', 'A weekly group planned by six fathers', 'Wexcombe Dads', '2026-09-30'],
    ],
    measures: ['Child-Parent', 'CPRS'],
    reports: [[15, 'on-track', 'Between nine and fourteen fathers come each Saturday.']],
  },
  sendWorker: {
    objective: 'Families who wait for a check have a named person meanwhile',
    partners: 'Parent carer forum; educational psychology',
    strand: 'send',
    success: 'Every family that waits has a support plan within four weeks',
    equality: ['positive', 'Disabled children and their families', ''],
    risk: [
      'Posts stay empty: the region is short of such workers',
      4,
      4,
      'SEND service manager',
      'Train two family workers of our own',
    ],
    steps: [
      ['a', 'Advertise four posts', 'SEND service manager', '2026-05-29'],
      ['m', 'Two of four workers in post', 'SEND service manager', '2026-10-31'],
      [
        'm',
        'A named worker in post in each of the four hubs',
        'SEND service manager',
        '2027-01-31',
      ],
    ],
    reports: [[30, 'at-risk', 'Two of four posts are filled; the third was advertised twice.']],
  },
  listening: {
    objective: 'Parents have somebody to tell how they feel, early and near home',
    partners: 'The NHS trust; infant feeding volunteers',
    strand: 'perinatal',
    success: 'Seven in ten parents feel able to cope after six visits',
    equality: ['neutral', '', ''],
    steps: [['m', 'Listening visits offered at every hub', 'Health visiting lead', '2026-09-30']],
    measures: ['Short Warwick'],
  },
  talkTogether: {
    objective: 'Children hear and use more words at home',
    partners: 'Nurseries and childminders; libraries',
    strand: 'home-learning',
    success: 'Two hundred families coached a year; two in three say that they talk more',
    communications: 'Nurseries hand over the invitation at the parents’ evening',
    equality: [
      'positive',
      'Families who speak another language at home',
      'Coaches who speak Polish and Urdu',
    ],
    steps: [
      ['m', 'The first twelve families finish', 'Early years adviser', '2026-12-18'],
      ['m', 'Two hundred families coached in a year', 'Early years adviser', '2027-08-31'],
    ],
    waits: [['menu', -30]],
    measures: ['Home learning'],
  },
  panel: {
    objective: 'Parents see what came of what they said',
    partners: 'Parent carer forum',
    strand: 'other',
    success: 'A reply to every theme each term',
    equality: ['positive', 'Those whom surveys hear least', 'Expenses and childcare are paid'],
    steps: [
      ['m', 'A reply to every theme published for the spring term', 'Tom Okafor', '2027-03-26'],
    ],
  },
  rotas: {
    steps: [
      ['a', 'Meet the unions', 'Jo Marsh', '2026-06-12'],
      ['m', 'Rotas signed', 'Jo Marsh', '2026-08-31'],
    ],
  },
  // It begins before the hours are agreed: the plan points it out.
  sessional: {
    strand: 'parenting',
    risk: ['Applicants want whole posts', 3, 3, 'Jo Marsh', ''],
    steps: [['m', 'Four people in post', 'Jo Marsh', '2026-10-31']],
    waits: [['rotas', 0]],
    reports: [[18, 'late', 'Three of four in post. The fourth begins in January.']],
  },
  van: { steps: [['m', 'On the road', 'Outreach team leader', '2026-07-31']] },
  printed: {
    partners: 'Midwives of the NHS trust',
    // Late on purpose, and said so.
    steps: [['m', '2,000 copies with midwives', 'Midwifery matron', '2026-09-30', 'late']],
    reports: [[9, 'late', '1,100 copies are out. The rest wait for the new telephone number.']],
  },
  texts: { steps: [['m', 'All four hubs sending', 'Communications manager', '2026-11-30']] },
  champions: { steps: [['m', 'Six fathers trained', 'Wexcombe Dads', '2027-03-31']] },
  inclusion: { steps: [['m', 'All hub staff trained', 'SEND service manager', '2027-03-31']] },
  feeding: {
    strand: 'infant-feeding',
    equality: ['neutral', '', ''],
    steps: [
      ['a', 'First eight trained', 'Infant feeding lead', '2026-11-13'],
      ['m', 'Sixteen trained, two at every hub', 'Infant feeding lead', '2027-05-31'],
    ],
    measures: ['Breastfe'],
  },
  perinatal: {
    strand: 'perinatal',
    risk: ['The trust cannot say what it costs', 4, 4, '', ''],
    steps: [['m', 'First visit within ten working days', 'Perinatal lead', '2027-04-30']],
  },
  menu: {
    strand: 'home-learning',
    steps: [
      ['m', 'Programme chosen', 'Early years adviser', '2026-06-30'],
      ['m', 'Coaches trained', 'Early years adviser', '2026-09-30'],
    ],
  },
  parenting: {
    strand: 'parenting',
    equality: [
      'negative',
      'Parents who read little English',
      'One course in three is held with an interpreter',
    ],
    steps: [['m', 'Six courses a year, in each of three places', 'Parenting lead', '2027-01-31']],
  },
  seats: {
    steps: [
      [
        'm',
        'Two parents at the board of July 2026',
        'Director of children’s services',
        '2026-07-31',
      ],
    ],
    waits: [['localPlan', 0]],
  },
  signs: {
    steps: [['m', 'The last sign up', 'Property services', '2027-06-30']],
    waits: [['localPlan', 0]],
  },
  returns: {
    steps: [['m', 'First return sent', 'Data and performance manager', '2026-07-31']],
    stands: 'The grant asks for it: it keeps the books of the theory and is no part of it.',
  },
  localPlan: {
    steps: [
      ['m', 'Decided by cabinet and published', 'Director of children’s services', '2026-04-30'],
    ],
    stands: 'The Act asks for a local plan, whatever the theory says.',
  },
  evaluation: { waits: [['localPlan', 0]] },
};
