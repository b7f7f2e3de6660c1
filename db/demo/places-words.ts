import type { RowFields } from '#app/needs/registers/row.ts';
import { HUB_POINTS } from '#app/needs/registers/spec.ts';
import { CORNER, smallArea } from './places-map.ts';

interface DemoRow {
  name: string;
  fields: RowFields;
}

const at = (e: number, n: number) => `${CORNER[0] + e} ${CORNER[1] + n}`;
const points = (met: number) => HUB_POINTS.slice(0, met).map(({ value }) => value);
const weekdays = (hours: string) => ({
  monday: hours,
  tuesday: hours,
  wednesday: hours,
  thursday: hours,
  friday: hours,
});

export const DEMO_SITES: readonly DemoRow[] = [
  {
    name: 'Aldermere Family Hub',
    fields: {
      type: 'hub',
      host: 'Former children’s centre',
      place: 'Aldermere',
      position: at(3500, 9100),
      ...weekdays('09:00-17:00'),
      services: ['parenting', 'home-learning', 'infant-feeding', 'health', 'early-years'],
      stages: ['pre-birth', 'early-years', 'parents-carers'],
      access: ['step-free', 'toilet', 'parking', 'changing', 'pram'],
      points: points(10),
    },
  },
  {
    name: 'Brookside Family Hub',
    fields: {
      type: 'hub',
      host: 'Brookside Primary School',
      place: 'Brookside',
      position: at(9500, 9500),
      ...weekdays('08:30-17:30'),
      saturday: '10:00-13:00',
      services: ['parenting', 'home-learning', 'health', 'send', 'money', 'relationships'],
      stages: ['pre-birth', 'early-years', 'primary', 'parents-carers', 'additional'],
      access: ['step-free', 'toilet', 'bus', 'loop', 'changing', 'pram'],
      points: points(12),
    },
  },
  {
    name: 'Canal Quarter Family Hub',
    fields: {
      type: 'hub',
      host: 'Health centre',
      place: 'Canal Quarter',
      position: at(7350, 6000),
      ...weekdays('09:00-18:00'),
      services: ['parenting', 'perinatal', 'health', 'domestic-abuse', 'substances', 'money'],
      stages: ['pre-birth', 'early-years', 'primary', 'teens', 'parents-carers'],
      access: ['step-free', 'toilet', 'bus', 'quiet', 'changing', 'pram'],
      points: points(12),
    },
  },
  {
    name: 'Dunsley Family Hub',
    fields: {
      type: 'working-towards',
      host: 'Dunsley Library',
      place: 'Dunsley',
      position: at(3500, 4200),
      monday: '09:30-15:30',
      wednesday: '09:30-15:30',
      thursday: '09:30-12:30',
      services: ['home-learning', 'early-years', 'health'],
      stages: ['early-years', 'parents-carers'],
      access: ['step-free', 'bus', 'pram'],
      points: points(7),
    },
  },
  {
    name: 'Eastmoor Family Hub',
    fields: {
      type: 'working-towards',
      host: 'Leased shop in Eastmoor, until 2027',
      place: 'Eastmoor',
      position: at(10_900, 4700),
      tuesday: '09:30-14:30',
      friday: '09:30-14:30',
      services: ['home-learning', 'infant-feeding'],
      stages: ['early-years', 'parents-carers'],
      access: ['step-free'],
      points: points(5),
      notes: 'Two days a week, because there is no room for more.',
    },
  },
  {
    name: 'Brookside Library',
    fields: {
      type: 'delivery-site',
      host: 'Library',
      place: 'Brookside',
      position: at(10_700, 10_600),
      saturday: '10:00-12:00',
      services: ['home-learning'],
      stages: ['early-years', 'primary'],
      access: ['step-free', 'toilet', 'bus'],
    },
  },
  {
    name: 'St Anne’s Church Hall',
    fields: {
      type: 'outreach',
      host: 'Church hall',
      place: 'Canal Quarter',
      position: at(6300, 6900),
      thursday: '10:00-12:00',
      services: ['parenting', 'relationships'],
      stages: ['early-years', 'parents-carers'],
    },
  },
  {
    name: 'Dunsley Community Centre',
    fields: {
      type: 'network-site',
      host: 'Community centre',
      place: 'Dunsley',
      area: smallArea(28),
      tuesday: '13:00-15:00',
      services: ['youth', 'wellbeing'],
      stages: ['teens', 'parents-carers'],
    },
  },
  {
    name: 'Moor Bus',
    fields: {
      type: 'vehicle',
      place: 'Eastmoor',
      position: at(13_100, 3100),
      wednesday: '10:00-14:00',
      services: ['health', 'home-learning', 'money'],
      stages: ['pre-birth', 'early-years', 'parents-carers'],
      notes: 'Its place on the map is the stop at the Eastmoor playing field.',
    },
  },
];

