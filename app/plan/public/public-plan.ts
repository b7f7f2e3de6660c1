import { z } from 'zod';
import { fewIn } from '#app/theory/publish/few.ts';

/**
 * A signed-off plan as everybody reads it: what it says to families, and nothing that names a person,
 * comes from a few, or was never meant to leave the building. What is not named here is left out.
 */

const words = z.string();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const pence = z.number().int();

const PublicLine = z.object({
  id: words,
  title: words,
  objective: words,
  /** Labels of the outcomes that it works towards, the first one first. */
  towards: z.array(words),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  status: z.enum(['planned', 'under-way', 'done', 'stopped']),
  /** Roles and organisations; empty unless somebody said that they are. */
  who: words,
  partners: words,
  success: words,
  steps: z.array(z.object({ title: words, dueOn: day.nullable(), done: z.boolean() })),
  requirements: z.array(words),
});
export type PublicLine = z.infer<typeof PublicLine>;

const PublicMeasure = z.object({
  id: words,
  label: words,
  /** What it measures, in words. */
  about: words,
  library: words,
  shared: words,
  unit: words,
  from: words,
  fromOn: words,
  to: words,
  toOn: words,
  /** The newest figure in words, as it stood when the plan was published; empty while there is none. */
  newest: words,
});
export type PublicMeasure = z.infer<typeof PublicMeasure>;

export const PublicPlan = z.object({
  format: z.literal('throughline-public-plan'),
  formatVersion: z.literal(1),
  authority: z.object({ name: words, fictional: z.boolean() }),
  programme: z.object({ title: words, startsOn: day, endsOn: day, places: z.array(words) }),
  version: z.object({ number: z.number().int(), name: words, approvedOn: day, seal: words }),
  /** In plain words, what it is for. */
  summary: words,
  /** How to have a say. */
  say: words,
  needs: z.array(z.object({ statement: words, howMany: words })),
  lines: z.array(PublicLine),
  /** Null where the authority does not tell it. */
  money: z
    .object({
      knownPence: pence,
      unknown: z.number().int(),
      streams: z.array(z.object({ name: words, pence: pence.nullable(), endsOn: day.nullable() })),
    })
    .nullable(),
  measures: z.array(PublicMeasure),
  cannot: z.array(z.object({ what: words, why: words })),
});
export type PublicPlan = z.infer<typeof PublicPlan>;

/** What somebody decides when a plan is published. */
export interface PlanShown {
  summary: string;
  say: string;
  /** Whether it says who does what: only where these are roles or organisations. */
  names: boolean;
  money: boolean;
  /** Which of the things that we cannot do are told, by id. */
  cannot: readonly string[];
}

/** Something that is not being done, with the reason. */
export interface Refusal {
  id: string;
  what: string;
  why: string;
}

/** The part of a frozen plan that can be told; whatever else is in there is not even read. */
const FrozenData = z.object({
  authority: z.object({ name: words, fictional: z.boolean() }),
  programme: z.object({ title: words, startsOn: day, endsOn: day, places: z.array(words) }),
  needs: z.array(z.object({ statement: words, howMany: words.catch('') })).catch([]),
  lines: z.array(
    z.object({
      id: words,
      title: words,
      objective: words.catch(''),
      towards: z.array(words).catch([]),
      startsOn: day.nullable().catch(null),
      endsOn: day.nullable().catch(null),
      status: z.enum(['planned', 'under-way', 'done', 'stopped']).catch('planned'),
      owner: words.catch(''),
      partners: words.catch(''),
      successCriteria: words.catch(''),
      milestone: words.catch(''),
      steps: z
        .array(
          z.object({
            title: words,
            dueOn: day.nullable().catch(null),
            doneOn: day.nullable().catch(null),
          }),
        )
        .catch([]),
      requirements: z.array(words).catch([]),
    }),
  ),
  streams: z
    .array(
      z.object({
        name: words,
        endsOn: day.nullable().catch(null),
        amountPence: pence.nullable().catch(null),
      }),
    )
    .catch([]),
  money: z.object({ promisedPence: pence, costsNotKnown: z.number().int() }),
});

/** How the version stands that is published. */
export interface ApprovedAs {
  number: number;
  name: string;
  approvedOn: string;
  seal: string;
}

/**
 * What everybody reads of an approved plan.
 *
 * @param data of the frozen version, of whichever format
 * @param around what stands beside the plan at the time: its measures and what is not being done
 */
