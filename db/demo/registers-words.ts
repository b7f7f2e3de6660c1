import type { AgreementFields } from '#app/plan/registers/agreement.ts';
import type { CommunicationFields } from '#app/plan/registers/communication.ts';

/** What Wexcombe shares, says and thinks of itself. Days are counted from the day it is made on. */

export type SaidAgreement = Omit<
  AgreementFields,
  'signedOn' | 'reviewOn' | 'dpiaOn' | 'lineIds' | 'requirementKeys'
> & { signed?: number; review?: number; assessed?: number; lines: string[]; covers: string[] };

export const AGREEMENTS: readonly SaidAgreement[] = [
  {
    title: 'Births to health visitors and hubs',
    partners: 'Wexcombe NHS Foundation Trust and the council',
    data: 'Name, address and day of birth of each baby, the parents’ names and telephone numbers, and the midwife’s name, every week.',
    purpose: 'So that every family hears from its hub before the baby is six weeks old.',
    basis: 'public-task',
    condition: 'health-care',
    state: 'blocked',
    blockedBy:
      'The trust’s information governance board wants the impact assessment before it signs. Nobody has written it.',
    dpia: 'needed',
    owner: 'Data protection officer, with the health visiting lead',
    note: '',
    lines: ['Offer listening visits', 'Agree a perinatal mental health pathway'],
    covers: ['DEF-07'],
  },
  {
    title: 'One record across hub teams',
    partners: 'The council, the NHS trust and Home-Start Wexcombe',
    data: 'Who came to which session, what was talked about in a sentence, and what was agreed next.',
    purpose: 'So that no family has to tell its story twice.',
    basis: 'public-task',
    condition: 'safeguarding',
    state: 'in-use',
    blockedBy: '',
    dpia: 'done',
    owner: 'Head of family hubs',
    note: 'Families are told at their first visit, and may say no to the sentence of what was talked about.',
    signed: -410,
    review: -45,
    assessed: -430,
    lines: ['Place a trained worker for additional needs'],
    covers: ['DEF-02', 'DEF-03'],
  },
  {
    title: 'Two-year checks with nurseries',
    partners: 'Nurseries, childminders and health visitors',
    data: 'The result of the check at two, with the parent’s agreement.',
    purpose: 'So that a child who needs help with talking gets it in the term in which it is seen.',
    basis: 'consent',
    condition: 'explicit-consent',
    state: 'signed',
    blockedBy: '',
    dpia: 'done',
    owner: 'Early years adviser',
    note: '',
    signed: -30,
    review: 335,
    assessed: -60,
    lines: ['Coach parents of three and four year olds'],
    covers: [],
  },
  {
    title: 'Families who wait for a check of additional needs',
    partners: 'Community paediatrics and the SEND service',
    data: 'Who waits, since when, and which hub is nearest.',
    purpose: 'So that the worker in the hub can offer support meanwhile.',
    basis: '',
    condition: '',
    state: 'working',
    blockedBy: '',
    dpia: '',
    owner: 'SEND service manager',
    note: '',
    lines: ['Place a trained worker for additional needs'],
    covers: ['DEF-04'],
  },
];

export type SaidCommunication = Omit<
  CommunicationFields,
  'fromOn' | 'untilOn' | 'targetOn' | 'lineId' | 'costId' | 'testedIn'
> & {
  from: string;
  until?: string;
  aimOn?: string;
  line?: string;
  tested?: boolean;
  /** Days before the day it is made on, and how many. */
  reached: readonly (readonly [number, number, string])[];
};

export const COMMUNICATIONS: readonly SaidCommunication[] = [
  {
    title: 'A page a week of what is on',
    audience: 'every family with a child under five',
    groups: [],
    message: 'What is on in your hub this week, where it is, and that it is for you.',
    channel: 'newsletter',
    languages: ['en'],
    from: '2026-09-07',
    frequency: 'every Monday',
    owner: 'Communications manager',
    counts: 'subscribers',
    target: 8000,
    aimOn: '2028-03-31',
    note: '',
    line: 'Send a text when a group is cancelled',
    tested: true,
    reached: [
      [75, 5120, 'Mailing list'],
      [45, 6340, 'Mailing list'],
      [12, 7263, 'Mailing list'],
    ],
  },
  {
    title: 'Dads’ Saturdays',
    audience: 'fathers and male carers',
    groups: ['fathers'],
    message: 'Saturday is dads’ day at Brookside. Bring the children. Six of us planned it.',
    channel: 'group',
    languages: ['en', 'pl'],
    from: '2026-06-06',
    until: '2028-03-31',
    frequency: 'every Saturday',
    owner: 'Wexcombe Dads',
    counts: 'fathers who come',
    target: 100,
    aimOn: '2027-03-31',
    note: '',
    line: 'Run a Saturday group with fathers',
    tested: true,
    reached: [
      [150, 27, 'Counted at the door'],
      [80, 51, 'Counted at the door'],
      [10, 82, 'Counted at the door'],
    ],
  },
  {
    title: 'The offer in the midwife’s hands',
    audience: 'everybody who expects a baby',
    groups: ['expecting'],
    message: 'Everything that is there for you and your baby, on one page.',
    channel: 'professionals',
    languages: ['en', 'pl', 'ur'],
    from: '2026-07-01',
    until: '2028-03-31',
    frequency: 'at the first appointment',
    owner: 'Midwifery matron',
    counts: 'copies given',
    target: 2000,
    aimOn: '2026-09-30',
    note: '',
    line: 'Print the offer',
    reached: [
      [90, 310, 'Midwives’ own count'],
      [20, 940, 'Midwives’ own count'],
    ],
  },
  {
    title: 'Drop-in for families who wait',
    audience: 'families whose child waits for a check of additional needs',
    groups: ['send-families'],
    message: 'You do not have to wait for a name for it. Come and talk to us.',
    channel: 'letter',
    languages: ['en'],
    from: '2027-01-11',
    frequency: 'with each letter of the waiting list',
    owner: '',
    counts: '',
    target: null,
    note: 'Waits for the agreement with community paediatrics.',
    line: 'Place a trained worker for additional needs',
    reached: [],
  },
];

