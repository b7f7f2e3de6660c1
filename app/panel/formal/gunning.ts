import { isSmall, THRESHOLD } from '#app/statistics/small-numbers.ts';
import { sayDay } from '#app/ui/words.ts';
import type { State } from '../consultation.ts';
import { decidedWords, type FormalRecord, type Kept } from './record.ts';
import { busyWarnings, daysOpen, type ConsultingTime } from './time.ts';

/**
 * The four tests that courts hold a consultation to: R v Brent LBC, ex parte Gunning (1985) 84 LGR
 * 168, approved by the Supreme Court in R (Moseley) v Haringey LBC [2014] UKSC 56, which adds that
 * people may have to be told of the alternatives that were not preferred, and why.
 */
const TESTS = ['formative', 'reasons', 'time', 'considered'] as const;
export type TestId = (typeof TESTS)[number];

export const TEST_WORDS: Readonly<Record<TestId, { title: string; asks: string }>> = {
  formative: {
    title: 'The proposal can still change',
    asks: 'People are asked while the proposal is still being formed: could those who decide still choose otherwise?',
  },
  reasons: {
    title: 'People are told enough to answer',
    asks: 'They get the reasons, the options with what was preferred and what was not, and what it would mean for whom.',
  },
  time: {
    title: 'People have time enough',
    asks: 'They can hear of it, think, and answer, also at busy times of the year.',
  },
  considered: {
    title: 'The answers are weighed before the decision',
    asks: 'Those who decide have read what people said, conscientiously, and can show how it counted.',
  },
};

/** Something that stands in the way, and the part of the record where it is put right. */
export interface Lack {
  id: string;
  message: string;
}

export interface Evidence {
  label: string;
  words: string;
  /** Who wrote it down and when; null for what the system knows by itself. */
  kept: Kept | null;
}

export type TestState = 'met' | 'lacks' | 'later';
export const TEST_STATES: Readonly<Record<TestState, string>> = {
  met: 'Shown',
  lacks: 'Not shown yet',
  later: 'Not due yet',
};

export interface GunningTest {
  id: TestId;
  number: number;
  state: TestState;
  evidence: Evidence[];
  lacks: Lack[];
  warnings: string[];
}

/** What the tests are held against. */
export interface Held {
  state: State;
  /** The day it opened, or would open. */
  opensOn: string;
  /** Null for a draft: the day is said when it is opened. */
  closesOn: string | null;
  today: string;
  time: ConsultingTime;
  /** How many parents and carers answered; null where that may not be known yet. */
  people: number | null;
}

/** The four tests of a consultation, each with what shows it and what is missing. */
export function gunning(record: FormalRecord, held: Held): GunningTest[] {
  const tests = {
    formative: formativeTest(record, held),
    reasons: reasonsTest(record, held),
    time: timeTest(record, held),
    considered: consideredTest(record, held),
  };
  return TESTS.map((id, at) => {
    const { lacks, evidence, warnings = [], later = false } = tests[id];
    const state = later ? 'later' : lacks.length > 0 ? 'lacks' : 'met';
    return { id, number: at + 1, state, evidence, lacks: later ? [] : lacks, warnings };
  });
}

/** Why a formal consultation cannot open until the end of a day; empty when it can. */
export function whyNotFormal(record: FormalRecord, held: Held & { closesOn: string }): Lack[] {
  return gunning(record, held)
    .filter(({ id }) => id !== 'considered')
    .flatMap(({ lacks }) => lacks);
}

interface Judged {
  lacks: Lack[];
  evidence: Evidence[];
  warnings?: string[];
  later?: boolean;
}

const lack = (id: string, message: string): Lack => ({ id, message });

function formativeTest({ formative, duty }: FormalRecord, { closesOn }: Held): Judged {
  const lacks: Lack[] = [];
  const evidence: Evidence[] = [];
  if (duty === null) lacks.push(lack('duty', 'Say which law asks for this consultation, if any'));
  if (formative === null) {
    lacks.push(lack('formative', 'Say what can still change, who decides and when'));
    return { lacks, evidence };
  }
  const { stillOpen, decides, decidesOn, kept } = formative;
  evidence.push({ label: 'What can still change', words: stillOpen, kept });
  evidence.push({
    label: 'Who decides',
    words: `${decides}, planned for ${sayDay(decidesOn)}`,
    kept,
  });
  if (closesOn !== null && decidesOn <= closesOn) {
    lacks.push(
      lack('formative', 'The decision is planned before the answers are in: plan it for later'),
    );
  }
  return { lacks, evidence };
}

/** A year: after that an assessment speaks of other services and other families. */
const OLD_DAYS = 366;

function reasonsTest(record: FormalRecord, { opensOn }: Held): Judged {
  const { reasons, options, equality } = record;
  const lacks: Lack[] = [];
  const evidence: Evidence[] = [];
  const warnings: string[] = [];
  if (reasons === null) lacks.push(lack('reasons', 'Give the reasons for the proposal'));
  else evidence.push({ label: 'Reasons', words: reasons.reasons, kept: reasons.kept });
  lacks.push(...optionLacks(record));
  for (const { name, words, preferred, why } of options?.list ?? []) {
    const label = `Option “${name}”, ${preferred ? 'preferred' : 'not preferred'}`;
    evidence.push({ label, words: `${words}\n${why}`, kept: options?.kept ?? null });
  }
  if (equality === null) {
    lacks.push(
      lack('equality', 'Add the equality impact assessment: a file or a link, and its day'),
    );
  } else {
    const { equalityTitle, equalityOn, kept } = equality;
    const words = `${equalityTitle}, of ${sayDay(equalityOn)}`;
    evidence.push({ label: 'Equality impact assessment', words, kept });
    if (equalityOn > opensOn) {
      lacks.push(
        lack('equality', 'The equality impact assessment must be there before people are asked'),
      );
    } else if (daysOpen(equalityOn, opensOn) > OLD_DAYS) {
      warnings.push('The equality impact assessment is more than a year old: look at it again');
    }
  }
  return { lacks, evidence, warnings };
}

