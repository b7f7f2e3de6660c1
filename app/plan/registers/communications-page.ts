import { labelIn } from '#app/panel/member-lists.ts';
import { missingKind } from '#templates/missing/index.ts';
import {
  CHANNELS,
  COURSE_NAMES,
  courseOf,
  sayReach,
  SPOKEN,
  unspokenLanguages,
  unspokenTo,
  type Communication,
  type Course,
} from './communication.ts';

/** A row of the communications plan for its page. */
export interface CommunicationLine {
  id: string;
  title: string;
  audience: string;
  message: string;
  channel: string;
  channelWords: string;
  languages: string[];
  fromOn: string | null;
  untilOn: string | null;
  frequency: string;
  owner: string;
  reach: string;
  course: Course;
  courseWords: string;
  line: { id: string; title: string } | null;
  /** The title of the consultation in which families saw it first, or null. */
  tested: string | null;
  lacks: string[];
}

const COURSES: readonly Course[] = ['behind', 'no-figure', 'few', 'on-course', 'met', 'no-target'];

/** The communications plan for its page: what is behind first, then by its first day. */
export function communicationLines(
  all: readonly Communication[],
  known: {
    lines: readonly { id: string; title: string }[];
    consultations: ReadonlyMap<string, string>;
  },
  today: string,
): CommunicationLine[] {
  return all
    .map((one): CommunicationLine => {
      const course = courseOf(one, today);
      const line = known.lines.find(({ id }) => id === one.lineId);
      return {
        ...{ id: one.id, title: one.title, audience: one.audience, message: one.message },
        ...{ channel: one.channel, fromOn: one.fromOn, untilOn: one.untilOn },
        ...{ frequency: one.frequency, owner: one.owner, course },
        channelWords: labelIn(CHANNELS, one.channel),
        languages: one.languages.map((code) => labelIn(SPOKEN, code)),
        reach: sayReach(one),
        courseWords: COURSE_NAMES[course],
        line: line ? { id: line.id, title: line.title } : null,
        tested: one.testedIn === null ? null : (known.consultations.get(one.testedIn) ?? null),
        lacks: communicationLacks(one),
      };
    })
    .sort(
      (a, b) =>
        COURSES.indexOf(a.course) - COURSES.indexOf(b.course) ||
        (a.fromOn ?? '9').localeCompare(b.fromOn ?? '9') ||
        a.title.localeCompare(b.title, 'en-GB'),
    );
}

/** What a communication still lacks, each as a few words. */
function communicationLacks(one: Communication): string[] {
  return [
    ...(one.owner === '' ? ['somebody who does it'] : []),
    ...(one.fromOn === null ? ['a first day'] : []),
    ...(one.counts === '' ? ['what is counted'] : []),
    ...(one.testedIn === null ? ['families who saw it first'] : []),
  ];
}

/** Whom nobody speaks to: groups that are missing from surveys, and languages of those who answered. */
export interface Unspoken {
  groups: { name: string; labels: string[]; advice: string }[];
  languages: { name: string; answers: number }[];
}

export function unspokenOf(
  all: readonly Communication[],
  missing: readonly { kind: string; label: string }[],
  answeredIn: readonly { language: string; answers: number }[],
): Unspoken {
  return {
    groups: unspokenTo(missing, all).map(({ kind, labels }) => {
      const known = missingKind(kind);
      return { name: known?.name ?? kind, labels, advice: known?.advice[0]?.words ?? '' };
    }),
    languages: unspokenLanguages(answeredIn, all).map(({ language, answers }) => ({
      name: labelIn(SPOKEN, language),
      answers,
    })),
  };
}
