import type { RowFields } from '#app/needs/registers/row.ts';
import type { DemoRow } from './places-words.ts';

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
