import { z } from 'zod';
import { Email, PersonName } from '#app/people/email.ts';
import { Day } from '#app/people/programme.ts';
import { sayDay } from '#app/ui/words.ts';
import { maskCounts, type Shown } from '#app/statistics/small-numbers.ts';
import {
  AGE_BANDS,
  BROAD_GROUPS,
  broadGroupOf,
  CARES_AS,
  ETHNIC_GROUPS,
  KINDS,
  LEFT_BECAUSE,
  NOT_SAID,
  PREFERRED,
  SEXES,
  type Listed,
} from './member-lists.ts';

/** What a member said about themselves; every key may be left out. */
export type About = Readonly<Record<string, string>>;

const oneOf = (list: readonly Listed[], instruction: string) =>
  z
    .string(instruction)
    .refine((value) => value === '' || list.some((one) => one.value === value), instruction)
    .default('');

const upTo = (length: number, name: string) =>
  z.string().max(length, `${name} must be ${length} characters or fewer`).default('');

/** How a member can be reached: the form's part that is stored apart. */
const contact = {
  email: z
    .union([z.literal(''), Email], 'Enter an e-mail address like name@example.com')
    .default(''),
  phone: z
    .string()
    .max(30, 'Telephone number must be 30 characters or fewer')
    .regex(/^[0-9+() -]*$/, 'Enter a telephone number, like 07700 900 982')
    .default(''),
  preferred: oneOf(PREFERRED, 'Choose how the member wants to hear from us'),
  language: upTo(60, 'Language'),
};

/** What somebody says about themselves, each part of which they may leave out. */
const saidOfThemselves = {
  sex: oneOf(SEXES, 'Choose a sex from the list, or leave it empty'),
  ageBand: oneOf(AGE_BANDS, 'Choose an age from the list, or leave it empty'),
  ethnicGroup: oneOf(ETHNIC_GROUPS, 'Choose an ethnic group from the list, or leave it empty'),
  caresAs: oneOf(CARES_AS, 'Choose from the list, or leave it empty'),
  area: upTo(100, 'Where they live'),
};

/** A person of the panel, or who would like to be: name, about them, how to reach them. */
export const PersonFields = z.object({ name: PersonName, ...saidOfThemselves, ...contact });

/** Somebody can only be reached in a way that they gave. */
export function reachable(
  form: { preferred: string; email: string; phone: string },
  check: z.RefinementCtx,
): void {
  const wrong = (path: string, message: string) =>
    check.addIssue({ code: 'custom', path: [path], message });
  if (form.preferred === 'email' && form.email === '') {
    wrong('email', 'Enter an e-mail address, or choose another way to hear from us');
  }
  if ((form.preferred === 'text' || form.preferred === 'phone') && form.phone === '') {
    wrong('phone', 'Enter a telephone number, or choose another way to hear from us');
  }
}

/** What somebody needs to take part: kept apart, and deleted with their contact details. */
const support = {
  access: upTo(500, 'Access needs'),
  interpreter: upTo(60, 'Language of the interpreter'),
  childcare: upTo(200, 'Childcare'),
  helps: upTo(500, 'What else helps'),
};

export const MemberForm = PersonFields.extend({
  ...support,
  kind: z.enum(KINDS, 'Choose whether this is a parent or carer, or a practitioner'),
  joinedOn: Day('Enter the day on which the member joined'),
}).superRefine(reachable);
export type MemberFields = z.output<typeof MemberForm>;

/** The part of the form that is about the member, without what was left empty. */
export function aboutOf(fields: z.output<typeof PersonFields>): About {
  const { sex, ageBand, ethnicGroup, caresAs, area } = fields;
  const said = Object.entries({ sex, ageBand, ethnicGroup, caresAs, area });
  return Object.fromEntries(said.filter(([, value]) => value !== ''));
}

/** What members change about themselves: everything but when and as what they joined. */
export const MyDetailsForm = PersonFields.extend(support).superRefine(reachable);
export type MyDetails = z.output<typeof MyDetailsForm>;

export const LeftForm = z.object({
  leftOn: Day('Enter the day on which the member left'),
  leftWhy: oneOf(LEFT_BECAUSE, 'Choose why they left, or leave it empty'),
});

