import type { BoxType } from './graph.ts';

/** A further fact that boxes of some types, or links, can carry. */
export interface MoreField {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
  /** `number` is a whole number from 0; `choice` is one of the options. */
  readonly kind: 'text' | 'yes' | 'day' | 'number' | 'choice';
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

/** A value in words: a tick as Yes, a choice by its name. */
export function sayValue(field: MoreField, value: string): string {
  if (field.kind === 'yes') return value === '' ? '' : 'Yes';
  if (field.kind !== 'choice') return value;
  return field.options?.find((option) => option.value === value)?.label ?? value;
}

/**
 * The value that words mean: the other way round from `sayValue`, whatever their case. Null when they
 * mean nothing that this fact can be.
 */
export function readValue(field: MoreField, words: string): string | null {
  const said = words.trim();
  const folded = said.toLowerCase();
  switch (field.kind) {
    case 'text':
      return said;
    case 'yes':
      return folded === 'yes' || folded === '' ? folded : null;
    case 'day':
      return said === '' || isDay(said) ? said : null;
    case 'number':
      return /^\d{0,4}$/.test(said) ? said : null;
    case 'choice': {
      if (said === '') return '';
      const meant = field.options?.find(
        ({ value, label }) => value.toLowerCase() === folded || label.toLowerCase() === folded,
      );
      return meant?.value ?? null;
    }
  }
}

/** Whether a text is a day of the calendar, as `2027-03-31`. */
function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (day === undefined) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
}

const LOW_TO_HIGH = [
  { value: 'low', label: 'Low' },
  { value: 'medium', label: 'Medium' },
  { value: 'high', label: 'High' },
];

const BENEFITS: MoreField = {
  key: 'benefits',
  label: 'Who it is for',
  hint: 'For example, fathers of children under two',
  kind: 'text',
};
const PARTNER_LED: MoreField = {
  key: 'partnerLed',
  label: 'A partner brings this about, not one of our activities',
  hint: '',
  kind: 'yes',
};

/** The further facts that can be given for each type of box, in the order of the form. */
export const BOX_MORE: Readonly<Record<BoxType, readonly MoreField[]>> = {
  need: [
    {
      key: 'notNow',
      label: 'Not now, because',
      hint: 'Only if this need will not be met in these years',
      kind: 'text',
    },
  ],
  rootCause: [],
  input: [],
  activity: [
    { key: 'lead', label: 'Who leads it', hint: 'An organisation or a role', kind: 'text' },
    BENEFITS,
  ],
  output: [],
  mechanism: [BENEFITS],
  earlyOutcome: [BENEFITS, PARTNER_LED],
  intermediateOutcome: [BENEFITS, PARTNER_LED],
  longTermOutcome: [BENEFITS, PARTNER_LED],
  laterOutcome: [BENEFITS, PARTNER_LED],
  impact: [BENEFITS],
  aim: [],
  assumption: [
    { key: 'critical', label: 'Without it the theory fails', hint: '', kind: 'yes' },
    { key: 'owner', label: 'Who watches it', hint: 'A role or a name', kind: 'text' },
    { key: 'signal', label: 'What would show that it does not hold', hint: '', kind: 'text' },
    { key: 'reviewOn', label: 'When to look at it again', hint: '', kind: 'day' },
    { key: 'ours', label: 'We could bring this about ourselves', hint: '', kind: 'yes' },
  ],
  externalFactor: [],
  risk: [
    {
      key: 'likelihood',
      label: 'How likely it is',
      hint: '',
      kind: 'choice',
      options: LOW_TO_HIGH,
    },
    { key: 'response', label: 'What we do about it', hint: '', kind: 'text' },
    { key: 'owner', label: 'Who watches it', hint: 'A role or a name', kind: 'text' },
  ],
};

/** The further facts that a link can carry. */
export const LINK_MORE: readonly MoreField[] = [
  {
    key: 'assumes',
    label: 'What has to hold for this step',
    hint: 'For example, employers let fathers leave in time',
    kind: 'text',
  },
  {
    key: 'critical',
    label: 'If that does not hold, this step fails',
    hint: '',
    kind: 'yes',
  },
  {
    key: 'owner',
    label: 'Who watches what has to hold',
    hint: 'A role or a name',
    kind: 'text',
  },
  {
    key: 'signal',
    label: 'What would show that it does not hold',
    hint: '',
    kind: 'text',
  },
  { key: 'reviewOn', label: 'When to look at it again', hint: '', kind: 'day' },
  {
    key: 'mechanism',
    label: 'What happens in between',
    hint: 'Only for a link that jumps over a step',
    kind: 'text',
  },
  {
    key: 'argue',
    label: 'The question to argue about',
    hint: 'What somebody who doubts this step would ask',
    kind: 'text',
  },
  {
    key: 'feedback',
    label: 'This link is meant to run back (feedback)',
    hint: '',
    kind: 'yes',
  },
  {
    key: 'delay',
    label: 'How long it takes',
    hint: 'For example, about a year',
    kind: 'text',
  },
  {
    key: 'delayMonths',
    label: 'Months until it shows',
    hint: 'A whole number, for example 12',
    kind: 'number',
  },
  {
    key: 'confidence',
    label: 'How sure we are of this step',
    hint: '',
    kind: 'choice',
    options: LOW_TO_HIGH,
  },
  {
    key: 'sign',
    label: 'Which way it works',
    hint: 'Only when more of the one means less of the other',
    kind: 'choice',
    options: [{ value: 'less', label: 'The more of the one, the less of the other' }],
  },
];
