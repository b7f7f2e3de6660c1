import type { Agreement } from '#app/plan/registers/agreement.ts';
import { agreementLacks } from '#app/plan/registers/agreement.ts';
import type { PlanLine } from '#app/plan/plan.ts';
import { many } from '#app/ui/words.ts';
import { listed } from './coverage.ts';

/**
 * Duties of law that a plan for family hubs meets, with what in this system would show that they
 * were met. It says what is there and what is not, and never whether the law was kept.
 */

export const DUTY_IDS = ['gunning', 'section-5d', 'equality', 'data'] as const;
export type DutyId = (typeof DUTY_IDS)[number];

export const DUTY_STATES = ['shown', 'partly', 'not', 'later'] as const;
export type DutyState = (typeof DUTY_STATES)[number];

export const DUTY_STATE_NAMES: Readonly<Record<DutyState, string>> = {
  shown: 'Shown here',
  partly: 'Shown in part',
  not: 'Nothing here shows it yet',
  later: 'Nothing to show yet',
};

export const DUTY_STATE_SHAPES: Readonly<Record<DutyState, string>> = {
  shown: '●',
  partly: '◐',
  not: '○',
  later: '–',
};

interface DutyWords {
  title: string;
  asks: string;
  wouldShow: string;
  source: { words: string; href: string };
}

export const DUTY_WORDS: Readonly<Record<DutyId, DutyWords>> = {
  gunning: {
    title: 'Consultation: the four Gunning principles',
    asks: 'A consultation is held while the proposal can still change, with enough information and enough time to answer, and those who decide weigh the answers.',
    wouldShow: 'The record of each formal consultation, test by test.',
    source: {
      words: 'R (Moseley) v Haringey London Borough Council [2014] UKSC 56',
      href: 'https://www.supremecourt.uk/cases/uksc-2013-0116',
    },
  },
  'section-5d': {
    title: 'Children’s centres: consultation before a change',
    asks: 'Before making arrangements for a children’s centre, or a significant change in its services, or anything that would end one, those are consulted who will be affected.',
    wouldShow:
      'A formal consultation under section 5D for each plan line that opens, changes or closes a children’s centre.',
    source: {
      words: 'Childcare Act 2006, section 5D',
      href: 'https://www.legislation.gov.uk/ukpga/2006/21/section/5D',
    },
  },
  equality: {
    title: 'Equality: due regard',
    asks: 'Those who decide have due regard to the need to end discrimination, advance equality of opportunity and foster good relations.',
    wouldShow: 'For each plan line what it does to whom, and what is done where it does harm.',
    source: {
      words: 'Equality Act 2010, section 149',
      href: 'https://www.legislation.gov.uk/ukpga/2010/15/section/149',
    },
  },
  data: {
    title: 'Personal data: lawful basis and assessment',
    asks: 'Personal data is used and shared on a lawful basis, and a risky use is assessed before it begins.',
    wouldShow:
      'The register of data sharing with basis, state, review and assessment of each agreement, and the lawful basis of each survey.',
    source: {
      words: 'UK GDPR, articles 6, 9 and 35',
      href: 'https://www.legislation.gov.uk/eur/2016/679/article/35',
    },
  },
};

/** Something that shows a duty, or that is missing, with its page. */
export interface DutyNote {
  words: string;
  href: string;
}

export interface Duty {
  id: DutyId;
  state: DutyState;
  shows: DutyNote[];
  missing: DutyNote[];
}

/** A formal consultation with the state of its four tests. */
export interface FormalTests {
  id: string;
  title: string;
  href: string;
  /** Whether it says that section 5D asks for it. */
  childrensCentres: boolean;
  /** Nobody has been asked yet. */
  isDraft: boolean;
  /** What it puts to people, to see which plan lines it names. */
  says: string;
  tests: { number: number; title: string; state: 'met' | 'lacks' | 'later'; lacks: string[] }[];
}

/** The duties of a plan, and its formal consultations test by test. */
export interface Duties {
  duties: Duty[];
  formal: FormalTests[];
}

/** For a plan that nobody has read the duties of. */
export const NO_DUTIES: Duties = { duties: [], formal: [] };

export interface DutyRecords {
  formal: readonly FormalTests[];
  lines: readonly PlanLine[];
  agreements: readonly Agreement[];
  surveys: readonly { id: string; title: string; hasBasis: boolean }[];
}

/** The pages where each duty is settled. */
export interface DutyPages {
  formal: (id: string) => string;
  line: (id: string) => string;
  agreement: (id: string) => string;
  survey: (id: string) => string;
}

/** The duties in order, each with what shows it here and what is missing. */
export function dutiesOf(records: DutyRecords, pages: DutyPages): Duty[] {
  return [
    gunningDuty(records),
    centresDuty(records, pages),
    equalityDuty(records, pages),
    dataDuty(records, pages),
  ];
}

/** @param isOpen something of it is not due yet, so that it cannot be shown as a whole */
function duty(id: DutyId, shows: DutyNote[], missing: DutyNote[], isOpen = false): Duty {
  const nothing = shows.length + missing.length === 0;
  const state = nothing
    ? 'later'
    : missing.length === 0 && !isOpen
      ? 'shown'
      : shows.length === 0
        ? 'not'
        : 'partly';
  return { id, state, shows, missing };
}

