import { expect, test } from 'vitest';
import { measureOn } from '#test/sound-theory.ts';
import { aBox, aLink } from '#test/some-plans.ts';
import { fromActivity } from './from-activity.ts';

test('a line made from an activity carries who leads it, its outcome, measures, risks and strand', () => {
  const activity = aBox('activity', 'Open later', { more: { lead: 'Jo Marsh', part: 'p' } });
  const boxes = [
    activity,
    aBox('earlyOutcome', 'Families come earlier'),
    aBox('risk', 'Too few staff'),
    aBox('risk', 'Somebody else’s'),
  ];
  const links = [
    aLink('Open later', 'Families come earlier'),
    aLink('Too few staff', 'Open later', 'explains'),
  ];
  const pieces = [
    measureOn('Families come earlier'),
    measureOn('elsewhere'),
    { id: 'p', kind: 'part' as const, on: null, more: { name: 'Infant feeding' } },
  ];
  const theory = { id: 't', title: 'T', sequence: 0, more: {}, boxes, links, pieces };
  expect(fromActivity(theory)(activity)).toEqual({
    title: 'Open later',
    owner: 'Jo Marsh',
    objective: 'Families come earlier',
    strand: 'infant-feeding',
    successCriteria: '',
    risk: 'Too few staff',
    measureIds: ['measure of Families come earlier'],
  });
  expect(fromActivity(theory)(aBox('activity', 'Alone'))).toMatchObject({
    objective: '',
    strand: '',
    risk: '',
    measureIds: [],
  });
});
