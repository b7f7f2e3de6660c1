import type { Variable } from './codebook.ts';

/** SPSS cuts longer labels. */
const LONGEST_LABEL = 250;
const LONGEST_VALUE_LABEL = 118;

/**
 * SPSS syntax that reads the file of numbers, names what everything means, and says which codes stand
 * for a missing answer and why. Not asked is system-missing.
 *
 * @param file the name of the file of numbers, without own words
 */
export function spssSyntax(variables: readonly Variable[], file: string, title: string): string {
  const coded = variables.filter(({ values }) => values.length > 0);
  const missing = coded.filter(({ values }) => values.some((value) => value.missing !== null));
  return [
    '* Encoding: UTF-8.',
    `* ${oneLine(title)}.`,
    '* Put this file and the file of numbers in one folder, and name that folder here.',
    "CD '.'.",
    '',
    'GET DATA',
    '  /TYPE=TXT',
    `  /FILE=${quoted(file)}`,
    "  /ENCODING='UTF8'",
    '  /DELCASE=LINE',
    '  /DELIMITERS=","',
    "  /QUALIFIER='\"'",
    '  /ARRANGEMENT=DELIMITED',
    '  /FIRSTCASE=2',
    '  /VARIABLES=',
    ...variables.map(({ variable, holds }) => `    ${variable} ${FORMATS[holds]}`),
    '  .',
    'CACHE.',
    'EXECUTE.',
    'DATASET NAME answers WINDOW=FRONT.',
    '',
    'VARIABLE LABELS',
    ...variables.map(
      ({ variable, question }) => `  ${variable} ${quoted(cut(question, LONGEST_LABEL))}`,
    ),
    '  .',
    '',
    'VALUE LABELS',
    ...coded.flatMap(({ variable, values }, i) => [
      `  ${i === 0 ? '' : '/'}${variable}`,
      ...values.map(({ code, label }) => `    ${code} ${quoted(cut(label, LONGEST_VALUE_LABEL))}`),
    ]),
    '  .',
    '',
    '* Prefer not to say, and asked but no reply, are told apart. Not asked is system-missing.',
    'MISSING VALUES',
    ...missing.map(({ variable, values }, i) => {
      const codes = values.flatMap(({ code, missing: why }) => (why === null ? [] : [code]));
      return `  ${i === 0 ? '' : '/'}${variable} (${codes.join(', ')})`;
    }),
    '  .',
    '',
    'EXECUTE.',
    '',
  ].join('\r\n');
}

const FORMATS: Readonly<Record<Variable['holds'], string>> = {
  'one-answer': 'F8.0',
  'chosen-or-not': 'F8.0',
  number: 'F12.2',
  date: 'A10',
  words: 'A2000',
  day: 'SDATE10',
  channel: 'A12',
};

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
const cut = (text: string, most: number) => [...oneLine(text)].slice(0, most).join('');
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** An R script that reads the file of numbers and gives every code its words. */
export function rScript(variables: readonly Variable[], file: string, title: string): string {
  const coded = variables.filter(({ holds }) => holds === 'one-answer');
  const ticks = variables.filter(({ holds }) => holds === 'chosen-or-not');
  const numbers = variables.filter(({ holds }) => holds === 'number');
  return [
    `# ${oneLine(title)}`,
    '# NA: not asked. "No reply" and "Prefer not to say" are answers of their own kind: leave them out',
    '# of percentages on purpose, with droplevels(), never by accident.',
    `answers <- read.csv(${asR(file)}, na.strings = "", fileEncoding = "UTF-8", check.names = FALSE)`,
    'answers$answered_on <- as.Date(answers$answered_on)',
    ...coded.map(({ variable, values }) => {
      const levels = values.map(({ code }) => code).join(', ');
      const labels = unique(values.map(({ label }) => oneLine(label)))
        .map(asR)
        .join(', ');
      return `answers$${variable} <- factor(answers$${variable}, levels = c(${levels}), labels = c(${labels}))`;
    }),
    ...ticks.flatMap(({ variable, values }) => {
      const missing = values.flatMap(({ code, missing: why }) => (why === null ? [] : [code]));
      return [`answers$${variable}[answers$${variable} %in% c(${missing.join(', ')})] <- NA`];
    }),
    ...numbers.flatMap(({ variable, values }) =>
      values.map(({ code }) => `answers$${variable}[answers$${variable} %in% ${code}] <- NA`),
    ),
    `attr(answers, "questions") <- c(${variables.map(({ variable, question }) => `${variable} = ${asR(oneLine(question))}`).join(',\n  ')})`,
    '',
  ].join('\n');
}

/** R takes each label of a factor once. */
function unique(labels: readonly string[]): string[] {
  const taken = new Set<string>();
  return labels.map((label) => {
    let own = label;
    for (let i = 2; taken.has(own); i += 1) own = `${label} (${i})`;
    taken.add(own);
    return own;
  });
}

function asR(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
