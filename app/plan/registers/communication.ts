import { choices } from '#app/needs/registers/choices.ts';
import { valuesOf, type RegisterRow } from '#app/needs/registers/row.ts';
import type { RowSpec } from '#app/needs/registers/spec.ts';
import type { Problem } from '#app/http/problems.ts';
import { HIDDEN, isSmall, THRESHOLD, type Shown } from '#app/statistics/small-numbers.ts';
import { LANGUAGES } from '#app/survey/languages/languages.ts';
import { missingKinds } from '#templates/missing/index.ts';

/** The communications plan: what families are told, through what, when, and how many it reached. */

/** The groups of families that an audience may be made of: those that surveys look for. */
const AUDIENCES = missingKinds
  .filter(({ kind }) => kind !== 'place' && kind !== 'anybody')
  .map(({ kind, name }) => ({ value: kind, label: name }));

export const CHANNELS = choices(
  ['newsletter', 'Newsletter or e-mail'],
  ['text', 'Text message'],
  ['social', 'Social media'],
  ['website', 'Website or directory'],
  ['poster', 'Posters and leaflets'],
  ['letter', 'Letter'],
  ['in-person', 'In person, by staff or volunteers'],
  ['group', 'A group or an event'],
  ['professionals', 'Through midwives, health visitors, schools and doctors'],
  ['media', 'Local press and radio'],
  ['other', 'Something else'],
);

const OTHER_LANGUAGE = { value: 'other', label: 'Another language' };
export const SPOKEN = [
  ...LANGUAGES.map(({ code, name }) => ({ value: code, label: name })),
  OTHER_LANGUAGE,
];

export const COMMUNICATION_SPEC: RowSpec = {
  nameLabel: 'What it is called',
  nameHint: 'Such as “Texts before each week”',
  fields: [
    {
      key: 'audience',
      label: 'Whom it is for',
      kind: 'text',
      most: 300,
      required: 'Enter whom it is for',
      column: true,
    },
    {
      key: 'groups',
      label: 'Groups of families it is meant to reach',
      kind: 'several',
      choices: AUDIENCES,
      hint: 'Tick only groups that it speaks to as such. What is for everybody reaches nobody in particular.',
    },
    {
      key: 'message',
      label: 'What it says',
      kind: 'words',
      most: 1000,
      required: 'Enter what it says, in a sentence or two',
    },
    {
      key: 'channel',
      label: 'Channel',
      kind: 'one',
      choices: CHANNELS,
      required: 'Select the channel',
      filter: true,
      column: true,
    },
    { key: 'languages', label: 'Languages', kind: 'several', choices: SPOKEN },
    { key: 'fromOn', label: 'From', kind: 'day' },
    { key: 'untilOn', label: 'Until', kind: 'day' },
    {
      key: 'frequency',
      label: 'How often',
      kind: 'text',
      most: 100,
      hint: 'Such as “every Monday”',
    },
    { key: 'owner', label: 'Who does it', kind: 'text' },
    {
      key: 'counts',
      label: 'What is counted',
      kind: 'text',
      hint: 'Such as subscribers, or fathers who come',
    },
    { key: 'target', label: 'How many it should reach', kind: 'number' },
    { key: 'targetOn', label: 'By when', kind: 'day' },
    { key: 'lineId', label: 'Plan line that it belongs to', kind: 'one', choices: 'lines' },
    {
      key: 'costId',
      label: 'Cost line that pays for it',
      kind: 'one',
      choices: 'costs',
    },
    {
      key: 'testedIn',
      label: 'Consultation in which families saw it first',
      kind: 'one',
      choices: 'consultations',
    },
    { key: 'note', label: 'Note', kind: 'words', most: 2000 },
  ],
};

export interface CommunicationFields {
  title: string;
  audience: string;
  groups: string[];
  message: string;
  channel: string;
  languages: string[];
  fromOn: string | null;
  untilOn: string | null;
  frequency: string;
  owner: string;
  counts: string;
  target: number | null;
  targetOn: string | null;
  lineId: string | null;
  /** The cost line that pays for it; the line may be gone since. */
  costId: string | null;
  testedIn: string | null;
  note: string;
}

export interface Reach {
  id: string;
  on: string;
  reached: number;
  source: string;
}

export interface Communication extends CommunicationFields {
  id: string;
  version: number;
  /** Earliest first. */
  reach: readonly Reach[];
}

export function communicationOf({ name, fields }: RegisterRow): CommunicationFields {
  const one = (key: string) => valuesOf(fields, key)[0] ?? '';
  const orNull = (key: string) => valuesOf(fields, key)[0] ?? null;
  return {
    title: name,
    audience: one('audience'),
    groups: valuesOf(fields, 'groups'),
    message: one('message'),
    channel: one('channel'),
    languages: valuesOf(fields, 'languages'),
    fromOn: orNull('fromOn'),
    untilOn: orNull('untilOn'),
    frequency: one('frequency'),
    owner: one('owner'),
    counts: one('counts'),
    target: one('target') === '' ? null : Number(one('target')),
    targetOn: orNull('targetOn'),
    lineId: orNull('lineId'),
    costId: orNull('costId'),
    testedIn: orNull('testedIn'),
    note: one('note'),
  };
}

