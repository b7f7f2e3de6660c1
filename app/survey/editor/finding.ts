import type { Definition } from '#app/survey/definition.ts';
import type { Listed } from '#app/survey/wording/word-list.ts';
import { calledOf, elementNamed, pageNamed } from './place.ts';

/** Obstacles must be mended; warnings may be accepted; hints are there to be thought about. */
export type Level = 'obstacle' | 'warning' | 'hint';

/** One thing that the checks found. */
export interface Check {
  level: Level;
  code: string;
  /** The element or page that it is about, by name; `survey` for what stands around the questions. */
  about: string;
  /** What that is called. */
  called: string;
  message: string;
}

/** What the checks look at. */
export interface ToCheck {
  definition: Definition;
  survey: {
    title: string;
    privacyNotice: string;
    keepUntil: string;
    closesOn: string | null;
    minutes: number;
    lawfulBasis: string | null;
    specialCondition: string | null;
    languages: readonly string[];
    translations: Readonly<Record<string, { title?: string; privacyNotice?: string }>>;
  };
  jargon: readonly Listed[];
  disliked: readonly Listed[];
  /** YYYY-MM-DD in England. */
  today: string;
  /** What survey-core complains of. */
  coreErrors: readonly string[];
}

export type Found = (level: Level, code: string, message: string) => Check;

export const SURVEY: Found = (level, code, message) => {
  return { level, code, about: 'survey', called: 'The survey', message };
};

export const on =
  (definition: Definition, name: string): Found =>
  (level, code, message) => {
    const thing = elementNamed(definition, name) ?? pageNamed(definition, name);
    return { level, code, about: name, called: thing ? calledOf(thing) : name, message };
  };

/** The sentence under which a warning is kept when somebody publishes in spite of it. */
export function sayCheck({ called, message }: Check): string {
  return `${called}: ${message}.`;
}