export function publicPlanOf(
  data: unknown,
  version: ApprovedAs,
  around: { measures: readonly PublicMeasure[]; refusals: readonly Refusal[] },
  shown: PlanShown,
): PublicPlan {
  const { authority, programme, needs, lines, streams, money } = FrozenData.parse(data);
  const told = new Set(shown.cannot);
  return {
    format: 'throughline-public-plan',
    formatVersion: 1,
    authority,
    programme,
    version,
    summary: shown.summary,
    say: shown.say,
    needs: needs.map(({ statement, howMany }) => ({ statement, howMany: toldCount(howMany) })),
    lines: lines
      .filter(({ status }) => status !== 'stopped')
      .map(({ owner, partners, milestone, successCriteria, steps, ...line }) => ({
        ...line,
        who: shown.names ? owner : '',
        partners: shown.names ? partners : '',
        success: successCriteria,
        steps:
          steps.length > 0
            ? steps.map(({ title, dueOn, doneOn }) => ({ title, dueOn, done: doneOn !== null }))
            : milestone === ''
              ? []
              : [{ title: milestone, dueOn: null, done: false }],
      })),
    money: shown.money
      ? {
          knownPence: money.promisedPence,
          unknown: money.costsNotKnown,
          streams: streams.map(({ name, endsOn, amountPence }) => ({
            name,
            endsOn,
            pence: amountPence,
          })),
        }
      : null,
    measures: [...around.measures],
    cannot: around.refusals.flatMap(({ id, what, why }) => (told.has(id) ? [{ what, why }] : [])),
  };
}

/** How many families said so, unless it may count fewer than ten of them. */
function toldCount(howMany: string): string {
  const few = fewIn({ kind: 'evidence', more: { what: howMany, basis: 'families' } });
  return few === null ? howMany : '';
}

/** Every text that a reader meets, with where it stands. */
export function textsIn(plan: PublicPlan): { where: string; text: string }[] {
  return [
    { where: 'the title of the programme', text: plan.programme.title },
    { where: 'the name of the version', text: plan.version.name },
    { where: 'the summary', text: plan.summary },
    { where: 'how to have a say', text: plan.say },
    ...plan.needs.map(({ statement, howMany }) => ({
      where: `the need “${statement}”`,
      text: `${statement}\n${howMany}`,
    })),
    ...plan.lines.map((line) => ({
      where: `the plan line “${line.title}”`,
      text: [
        ...[line.title, line.objective, line.success, line.who, line.partners, ...line.towards],
        ...line.steps.map(({ title }) => title),
      ].join('\n'),
    })),
    ...(plan.money?.streams ?? []).map(({ name }) => ({ where: 'the money', text: name })),
    ...plan.measures.map(({ label, about }) => ({
      where: `the measure “${label}”`,
      text: `${label}\n${about}`,
    })),
    ...plan.cannot.map(({ what, why }) => ({
      where: `what we cannot do: “${what}”`,
      text: `${what}\n${why}`,
    })),
  ];
}

/** Lines under the outcome that each works towards first, in the order of the plan. */
export function linesByOutcome(plan: PublicPlan): { outcome: string; lines: PublicLine[] }[] {
  const groups = new Map<string, PublicLine[]>();
  for (const line of plan.lines) {
    const outcome = line.towards[0] ?? '';
    groups.set(outcome, [...(groups.get(outcome) ?? []), line]);
  }
  return [...groups]
    .map(([outcome, lines]) => ({ outcome, lines }))
    .sort((a, b) => Number(a.outcome === '') - Number(b.outcome === ''));
}

/**
 * Money in round words: two figures that count, such as `about £1.6 million` or `about £48,000`.
 * Without “about” where nothing was rounded away.
 *
 * @param pence whole pence, not negative
 */
export function roundMoney(pence: number): string {
  if (pence === 0) return 'nothing';
  const pounds = pence / 100;
  if (pounds < 1) return 'less than £1';
  const step = 10 ** Math.max(0, Math.floor(Math.log10(pounds)) - 1);
  const rounded = Math.round(pounds / step) * step;
  const about = rounded === pounds ? '' : 'about ';
  if (rounded >= 1_000_000) {
    const millions = Math.round(rounded / 10_000) / 100;
    return `${about}£${millions.toLocaleString('en-GB')} million`;
  }
  return `${about}£${Math.round(rounded).toLocaleString('en-GB')}`;
}
