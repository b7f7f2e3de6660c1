import { z } from 'zod';
import { NEED_FIELD_NAMES, PRIORITY_NAMES, PRIORITIES, type NeedFields } from './need.ts';

export type NeedHappening =
  | 'added'
  | 'changed'
  | 'scored'
  | 'by-rule'
  | 'set-aside'
  | 'taken-up'
  | 'removed'
  | 'put-back'
  | 'brought-in';

const DONE: Readonly<Record<NeedHappening, string>> = {
  added: 'added this need',
  changed: 'changed it',
  scored: 'scored it',
  'by-rule': 'changed the rule of priorities, which moved it',
  'set-aside': 'put it aside',
  'taken-up': 'took it up again',
  removed: 'took it out of the register',
  'put-back': 'put it back into the register',
  'brought-in': 'brought it in from a file',
};

export interface FieldChange {
  field: string;
  before: string;
  after: string;
}

/** The written fields of a need, without what a row has besides. */
export function plainFields(need: Omit<NeedFields, 'priority'> & { priority: string }): NeedFields {
  const { statement, who, place, howMany, priorityReason } = need;
  const priority = PRIORITIES.find((one) => one === need.priority) ?? 'medium';
  return { statement, who, place, howMany, priority, priorityReason };
}

/** The fields in which two states of a need differ. */
export function whatChanged(before: NeedFields, after: NeedFields): FieldChange[] {
  const fields = Object.keys(NEED_FIELD_NAMES) as (keyof NeedFields)[];
  return fields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }));
}

const NAMES: Readonly<Record<string, string>> = {
  ...NEED_FIELD_NAMES,
  notNowBecause: 'Not now, because',
  size: 'Size',
  severity: 'Severity',
  voice: 'Voice',
  inequality: 'Inequality',
  follows: 'Who decides the priority',
};

export interface HistoryLine {
  id: string;
  at: Date;
  /** "Priya Shah scored it". */
  sentence: string;
  changes: { name: string; before: string; after: string }[];
}

/** What happened to a need, as sentences with what was and what is. */
export function historyLines(
  rows: readonly {
    id: string;
    what: string;
    fields: readonly FieldChange[];
    at: Date;
    by: string;
  }[],
  names: ReadonlyMap<string, string>,
): HistoryLine[] {
  return rows.map(({ id, what, fields, at, by }) => ({
    id,
    at,
    sentence: `${names.get(by) ?? 'Somebody who has left'} ${(DONE as Record<string, string | undefined>)[what] ?? what}`,
    changes: fields.map(({ field, before, after }) => ({
      name: NAMES[field] ?? field,
      before: said(field, before),
      after: said(field, after),
    })),
  }));
}

function said(field: string, value: string): string {
  if (value === '') return 'nothing';
  if (field === 'priority') return (PRIORITY_NAMES as Record<string, string>)[value] ?? value;
  return value;
}

/** An instant that went through JSON. */
const Instant = z.coerce.date();

/** A removed need with everything that puts it back. */
export const KeptNeed = z.object({
  need: z.object({
    id: z.string(),
    authorityId: z.string(),
    programmeId: z.string(),
    statement: z.string(),
    who: z.string(),
    place: z.string(),
    howMany: z.string(),
    priority: z.string(),
    priorityReason: z.string(),
    priorityBy: z.string(),
    notNowBecause: z.string(),
    version: z.number(),
    createdAt: Instant,
    createdBy: z.string(),
  }),
  scores: z.array(
    z.object({
      id: z.string(),
      authorityId: z.string(),
      programmeId: z.string(),
      needId: z.string(),
      criterion: z.string(),
      score: z.number(),
      reason: z.string(),
      at: Instant,
      by: z.string(),
    }),
  ),
  ties: z.array(
    z.object({
      fromId: z.string(),
      fromKind: z.string(),
      note: z.string(),
      wordsThen: z.string(),
      against: z.boolean(),
      tiedAt: Instant,
      tiedBy: z.string(),
    }),
  ),
});
