// What the plan of the fictional borough costs. Names and amounts are made up; the costs of each line
// add up to its estimate.

type SaidCost = readonly [what: string, kind: string, year: string, amount: string, strand: string];

export const COSTS: readonly { line: string; costs: readonly SaidCost[] }[] = [
  {
    line: 'openLater',
    costs: [
      ['Evening and Saturday staff at two hubs', 'staffing', '2026-27', '52,000', 'parenting'],
      ['Evening and Saturday staff at two hubs', 'staffing', '2027-28', '124,000', 'parenting'],
      ['Evening and Saturday staff at two hubs', 'staffing', '2028-29', '124,000', 'parenting'],
      ['Lights, locks and heating controls', 'equipment', '2026-27', '12,000', 'parenting'],
    ],
  },
  {
    line: 'sendWorker',
    costs: [
      ['Four named SEND workers', 'staffing', '2026-27', '118,000', 'send'],
      ['Four named SEND workers', 'staffing', '2027-28', '130,000', 'send'],
      ['Four named SEND workers', 'staffing', '2028-29', '132,000', 'send'],
      ['Training of the workers', 'training', '2026-27', '6,000', 'send'],
    ],
  },
  {
    line: 'listening',
    costs: [
      ['Five listening visitors', 'staffing', '2026-27', '188,000', 'perinatal'],
      ['Five listening visitors', 'staffing', '2027-28', '196,000', 'perinatal'],
      ['Training and supervision', 'training', '2026-27', '18,000', 'perinatal'],
    ],
  },
  {
    line: 'talkTogether',
    costs: [
      ['Language practitioners', 'staffing', '2026-27', '34,000', 'home-learning'],
      ['Language practitioners', 'staffing', '2027-28', '54,000', 'home-learning'],
      ['Language practitioners', 'staffing', '2028-29', '56,000', 'home-learning'],
      ['Books and picture cards to take home', 'equipment', '2026-27', '4,000', 'home-learning'],
    ],
  },
  {
    line: 'panel',
    costs: [
      ['Thank-you payments and fares of members', 'participation', '2026-27', '12,000', 'other'],
      ['Thank-you payments and fares of members', 'participation', '2027-28', '14,000', 'other'],
      ['A morning a week of the facilitator', 'staffing', '2027-28', '10,000', 'other'],
    ],
  },
  {
    line: 'printed',
    costs: [
      [
        'Feeding leaflets in nine languages',
        'communications',
        '2026-27',
        '8,800',
        'infant-feeding',
      ],
      // Home learning is not what the Healthy Babies grant may pay for.
      [
        'Talk cards for children under three',
        'communications',
        '2026-27',
        '3,600',
        'home-learning',
      ],
    ],
  },
];

/** What the whole programme costs and no line alone, with the stream that pays. */
export const WHOLE: readonly (readonly [
  what: string,
  kind: string,
  year: string,
  amount: string,
  stream: string,
])[] = [
  ['Programme manager, half of the post', 'staffing', '2026-27', '26,000', 'health'],
  ['Programme manager, half of the post', 'staffing', '2027-28', '26,500', 'health'],
  ['Programme manager, half of the post', 'staffing', '2028-29', '27,000', 'health'],
];

export const UNITS: readonly Readonly<Record<string, string>>[] = [
  {
    what: 'Attendances at the four hubs, 2025-26',
    kind: 'attendance',
    cost: '612,000',
    costStep: '1000',
    costFrom: '2025-04-01',
    costTo: '2026-03-31',
    counted: '30,600',
    countStep: '100',
    countFrom: '2025-04-01',
    countTo: '2026-03-31',
    source: 'Outturn of children’s services 2025-26, and the registers of the hubs',
  },
  {
    // The families were counted before the year that they would be divided into.
    what: 'Families registered with a hub',
    kind: 'family',
    planYear: '2026-27',
    counted: '2,960',
    countFrom: '2025-01-01',
    countTo: '2025-12-31',
    source: 'Registers of the hubs, calendar year 2025',
  },
];

export const AVOIDED: Readonly<Record<string, string>> = {
  what: 'A week of foster care',
  per: 'a child, a week',
  low: '550',
  central: '600',
  high: '650',
  priceYear: '2015-16',
  whoSaves: 'The council',
  source:
    'Department for Education, answer to a parliamentary question (49075): foster care “around £600” a child a week',
  sourceUrl: 'https://www.parallelparliament.co.uk/question/49075/children-in-care',
  grade: 'C',
  note: 'Low and high are what rounding to £100 leaves. Finance is asked for our own cost.',
};

export const CASE: Readonly<Record<string, string>> = {
  name: 'Listening visits and fewer weeks in care',
  firstYear: '2026-27',
  years: '3',
  discount: '3.5',
  optimismLow: '0',
  optimismCentral: '20',
  optimismHigh: '40',
  cost: '402,000',
  overrunLow: '0',
  overrunCentral: '0',
  overrunHigh: '10',
  note: 'Only what the listening visits cost is put in.',
};

export const ITEM: Readonly<Record<string, string>> = {
  countLow: '200',
  countCentral: '500',
  countHigh: '1,000',
  attributionLow: '10',
  attributionCentral: '25',
  attributionHigh: '50',
  deadweightLow: '10',
  deadweightCentral: '25',
  deadweightHigh: '50',
  fromYear: '2',
  basis:
    'Weeks in care of babies and toddlers that ended or began in 2025-26; the judgement of the edge-of-care panel',
};