/** Why a day cannot be the day on which a member left, as an instruction; null when it can. */
export function whyNotLeft(leftOn: string, joinedOn: string, today: string): string | null {
  if (leftOn > today) return 'Enter today or a day before it';
  if (leftOn < joinedOn) return `Enter a day after they joined, ${sayDay(joinedOn)}`;
  return null;
}

/** One group of the panel: how many members, as they may be shown. */
export interface Group {
  value: string;
  label: string;
  members: Shown;
}

/** One way of looking at the panel. */
export interface Breakdown {
  /** What a member is asked: "Age". */
  title: string;
  groups: Group[];
  /** Members who were not asked or did not answer. */
  notKnown: Shown;
}

interface Way {
  key: string;
  title: string;
  list: readonly Listed[];
  valueOf: (about: About) => string | undefined;
  /** Groups that no panel is expected to fill. */
  mayBeEmpty: readonly string[];
  /** How an empty group is named in a sentence: "aged 18 to 24". */
  inWords: (label: string) => string;
}

const WAYS: readonly Way[] = [
  {
    key: 'sex',
    title: 'Sex',
    list: SEXES,
    valueOf: (about) => about['sex'],
    mayBeEmpty: ['other', NOT_SAID],
    inWords: (label) => `who is ${label.toLowerCase()}`,
  },
  {
    key: 'age',
    title: 'Age',
    list: AGE_BANDS,
    valueOf: (about) => about['ageBand'],
    mayBeEmpty: [NOT_SAID],
    inWords: (label) => `aged ${label}`,
  },
  {
    key: 'ethnic-group',
    title: 'Ethnic group',
    list: BROAD_GROUPS,
    valueOf: (about) => about['ethnicGroup'] && broadGroupOf(about['ethnicGroup']),
    mayBeEmpty: [NOT_SAID],
    inWords: (label) => `in the group “${label}”`,
  },
  {
    key: 'cares-as',
    title: 'Looks after children as',
    list: CARES_AS,
    valueOf: (about) => about['caresAs'],
    mayBeEmpty: ['foster-carer', 'kinship-carer', 'other-carer', NOT_SAID],
    inWords: (label) => `who is ${aFamilyMember(label)}`,
  },
];

const aFamilyMember = (label: string) =>
  label === 'Expecting a baby' ? 'expecting a baby' : `a ${label.toLowerCase()}`;

interface Counted {
  way: Way;
  counts: number[];
  notKnown: number;
}

function counted(members: readonly About[]): Counted[] {
  return WAYS.map((way) => {
    const values = members.map((about) => way.valueOf(about));
    const counts = way.list.map(({ value }) => values.filter((one) => one === value).length);
    return { way, counts, notKnown: members.length - counts.reduce((sum, n) => sum + n, 0) };
  });
}

/**
 * The panel by sex, age band, broad ethnic group and as whom they care, in the bands of the return.
 * Practitioners are not part of it: give the parents and carers only.
 *
 * @param closely for those who may see who is on the panel; for others small counts are hidden
 */
export function panelBy(members: readonly About[], closely: boolean): Breakdown[] {
  return counted(members).map(({ way, counts, notKnown }) => {
    const all = [...counts, notKnown];
    const shown: readonly Shown[] = closely ? all : maskCounts(all).counts;
    return {
      title: way.title,
      groups: way.list.map(({ value, label }, at) => ({ value, label, members: shown[at] ?? 0 })),
      notKnown: shown.at(-1) ?? 0,
    };
  });
}

/**
 * The groups with nobody on the panel, each as the end of a sentence that begins "Nobody": "aged 18
 * to 24". Where most members were not asked, nothing can be said, and nothing is.
 */
export function whoIsMissing(members: readonly About[]): string[] {
  return counted(members).flatMap(({ way, counts, notKnown }) => {
    if (members.length === 0 || notKnown * 2 > members.length) return [];
    return way.list.flatMap(({ value, label }, at) =>
      counts[at] === 0 && !way.mayBeEmpty.includes(value) ? [way.inWords(label)] : [],
    );
  });
}
