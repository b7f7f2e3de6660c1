import type { KeptSection } from '#app/documents/arrange.ts';
import type { Block } from '#app/documents/blocks.ts';
import type { GroupReached } from '#app/needs/missing/who-is-missing.ts';
import type { Priority } from '#app/needs/register/need.ts';
import type { PriorityRule, Scores } from '#app/needs/register/priority.ts';
import type { Sensitivity } from '#app/needs/register/sensitivity.ts';
import type { QuestionResult } from '#app/survey/results.ts';
import type { Shown } from '#app/statistics/small-numbers.ts';
import type { CountRow } from '#app/themes/counts.ts';

/**
 * Everything that a needs assessment says, whatever its format: gathered once from read models in
 * which small numbers are hidden already. Nothing here counts anything out again.
 */
export interface Assessment {
  authority: { name: string; colour: string; isDemonstration: boolean };
  programme: {
    id: string;
    title: string;
    startsOn: string;
    endsOn: string;
    places: readonly string[];
    stage: string;
  };
  /** YYYY-MM-DD */
  madeOn: string;
  /** What the authority made of the sections of this document. */
  arrangement: readonly KeptSection[];
  surveys: readonly AssessedSurvey[];
  /** Consultations and listening exercises that people spoke at. */
  heard: { consultations: number; members: number; exercises: readonly Exercise[] };
  words: AssessedWords;
  files: readonly { title: string; areas: number; measures: number }[];
  tables: readonly { title: string; problems: number }[];
  maps: readonly AssessedMap[];
  sites: readonly { name: string; type: string; place: string; hours: string }[];
  assets: readonly { stage: string; count: number }[];
  assetsInAll: number;
  barriers: readonly { kind: string; name: string; who: string; place: string; evidence: string }[];
  needs: readonly AssessedNeed[];
  priorities: {
    rule: PriorityRule;
    weightings: number;
    top: number;
    lines: readonly RankedNeed[];
    unscored: number;
  };
  /** What the method note of each survey says, ready to print. */
  method: readonly Block[];
}

export interface Exercise {
  title: string;
  place: string;
  heldOn: string;
  heads: Shown;
}

export interface AssessedSurvey {
  title: string;
  state: string;
  opensOn: string | null;
  closesOn: string | null;
  answers: number;
  questions: readonly QuestionResult[];
  reached: readonly {
    title: string;
    source: string;
    base: Shown;
    groups: readonly GroupReached[];
  }[];
  /** One sentence a missing group. */
  missing: readonly string[];
}

export interface AssessedWords {
  progress: string;
  wheres: readonly string[];
  rows: readonly (CountRow & { definition: string; quotes: readonly string[] })[];
  /** How far two coders agree, theme by theme, of the last finished sample. */
  agreement: {
    size: number;
    themes: readonly { name: string; observed: number; kappa: number | null }[];
  } | null;
}

export interface AssessedMap {
  svg: string;
  alt: string;
  caption: string;
  /** Sentences that say what can be read off it. */
  says: readonly string[];
  table: {
    caption: string;
    columns: readonly string[];
    rows: readonly (readonly string[])[];
  } | null;
}

export interface AssessedNeed {
  id: string;
  statement: string;
  who: string;
  place: string;
  howMany: string;
  priority: Priority;
  priorityReason: string;
  notNowBecause: string;
  points: number | null;
  scores: Scores | null;
  barriers: readonly string[];
  evidenceFor: readonly string[];
  evidenceAgainst: readonly string[];
}

export interface RankedNeed extends Sensitivity {
  statement: string;
  rank: number;
  tiedWith: number;
  points: number;
  scores: Scores;
  priority: Priority;
  decided: string | null;
}

/** What this assessment lacks, first thing first: for its last section and for whoever makes it. */
export function gapsOf(found: Assessment): string[] {
  const inPlay = found.needs.filter(({ notNowBecause }) => notNowBecause === '');
  const answers = found.surveys.reduce((sum, { answers: n }) => sum + n, 0);
  const bare = inPlay.filter(({ evidenceFor }) => evidenceFor.length === 0);
  const doubted = inPlay.filter(({ evidenceAgainst }) => evidenceAgainst.length > 0);
  return [
    answers === 0
      ? 'No family has answered a survey: every need here rests on something else.'
      : '',
    ...found.surveys.flatMap(({ missing }) => missing),
    found.surveys.some(({ answers: n, reached }) => n > 0 && reached.length === 0)
      ? 'Nobody has said what families here look like, so that it cannot be told who is missing from a survey.'
      : '',
    found.heard.exercises.length === 0 && found.heard.consultations === 0
      ? 'Families were not heard in any other way than by survey.'
      : '',
    found.words.rows.length === 0 ? 'What people wrote has not been read for themes.' : '',
    found.words.rows.length > 0 && found.words.agreement === null
      ? 'Only one person coded what people wrote: how far another would have found the same is not known.'
      : '',
    found.files.length === 0 ? 'No official figures by area were brought in.' : '',
    found.sites.length === 0 ? 'The sites from which help is given are not listed.' : '',
    found.assetsInAll === 0 ? 'The services that families trust already are not listed.' : '',
    found.barriers.length === 0 ? 'No barrier between families and help is recorded.' : '',
    inPlay.length === 0 ? 'No need is written in the register.' : '',
    bare.length > 0
      ? `Nothing stands behind ${countOf(bare.length, inPlay.length)} needs in play: they are judgement.`
      : '',
    inPlay.length > 0 && doubted.length === 0
      ? 'Nothing is recorded that speaks against any need: it may not have been looked for.'
      : '',
    found.priorities.unscored > 0
      ? `${countOf(found.priorities.unscored, inPlay.length)} needs in play are not scored, and so not in the order.`
      : '',
  ].filter((gap) => gap !== '');
}

const countOf = (some: number, all: number) => `${some} of ${all}`;

/** "needs-assessment-northmere-2026-04-01.docx": readable, and safe as a file name anywhere. */
export function assessmentFileName(
  { programme, madeOn }: Pick<Assessment, 'programme' | 'madeOn'>,
  format: AssessmentFormat,
): string {
  const name = programme.title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `needs-assessment-${name === '' ? 'programme' : name}-${madeOn}.${format}`;
}

const ASSESSMENT_FORMATS = ['docx', 'pdf', 'html', 'json'] as const;
export type AssessmentFormat = (typeof ASSESSMENT_FORMATS)[number];

export function isAssessmentFormat(word: string | undefined): word is AssessmentFormat {
  return ASSESSMENT_FORMATS.some((format) => format === word);
}