function optionLacks({ options }: FormalRecord): Lack[] {
  const list = options?.list ?? [];
  const lacks: Lack[] = [];
  if (list.length < 2) {
    lacks.push(lack('options', 'Describe two options or more; leaving things as they are is one'));
  }
  const preferred = list.filter((option) => option.preferred);
  if (list.length > 0 && preferred.length === 0) {
    lacks.push(lack('options', 'Say which option you prefer: to keep it back misleads people'));
  }
  if (preferred.length > 1) lacks.push(lack('options', 'Prefer one option only'));
  const silent = list.find(({ why }) => why.trim() === '');
  if (silent !== undefined) {
    lacks.push(
      lack('options', `Say why “${silent.name}” is ${silent.preferred ? '' : 'not '}preferred`),
    );
  }
  return lacks;
}

function timeTest({ time }: FormalRecord, held: Held): Judged {
  const { opensOn, closesOn } = held;
  const { leastDays, why } = held.time;
  const evidence: Evidence[] = [];
  const rule = { label: 'Our rule', words: `At least ${leastDays} days. ${why}`, kept: null };
  const noted = [
    { label: 'Why less time is enough', words: time?.shortBecause ?? '' },
    { label: 'What is done at busy times', words: time?.busy ?? '' },
  ].filter(({ words }) => words !== '');
  for (const note of noted) evidence.push({ ...note, kept: time?.kept ?? null });
  if (closesOn === null) return { lacks: [], evidence: [rule, ...evidence], later: true };
  const days = daysOpen(opensOn, closesOn);
  const open = `${days} days: from ${sayDay(opensOn)} to the end of ${sayDay(closesOn)}`;
  const lacks: Lack[] = [];
  if (days < leastDays && (time?.shortBecause ?? '') === '') {
    lacks.push(
      lack(
        'time',
        `It would be open for ${days} days, and your rule is ${leastDays}: choose a later day, or write down why less is enough`,
      ),
    );
  }
  const warnings = (time?.busy ?? '') === '' ? busyWarnings(opensOn, closesOn, held.time) : [];
  return {
    lacks,
    warnings,
    evidence: [{ label: 'Open for', words: open, kept: null }, rule, ...evidence],
  };
}

function consideredTest(record: FormalRecord, held: Held): Judged {
  const { considered, decision } = record;
  const evidence: Evidence[] = [];
  if (held.state === 'closed' && held.people !== null) {
    const words = isSmall(held.people)
      ? `Fewer than ${THRESHOLD} parents and carers answered`
      : `${held.people} parents and carers answered`;
    evidence.push({ label: 'Answers', words, kept: null });
  }
  if (considered !== null) {
    const { readBy, readOn, said, weighed, kept } = considered;
    evidence.push({ label: 'Read by', words: `${readBy}, by ${sayDay(readOn)}`, kept });
    evidence.push({ label: 'What people said', words: said, kept });
    evidence.push({ label: 'How it was weighed', words: weighed, kept });
  }
  if (decision !== null) {
    const { decidedBy, decidedOn, kept } = decision;
    const words = `${decidedWords(record)}: ${decidedBy}, ${sayDay(decidedOn)}`;
    evidence.push({ label: 'Decision', words, kept });
  }
  if (held.state !== 'closed') return { lacks: [], evidence, later: true };
  return { lacks: [...consideredLacks(record, held)], evidence };
}

function consideredLacks(record: FormalRecord, { closesOn }: Held): Lack[] {
  const { considered, decision } = record;
  const lacks: Lack[] = [];
  if (considered === null) {
    lacks.push(lack('considered', 'Write down who read the answers and how they were weighed'));
  } else if (closesOn !== null && considered.readOn <= closesOn) {
    lacks.push(lack('considered', 'The answers must have been read after the last day to answer'));
  }
  if (decision !== null && considered !== null && decision.decidedOn < considered.readOn) {
    lacks.push(lack('decision', 'The decision was made before the answers had been read'));
  }
  return lacks;
}

/** Why it cannot be marked as decided; empty when it can. */
export function whyNotDecided(record: FormalRecord, held: Held): Lack[] {
  if (held.state !== 'closed') {
    return [lack('decision', 'People can still answer: decide when it has closed')];
  }
  const { considered, decision } = record;
  if (considered === null) {
    return [lack('considered', 'First write down who read the answers and how they were weighed')];
  }
  const lacks = consideredLacks(record, held);
  if (decision === null) return lacks;
  if (decision.decidedOn > held.today) {
    lacks.push(lack('decision', 'The day of the decision must not be after today'));
  }
  if (decidedWords(record) === '') {
    lacks.push(lack('decision', 'Choose one of the options that people were asked about'));
  }
  return lacks;
}
