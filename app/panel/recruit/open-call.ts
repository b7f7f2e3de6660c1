import { z } from 'zod';
import { Day } from '#app/people/programme.ts';
import type { Quota } from '../selection/pool.ts';
import {
  AGE_BANDS,
  BROAD_GROUPS,
  broadGroupOf,
  CARES_AS,
  NOT_SAID,
  SEXES,
} from '../member-lists.ts';
import type { About } from '../members.ts';

/** What staff decide about an open call besides its quotas. */
export const CallForm = z
  .object({
    title: z
      .string('Enter a title')
      .min(1, 'Enter a title')
      .max(120, 'Title must be 120 characters or fewer'),
    invitation: z
      .string('Say what being on the panel means')
      .min(50, 'Say how often you meet, what you pay for, and what the panel decides')
      .max(3000, 'This must be 3,000 characters or fewer'),
    size: z.coerce
      .number('Enter how many people you want, such as 12')
      .int('Enter a whole number')
      .min(2, 'A panel is at least 2 people')
      .max(200, 'Enter 200 or fewer'),
    closesOn: Day('Enter the last day on which people can say that they are interested'),
    keepUntil: Day('Enter the day after which those who were not chosen are deleted'),
  })
  .refine((form) => form.keepUntil > form.closesOn, {
    path: ['keepUntil'],
    message: 'Keep people’s details until after the call closes: choose a later day',
  });
export type CallFields = z.output<typeof CallForm>;

/** Something that a panel can be balanced by. */
export interface BalanceBy {
  about: string;
  title: string;
  values: readonly { value: string; label: string }[];
}

/** What a panel can be balanced by; areas are the places of the programme. */
export function balancedBy(places: readonly string[]): BalanceBy[] {
  const said = (list: readonly { value: string; label: string }[]) =>
    list.filter(({ value }) => value !== NOT_SAID);
  return [
    { about: 'sex', title: 'Sex', values: said(SEXES) },
    { about: 'ageBand', title: 'Age', values: said(AGE_BANDS) },
    { about: 'broadGroup', title: 'Ethnic group', values: said(BROAD_GROUPS) },
    { about: 'caresAs', title: 'Looks after children as', values: said(CARES_AS) },
    {
      about: 'area',
      title: 'Lives in',
      values: places.map((place) => ({ value: place, label: place })),
    },
  ];
}

/** What somebody said, with the broad group that quotas are set by. */
export function balancing(about: About): Record<string, string> {
  const { ethnicGroup } = about;
  return { ...about, ...(ethnicGroup ? { broadGroup: broadGroupOf(ethnicGroup) } : {}) };
}

const Stored = z.array(
  z.object({ about: z.string(), value: z.string(), min: z.number(), max: z.number() }),
);

/** Quotas as they are stored; none where they cannot be read. */
export function quotasOf(stored: unknown): Quota[] {
  const read = Stored.safeParse(stored);
  return read.success ? read.data : [];
}

/** The name of a quota's fields in the form: at-least and at-most. */
export const quotaField = (which: 'min' | 'max', about: string, value: string) =>
  `${which}:${about}:${value}`;

/**
 * The quotas of a posted table of fields: an empty field sets no limit.
 *
 * @param typed by field name
 */
export function readQuotas(
  typed: Readonly<Record<string, string>>,
  by: readonly BalanceBy[],
  size: number,
): { quotas: Quota[]; problems: { field: string; message: string }[] } {
  const quotas: Quota[] = [];
  const problems: { field: string; message: string }[] = [];
  for (const { about, values } of by) {
    for (const { value, label } of values) {
      const [min, max] = (['min', 'max'] as const).map((which) => {
        const field = quotaField(which, about, value);
        const words = (typed[field] ?? '').trim();
        if (words === '') return null;
        const number = /^\d{1,3}$/.test(words) ? Number(words) : NaN;
        if (Number.isNaN(number) || number > size) {
          problems.push({ field, message: `${label}: enter a number from 0 to ${size}` });
        }
        return number;
      });
      if ((min ?? null) === null && (max ?? null) === null) continue;
      const quota = { about, value, min: min ?? 0, max: max ?? size };
      if (quota.min > quota.max) {
        problems.push({
          field: quotaField('max', about, value),
          message: `${label}: “at most” must not be less than “at least”`,
        });
      }
      quotas.push(quota);
    }
  }
  for (const { about, title } of by) {
    const least = quotas.filter((quota) => quota.about === about);
    const sum = least.reduce((all, { min }) => all + min, 0);
    if (sum > size) {
      const first = least[0];
      problems.push({
        field: quotaField('min', about, first?.value ?? ''),
        message: `${title}: the least of all groups together is ${sum}, and the panel is ${size}`,
      });
    }
  }
  return { quotas, problems };
}

/** A quota in words: "Sex: Male, at least 4". */
export function sayQuota(quota: Quota, by: readonly BalanceBy[], size: number): string {
  const way = by.find(({ about }) => about === quota.about);
  const value = way?.values.find((each) => each.value === quota.value)?.label ?? quota.value;
  const limits = [
    ...(quota.min > 0 ? [`at least ${quota.min}`] : []),
    ...(quota.max < size ? [`at most ${quota.max}`] : []),
  ];
  return `${way?.title ?? quota.about}: ${value}${limits.length === 0 ? '' : `, ${limits.join(', ')}`}`;
}
