import { z } from 'zod';
import { figuresOf, NOT_KNOWN, WAYS, type Facts, type Line } from './figures.ts';
import { daysOf, type Quarter } from './quarters.ts';

/** What only a person can say. */
export const Answers = z.object({
  /** SPCP01: the Healthy Babies offer is published on line, on paper, both or not. */
  offer: z.enum(['', 'both', 'online', 'physical', 'no']).default(''),
  /** SPCP06: whether what families said changed something. */
  influenced: z.enum(['', 'yes', 'no']).default(''),
  example: z.string().max(3000, 'The example must be 3,000 characters or fewer').default(''),
  /** What stands behind the route “other”, or anything else to remember. */
  otherRoute: z.string().max(300, 'Must be 300 characters or fewer').default(''),
});
export type Answers = z.output<typeof Answers>;

export const OFFER_NAMES: Readonly<Record<Exclude<Answers['offer'], ''>, string>> = {
  both: 'Online and physical',
  online: 'Online only',
  physical: 'Physical only',
  no: 'No',
};

/** A figure that a person put in place of the computed one. */
export interface Correction {
  line: string;
  /** Null: the computed one stands again. */
  value: number | null;
  reason: string;
  byName: string;
  /** YYYY-MM-DD. */
  on: string;
}

/** A line as it stands: computed, or corrected with who and why. */
export interface StandingLine extends Line {
  computed: number;
  correction: Omit<Correction, 'line' | 'value'> | null;
}

/** What is submitted, and is kept as it was. */
export interface Return {
  quarter: Quarter;
  lines: StandingLine[];
  answers: Answers;
}

export interface Check {
  /** error: it cannot be submitted so; warning: look at it. */
  weight: 'error' | 'warning';
  line: string;
  message: string;
}

/** The return of a quarter from what the system holds, what people said and what they corrected. */
export function returnOf(
  facts: Facts,
  quarter: Quarter,
  answers: Answers,
  corrections: readonly Correction[],
): Return {
  const lines = figuresOf(facts, quarter).map((line): StandingLine => {
    const last = corrections.filter((one) => one.line === line.line).at(-1);
    if (!last || last.value === null) return { ...line, computed: line.value, correction: null };
    const { reason, byName, on } = last;
    return { ...line, value: last.value, computed: line.value, correction: { reason, byName, on } };
  });
  return { quarter, lines: withWhatIsLeft(lines), answers };
}

/** “Not known” is what is left of the members, whatever else was corrected. */
function withWhatIsLeft(lines: readonly StandingLine[]): StandingLine[] {
  const total = valueOf(lines, 'SPCP07');
  return lines.map((line) => {
    if (!line.line.endsWith(`.${NOT_KNOWN}`)) return line;
    const said = sumOf(lines, line.code);
    const working = `${total} less ${said} who said`;
    return { ...line, value: total - said, working };
  });
}

export const valueOf = (lines: readonly StandingLine[], name: string): number =>
  lines.find(({ line }) => line === name)?.value ?? 0;

/** The sum of what is sent under a code. */
const sumOf = (lines: readonly StandingLine[], code: string): number =>
  lines
    .filter((line) => line.code === code && line.sent)
    .reduce((sum, { value }) => sum + value, 0);

/** Whether a line may be corrected: “not known” follows from the others. */
export const mayCorrect = (line: Line): boolean => line.sent;

/**
 * The rules of the collection, and our own: sums that pass their total, a question without its
 * answer, a route without what it stands for, an age that could tell who somebody is.
 *
 * @param today YYYY-MM-DD
 */
export function checksOf({ quarter, lines, answers }: Return, today: string): Check[] {
  const checks: Check[] = [];
  const error = (line: string, message: string) => checks.push({ weight: 'error', line, message });
  const warn = (line: string, message: string) => checks.push({ weight: 'warning', line, message });
  const total = valueOf(lines, 'SPCP07');
  for (const { code, title } of WAYS) {
    const sum = sumOf(lines, code);
    if (sum > total) {
      error(code, `${title}: the parts add up to ${sum}, more than the ${total} members (SPCP07).`);
    } else if (sum < total) {
      warn(
        code,
        `${title}: ${total - sum} of ${total} members are not known. Ask them, or send it so.`,
      );
    }
  }
  const meetings = valueOf(lines, 'SPCP05');
  const asRoute = valueOf(lines, 'SPCP04.panel-meetings');
  if (meetings > 0 !== asRoute > 0) {
    error('SPCP04', 'Panel meetings are a route (SPCP04) exactly when there were any (SPCP05).');
  }
  if (sumOf(lines, 'SPCP04') === 0) {
    error(
      'SPCP04',
      'No route by which families were heard. Correct a route that was used outside this system.',
    );
  }
  if (valueOf(lines, 'SPCP04.other') > 0 && answers.otherRoute === '') {
    warn('SPCP04', 'Say what “Other” stands for.');
  }
  if (answers.offer === '')
    error('offer', 'Say whether the Healthy Babies offer is published (SPCP01).');
  checks.push(...onInfluence(answers));
  if (daysOf(quarter).to >= today) {
    error('quarter', 'The quarter is not over yet: the figures can still change.');
  }
  return checks;
}

/** An age to the year, or what looks like a full date: both can tell who somebody is. */
const TELLS_WHO =
  /\b(?:aged?|is|was)\s+\d{1,2}\b|\b\d{1,2}[- ](?:year|month)s?[- ]old\b|\b\d{1,2}\/\d{1,2}\/\d{2,4}\b/i;

function onInfluence({ influenced, example }: Answers): Check[] {
  if (influenced === '') {
    const message = 'Say whether what families said changed the design or delivery (SPCP06).';
    return [{ weight: 'error', line: 'influenced', message }];
  }
  if (influenced === 'yes' && example === '') {
    const message =
      'Give an example of what changed: a “yes” that nobody can show counts for little.';
    return [{ weight: 'warning', line: 'example', message }];
  }
  if (!TELLS_WHO.test(example)) return [];
  const message =
    'The example holds an age or a date. Write age groups, not exact ages, and false names.';
  return [{ weight: 'warning', line: 'example', message }];
}

/** Lines that would come out otherwise now than they were submitted. */
export function changedSince(then: Return, now: Return): { line: StandingLine; now: number }[] {
  return then.lines.flatMap((line) => {
    const today = now.lines.find((one) => one.line === line.line);
    return today && today.value !== line.value ? [{ line, now: today.value }] : [];
  });
}
