import { titleOf, type Question } from '#app/survey/definition.ts';
import { codesOf } from '#app/survey/option-codes.ts';
import { NO_REPLY, optionsOf, PREFER_NOT_TO_SAY } from '#app/survey/options.ts';
import { NO_NUMBER, type ExportColumn } from './export-columns.ts';

/** What one code in an export stands for. */
export interface CodedValue {
  /** In the file of numbers. */
  code: number;
  /** In the file of codes in words. */
  value: string;
  label: string;
  /** Why there is no answer, where the code says so. */
  missing: 'no-reply' | 'prefer-not-to-say' | null;
}

/** One column of an export, explained. */
export interface Variable {
  /** The heading in the file of numbers: a name that SPSS and R take. */
  variable: string;
  /** The heading in the file of codes in words. */
  heading: string;
  question: string;
  holds: 'one-answer' | 'chosen-or-not' | 'number' | 'date' | 'words' | 'day' | 'channel';
  /** When it is asked, as the questionnaire says it; empty where everybody is. */
  askedWhen: string;
  ownWords: boolean;
  values: CodedValue[];
}

export const HOLDS: Readonly<Record<Variable['holds'], string>> = {
  'one-answer': 'One answer from a list',
  'chosen-or-not': '1 chosen, 0 not chosen',
  number: 'A number',
  date: 'A date, year-month-day',
  words: 'Own words',
  day: 'The day of answering, year-month-day',
  channel: 'How it was answered',
};

/** What each column of the exports holds, in their order. */
export function codebookOf(columns: readonly ExportColumn[]): Variable[] {
  return columns.map((column) => {
    const { place, question, heading, ownWords } = column;
    const common = { variable: heading.numbers, heading: heading.analysis, ownWords };
    if (!question || !('name' in place)) {
      const holds = place.to === 'day' ? 'day' : 'channel';
      return { ...common, question: HOLDS[holds], holds, askedWhen: '', values: [] };
    }
    const option =
      place.to === 'option'
        ? optionsOf(question).find(({ value }) => String(value) === place.value)
        : undefined;
    const asked = option ? `${titleOf(question)} – ${option.text}` : titleOf(question);
    const words = place.to === 'other-words';
    return {
      ...common,
      question: words ? `${asked} – in own words` : asked,
      holds: words ? 'words' : option ? 'chosen-or-not' : holdsOf(question),
      askedWhen: question.visibleIf ?? '',
      values: words ? [] : option ? tickValues(question) : valuesOf(question),
    };
  });
}

function holdsOf(question: Question): Variable['holds'] {
  if (optionsOf(question).length > 0) return 'one-answer';
  const input = question.type === 'text' ? question.inputType : undefined;
  return input === 'number' || input === 'date' ? input : 'words';
}

function tickValues(question: Question): CodedValue[] {
  const { options, noReply } = codesOf(question);
  const refused = options.find(({ value }) => value === PREFER_NOT_TO_SAY);
  return [
    { code: 0, value: '0', label: 'Not chosen', missing: null },
    { code: 1, value: '1', label: 'Chosen', missing: null },
    ...(refused
      ? [
          {
            code: refused.code,
            value: '0',
            label: refused.text,
            missing: 'prefer-not-to-say' as const,
          },
        ]
      : []),
    noReplyValue(noReply),
  ];
}

function valuesOf(question: Question): CodedValue[] {
  const { options, noReply } = codesOf(question);
  if (options.length === 0) {
    const isNumber = question.type === 'text' && question.inputType === 'number';
    return isNumber ? [noReplyValue(NO_NUMBER)] : [];
  }
  return [
    ...options.map(({ code, value, text }): CodedValue => {
      const missing = value === PREFER_NOT_TO_SAY ? 'prefer-not-to-say' : null;
      return { code, value: String(value), label: text, missing };
    }),
    noReplyValue(noReply),
  ];
}

const noReplyValue = (code: number): CodedValue => ({
  code,
  value: NO_REPLY,
  label: 'No reply',
  missing: 'no-reply',
});

/** The codebook as a table, a line a value, for a spreadsheet. */
export function codebookTable(variables: readonly Variable[]): (string | number | null)[][] {
  const heading = [
    'Variable',
    'Heading in the file of codes',
    'Question',
    'Holds',
    'Asked when',
    'Number',
    'Code',
    'Means',
    'Missing because',
  ];
  const rows = variables.flatMap(
    ({ variable, heading: name, question, holds, askedWhen, values }) => {
      const first = [variable, name, question, HOLDS[holds], askedWhen];
      if (values.length === 0) return [[...first, null, null, null, null]];
      return values.map(({ code, value, label, missing }) => [
        ...first,
        code,
        value,
        label,
        missing === null ? null : MISSING[missing],
      ]);
    },
  );
  return [heading, ...rows];
}

export const MISSING: Readonly<Record<'no-reply' | 'prefer-not-to-say', string>> = {
  'no-reply': 'Asked, no reply',
  'prefer-not-to-say': 'Preferred not to say',
};
