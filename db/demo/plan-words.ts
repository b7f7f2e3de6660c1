import type { DemoBox } from './theory-words.ts';

// The delivery plan of the fictional borough. Names, dates and amounts are made up.

export type DemoStream = 'hubs' | 'babies' | 'health' | 'community';

interface SaidStream {
  name: string;
  kind: string;
  amount: string;
  ringFence: string;
  startsOn?: string;
  endsOn: string;
  pays?: string;
  ringStrands?: readonly string[];
  conditions?: string;
  'year-2026'?: string;
  'year-2027'?: string;
  'year-2028'?: string;
}

export const STREAMS: Readonly<Record<DemoStream, SaidStream>> = {
  hubs: {
    name: 'Best Start Family Hubs grant',
    kind: 'grant',
    amount: '1,640,000',
    ringFence: 'Hubs, parenting, home learning and additional needs',
    startsOn: '2026-04-01',
    endsOn: '2029-03-31',
    conditions: 'A return each quarter, and the local plan published by April 2026',
    'year-2026': '520,000',
    'year-2027': '560,000',
    'year-2028': '560,000',
  },
  babies: {
    name: 'Healthy Babies grant',
    kind: 'grant',
    amount: '610,000',
    ringFence: 'Infant feeding, perinatal mental health, the offer and the panel',
    startsOn: '2026-04-01',
    endsOn: '2028-03-31',
    pays: 'revenue',
    ringStrands: ['infant-feeding', 'perinatal', 'health', 'other'],
    'year-2026': '300,000',
    'year-2027': '310,000',
  },
  health: {
    name: 'Public health grant',
    kind: 'health',
    amount: '180,000',
    ringFence: '',
    endsOn: '',
  },
  // A little too much is promised from it, so that the page of the money has something to say.
  community: {
    name: 'Community fund award',
    kind: 'partner',
    amount: '45,000',
    ringFence: 'Work with fathers',
    endsOn: '2027-03-31',
    conditions: 'A report to the fund each March, with what fathers say of the groups',
  },
};

export interface SaidLine {
  /** Left out where the line is made from its activity and keeps its words. */
  title?: string;
  activity?: DemoBox;
  owner?: string;
  from?: string;
  to?: string;
  milestone?: string;
  /** Left out where it is not known. */
  cost?: string;
  stream?: DemoStream;
  stopped?: boolean;
  /** Ids in the pack bsfh-2026, without what they all begin with. */
  covers?: readonly string[];
}

/** Lines that are made from the activities of the theory, and then filled in. */
export const MADE: Readonly<Partial<Record<DemoBox, SaidLine>>> = {
  openLater: {
    owner: 'Jo Marsh, head of family hubs',
    from: '2026-09-01',
    to: '2029-03-31',
    milestone: 'Both hubs open until 8pm on Thursdays and on Saturday mornings by 1 October 2026',
    cost: '312,000',
    stream: 'hubs',
    covers: ['DEF-01', 'DEF-03', 'PAR-03'],
  },
  outreach: {
    owner: 'Outreach team leader',
    from: '2026-06-01',
    to: '2029-03-31',
    milestone: 'Four halls visited every week by September 2026',
    cost: '268,500',
    stream: 'hubs',
    covers: ['LOC-01', 'OBJ-02'],
  },
  oneDoor: {
    owner: 'Communications manager',
    from: '2026-04-01',
    to: '2028-03-31',
    milestone: 'The page passes an accessibility check by 31 July 2026',
    cost: '18,750',
    stream: 'babies',
    covers: ['DEF-07', 'DEF-09', 'OFF-01'],
  },
  dads: {
    owner: 'Wexcombe Dads, with the hub manager at Brookside',
    from: '2026-06-06',
    to: '2028-03-31',
    milestone: 'A weekly group planned by six fathers by September 2026',
    cost: '32,400',
    stream: 'community',
    covers: ['PAR-01', 'OBJ-02'],
  },
  sendWorker: {
    owner: 'SEND service manager',
    from: '2026-04-01',
    to: '2029-03-31',
    milestone: 'A named worker in post in each of the four hubs by January 2027',
    cost: '386,000',
    stream: 'hubs',
    covers: ['DEF-04', 'STR-05', 'STR-11'],
  },
  listening: {
    owner: 'Health visiting lead',
    from: '2026-04-01',
    to: '2028-03-31',
    milestone: 'Listening visits offered at every hub by September 2026',
    cost: '402,000',
    stream: 'babies',
    covers: ['DEF-06', 'STR-02', 'STR-13', 'WID-01'],
  },
  talkTogether: {
    owner: 'Early years adviser',
    from: '2026-09-01',
    to: '2029-03-31',
    milestone: 'The first twelve families finish by December 2026',
    cost: '148,000',
    stream: 'hubs',
    covers: ['DEF-05', 'STR-03'],
  },
  panel: {
    owner: 'Tom Okafor, panel facilitator',
    from: '2026-04-01',
    to: '2028-03-31',
    milestone: 'A reply to every theme published each term',
    cost: '36,000',
    stream: 'babies',
    covers: ['PAR-01', 'PAR-02', 'PAR-03', 'DEF-10'],
  },
};
