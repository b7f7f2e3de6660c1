import type { Shown } from '#app/statistics/small-numbers.ts';
import type { Course } from '../measures/course.ts';
import type { Phrases } from '../measures/match.ts';

/**
 * What stands around a theory and not in it, as far as the checks ask for it: plain facts, gathered
 * by whoever has them. A check that needs them says nothing where they are not known, as of a file.
 * Days are written YYYY-MM-DD.
 */
export interface Surroundings {
  /** The day of the check. */
  readonly today: string;
  /** The years of the programme. */
  readonly startsOn: string;
  readonly endsOn: string;
  /** When the theory was begun; null where that is not known. */
  readonly begunOn: string | null;
  readonly needs: readonly NeedAround[];
  readonly themes: readonly ThemeAround[];
  /** Groups of the population that somebody wanted to hear, with how many of them answered. */
  readonly groups: readonly GroupAround[];
  readonly lines: readonly LineAround[];
  readonly packs: readonly PackAround[];
  /** Whether measures with figures are on course. */
  readonly courses: readonly CourseAround[];
  /** Measures that are ready made, with the words by which an outcome of theirs is recognised. */
  readonly library: readonly Phrases[];
  readonly doubts: readonly DoubtAround[];
  /** How many people have changed the theory. */
  readonly editors: number;
  /** Whether the panel has walked through it, or somebody of another organisation changed it. */
  readonly heard: boolean;
}

/** A need of the register. */
export interface NeedAround {
  readonly id: string;
  readonly statement: string;
  /** Who has it, in words. */
  readonly who: string;
  /** high, medium or low; empty while nobody has said. */
  readonly priority: string;
  /** Why it is not being met now; empty while it is in play. */
  readonly notNowBecause: string;
  readonly evidence: readonly EvidenceAround[];
}

/** What a need rests on. */
export interface EvidenceAround {
  /** The one thing that it was taken from: a question of a survey, a file, a theme. */
  readonly source: string;
  readonly takenOn: string;
  /** Its source has changed or was taken out since. */
  readonly stale: boolean;
}

/** A theme of what families said. */
export interface ThemeAround {
  readonly id: string;
  readonly name: string;
  /** How many people spoke of it, hidden where they are few. */
  readonly people: Shown;
  /** Needs of the register that rest on it. */
  readonly needIds: readonly string[];
  /** Whether it is tied to a box or link of the theory directly. */
  readonly inTheory: boolean;
  /** Lines of the plan that it is tied to directly, or that its answer promises. */
  readonly lineIds: readonly string[];
  /** Whether families have a public answer that says why not. */
  readonly refused: boolean;
}

export interface GroupAround {
  readonly name: string;
  /** The most that any survey heard of them, hidden where they are few. */
  readonly heard: Shown;
  /** The survey that heard most of them. */
  readonly surveyId: string;
}

/** A line of the delivery plan. */
export interface LineAround {
  readonly id: string;
  readonly title: string;
  readonly owner: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly milestone: string;
  readonly costPence: number | null;
  readonly status: 'planned' | 'under-way' | 'done' | 'stopped';
  /** Boxes of the theory that it delivers. */
  readonly activityIds: readonly string[];
  /** Those of them that say something else than when the line was tied to them. */
  readonly changedIds: readonly string[];
}

/** Guidance that the programme follows. */
export interface PackAround {
  readonly id: string;
  readonly title: string;
  /** What binds in it and has nothing in the plan: the words of each. */
  readonly missing: readonly string[];
}

/** Where a measure stands against its target. */
export interface CourseAround {
  readonly measureId: string;
  readonly course: Course;
  /** Why, in one sentence. */
  readonly because: string;
}

/** A box or link of which parents, asked on a walk, say that it is not so, or are divided. */
export interface DoubtAround {
  readonly on: string;
  readonly agreement: 'doubted' | 'divided';
  readonly consultationId: string;
  readonly title: string;
}
