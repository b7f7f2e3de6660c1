import type { BoxType } from '#app/theory/graph.ts';
import type { DemoNeed } from './needs.ts';

// The theory of change of the fictional borough, in the words of its lead.

interface Said {
  type: BoxType;
  label: string;
  detail?: string;
  /** The need of the register that a box of type need stands for. */
  need?: DemoNeed;
  more?: Record<string, string>;
}

const said = <Name extends string>(boxes: Record<Name, Said>) => boxes;

export const BOXES = said({
  // Needs, as the register has them
  needHours: { type: 'need', need: 'hours', label: 'Hubs open when parents who work can come' },
  needTransport: { type: 'need', need: 'transport', label: 'A way to reach help without a car' },
  needKnowing: {
    type: 'need',
    need: 'knowing',
    label: 'Families know what is on, and that it is for them',
  },
  needSend: {
    type: 'need',
    need: 'send',
    label: 'Support for families while they wait for a check of special educational needs',
  },
  needWellbeing: {
    type: 'need',
    need: 'wellbeing',
    label: 'Help with how parents feel, early and near home',
  },
  needTalking: {
    type: 'need',
    need: 'talking',
    label: 'Help for children to talk, play and learn before they start school',
  },
  needFathers: {
    type: 'need',
    need: 'fathers',
    label: 'Fathers and male carers find something for them, and are asked',
  },

  // What we and our partners will do
  openLater: {
    type: 'activity',
    label: 'Open Aldermere and Brookside hubs on Thursday evenings and Saturdays',
    more: { lead: 'Hub managers', benefits: 'Parents who work' },
  },
  outreach: {
    type: 'activity',
    label: 'Take stay-and-play and advice to village halls in Dunsley and Eastmoor',
    more: { lead: 'Outreach team', benefits: 'Families without a car' },
  },
  oneDoor: {
    type: 'activity',
    label: 'Put the whole offer in one place, on the web and on paper',
    more: { lead: 'Communications', benefits: 'All families, expecting parents first' },
  },
  dads: {
    type: 'activity',
    label: 'Run a Saturday group with fathers, planned by fathers',
    more: { lead: 'Wexcombe Dads, a voluntary group', benefits: 'Fathers and male carers' },
  },
  sendWorker: {
    type: 'activity',
    label: 'Place a trained worker for additional needs in every hub',
    more: { lead: 'SEND service', benefits: 'Families waiting for a check' },
  },
  listening: {
    type: 'activity',
    label: 'Offer listening visits and infant feeding support in hubs',
    more: { lead: 'Health visiting', benefits: 'New and expecting parents' },
  },
  talkTogether: {
    type: 'activity',
    label: 'Coach parents of three and four year olds in talking and playing at home',
    more: { lead: 'Early years team', benefits: 'Children from three to five' },
  },
  panel: {
    type: 'activity',
    label: 'Meet with the parent carer panel every term and answer what it says',
    more: { lead: 'Panel facilitator', benefits: 'All families' },
  },

  // What that directly produces
  sessions: { type: 'output', label: 'Eighty evening and weekend sessions a quarter' },
  halls: { type: 'output', label: 'A visit to each of four halls every week' },
  offer: { type: 'output', label: 'One published offer, given to every expecting parent' },
  plans: { type: 'output', label: 'A support plan for each family that waits for a check' },
  coached: { type: 'output', label: 'Two hundred families coached a year' },

  // What families experience
  forUs: {
    type: 'mechanism',
    label: 'Families feel that the hub is for people like them',
    more: { benefits: 'Families who have not used a hub, fathers among them' },
  },
  trusted: {
    type: 'mechanism',
    label: 'Parents trust one person enough to say that something is hard',
    more: { benefits: 'New parents' },
  },

  // What changes
  earlier: {
    type: 'intermediateOutcome',
    label: 'Families come for help earlier',
    more: { benefits: 'Families in the most deprived areas' },
  },
  fathersIn: {
    type: 'intermediateOutcome',
    label: 'Fathers take part in their child’s early learning',
    more: { benefits: 'Fathers and their children' },
  },
  coping: {
    type: 'intermediateOutcome',
    label: 'Parents feel able to cope, and say so',
    more: { benefits: 'New and expecting parents' },
  },
  supported: {
    type: 'intermediateOutcome',
    label: 'Families who wait for a check have support meanwhile',
    more: { benefits: 'Children with additional needs and their families' },
  },
  homeTalk: {
    type: 'intermediateOutcome',
    label: 'Children hear and use more words at home',
    more: { benefits: 'Children from three to five' },
  },
  ready: {
    type: 'longTermOutcome',
    label: 'More children reach a good level of development at five',
    more: { benefits: 'Children who get free school meals most of all' },
  },
  well: {
    type: 'longTermOutcome',
    label: 'Parents and babies are well in the first two years',
    more: { benefits: 'Parents and babies' },
  },
  gap: {
    type: 'impact',
    label: 'Where a child grows up in Wexcombe matters less to how they start in life',
    more: { benefits: 'All children in Wexcombe' },
  },

  // What has to hold
  evenings: {
    type: 'assumption',
    label: 'Parents who work will come in the evening if the door is open',
    more: {
      critical: 'yes',
      owner: 'Hub managers',
      signal: 'Fewer than ten families an evening by the summer',
      reviewOn: '2027-07-01',
    },
  },
  staff: {
    type: 'assumption',
    label: 'Enough trained staff can be found for evenings and weekends',
    more: { critical: 'yes' },
  },
  buses: { type: 'externalFactor', label: 'Evening buses to Dunsley stay cut' },
  sameFamilies: {
    type: 'risk',
    label: 'Families who do well already fill the evenings',
    more: {
      likelihood: 'medium',
      response: 'Keep half of the places for families that a health visitor brings',
      owner: 'Hub managers',
    },
  },
});

