import { BARRIER_KINDS, BARRIER_NAMES } from './barrier-kinds.ts';
import { choices, HUB_POINTS, SITE_TYPES, STAGES, STRANDS, type Choice } from './choices.ts';

export { HUB_POINTS, SITE_TYPES, STAGES, STRANDS, type Choice } from './choices.ts';

/** The three registers of places and what stands in the way. */
const REGISTERS = ['sites', 'assets', 'barriers'] as const;
export type RegisterName = (typeof REGISTERS)[number];

export function isRegister(word: string | undefined): word is RegisterName {
  return REGISTERS.some((register) => register === word);
}

/** Lists that are only known where the programme is: its areas, its needs, its sites. */
export type ListName = 'areas' | 'needs' | 'sites';
export type Lists = Readonly<Record<ListName, readonly Choice[]>>;
export const NO_LISTS: Lists = { areas: [], needs: [], sites: [] };
/** Lists of any names: registers of other rooms bring their own. */
export type ListsByName = Readonly<Record<string, readonly Choice[]>>;

export interface Field {
  key: string;
  label: string;
  hint?: string;
  kind: 'text' | 'words' | 'number' | 'day' | 'one' | 'several' | 'hours' | 'position';
  /** Words for choices, or the name of a list that is only known where the programme is. */
  choices?: readonly Choice[] | string;
  required?: string;
  /** Characters; 200 where nothing is said. */
  most?: number;
  /** Shown in the list and able to narrow it. */
  filter?: boolean;
  column?: boolean;
  /** Fields with the same heading stand together in the form. */
  under?: string;
  /** Long lists of boxes are folded away in the form until somebody opens them. */
  folded?: boolean;
}

/** What a row of a register holds: its name and its fields, in the order of the form. */
export interface RowSpec {
  nameLabel: string;
  nameHint?: string;
  fields: readonly Field[];
}

export interface RegisterSpec extends RowSpec {
  register: RegisterName;
  title: string;
  one: string;
  /** What it is for, in a sentence, for an empty register. */
  about: string;
}

export const DAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

const dayField = (key: (typeof DAYS)[number]): Field => ({
  key,
  label: `${key.charAt(0).toUpperCase()}${key.slice(1)}`,
  kind: 'hours',
  under: 'Opening hours',
});

const SITES: RegisterSpec = {
  register: 'sites',
  title: 'Sites',
  one: 'site',
  about:
    'Hubs, delivery sites, outreach points and vehicles: where they stand, when they are open, what happens there. They are drawn on the map, and distances are measured to them.',
  nameLabel: 'Name of the site',
  fields: [
    {
      key: 'type',
      label: 'Kind of site',
      kind: 'one',
      choices: SITE_TYPES,
      required: 'Select what kind of site it is',
      filter: true,
      column: true,
    },
    { key: 'host', label: 'Host building', hint: 'Such as a library or a school', kind: 'text' },
    { key: 'address', label: 'Address', kind: 'text', most: 300 },
    {
      key: 'place',
      label: 'Part of the area',
      hint: 'The town, ward or neighbourhood',
      kind: 'text',
      column: true,
    },
    {
      key: 'position',
      label: 'Where it stands',
      hint: 'Latitude and longitude, such as 53.3726, -2.7253; easting and northing, such as 351840 386435; or a grid reference, such as SJ 518 864. Leave it empty to use the middle of the small area below.',
      kind: 'position',
    },
    { key: 'area', label: 'Small area it stands in', kind: 'one', choices: 'areas' },
    ...DAYS.map(dayField),
    {
      key: 'services',
      label: 'What is offered there',
      kind: 'several',
      choices: STRANDS,
      filter: true,
    },
    { key: 'stages', label: 'For which ages and stages', kind: 'several', choices: STAGES },
    {
      key: 'access',
      label: 'Access',
      kind: 'several',
      choices: choices(
        ['step-free', 'Step-free'],
        ['toilet', 'Accessible toilet'],
        ['parking', 'Accessible parking'],
        ['bus', 'Bus stop within 400 metres'],
        ['loop', 'Hearing loop'],
        ['quiet', 'Quiet space'],
        ['changing', 'Baby changing'],
        ['pram', 'Room for prams'],
      ),
    },
    {
      key: 'points',
      label: 'Which points of the definition of a hub it meets',
      hint: 'For a hub, or a site working towards one.',
      kind: 'several',
      choices: HUB_POINTS,
    },
    { key: 'notes', label: 'Notes', kind: 'words', most: 2000 },
  ],
};