const isOpen = ({ tests }: FormalTests) => tests.some(({ state }) => state === 'later');

function gunningDuty({ formal }: DutyRecords): Duty {
  const notes = (state: string, words: (one: FormalTests, at: number) => string) =>
    formal.flatMap((one) =>
      one.tests.flatMap((test, at) =>
        test.state === state ? [{ words: words(one, at), href: one.href }] : [],
      ),
    );
  return duty(
    'gunning',
    notes('met', (one, at) => `${one.title}: ${one.tests[at]?.title.toLowerCase() ?? ''}`),
    notes('lacks', (one, at) => `${one.title}: ${one.tests[at]?.lacks.join('; ') ?? ''}`),
    formal.some(isOpen),
  );
}

/** Words of a line that may open, change or close a centre: a person says whether it does. */
const CHANGES =
  /\b(clos(?:e|es|ed|ing|ure)|merg(?:e|es|ed|ing|er)|relocat\w*|mov(?:e|es|ed|ing)|convert\w*|re-?designat\w*|reduc\w* hours|children[’']s centres?)\b/i;

/** Whether a line reads as if it changed where or how hubs and centres work. */
export const mayChangeACentre = ({ title, objective }: Pick<PlanLine, 'title' | 'objective'>) =>
  CHANGES.test(`${title} ${objective}`);

/** A consultation answers for the lines that it names, and for no other. */
const isNamedBy = ({ title }: PlanLine, { title: asked, says }: FormalTests) =>
  `${asked} ${says}`.toLowerCase().includes(title.trim().toLowerCase());

function centresDuty({ formal, lines }: DutyRecords, pages: DutyPages): Duty {
  const meant = formal.filter(({ childrensCentres }) => childrensCentres);
  const under = meant.filter(({ isDraft }) => !isDraft);
  const suspect = lines.filter((line) => line.status !== 'stopped' && mayChangeACentre(line));
  const unasked = suspect.filter((line) => !under.some((one) => isNamedBy(line, one)));
  return duty(
    'section-5d',
    under.map(({ title, href }) => ({ words: `${title}: recorded under section 5D`, href })),
    [
      ...meant.flatMap(({ title, href, isDraft, tests }) => {
        if (isDraft) return [{ words: `${title}: still a draft, so nobody was asked yet`, href }];
        const lacking = tests.filter(({ state }) => state === 'lacks').length;
        const words = `${title}: ${many(lacking, 'test')} of it not shown yet`;
        return lacking === 0 ? [] : [{ words, href }];
      }),
      ...unasked.map(({ id, title }) => ({
        words: `“${title}” reads as a change of a centre${under.length > 0 ? ' and no consultation under section 5D names it' : ''}: ask whether section 5D applies, and record the consultation if it does`,
        href: pages.line(id),
      })),
    ],
    under.some(isOpen),
  );
}

function equalityDuty({ lines }: DutyRecords, pages: DutyPages): Duty {
  const running = lines.filter(({ status }) => status !== 'stopped');
  const looked = running.filter(({ equalityEffect }) => equalityEffect.effect !== 'unknown');
  const unknown = running.length - looked.length;
  const [firstUnknown] = running.filter(
    ({ equalityEffect }) => equalityEffect.effect === 'unknown',
  );
  const unanswered = looked.filter(
    ({ equalityEffect: { effect, response } }) => effect === 'negative' && response.trim() === '',
  );
  const [first] = looked;
  return duty(
    'equality',
    first === undefined
      ? []
      : [
          {
            words: `${many(looked.length, 'plan line')} of ${running.length} ${looked.length === 1 ? 'says' : 'say'} what ${looked.length === 1 ? 'it does' : 'they do'} to whom`,
            href: pages.line(first.id),
          },
        ],
    [
      ...unanswered.map(({ id, title }) => ({
        words: `“${title}” is worse for some groups, and nothing is said to be done about it`,
        href: pages.line(id),
      })),
      ...(firstUnknown === undefined
        ? []
        : [
            {
              words: `${many(unknown, 'plan line')} not looked at yet, first “${firstUnknown.title}”`,
              href: pages.line(firstUnknown.id),
            },
          ]),
    ],
  );
}

function dataDuty({ agreements, surveys }: DutyRecords, pages: DutyPages): Duty {
  const running = agreements.filter(({ state }) => state !== 'ended');
  const whole = running.filter((one) => agreementLacks(one).length === 0);
  const withBasis = surveys.filter(({ hasBasis }) => hasBasis);
  return duty(
    'data',
    [
      ...whole.map(({ id, title }) => ({
        words: `“${title}”: nothing is missing in its record`,
        href: pages.agreement(id),
      })),
      ...withBasis.map(({ id, title }) => ({
        words: `Survey “${title}”: its lawful basis is recorded`,
        href: pages.survey(id),
      })),
    ],
    [
      ...running.flatMap((one) => {
        const lacks = agreementLacks(one);
        return lacks.length === 0
          ? []
          : [{ words: `“${one.title}” lacks ${listed(lacks)}`, href: pages.agreement(one.id) }];
      }),
      ...surveys
        .filter(({ hasBasis }) => !hasBasis)
        .map(({ id, title }) => ({
          words: `Survey “${title}”: its lawful basis is not recorded`,
          href: pages.survey(id),
        })),
    ],
  );
}
