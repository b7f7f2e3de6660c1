import { describe, expect, it } from 'vitest';
import { missingKind } from '#templates/missing/index.ts';
import { placesToFind, type KnownPlace } from './places-to-find.ts';

const place = (
  register: KnownPlace['register'],
  name: string,
  fields: KnownPlace['fields'],
): KnownPlace => ({ id: name, register, name, fields });

const PLACES = [
  place('assets', 'Dads and Lads', { trusted: 'Fathers, grandfathers', place: 'Eastmoor' }),
  place('assets', 'Stay and play', { trusted: 'mothers of small children', place: 'Dunsley' }),
  place('sites', 'Library hub', { saturday: '9.30-12', place: 'Canal Quarter' }),
  place('sites', 'Clinic', { saturday: '', place: 'Dunsley', address: '1 Mill Lane' }),
  place('assets', 'Al-Noor', { trusted: 'Families from Pakistani and Bangladeshi homes' }),
];

const named = (label: string, kind: string) => {
  const found = missingKind(kind);
  if (!found) throw new Error(kind);
  return placesToFind({ label }, found, PLACES).map(({ name }) => name);
};

describe('places where missing families can be found', () => {
  it.each([
    ['Fathers', 'fathers', ['Dads and Lads', 'Library hub']],
    ['Dunsley', 'place', ['Stay and play', 'Clinic']],
    ['Asian or Asian British', 'minority-ethnic', ['Al-Noor']],
    ['Under 25', 'young-parents', []],
  ])('for %s (%s): %j', (label, kind, names) => {
    expect(named(label, kind)).toEqual(names);
  });

  it('says why each is named', () => {
    const fathers = missingKind('fathers');
    expect(fathers && placesToFind({ label: 'Fathers' }, fathers, PLACES)[1]?.why).toBe(
      'open on Saturday, 9.30-12, Canal Quarter',
    );
  });
});
