/** What keeps families from help: the one list, for needs, answers and the register of barriers. */
export const BARRIER_KINDS = [
  'transport',
  'hours',
  'cost',
  'childcare',
  'knowing',
  'communication',
  'language',
  'stigma',
  'trust',
  'building',
  'digital',
  'waiting',
  'other',
] as const;
export type BarrierKind = (typeof BARRIER_KINDS)[number];

export const BARRIER_NAMES: Readonly<Record<BarrierKind, string>> = {
  transport: 'Transport and distance',
  hours: 'Opening hours',
  cost: 'Cost',
  childcare: 'Childcare for other children',
  knowing: 'Not knowing that it is there',
  communication: 'How services speak and write',
  language: 'Language',
  stigma: 'Stigma and fear of being judged',
  trust: 'Trust in services',
  building: 'The building and access to it',
  digital: 'No device, data or skill for on line',
  waiting: 'Waiting times',
  other: 'Something else',
};

export function isBarrierKind(word: string): word is BarrierKind {
  return BARRIER_KINDS.some((kind) => kind === word);
}