const asset = (
  name: string,
  sector: string,
  how: string,
  place: string,
  stages: string[],
  strands: string[],
  more: RowFields = {},
): DemoRow => ({ name, fields: { sector, how, place, stages, strands, ...more } });

export const DEMO_ASSETS: readonly DemoRow[] = [
  asset('Midwifery clinic', 'nhs', 'inside', 'Canal Quarter', ['pre-birth'], ['health'], {
    provider: 'Wexcombe Hospitals Trust',
    capacity: '60',
  }),
  asset(
    'Health visiting team',
    'nhs',
    'inside',
    'All hubs',
    ['early-years'],
    ['health', 'infant-feeding'],
  ),
  asset(
    'Bumps and Babies',
    'voluntary',
    'inside',
    'Aldermere',
    ['pre-birth', 'early-years'],
    ['infant-feeding', 'perinatal'],
    {
      capacity: '18',
      trusted: 'Young parents',
    },
  ),
  asset('Little Talkers', 'council', 'inside', 'Brookside', ['early-years'], ['home-learning'], {
    capacity: '24',
  }),
  asset(
    'Dads and Little Ones',
    'community',
    'inside',
    'Brookside',
    ['early-years', 'parents-carers'],
    ['parenting'],
    {
      capacity: '15',
      trusted: 'Fathers',
    },
  ),
  asset(
    'Citizens Advice outreach desk',
    'voluntary',
    'inside',
    'Canal Quarter',
    ['parents-carers'],
    ['money'],
  ),
  asset(
    'Parent carer forum',
    'voluntary',
    'linked',
    'All of Wexcombe',
    ['additional', 'parents-carers'],
    ['send'],
    {
      trusted: 'Families of disabled children',
    },
  ),
  asset(
    'Wexcombe Women’s Aid',
    'voluntary',
    'linked',
    'Canal Quarter',
    ['parents-carers'],
    ['domestic-abuse'],
  ),
  asset(
    'Al-Noor mosque playgroup',
    'faith',
    'linked',
    'Canal Quarter',
    ['early-years'],
    ['early-years', 'home-learning'],
    {
      capacity: '20',
      trusted: 'Bangladeshi and Somali families',
    },
  ),
  asset(
    'St Anne’s toddler morning',
    'faith',
    'linked',
    'Canal Quarter',
    ['early-years'],
    ['early-years'],
    { capacity: '25' },
  ),
  asset(
    'Dunsley Nursery School',
    'school',
    'linked',
    'Dunsley',
    ['early-years'],
    ['early-years', 'send'],
    { capacity: '52' },
  ),
  asset('Eastmoor food pantry', 'community', 'apart', 'Eastmoor', ['parents-carers'], ['money'], {
    trusted: 'Families with a low income',
  }),
  asset(
    'Roma family circle',
    'community',
    'apart',
    'Eastmoor',
    ['early-years', 'primary'],
    ['relationships'],
    {
      trusted: 'Roma families',
    },
  ),
  asset('Youth boxing gym', 'voluntary', 'apart', 'Dunsley', ['teens'], ['youth', 'wellbeing'], {
    capacity: '40',
  }),
];

/** Barriers with the short names of the needs that they stand behind. */
export const DEMO_BARRIERS: readonly (DemoRow & {
  needs: readonly ('transport' | 'hours' | 'knowing' | 'fathers' | 'send')[];
})[] = [
  {
    name: 'No bus runs from Eastmoor after half past three',
    fields: {
      kind: 'transport',
      who: 'Families without a car',
      place: 'Eastmoor',
      families: '27',
      evidence: 'Comments in the family survey; the timetable of route 14',
    },
    needs: ['transport'],
  },
  {
    name: 'Everything happens while parents are at work',
    fields: {
      kind: 'hours',
      who: 'Parents in work, most of all on shifts',
      place: 'All of Wexcombe',
      families: '96',
      evidence: 'Family survey, question about what makes it hard',
    },
    needs: ['hours'],
  },
  {
    name: 'Groups are thought to be for mothers',
    fields: {
      kind: 'stigma',
      who: 'Fathers and male carers',
      place: 'All of Wexcombe',
      families: '11',
      evidence: 'Two fathers’ mornings, and comments in the survey',
    },
    needs: ['fathers'],
  },
  {
    name: 'Leaflets are in English only',
    fields: {
      kind: 'language',
      who: 'Bangladeshi, Polish and Roma families',
      place: 'Canal Quarter and Eastmoor',
      families: '4',
      evidence: 'What the family circle told the outreach worker',
    },
    needs: ['knowing'],
  },
  {
    name: 'Letters about the check of a child’s needs are hard to understand',
    fields: {
      kind: 'communication',
      who: 'Families who wait for an assessment',
      place: 'All of Wexcombe',
      families: '19',
      evidence: 'Parent carer forum, spring meeting',
    },
    needs: ['send'],
  },
];