export function communicationRow(communication: CommunicationFields): RegisterRow {
  const { title, audience, groups, message, channel, languages, frequency, owner, counts, note } =
    communication;
  const { fromOn, untilOn, target, targetOn, lineId, costId, testedIn } = communication;
  return {
    name: title,
    fields: {
      ...{ audience, message, channel, frequency, owner, counts, note },
      groups: [...groups],
      languages: [...languages],
      fromOn: fromOn ?? '',
      untilOn: untilOn ?? '',
      target: target === null ? '' : String(target),
      targetOn: targetOn ?? '',
      lineId: lineId ?? '',
      costId: costId ?? '',
      testedIn: testedIn ?? '',
    },
  };
}

/** What does not fit together, each as an instruction beside its field. */
export function communicationProblems(one: CommunicationFields): Problem[] {
  const problems: Problem[] = [];
  if (one.fromOn !== null && one.untilOn !== null && one.untilOn < one.fromOn) {
    problems.push({
      field: 'untilOn',
      message: 'Enter a day on or after the one on which it begins',
    });
  }
  if (one.target !== null && one.counts === '') {
    problems.push({ field: 'counts', message: 'Say what is counted, or leave the number empty' });
  }
  return problems;
}

export type Course = 'met' | 'on-course' | 'behind' | 'few' | 'no-figure' | 'no-target';

/**
 * How reach stands against its target on a day. Between its first figure and the day of the target it
 * should be at least on the straight way there; without a day only the target itself counts. So few
 * that they are not shown are only held against a target where that tells no more of how many.
 */
export function courseOf(one: Communication, today: string): Course {
  if (one.target === null) return 'no-target';
  const first = one.reach[0];
  const last = one.reach.at(-1);
  if (!first || !last) return 'no-figure';
  const stillTime = one.targetOn !== null && one.targetOn > today;
  if (isSmall(last.reached) && (stillTime || one.target < THRESHOLD)) return 'few';
  if (last.reached >= one.target) return 'met';
  if (one.targetOn === null || !stillTime) return 'behind';
  if (last.on === first.on) return 'on-course';
  const gone = Date.parse(last.on) - Date.parse(first.on);
  const whole = Date.parse(one.targetOn) - Date.parse(first.on);
  const due = first.reached + ((one.target - first.reached) * gone) / whole;
  return last.reached >= due ? 'on-course' : 'behind';
}

export const COURSE_NAMES: Readonly<Record<Course, string>> = {
  met: '● Reached',
  'on-course': '◑ On course',
  behind: '▲ Behind',
  few: '○ Too few to say',
  'no-figure': '○ No figure yet',
  'no-target': '– No target',
};

/** A figure of reach as others than those who keep it may see it: fewer than five people are hidden. */
export const shownReach = (reached: number): Shown => (isSmall(reached) ? HIDDEN : reached);

/** A figure of reach on the page of its communication: only whoever keeps it sees fewer than five. */
export type SeenReach = Omit<Reach, 'reached'> & { reached: Shown };
export const seenReach = (reach: readonly Reach[], mayEdit: boolean): SeenReach[] =>
  reach.map((one) => (mayEdit ? { ...one } : { ...one, reached: shownReach(one.reached) }));

/** A figure of reach in words: "7,263" or "fewer than 5". */
export const reachWords = (reached: number): string =>
  isSmall(reached) ? `fewer than ${THRESHOLD}` : reached.toLocaleString('en-GB');

/** "82 of 100 fathers who come", "Fewer than 5 fathers": or what is missing. */
export function sayReach(one: Communication): string {
  const last = one.reach.at(-1);
  const what = one.counts === '' ? 'reached' : one.counts;
  if (!last)
    return one.target === null
      ? 'Nothing counted'
      : `None counted of ${one.target.toLocaleString('en-GB')} ${what}`;
  const said = reachWords(last.reached).replace(/^f/, 'F');
  return one.target === null
    ? `${said} ${what}`
    : `${said} of ${one.target.toLocaleString('en-GB')} ${what}`;
}

/** A cost line as a communication names it: what it pays for, and the year where that is known. */
export const costWords = ({ what, year }: { what: string; year: string }) =>
  year === '' ? what : `${what}, ${year}`;

/** Groups that are missing somewhere and that no communication speaks to, by name. */
export function unspokenTo(
  missing: readonly { kind: string; label: string }[],
  communications: readonly Pick<Communication, 'groups'>[],
): { kind: string; labels: string[] }[] {
  const spoken = new Set(communications.flatMap(({ groups }) => groups));
  const kinds = new Map<string, string[]>();
  for (const { kind, label } of missing) {
    if (!spoken.has(kind)) kinds.set(kind, [...(kinds.get(kind) ?? []), label]);
  }
  return [...kinds].map(([kind, labels]) => ({ kind, labels: [...new Set(labels)] }));
}

/** Languages in which families answered and in which nothing is said to them. */
export function unspokenLanguages(
  answeredIn: readonly { language: string; answers: number }[],
  communications: readonly Pick<Communication, 'languages'>[],
): { language: string; answers: number }[] {
  const spoken = new Set(communications.flatMap(({ languages }) => languages));
  return answeredIn.filter(({ language }) => language !== 'en' && !spoken.has(language));
}
