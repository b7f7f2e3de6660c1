import { isMet, type Condition, type Literal } from '../conditions.ts';
import type { Question } from '../definition.ts';
import type { Speaker } from '../languages/speaker.ts';
import { codesOf, type CodedOption } from '../option-codes.ts';

/** A question with its number on the form. */
export interface Numbered {
  question: Question;
  number: number;
  /** Every condition under which it is asked: of its page, its panel and itself. */
  conditions: readonly Condition[];
}

/** Whether a condition may still hold when nothing is known but the answer to one question. */
function mayHold(condition: Condition, name: string, answer: unknown): boolean {
  return holds(condition, name, answer) !== 'no';
}

function holds(condition: Condition, name: string, answer: unknown): 'yes' | 'no' | 'open' {
  switch (condition.kind) {
    case 'test':
      if (condition.name !== name) return 'open';
      return isMet(condition, { [name]: answer }) ? 'yes' : 'no';
    case 'not': {
      const part = holds(condition.part, name, answer);
      return part === 'open' ? 'open' : part === 'yes' ? 'no' : 'yes';
    }
    case 'and':
    case 'or': {
      const parts = condition.parts.map((part) => holds(part, name, answer));
      const [all, one] = condition.kind === 'and' ? ['yes', 'no'] : ['no', 'yes'];
      if (parts.some((part) => part === one)) return one === 'yes' ? 'yes' : 'no';
      if (parts.every((part) => part === all)) return all === 'yes' ? 'yes' : 'no';
      return 'open';
    }
  }
}

/** Where the answers to a question lead, if some of them lead past the next one. */
export interface Leap {
  options: CodedOption[];
  /** The number of a question; null: the end. */
  to: number | null;
}

/**
 * For a question with one answer: the answers after which the questions that follow are surely not
 * asked, and the next that may be. What hangs on several questions is told at the question itself.
 */
export function leapsFrom(at: Numbered, all: readonly Numbered[]): Leap[] {
  if (at.question.type === 'checkbox') return [];
  const later = all.filter(({ number }) => number > at.number);
  const leaps = new Map<number | null, CodedOption[]>();
  for (const option of codesOf(at.question).options) {
    const next = later.find(({ conditions }) =>
      conditions.every((one) => mayHold(one, at.question.name, option.value)),
    );
    const to = next?.number ?? null;
    if (to === at.number + 1 || later.length === 0) continue;
    leaps.set(to, [...(leaps.get(to) ?? []), option]);
  }
  return [...leaps].map(([to, options]) => ({ to, options }));
}

/** A condition in words for paper: "question 3: “Yes” or “Once”". */
export function sayOnPaper(
  condition: Condition,
  all: readonly Numbered[],
  speaker: Speaker,
): string {
  const { words } = speaker;
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const between = condition.kind === 'and' ? words.paperAnd : words.paperOrElse;
      return condition.parts
        .map((part) => {
          const said = sayOnPaper(part, all, speaker);
          return part.kind === 'and' || part.kind === 'or' ? `(${said})` : said;
        })
        .join(` ${between} `);
    }
    case 'not':
      return `${words.paperNot} (${sayOnPaper(condition.part, all, speaker)})`;
    case 'test':
      return sayTest(condition, all, speaker);
  }
}

function sayTest(
  test: Extract<Condition, { kind: 'test' }>,
  all: readonly Numbered[],
  speaker: Speaker,
): string {
  const { words, say, language } = speaker;
  const about = all.find(({ question }) => question.name === test.name);
  const number = about?.number ?? 0;
  const of = (options: string) => say('paperOfQuestion', { number, options });
  const named = (value: Literal) => {
    const options = about ? codesOf(about.question, language.code, words).options : [];
    const option = options.find((each) => String(each.value) === String(value));
    return option ? quoted(option.text) : String(value);
  };
  const any = (values: readonly Literal[]) => values.map(named).join(` ${words.paperOrElse} `);
  switch (test.operator) {
    case 'empty':
      return of(words.paperNoAnswer);
    case 'notempty':
      return of(words.paperAnyAnswer);
    case '=':
    case 'contains':
      return of(named(test.value));
    case '<>':
    case 'notcontains':
      return `${words.paperNot} (${of(named(test.value))})`;
    case '>':
    case '>=':
    case '<':
    case '<=':
      return of(`${SIGNS[test.operator]} ${named(test.value)}`);
    case 'anyof':
      return of(any(test.value));
    case 'noneof':
      return `${words.paperNot} (${of(any(test.value))})`;
    case 'allof':
      return of(test.value.map(named).join(` ${words.paperAnd} `));
  }
}

const SIGNS = { '>': '>', '>=': '≥', '<': '<', '<=': '≤' } as const;

/** An answer apart from the words around it, whatever direction it runs in. */
export function quoted(text: string): string {
  return `“\u2068${text}\u2069”`;
}
