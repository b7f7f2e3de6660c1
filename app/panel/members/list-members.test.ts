import { expect, test } from 'vitest';
import { membersFound, searchOf, type ListedMember } from './list-members.ts';

const member = (name: string, change: Partial<ListedMember> = {}): ListedMember => ({
  id: name,
  name,
  kind: 'parent-or-carer',
  about: {},
  joinedOn: '2026-01-01',
  leftOn: null,
  endsOn: '2028-01-01',
  agreed: true,
  ...change,
});

const ALL = [
  member('Zoë Adams', { about: { area: 'Eastmoor', caresAs: 'father' } }),
  member('Ann Lee', { kind: 'practitioner', joinedOn: '2026-02-01' }),
  member('Bea Moss', { endsOn: '2026-07-01', agreed: false, about: { area: 'Aldermere' } }),
  member('Cat Orr', { leftOn: '2026-05-01' }),
];
const found = (query: string) =>
  membersFound(ALL, searchOf(new URLSearchParams(query)), '2026-07-31').map(({ name }) => name);

test('everybody who is here stands by name, those who left apart', () => {
  expect(found('')).toEqual(['Ann Lee', 'Bea Moss', 'Zoë Adams']);
  expect(found('show=left')).toEqual(['Cat Orr']);
  expect(found('show=nonsense&sort=nonsense')).toEqual(['Ann Lee', 'Bea Moss', 'Zoë Adams']);
});

test('practitioners are apart from parents', () => {
  expect(found('show=practitioners')).toEqual(['Ann Lee']);
  expect(found('show=parents')).toEqual(['Bea Moss', 'Zoë Adams']);
});

test('names and places are found without their signs', () => {
  expect(found('words=zoe')).toEqual(['Zoë Adams']);
  expect(found('words=ALDER')).toEqual(['Bea Moss']);
  expect(found('words=[(')).toEqual([]);
});

test('what somebody said of themselves narrows the list, not saying it too', () => {
  expect(found('about=caresAs&value=father')).toEqual(['Zoë Adams']);
  expect(found('about=caresAs&value=prefer-not-to-say')).toEqual(['Ann Lee', 'Bea Moss']);
});

test('terms that end soon, and who has not agreed', () => {
  expect(found('show=ends-soon')).toEqual(['Bea Moss']);
  expect(found('show=not-agreed')).toEqual(['Bea Moss']);
});

test('the list is sorted as asked, by name among equals', () => {
  expect(found('sort=joined')).toEqual(['Ann Lee', 'Bea Moss', 'Zoë Adams']);
  expect(found('sort=ends')).toEqual(['Bea Moss', 'Ann Lee', 'Zoë Adams']);
  expect(found('sort=area')).toEqual(['Bea Moss', 'Zoë Adams', 'Ann Lee']);
});