/** What a round says of an item: rating, words, improvement with who and by when, the panel. */
export interface SaidRating {
  rating: string;
  evidence: string;
  improve?: string;
  owner?: string;
  due?: number;
  panel?: string;
  panelSaid?: string;
}

/** A year ago: only the principles. */
export const FIRST_ROUND: Readonly<Record<string, SaidRating>> = {
  'FHN-01': { rating: 'begun', evidence: 'Hubs serve families with children under five.' },
  'FHN-02': {
    rating: 'begun',
    evidence: 'Health visitors refer; families seldom come by themselves.',
  },
  'FHN-03': { rating: 'begun', evidence: 'Midwives and hub staff share two of four buildings.' },
  'FHN-04': { rating: 'in-place', evidence: 'Every family has one named worker.' },
  'FHN-05': { rating: 'not-yet', evidence: 'Eleven web pages and five telephone numbers.' },
  'FHN-06': { rating: 'begun', evidence: 'Hub managers meet once a term.' },
  'FHN-07': { rating: 'not-yet', evidence: 'There is nothing for couples.' },
  'FHN-08': { rating: 'begun', evidence: 'Home-Start works from one hub.' },
};

/** This year. One is not rated, and the panel sees one lower than we do. */
export const THIS_ROUND: Readonly<Record<string, SaidRating>> = {
  'FHN-01': {
    rating: 'begun',
    evidence: 'Two hubs have hours for families with children of school age.',
    improve: 'Open one afternoon a week for families with teenagers in every hub',
    owner: 'Head of family hubs',
    due: 200,
  },
  'FHN-02': {
    rating: 'in-place',
    evidence: 'Listening visits are offered at two hubs without a referral.',
    improve: 'Offer listening visits at all four hubs',
    owner: 'Health visiting lead',
    due: 120,
  },
  'FHN-03': {
    rating: 'in-place',
    evidence: 'One record is used by three teams.',
    improve: 'Write the impact assessment that births wait for',
    owner: 'Data protection officer',
    due: 40,
  },
  'FHN-04': {
    rating: 'begun',
    evidence: 'Named workers left and were not replaced in Eastmoor.',
    improve: 'Fill the two posts of named workers in Eastmoor',
    owner: '',
    due: 60,
  },
  'FHN-05': {
    rating: 'in-place',
    evidence: 'One page and one number since April.',
    improve: 'Make the one page readable on a telephone and in three languages',
    owner: 'Communications manager',
    due: 90,
    panel: 'begun',
    panelSaid: 'The number is there, but you wait ten minutes and nobody rings back.',
  },
  'FHN-06': {
    rating: 'in-place',
    evidence: 'The leadership team meets every month with partners.',
    improve: 'Bring school heads to the leadership team each term',
    owner: 'Strategic lead',
    due: 150,
    panel: 'in-place',
    panelSaid: 'We notice that people know each other now.',
  },
  'FHN-08': {
    rating: 'in-place',
    evidence: 'Home-Start and Wexcombe Dads run groups in three hubs.',
    improve: 'Agree three-year funding with voluntary partners',
    owner: 'Commissioner',
    due: 130,
  },
};

/** Of the model framework, what this round says. */
export const MODEL_ROUND: Readonly<Record<string, SaidRating>> = {
  'FHSL-MOD-02': {
    rating: 'basic',
    evidence: 'Outcomes are shared on paper; each service still reports its own.',
    improve: 'Report one set of outcomes to the board each quarter',
    owner: 'Strategic lead',
    due: 100,
  },
  'FHSL-MOD-03': {
    rating: 'developing',
    evidence: 'Three teams share a record; births do not flow yet.',
  },
  'FHSL-MOD-07': { rating: 'developing', evidence: 'The board meets each quarter and votes.' },
};

/** The ninth, in Wexcombe’s own words. */
export const NINTH = 'Decide with families, and tell them what came of it.';
export const NINTH_SAID: SaidRating = {
  rating: 'in-place',
  evidence: 'Two seats on the board, and an answer to each theme.',
  improve: 'Fill the panel’s second seat on the board',
  owner: 'Panel facilitator',
  due: 30,
  panel: 'in-place',
  panelSaid: 'We are asked and we are answered. One of our two chairs is empty.',
};
