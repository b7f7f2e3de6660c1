/** What the settings and the surveys say: what both documents are written from. */
export interface PrivacyFacts {
  authority: { name: string; colour: string; isDemonstration: boolean };
  programmes: ProgrammeFacts[];
  promises: readonly { what: string; until: string }[];
  deleting: readonly string[];
  processors: readonly { who: string; what: string }[];
  measures: readonly Measure[];
  staff: number;
}

export interface ProgrammeFacts {
  id: string;
  title: string;
  startsOn: string;
  endsOn: string;
  places: readonly string[];
  surveys: readonly SurveyFacts[];
  members: number;
  listening: number;
}

export interface SurveyFacts {
  title: string;
  state: string;
  basis: string;
  /** The condition of Article 9; empty where none was chosen. */
  condition: string;
  keepUntil: string;
  answers: number;
  /** What is asked, in the words of the questions, and which of them are special category. */
  asked: readonly string[];
  special: readonly string[];
  ownWords: number;
  languages: number;
}

/** Something that protects, and whether it is on here and now. */
export interface Measure {
  what: string;
  on: boolean;
  /** How it is known: a setting, or that it is always so. */
  because: string;
}

/** What the authority itself writes, by the field's name; what is missing is empty. */
export type Written = Readonly<Record<string, string>>;
