import { many, sayShortDay } from '#app/ui/words.ts';
import { AGE_BANDS, BROAD_GROUPS, broadGroupOf, SEXES, type Listed } from '../member-lists.ts';
import type { About } from '../members.ts';
import { daysOf, type Quarter } from './quarters.ts';

/** What the system holds that the return counts: of the whole programme, whatever the day. */
export interface Facts {
  members: readonly { kind: string; about: About; joinedOn: string; leftOn: string | null }[];
  /** Of the panel, not of boards. */
  meetings: readonly { title: string; heldOn: string; state: string }[];
  consultations: readonly Spell[];
  surveys: readonly (Spell & { answers: number })[];
  exercises: readonly { title: string; kind: string; heldOn: string }[];
  /** What was said publicly to have been done, with the day. */
  done: readonly { words: string; on: string }[];
}

/** Something that was open from a day to a day; null while it is not opened, or not closed. */
interface Spell {
  title: string;
  kind: string;
  opensOn: string | null;
  closesOn: string | null;
}

/** A figure of the return. */
export interface Line {
  /** Its own name: SPCP08.female. */
  line: string;
  /** The question that it answers: SPCP08. */
  code: string;
  label: string;
  value: number;
  /** How it comes about: "13 joined by 30 Jun 2026, less 1 who had left". */
  working: string;
  /** Which of our pages it is counted from. */
  from: From;
  /** False for what we keep apart and do not send. */
  sent: boolean;
}
export type From = 'members' | 'meetings' | 'consultations' | 'surveys' | 'listening';

/** Ways in which families are heard, as the return lists them, with what we count under each. */
export const ROUTES = [
  { value: 'panel-meetings', label: 'Panel meetings', from: 'meetings' },
  { value: 'online-forum', label: 'Online forum', from: 'consultations' },
  { value: 'feedback-surveys', label: 'Feedback surveys', from: 'surveys' },
  { value: 'drop-ins', label: 'Drop-ins', from: 'listening' },
  { value: 'co-design', label: 'Co-design sessions', from: 'consultations' },
  { value: 'other', label: 'Other', from: 'listening' },
] as const satisfies readonly { value: string; label: string; from: From }[];

/** What members do in a co-design session: they choose, rank, walk through or rewrite. */
const CO_DESIGN = ['ballot', 'ranking', 'walk', 'plan-line'];
/** Where families came or were met as they were. */
const DROP_IN = ['visit', 'one-to-one'];

/** The figures of a quarter as they come out of what the system holds. */
export function figuresOf(facts: Facts, quarter: Quarter): Line[] {
  return [
    ...routesIn(facts, quarter),
    meetingsIn(facts, quarter),
    ...membersAt(facts, daysOf(quarter).to),
  ];
}

const within = (day: string, { from, to }: { from: string; to: string }) =>
  day >= from && day <= to;
const wasOpen = ({ opensOn, closesOn }: Spell, { from, to }: { from: string; to: string }) =>
  opensOn !== null && opensOn <= to && (closesOn === null || closesOn >= from);

const named = (things: readonly { title: string }[]): string =>
  things.length === 0
    ? 'none'
    : things.length <= 3
      ? things.map(({ title }) => `“${title}”`).join(', ')
      : `“${things[0]?.title ?? ''}” and ${things.length - 1} more`;

function routesIn(facts: Facts, quarter: Quarter): Line[] {
  const days = daysOf(quarter);
  const held = facts.meetings.filter((one) => one.state === 'held' && within(one.heldOn, days));
  const open = facts.consultations.filter((one) => wasOpen(one, days));
  const asked = facts.surveys.filter((one) => wasOpen(one, days));
  const heard = facts.exercises.filter((one) => within(one.heldOn, days));
  const dropIns = heard.filter((one) => DROP_IN.includes(one.kind));
  const counted: Record<(typeof ROUTES)[number]['value'], readonly { title: string }[]> = {
    'panel-meetings': held,
    'online-forum': open.filter(({ kind }) => !CO_DESIGN.includes(kind) && kind !== 'poll'),
    'feedback-surveys': [...asked, ...open.filter(({ kind }) => kind === 'poll')],
    'drop-ins': dropIns,
    'co-design': open.filter(({ kind }) => CO_DESIGN.includes(kind)),
    other: heard.filter((one) => !dropIns.includes(one)),
  };
  return ROUTES.map(({ value, label, from }) => ({
    line: `SPCP04.${value}`,
    code: 'SPCP04',
    label,
    value: counted[value].length,
    working: named(counted[value]),
    from,
    sent: true,
  }));
}

