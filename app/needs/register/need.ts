import { z } from 'zod';
import { sayCount, sayShare, type Finding } from '#app/needs/finding.ts';

export const PRIORITIES = ['high', 'medium', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const PRIORITY_NAMES: Readonly<Record<Priority, string>> = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

const Words = (empty: string, name: string, most: number) =>
  z.string(empty).min(1, empty).max(most, `${name} must be ${most} characters or fewer`);

/** What is written about a need. Messages are instructions. */
export const NeedForm = z.object({
  statement: Words('Enter what is needed, in one sentence', 'The need', 300),
  who: Words('Enter who has this need', 'Who has it', 300),
  place: Words('Enter where, such as “All of the borough”', 'Where', 200),
  howMany: Words('Enter how many, or what is known of it', 'How many', 300),
  priority: z.enum(PRIORITIES, 'Select how urgent it is'),
  priorityReason: Words('Enter why it has this priority', 'The reason', 500),
});
export type NeedFields = z.output<typeof NeedForm>;

/** The reason why a need is not met now: said openly, or the need stays in play. */
export const NotNowForm = z.object({
  notNowBecause: Words('Enter why this need is not being met now', 'The reason', 500),
});

/** The names of the fields in words, for the page that shows what two people changed. */
export const NEED_FIELD_NAMES: Readonly<Record<keyof NeedFields, string>> = {
  statement: 'What is needed',
  who: 'Who has this need',
  place: 'Where',
  howMany: 'How many',
  priority: 'Priority',
  priorityReason: 'Why this priority',
};

/** A need as somebody else saved it, beside what was typed: only the fields that differ. */
export function differing(
  saved: NeedFields,
  typed: NeedFields,
): { field: keyof NeedFields; name: string; saved: string; typed: string }[] {
  const fields = Object.keys(NEED_FIELD_NAMES) as (keyof NeedFields)[];
  return fields
    .filter((field) => saved[field] !== typed[field])
    .map((field) => ({
      field,
      name: NEED_FIELD_NAMES[field],
      saved: saved[field],
      typed: typed[field],
    }));
}

/**
 * A need as a finding suggests it: every field filled, every field to be bettered. The priority
 * follows one visible rule, the share of those who answered: half or more is high, a fifth or more
 * medium.
 */
export function suggestedNeed(finding: Finding, places: readonly string[]): NeedFields {
  const where = places.length === 0 ? 'All of the area' : places.join(', ');
  const count = Number(finding.figures['count']);
  const base = Number(finding.figures['base']);
  const share = base > 0 && Number.isFinite(count) ? count / base : null;
  const priority =
    share === null ? 'medium' : share >= 0.5 ? 'high' : share >= 0.2 ? 'medium' : 'low';
  return {
    statement: statementOf(finding),
    who: whoOf(finding),
    place: where,
    howMany: howManyOf(finding),
    priority,
    priorityReason:
      share === null
        ? 'Not weighed yet.'
        : `${Math.round(share * 100)}% of those counted. Half or more is suggested as high, a fifth or more as medium.`,
  };
}

function statementOf({ kind, figures, sentence }: Finding): string {
  switch (kind) {
    case 'survey-finding':
      return `${String(figures['question']).replace(/(?<![?.:\s])[?.:\s]+$/, '')}: ${String(figures['answer'])}`.slice(
        0,
        300,
      );
    case 'theme':
      return String(figures['theme']).slice(0, 300);
    case 'area-figure':
    case 'table-figure':
    case 'place-figure':
      return sentence.slice(0, 300);
  }
}

/** "112 of 412 answers (27%)": the count with what it is of, without the words around it. */
function howManyOf({ kind, figures, sentence }: Finding): string {
  const [count, base] = [Number(figures['count']), Number(figures['base'])];
  if (!(base > 0) || !Number.isFinite(count) || kind === 'place-figure') {
    return sentence.slice(0, 300);
  }
  const of = kind === 'area-figure' ? 'areas' : 'answers';
  const children = Number(figures['children']);
  const living = Number.isFinite(children) ? `, home to ${sayCount(children)} children` : '';
  return `${sayCount(count)} of ${sayCount(base)} ${of} (${sayShare(count / base)})${living}`;
}

function whoOf({ kind, source }: Finding): string {
  switch (kind) {
    case 'survey-finding':
      return `Families who answered “${source['surveyTitle'] ?? ''}”`;
    case 'area-figure':
      return 'Families who live in these areas';
    case 'place-figure':
      return 'Families who live there';
    case 'table-figure':
      return 'Families counted in the report';
    case 'theme':
      return 'Families who wrote about it, to the panel or in a survey';
  }
}