const ASSETS: RegisterSpec = {
  register: 'assets',
  title: 'Asset audit',
  one: 'organisation or service',
  about:
    'What families have and trust already: community, voluntary, faith, council and health services, inside hubs and beyond.',
  nameLabel: 'Name of the organisation or service',
  fields: [
    { key: 'provider', label: 'Who runs it', kind: 'text' },
    {
      key: 'sector',
      label: 'Sector',
      kind: 'one',
      choices: choices(
        ['council', 'Council'],
        ['nhs', 'NHS'],
        ['school', 'School or college'],
        ['nursery', 'Nursery or childminder'],
        ['voluntary', 'Voluntary'],
        ['community', 'Community group'],
        ['faith', 'Faith'],
        ['private', 'Private'],
        ['other', 'Other'],
      ),
      required: 'Select the sector',
      filter: true,
      column: true,
    },
    {
      key: 'how',
      label: 'How it belongs to a hub',
      kind: 'one',
      choices: choices(
        ['inside', 'Inside a hub'],
        ['linked', 'Linked to a hub'],
        ['apart', 'Not linked yet'],
      ),
      required: 'Select how it belongs to a hub',
      filter: true,
      column: true,
    },
    { key: 'site', label: 'Which site', kind: 'one', choices: 'sites' },
    {
      key: 'stages',
      label: 'Ages and stages',
      kind: 'several',
      choices: STAGES,
      filter: true,
      column: true,
    },
    { key: 'strands', label: 'What it offers', kind: 'several', choices: STRANDS, filter: true },
    {
      key: 'place',
      label: 'Where',
      hint: 'The town, ward or neighbourhood. Never the address of a refuge.',
      kind: 'text',
      column: true,
    },
    {
      key: 'capacity',
      label: 'Families it can take',
      hint: 'How many at one time or in a week',
      kind: 'number',
    },
    {
      key: 'trusted',
      label: 'Trusted by whom',
      hint: 'Such as fathers, Roma families, young parents',
      kind: 'text',
      most: 300,
    },
    { key: 'notes', label: 'Notes', kind: 'words', most: 2000 },
  ],
};

const BARRIERS: RegisterSpec = {
  register: 'barriers',
  title: 'Barriers',
  one: 'barrier',
  about:
    'What keeps families from help: transport, hours, stigma, language. Each with who meets it, where, and what shows it.',
  nameLabel: 'What stands in the way',
  nameHint: 'In one sentence, such as “No bus runs to Dunsley after four”',
  fields: [
    {
      key: 'kind',
      label: 'Kind of barrier',
      kind: 'one',
      choices: BARRIER_KINDS.map((value) => ({ value, label: BARRIER_NAMES[value] })),
      required: 'Select what kind of barrier it is',
      filter: true,
      column: true,
    },
    { key: 'who', label: 'Who meets it', kind: 'text', most: 300, column: true },
    { key: 'place', label: 'Where', kind: 'text', column: true },
    {
      key: 'families',
      label: 'How many families said so',
      hint: 'Fewer than 5 is kept, and shown as “fewer than 5”.',
      kind: 'number',
      column: true,
    },
    {
      key: 'evidence',
      label: 'What shows it',
      hint: 'The survey, the figures or the conversation that it comes from',
      kind: 'words',
      most: 1000,
    },
    { key: 'needs', label: 'Needs that it stands behind', kind: 'several', choices: 'needs' },
  ],
};

export const SPECS: Readonly<Record<RegisterName, RegisterSpec>> = {
  sites: SITES,
  assets: ASSETS,
  barriers: BARRIERS,
};

/** "a site", "an organisation or service". */
export const oneOf = ({ one }: { one: string }) => `${/^[aeiou]/.test(one) ? 'an' : 'a'} ${one}`;

export function choicesOf(field: Field, lists: ListsByName): readonly Choice[] {
  if (field.choices === undefined) return [];
  return typeof field.choices === 'string' ? (lists[field.choices] ?? []) : field.choices;
}
