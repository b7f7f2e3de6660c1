import type { CsvCell } from '#app/survey/csv.ts';
import { ROUTES } from './figures.ts';
import { sayQuarter } from './quarters.ts';
import { OFFER_NAMES, valueOf, type Return } from './return.ts';

/** The return as rows of a file: code, question, answer, how it comes about, correction. */
export function returnRows({ quarter, lines, answers }: Return): CsvCell[][] {
  const { offer, influenced, example, otherRoute } = answers;
  const used = ROUTES.filter(({ value }) => valueOf(lines, `SPCP04.${value}`) > 0);
  const spoken = (code: string, question: string, answer: string): CsvCell[] => [
    ...[code, question, answer, '', ''],
  ];
  return [
    ['Code', 'Question', 'Answer', 'How it comes about', 'Corrected'],
    ['', 'Quarter', sayQuarter(quarter), '', ''],
    spoken('SPCP01', 'Healthy Babies offer published', offer === '' ? '' : OFFER_NAMES[offer]),
    spoken('SPCP04', 'Routes used', used.map(({ label }) => label).join('; ')),
    spoken('SPCP04', 'What “Other” stands for', otherRoute),
    spoken('SPCP06', 'Feedback influenced design or delivery', influenced),
    spoken('SPCP06a', 'Case study', example),
    ...lines
      .filter(({ code }) => code !== 'SPCP04')
      .map(({ code, label, value, working, correction, computed, sent }): CsvCell[] => [
        sent ? code : '',
        sent ? label : `${label} (not sent)`,
        value,
        working,
        correction ? `${computed} computed. ${correction.reason}` : '',
      ]),
  ];
}
