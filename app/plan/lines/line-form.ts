import { z } from 'zod';
import {
  dayOrNone,
  idOrNone,
  poundsOrNone,
  seenVersion,
  words,
} from '#app/plan/money/form-fields.ts';
import { poundsToType } from '#app/plan/money/money.ts';
import { STRANDS } from '#app/needs/registers/choices.ts';
import type { Typed } from '#app/http/problems.ts';
import { EQUALITY_EFFECTS, LINE_STATUSES, type PlanLine } from '#app/plan/plan.ts';
import { readSteps, readWaits, rowsToType } from './line-rows.ts';

/** What is typed about a plan line, with an instruction for each mistake. */

const listOf = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => [...new Set(value === undefined ? [] : [value].flat())]);

/** From 1 to 5, or nothing yet. */
const score = (what: string) =>
  z
    .enum(['', '1', '2', '3', '4', '5'], `Choose ${what}`)
    .default('')
    .transform((typed) => (typed === '' ? null : Number(typed)));

const STRAND_IDS = new Set(STRANDS.map(({ value }) => value));

/** Everything but the rows; what else is sent is kept for them. */
const Fields = z
  .looseObject({
    title: z
      .string('Enter what will be done')
      .min(1, 'Enter what will be done')
      .max(300, 'What will be done must be 300 characters or fewer'),
    objective: words('What it is to achieve', 500),
    strand: words('The strand', 60).refine(
      (strand) => strand === '' || STRAND_IDS.has(strand),
      'Choose a strand from the list',
    ),
    owner: words('The owner', 200),
    partners: words('The partners', 500),
    startsOn: dayOrNone('when it starts'),
    endsOn: dayOrNone('when it ends'),
    successCriteria: words('How you will know', 1000),
    communications: words('Who is told', 1000),
    equalityEffect: z.enum(EQUALITY_EFFECTS, 'Choose what it does to equality').default('unknown'),
    equalityWho: words('Whom it affects', 500),
    equalityResponse: words('What is done about it', 1000),
    risk: words('The risk', 500),
    riskLikelihood: score('how likely it is'),
    riskSeverity: score('how bad it would be'),
    riskOwner: words('The owner of the risk', 200),
    riskResponse: words('What is done about the risk', 1000),
    cost: poundsOrNone('the cost'),
    streamId: idOrNone,
    status: z.enum(LINE_STATUSES, 'Choose how far it is').default('planned'),
    activities: listOf,
    measures: listOf,
    requirements: listOf,
    version: seenVersion,
  })
  .superRefine((form, context) => {
    if (form.startsOn !== null && form.endsOn !== null && form.endsOn < form.startsOn) {
      context.addIssue({
        code: 'custom',
        path: ['endsOn'],
        message: 'It must end on or after the day on which it starts: change one of the days',
      });
    }
    for (const { field, message } of [...readSteps(form).problems, ...readWaits(form).problems]) {
      context.addIssue({ code: 'custom', path: [field], message });
    }
  });

function whole(form: z.output<typeof Fields>) {
  const { title, objective, strand, owner, partners, startsOn, endsOn, status, version } = form;
  const { successCriteria, communications, cost, streamId } = form;
  const { activities, measures, requirements } = form;
  return {
    ...{ title, objective, strand, owner, partners, startsOn, endsOn, status, version },
    ...{ successCriteria, communications, cost, streamId, activities, measures, requirements },
    steps: readSteps(form).rows,
    dependsOn: readWaits(form).rows,
    equalityEffect: {
      effect: form.equalityEffect,
      who: form.equalityWho,
      response: form.equalityResponse,
    },
    risk: {
      what: form.risk,
      likelihood: form.riskLikelihood,
      severity: form.riskSeverity,
      owner: form.riskOwner,
      response: form.riskResponse,
    },
  };
}

export const LineForm = Fields.transform(whole);
export type LineFields = z.output<typeof LineForm>;

/** Why a requirement is judged otherwise: without a reason it is no decision. */
export const JudgementForm = z.object({
  state: z.enum(['covered', 'partly', 'not', 'not-applicable'], 'Choose what you decide'),
  reason: z
    .string('Enter the reason')
    .min(1, 'Enter the reason, so that the board can follow it')
    .max(1000, 'The reason must be 1,000 characters or fewer'),
});

/** A line as its form shows it, before anything is typed: the value of each field by its name. */
export function lineToType(line: PlanLine): Typed {
  const { title, objective, strand, owner, partners, successCriteria, communications } = line;
  const { equalityEffect, risk, status } = line;
  return {
    ...{ title, objective, strand, owner, partners, successCriteria, communications, status },
    startsOn: line.startsOn ?? '',
    endsOn: line.endsOn ?? '',
    equalityEffect: equalityEffect.effect,
    equalityWho: equalityEffect.who,
    equalityResponse: equalityEffect.response,
    risk: risk.what,
    riskLikelihood: risk.likelihood === null ? '' : String(risk.likelihood),
    riskSeverity: risk.severity === null ? '' : String(risk.severity),
    riskOwner: risk.owner,
    riskResponse: risk.response,
    cost: poundsToType(line.estimatePence),
    streamId: line.streamId ?? '',
    activities: [...line.activityIds],
    measures: [...line.measureIds],
    requirements: [...line.requirementKeys],
    ...rowsToType(line),
  };
}

/** What the page of a line can be asked to do. */
export const LineIntent = z.discriminatedUnion('intent', [
  Fields.safeExtend({ intent: z.literal('save') }).transform((form) => ({
    ...whole(form),
    intent: form.intent,
  })),
  /** More empty rows, with everything that was typed kept as it was typed. */
  z.object({ intent: z.literal('more') }),
  z.object({ intent: z.literal('remove') }),
]);

/** One end of a tie as a form sends it: its kind and its id, with a space between. */
const TiedEnd = z
  .string('Choose a plan line or an activity')
  .regex(/^(plan-line|box) \S+$/, 'Choose a plan line or an activity')
  .transform((value) => {
    const [kind, id = ''] = value.split(' ');
    return { kind: kind === 'box' ? ('box' as const) : ('plan-line' as const), id };
  });

/** What the page of a requirement can be asked to do. */
export const RequirementIntent = z.discriminatedUnion('intent', [
  JudgementForm.extend({ intent: z.literal('judge') }),
  z.object({ intent: z.literal('withdraw') }),
  z.object({ intent: z.literal('tie'), end: TiedEnd }),
  z.object({ intent: z.literal('untie'), end: TiedEnd }),
]);