function meetingsIn({ meetings }: Facts, quarter: Quarter): Line {
  const days = daysOf(quarter);
  const here = meetings.filter(({ heldOn }) => within(heldOn, days));
  const held = here.filter(({ state }) => state === 'held');
  const open = here.filter(({ state }) => state === 'planned').length;
  const off = here.filter(({ state }) => state === 'cancelled').length;
  const parts = [
    held.length === 0 ? 'none' : held.map(({ heldOn }) => sayShortDay(heldOn)).join(', '),
    ...(open > 0 ? [`${many(open, 'meeting')} planned and not recorded as held: not counted`] : []),
    ...(off > 0 ? [`${many(off, 'meeting')} cancelled: not counted`] : []),
  ];
  return {
    line: 'SPCP05',
    code: 'SPCP05',
    label: 'Panel meetings in the quarter',
    value: held.length,
    working: parts.join('; '),
    from: 'meetings',
    sent: true,
  };
}

interface Way {
  code: string;
  title: string;
  list: readonly Listed[];
  valueOf: (about: About) => string | undefined;
}

/** The three ways in which the return breaks the panel down. */
export const WAYS: readonly Way[] = [
  { code: 'SPCP08', title: 'Sex', list: SEXES, valueOf: (about) => about['sex'] },
  { code: 'SPCP09', title: 'Age', list: AGE_BANDS, valueOf: (about) => about['ageBand'] },
  {
    code: 'SPCP10',
    title: 'Ethnic group',
    list: BROAD_GROUPS,
    valueOf: (about) => about['ethnicGroup'] && broadGroupOf(about['ethnicGroup']),
  },
];

/** Members who said nothing: kept apart from those who prefer not to say, and not sent. */
export const NOT_KNOWN = 'not-known';

function membersAt({ members }: Facts, day: string): Line[] {
  const parents = members.filter(({ kind }) => kind !== 'practitioner');
  const joined = parents.filter(({ joinedOn }) => joinedOn <= day);
  const here = joined.filter(({ leftOn }) => leftOn === null || leftOn > day);
  const left = joined.length - here.length;
  const base = { from: 'members', sent: true } as const;
  const total: Line = {
    ...base,
    line: 'SPCP07',
    code: 'SPCP07',
    label: 'Panel members at the end of the quarter',
    value: here.length,
    working: `${joined.length} had joined by ${sayShortDay(day)}${left > 0 ? `, less ${left} who had left` : ''}; practitioners are not counted`,
  };
  return [total, ...WAYS.flatMap((way) => brokenDown(way, here, base))];
}

function brokenDown(
  { code, title, list, valueOf }: Way,
  here: readonly { about: About }[],
  base: { from: From; sent: boolean },
): Line[] {
  const values = here.map(({ about }) => valueOf(about));
  const lines = list.map(({ value, label }): Line => {
    const count = values.filter((one) => one === value).length;
    const working = `${count} of ${here.length}`;
    return {
      ...base,
      line: `${code}.${value}`,
      code,
      label: `${title}: ${label}`,
      value: count,
      working,
    };
  });
  const known = lines.reduce((sum, { value }) => sum + value, 0);
  return [
    ...lines,
    {
      ...base,
      line: `${code}.${NOT_KNOWN}`,
      code,
      label: `${title}: Not known`,
      value: here.length - known,
      working: `${here.length} less ${known} who said`,
      sent: false,
    },
  ];
}