export type DemoBox = keyof typeof BOXES;

/** From, to, why, and what else is said of the link. */
export const LINKS: readonly [DemoBox, DemoBox, string, Record<string, string>?][] = [
  ['openLater', 'needHours', 'Those who cannot come by day asked for evenings and Saturdays.'],
  ['outreach', 'needTransport', 'Where there is no bus, the hub comes to the family.'],
  ['oneDoor', 'needKnowing', 'Families said that they did not know what there is.'],
  ['panel', 'needKnowing', 'Parents tell other parents, and hear what became of what they said.'],
  [
    'dads',
    'needFathers',
    'Few fathers answered, and those who did asked for a group of their own.',
  ],
  ['sendWorker', 'needSend', 'Families want somebody while they wait, not only after.'],
  ['listening', 'needWellbeing', 'Parents asked for help near home and before it gets bad.'],
  ['talkTogether', 'needTalking', 'Parents asked what they can do at home.'],

  ['openLater', 'sessions', 'Two buildings, two more openings a week each.'],
  ['outreach', 'halls', 'One team with a van can do four halls a week.'],
  ['oneDoor', 'offer', 'Midwives hand it over at the first appointment.'],
  ['sendWorker', 'plans', 'The worker writes it with the family at the first visit.'],
  ['talkTogether', 'coached', 'Four coaches, twelve families each, four times a year.'],
  ['panel', 'forUs', 'What members asked for is seen to happen.'],
  [
    'dads',
    'fathersIn',
    'Fathers who plan it bring others, and do with their child what they saw.',
    {
      mechanism: 'Fathers see other fathers play and talk with their children',
    },
  ],
  ['listening', 'trusted', 'The same person comes back.'],

  ['sessions', 'forUs', 'The door is open when they can come.'],
  ['halls', 'forUs', 'It is in a place that they know already.'],
  [
    'offer',
    'earlier',
    'Families that know what there is come before it is urgent.',
    {
      mechanism: 'Parents learn that the help is for everybody',
    },
  ],
  ['forUs', 'earlier', 'People come where they feel that they belong.'],
  ['trusted', 'coping', 'What has been said can be helped with.'],
  [
    'plans',
    'supported',
    'The plan says who does what until the check.',
    {
      mechanism: 'Families have a name to ring',
      assumes: 'Schools and nurseries act on the plan while the family waits',
      owner: 'SEND service',
    },
  ],
  [
    'coached',
    'homeTalk',
    'Parents keep doing what worked in front of them.',
    {
      mechanism: 'Parents see their child answer',
      assumes: 'Parents have a quarter of an hour a day with their child and no screen',
      critical: 'yes',
    },
  ],

  ['earlier', 'coping', 'Small worries are helped with while they are small.'],
  ['earlier', 'supported', 'Needs are noticed sooner when the family is known.'],
  ['fathersIn', 'homeTalk', 'Two people who talk with a child are more than one.'],
  [
    'homeTalk',
    'ready',
    'Talking at three and four is what school readiness rests on most.',
    { confidence: 'high', delayMonths: '24' },
  ],
  // Left without a reason on purpose: the coach asks for it.
  ['supported', 'ready', ''],
  ['coping', 'well', 'A parent who copes can respond to the baby.'],
  ['well', 'ready', 'What happens in the first two years carries on.'],
  ['ready', 'gap', 'Those who are furthest behind gain most from the same start.'],
  [
    'well',
    'gap',
    'The gap opens in the first two years.',
    { confidence: 'low', delayMonths: '60' },
  ],

  ['evenings', 'sessions', 'If nobody comes, opening later changes nothing.'],
  ['staff', 'openLater', 'Without staff the doors stay shut.'],
  ['sameFamilies', 'sessions', 'Evenings that are full are closed to those who come last.'],
  ['buses', 'needTransport', 'It is why outreach is needed, and it is not in our hands.'],
];
