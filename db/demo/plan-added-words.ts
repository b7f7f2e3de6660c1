import type { SaidLine } from './plan-words.ts';

/** Lines that people add by hand. */
export const ADDED: Readonly<Record<string, SaidLine & { title: string }>> = {
  rotas: {
    title: 'Agree the new hours with hub staff and unions',
    activity: 'openLater',
    owner: 'Jo Marsh, head of family hubs',
    from: '2026-05-01',
    to: '2026-08-31',
    milestone: 'Rotas signed by 31 August 2026',
    // Nought is a cost too: it takes time and no money.
    cost: '0',
    stream: 'hubs',
  },
  sessional: {
    title: 'Recruit four sessional workers for evenings and weekends',
    activity: 'openLater',
    owner: 'Jo Marsh, head of family hubs',
    from: '2026-07-01',
    to: '2029-03-31',
    milestone: 'Four people in post by October 2026',
    cost: '164,200',
    stream: 'hubs',
    covers: ['DEF-02'],
  },
  van: {
    title: 'Lease a van for the outreach team',
    activity: 'outreach',
    owner: 'Outreach team leader',
    from: '2026-05-01',
    to: '2029-03-31',
    milestone: 'On the road by July 2026',
    cost: '41,250.50',
    stream: 'hubs',
  },
  // Not complete on purpose: nobody has taken it on yet.
  strategy: {
    title: 'Write the outreach strategy with the panel and village groups',
    activity: 'outreach',
    from: '2026-11-01',
    covers: ['DEF-08'],
  },
  printed: {
    title: 'Print the offer and hand it over at the first midwife appointment',
    activity: 'oneDoor',
    owner: 'Midwifery matron, with communications',
    from: '2026-07-01',
    to: '2028-03-31',
    milestone: '2,000 copies with midwives by September 2026',
    cost: '12,400',
    stream: 'babies',
    covers: ['OFF-02', 'WID-03'],
  },
  texts: {
    title: 'Send a text when a group is cancelled, and one page a week of what is on',
    activity: 'oneDoor',
    owner: 'Communications manager',
    from: '2026-09-01',
    to: '2029-03-31',
    milestone: 'All four hubs sending by November 2026',
    cost: '4,800',
    stream: 'health',
  },
  champions: {
    title: 'Train six fathers as parent champions',
    activity: 'dads',
    owner: 'Wexcombe Dads',
    from: '2026-09-01',
    to: '2027-03-31',
    milestone: 'Six fathers trained by March 2027',
    cost: '14,850',
    stream: 'community',
    covers: ['PAR-01'],
  },
  inclusion: {
    title: 'Train all hub staff to include children with additional needs',
    activity: 'sendWorker',
    owner: 'SEND service manager',
    from: '2026-09-01',
    to: '2027-03-31',
    milestone: 'All hub staff trained by March 2027',
    cost: '22,300',
    stream: 'hubs',
    covers: ['STR-12'],
  },
  feeding: {
    title: 'Train sixteen peer supporters for infant feeding',
    activity: 'listening',
    owner: 'Infant feeding lead',
    from: '2026-06-01',
    to: '2027-05-31',
    milestone: 'Sixteen trained, two at every hub, by May 2027',
    cost: '27,900',
    stream: 'babies',
    covers: ['STR-04'],
  },
  // The cost is not known until the trust answers: never shown as nought.
  perinatal: {
    title: 'Agree a perinatal mental health pathway with the NHS trust',
    activity: 'listening',
    owner: 'Perinatal lead at the NHS trust',
    from: '2026-09-01',
    to: '2028-09-30',
    milestone: 'First visit within ten working days by April 2027',
    stream: 'babies',
    covers: ['STR-02', 'STR-09'],
  },
  menu: {
    title: 'Choose a home-learning programme from the national menu and train four coaches',
    activity: 'talkTogether',
    owner: 'Early years adviser',
    from: '2026-04-01',
    to: '2026-09-30',
    milestone: 'Programme chosen by June and coaches trained by September 2026',
    cost: '38,600',
    stream: 'hubs',
    covers: ['STR-08', 'DEF-05'],
  },
  parenting: {
    title: 'Run evidence-based parenting courses in three hubs',
    activity: 'talkTogether',
    owner: 'Parenting lead',
    from: '2026-09-01',
    to: '2029-03-31',
    milestone: 'Six courses a year, in each of three places, from January 2027',
    cost: '96,000',
    stream: 'hubs',
    covers: ['STR-01', 'STR-07'],
  },
  seats: {
    title: 'Give two seats on the hub board to parents',
    activity: 'panel',
    owner: 'Director of children’s services',
    from: '2026-05-01',
    to: '2026-07-31',
    milestone: 'Two parents at the board of July 2026',
    cost: '1,200',
    stream: 'health',
    covers: ['DEF-10', 'PLAN-03'],
  },
  // The next four deliver no activity of the theory: drift, shown in place.
  signs: {
    title: 'Rename the four hubs and put up the national signs',
    owner: 'Property services',
    from: '2026-10-01',
    to: '2027-06-30',
    milestone: 'The last sign up by June 2027',
    cost: '28,000',
    stream: 'hubs',
    covers: ['DEF-11', 'DEF-12'],
  },
  returns: {
    title: 'Keep the register of sites and services, and send the quarterly return',
    owner: 'Data and performance manager',
    from: '2026-04-01',
    to: '2029-03-31',
    milestone: 'First return sent in July 2026',
    cost: '45,000',
    stream: 'health',
    covers: [
      ...['SITE-01', 'SITE-05', 'STR-06', 'FUN-03', 'PLAN-12'],
      ...['WID-02', 'WID-04', 'WID-05', 'WID-06', 'WID-10', 'WID-12', 'WID-15', 'WID-16'],
    ],
  },
  localPlan: {
    title: 'Agree the Best Start local plan with partners, and publish it',
    owner: 'Director of children’s services',
    from: '2026-01-12',
    to: '2026-04-30',
    milestone: 'Decided by cabinet and published by 30 April 2026',
    cost: '0',
    stream: 'health',
    covers: ['PLAN-01', 'PLAN-02', 'PLAN-05', 'PLAN-09', 'PLAN-11', 'FUN-01', 'FUN-02'],
  },
  // Not complete on purpose.
  evaluation: {
    title: 'Evaluate with families and staff, from the first term on',
    owner: 'Public health analyst',
    from: '2026-09-01',
    covers: ['OBJ-03', 'PLAN-03'],
  },
  minibus: {
    title: 'Hire a minibus for Dunsley and Eastmoor',
    activity: 'outreach',
    owner: 'Outreach team leader',
    cost: '118,000',
    stopped: true,
  },
};

/** What the commissioner decided over what is computed, with the reasons. */
export const DECISIONS: readonly {
  requirement: string;
  state: 'covered' | 'partly' | 'not' | 'not-applicable';
  reason: string;
}[] = [
  {
    requirement: 'LOC-03',
    state: 'covered',
    reason: 'Aldermere meets the whole definition and is open: cabinet minute 14.',
  },
  {
    requirement: 'SITE-03',
    state: 'partly',
    reason: 'Three of the four hubs will convert. The lease in Eastmoor ends in 2027.',
  },
  {
    requirement: 'PLAN-06',
    state: 'covered',
    reason:
      'The long-term outcome about a good level of development carries the national milestone.',
  },
  {
    requirement: 'LOC-04',
    state: 'not-applicable',
    reason:
      'One county’s own milestone, listed as an example. Ours stand in the lines of the plan.',
  },
  {
    requirement: 'STR-10',
    state: 'not-applicable',
    reason:
      'One county’s own milestone, listed as an example. Ours stand in the lines of the plan.',
  },
  {
    requirement: 'WID-18',
    state: 'not-applicable',
    reason:
      'No part of youth justice is delivered through a hub: reported within the wider category.',
  },
];
