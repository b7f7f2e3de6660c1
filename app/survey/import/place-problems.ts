import type { Question } from '#app/survey/definition.ts';
import type { AnswerFile } from './answer-columns.ts';
import type { ImportProblem } from './imported-answers.ts';
import { placeKey, type ColumnPlaces } from './places.ts';

/** What is wrong with the choice of columns itself, before any row is read. */
export function placeProblems(
  file: AnswerFile,
  places: ColumnPlaces,
  byName: ReadonlyMap<string, Question>,
): ImportProblem[] {
  const problems: ImportProblem[] = [];
  const report = (at: number, message: string) =>
    problems.push({ line: 0, column: file.columns[at]?.header ?? '', message });
  const keys = places.map(placeKey);
  const whole = new Set(keys.filter((key) => key.startsWith('question:')));
  places.forEach((place, at) => {
    if (place.to === 'nothing') return;
    const before = keys.indexOf(keys[at] ?? '');
    if (before < at) {
      const called = file.columns[before]?.header ?? '';
      report(at, `This column and “${called}” are set to hold the same. Leave one of them out.`);
    } else if (place.to === 'option' && whole.has(`question:${place.name}`)) {
      report(at, 'Another column holds the whole answer to this question. Leave one of them out.');
    } else if ('name' in place && !byName.has(place.name)) {
      report(at, 'The survey has no such question. Choose another.');
    }
  });
  if (!places.some((place) => 'name' in place)) {
    report(-1, 'No column holds answers to this survey. Choose at least one.');
  }
  return problems;
}
