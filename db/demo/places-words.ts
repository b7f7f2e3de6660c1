import type { RowFields } from '#app/needs/registers/row.ts';
import { HUB_POINTS } from '#app/needs/registers/spec.ts';
import { CORNER, smallArea } from './places-map.ts';

export interface DemoRow {
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
