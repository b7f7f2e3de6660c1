/**
 * The lists that a member's own words about themselves come from, so that figures can be laid beside
 * the Census and be sent in the quarterly return (harmonised standards of the Government Statistical
 * Service; bands of the Best Start Family Hubs management information).
 */
export interface Listed {
  value: string;
  label: string;
}

export const NOT_SAID = 'prefer-not-to-say';
const PREFER_NOT: Listed = { value: NOT_SAID, label: 'Prefer not to say' };

export const KINDS = ['parent-or-carer', 'practitioner'] as const;
export type Kind = (typeof KINDS)[number];

export const KIND_NAMES: Readonly<Record<Kind, string>> = {
  'parent-or-carer': 'Parent or carer',
  practitioner: 'Practitioner',
};

export function kindOf(word: string): Kind {
  return KINDS.find((kind) => kind === word) ?? 'parent-or-carer';
}

export const SEXES: readonly Listed[] = [
  { value: 'female', label: 'Female' },
  { value: 'male', label: 'Male' },
  { value: 'other', label: 'Other' },
  PREFER_NOT,
];

export const AGE_BANDS: readonly Listed[] = [
  { value: '18-24', label: '18 to 24' },
  { value: '25-34', label: '25 to 34' },
  { value: '35-44', label: '35 to 44' },
  { value: '45-54', label: '45 to 54' },
  { value: '55-64', label: '55 to 64' },
  { value: '65-and-over', label: '65 and over' },
  PREFER_NOT,
];

/** The five broad groups of the return. */
export const BROAD_GROUPS: readonly Listed[] = [
  { value: 'white', label: 'White' },
  { value: 'mixed', label: 'Mixed or multiple ethnic groups' },
  { value: 'asian', label: 'Asian or Asian British' },
  { value: 'black', label: 'Black, African, Caribbean or Black British' },
  { value: 'other', label: 'Other ethnic group' },
  PREFER_NOT,
];

/** The 18 groups of England, each in its broad group: the part of the value before the colon. */
export const ETHNIC_GROUPS: readonly Listed[] = [
  {
    value: 'white:british',
    label: 'White: English, Welsh, Scottish, Northern Irish or British',
  },
  { value: 'white:irish', label: 'White: Irish' },
  { value: 'white:gypsy-or-irish-traveller', label: 'White: Gypsy or Irish Traveller' },
  { value: 'white:other', label: 'White: any other White background' },
  { value: 'mixed:white-and-black-caribbean', label: 'Mixed: White and Black Caribbean' },
  { value: 'mixed:white-and-black-african', label: 'Mixed: White and Black African' },
  { value: 'mixed:white-and-asian', label: 'Mixed: White and Asian' },
  { value: 'mixed:other', label: 'Mixed: any other Mixed or multiple ethnic background' },
  { value: 'asian:indian', label: 'Asian: Indian' },
  { value: 'asian:pakistani', label: 'Asian: Pakistani' },
  { value: 'asian:bangladeshi', label: 'Asian: Bangladeshi' },
  { value: 'asian:chinese', label: 'Asian: Chinese' },
  { value: 'asian:other', label: 'Asian: any other Asian background' },
  { value: 'black:african', label: 'Black: African' },
  { value: 'black:caribbean', label: 'Black: Caribbean' },
  { value: 'black:other', label: 'Black: any other Black, African or Caribbean background' },
  { value: 'other:arab', label: 'Other: Arab' },
  { value: 'other:any', label: 'Other: any other ethnic group' },
  PREFER_NOT,
];

/** The broad group of an ethnic group, as the return counts it. */
export function broadGroupOf(ethnicGroup: string): string {
  return ethnicGroup.split(':', 1)[0] ?? ethnicGroup;
}

/** As whom a member looks after children: who is missing is often seen here first. */
export const CARES_AS: readonly Listed[] = [
  { value: 'mother', label: 'Mother' },
  { value: 'father', label: 'Father' },
  { value: 'expecting', label: 'Expecting a baby' },
  { value: 'grandparent', label: 'Grandparent' },
  { value: 'foster-carer', label: 'Foster carer' },
  { value: 'kinship-carer', label: 'Kinship carer or special guardian' },
  { value: 'other-carer', label: 'Another carer' },
  PREFER_NOT,
];

export const PREFERRED: readonly Listed[] = [
  { value: 'email', label: 'E-mail' },
  { value: 'text', label: 'Text message' },
  { value: 'phone', label: 'Telephone' },
  { value: 'post', label: 'Letter' },
];

/** Why somebody left: few, so that nobody's story can be read from them. */
export const LEFT_BECAUSE: readonly Listed[] = [
  { value: 'term-over', label: 'Their term ended' },
  { value: 'no-time', label: 'No time any more' },
  { value: 'moved', label: 'Moved away' },
  { value: 'children-older', label: 'Children are older now' },
  { value: 'not-for-them', label: 'It was not what they hoped for' },
  { value: 'changed-job', label: 'Changed job (practitioners)' },
  { value: 'other', label: 'Another reason' },
  { value: 'not-said', label: 'They did not say' },
];

/** The label of a value in a list; a dash where nothing was said. */
export function labelIn(list: readonly Listed[], value: string | undefined): string {
  if (!value) return '–';
  return list.find((one) => one.value === value)?.label ?? value;
}
