import type { Accounts } from '#app/plan/money/money.ts';
import { lacksOf, type PlanLine } from '#app/plan/plan.ts';
import type { Obstacle } from '#app/plan/sign-off.ts';
import { many } from '#app/ui/words.ts';
import type { Coverage } from './coverage.ts';
import type { Duty } from './duties.ts';

/** How far each chapter of a plan is, from the needs to the signature of a board. */

const CHAPTERS = [
  'needs',
  'theory',
  'lines',
  'money',
  'coverage',
  'duties',
  'consultation',
  'sign-off',
] as const;
export type ChapterId = (typeof CHAPTERS)[number];

export const CHAPTER_TITLES: Readonly<Record<ChapterId, string>> = {
  needs: 'Needs',
  theory: 'Theory of change',
  lines: 'Plan lines',
  money: 'Money',
  coverage: 'Guidance',
  duties: 'Legal duties',
  consultation: 'Parents and carers',
  'sign-off': 'Sign-off',
};

export interface Chapter {
  id: ChapterId;
  /** How much is done of how much there is; `of` is 0 while there is nothing to do anything about. */
  done: number;
  of: number;
  /** The same in words: "18 of 24 lines have an owner, dates and a milestone". */
  says: string;
}

export interface ReadyFor {
  /** Needs in play, and how many of them a running plan line answers. */
  needs: { inPlay: number; answered: number };
  theory: { boxes: number; heavyFindings: number; findings: number };
  lines: readonly PlanLine[];
  accounts: Pick<Accounts, 'unfunded' | 'total'>;
  coverages: readonly Coverage[];
  duties: readonly Duty[];
  /** What parents and carers were asked and told: consultations, and answers that were published. */
  voices: { consultations: number; answered: number; themes: number };
  versions: readonly { state: string }[];
}

/** The chapters in order. */
export function chaptersOf(plan: ReadyFor): Chapter[] {
  return CHAPTERS.map((id) => ({ id, ...MEASURED[id](plan) }));
}

type Measured = Omit<Chapter, 'id'>;

const MEASURED: Readonly<Record<ChapterId, (plan: ReadyFor) => Measured>> = {
  needs: ({ needs: { inPlay, answered } }) => ({
    done: answered,
    of: inPlay,
    says:
      inPlay === 0
        ? 'No need is written yet.'
        : `${answered} of ${many(inPlay, 'need')} ${answered === 1 ? 'has' : 'have'} a plan line in front of ${answered === 1 ? 'it' : 'them'}.`,
  }),
  theory: ({ theory: { boxes, heavyFindings, findings } }) => ({
    done: boxes === 0 ? 0 : Math.max(0, boxes - heavyFindings),
    of: boxes,
    says:
      boxes === 0
        ? 'Nothing is drawn yet.'
        : findings === 0
          ? `${many(boxes, 'box', 'boxes')}, and the checks find nothing.`
          : `${many(boxes, 'box', 'boxes')}; the checks find ${many(findings, 'thing')}, of which ${heavyFindings} weigh most.`,
  }),
  lines: ({ lines }) => {
    const running = lines.filter(({ status }) => status !== 'stopped');
    const whole = running.filter((line) => lacksOf(line).length === 0).length;
    return {
      done: whole,
      of: running.length,
      says:
        running.length === 0
          ? 'The plan has no lines yet.'
          : `${whole} of ${many(running.length, 'line')} ${whole === 1 ? 'has' : 'have'} an owner, dates and a milestone.`,
    };
  },
  money: ({ lines, accounts }) => {
    const running = lines.filter(({ status }) => status !== 'stopped');
    const unpaid = new Set(accounts.unfunded?.lines.map(({ id }) => id) ?? []);
    const settled = running.filter(
      ({ id, costPence }) => costPence !== null && !unpaid.has(id),
    ).length;
    return {
      done: settled,
      of: running.length,
      says:
        running.length === 0
          ? 'There is nothing to pay for yet.'
          : `${settled} of ${many(running.length, 'line')} ${settled === 1 ? 'has' : 'have'} a cost and somebody who pays.`,
    };
  },
  coverage: ({ coverages }) => {
    const sum = (of: (coverage: Coverage) => number) =>
      coverages.reduce((all, coverage) => all + of(coverage), 0);
    const covered = sum(({ totals }) => totals.covered);
    const toCover = sum(({ totals }) => totals.toCover);
    const partly = sum(({ totals }) => totals.partly);
    return {
      done: covered,
      of: toCover,
      says:
        toCover === 0
          ? 'This programme follows no guidance that asks for anything.'
          : `${covered} of ${many(toCover, 'requirement')} covered, ${partly} in part.`,
    };
  },
  duties: ({ duties }) => {
    const due = duties.filter(({ state }) => state !== 'later');
    const shown = due.filter(({ state }) => state === 'shown').length;
    return {
      done: shown,
      of: due.length,
      says:
        due.length === 0
          ? 'Nothing calls for a legal duty to be shown yet.'
          : `${shown} of ${many(due.length, 'duty', 'duties')} shown whole.`,
    };
  },
  consultation: ({ voices: { consultations, answered, themes } }) => ({
    done: answered,
    of: themes,
    says: `${many(consultations, 'consultation')} held or open; ${answered} of ${many(themes, 'theme')} answered in public.`,
  }),
  'sign-off': ({ versions }) => {
    const approved = versions.some(({ state }) => state === 'approved');
    const waits = versions.some(({ state }) => state === 'waiting');
    return {
      done: approved ? 1 : 0,
      of: 1,
      says: waits
        ? 'A version waits for a decision.'
        : approved
          ? 'A version is approved.'
          : 'No version has been approved yet.',
    };
  },
};

/** Obstacles page by page, the page of the first obstacle first, so that each visit settles several. */
export function byPage(
  obstacles: readonly Obstacle[],
): { fixedOn: Obstacle['fixedOn']; lead: Obstacle; obstacles: Obstacle[] }[] {
  const groups = new Map<Obstacle['fixedOn'], Obstacle[]>();
  for (const one of obstacles) {
    const there = groups.get(one.fixedOn);
    if (there) there.push(one);
    else groups.set(one.fixedOn, [one]);
  }
  return [...groups].flatMap(([fixedOn, some]) => {
    const [lead] = some;
    return lead === undefined ? [] : [{ fixedOn, lead, obstacles: some }];
  });
}
