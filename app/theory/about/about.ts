import { sayValue } from '../fields.ts';
import {
  BAND_TYPES,
  BOX_TYPES,
  nameKey,
  OUTCOME_TYPES,
  TYPE_WORDS,
  typeName,
  type BoxType,
  type More,
  type MoreField,
  type Theory,
} from '../graph.ts';

/** What is said of a theory as a whole. */

/** The tiers that the accountability ceiling can stand below. */
const CEILING_TYPES: readonly BoxType[] = [...OUTCOME_TYPES, 'impact'];

/** The types whose names an authority gives most often, and the others. */
export const TIER_TYPES: readonly BoxType[] = [...OUTCOME_TYPES, 'impact', 'aim'];
export const OTHER_TYPES: readonly BoxType[] = [
  ...BOX_TYPES.filter(
    (type) => !TIER_TYPES.includes(type) && !(BAND_TYPES as readonly BoxType[]).includes(type),
  ),
  ...BAND_TYPES,
];

/** The facts of the whole theory in the order of its page; names of types are apart. */
export function aboutFields(theory: Pick<Theory, 'more'>): MoreField[] {
  return [
    {
      key: 'ceiling',
      label: 'Where our account ends',
      hint: 'The first tier that we contribute to, and do not answer for alone',
      kind: 'choice',
      options: CEILING_TYPES.map((type) => ({ value: type, label: typeName(theory, type).many })),
    },
    {
      key: 'afterwards',
      label: 'What stays when the money ends',
      hint: 'What goes on, who pays for it, and what stops',
      kind: 'text',
    },
    {
      key: 'unintended',
      label: 'Effects that we do not want',
      hint: 'What else could happen, for whom, and how we would notice',
      kind: 'text',
    },
    { key: 'reviewedOn', label: 'When it was last looked at whole', hint: '', kind: 'day' },
    {
      key: 'reviewedBy',
      label: 'Who looked at it',
      hint: 'A board, a panel, people by their roles',
      kind: 'text',
    },
  ];
}

/** The keys that the page of the whole theory writes, with the names of the types. */
export function aboutKeys(): string[] {
  return [...aboutFields({ more: {} }).map(({ key }) => key), ...BOX_TYPES.map(nameKey)];
}

/** The values of all of them as they are now. */
export function valuesOfAbout({ more }: Pick<Theory, 'more'>): Record<string, string> {
  return Object.fromEntries(aboutKeys().map((key) => [key, more[key] ?? '']));
}

/** What is said of the whole theory, in words; what is not said is left out. */
export function aboutFacts(theory: Pick<Theory, 'more'>): { label: string; value: string }[] {
  const facts = aboutFields(theory).flatMap((field) => {
    const value = theory.more[field.key] ?? '';
    return value === '' ? [] : [{ label: field.label, value: sayValue(field, value) }];
  });
  const names = ownNames(theory.more);
  if (names.length === 0) return facts;
  return [...facts, { label: 'Our own names', value: names.join('; ') }];
}

function ownNames(more: More): string[] {
  return BOX_TYPES.flatMap((type) => {
    const own = more[nameKey(type)] ?? '';
    return own === '' ? [] : [`${TYPE_WORDS[type].many} are called ${own}`];
  });
}
