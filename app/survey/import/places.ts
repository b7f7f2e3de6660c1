import { titleOf, type Question } from '#app/survey/definition.ts';
import { hasOther, optionsOf } from '#app/survey/options.ts';

/** What one column of a file holds, in terms of a survey. */
export type Place =
  | { to: 'nothing' }
  | { to: 'day' }
  /** How it was answered: on the web, on paper and so on. */
  | { to: 'channel' }
  /** The whole answer to a question. */
  | { to: 'question'; name: string }
  /** Whether one option of a question with several answers was chosen. */
  | { to: 'option'; name: string; value: string }
  /** The words of "something else". */
  | { to: 'other-words'; name: string };

/** One place a column, in the order of the columns. */
export type ColumnPlaces = readonly Place[];

/** The heading, after a question's name and a stroke, of the column of other words in our exports. */
export const OTHER_WORDS = 'other-words';

export function placeKey(place: Place): string {
  switch (place.to) {
    case 'nothing':
    case 'day':
    case 'channel':
      return place.to;
    case 'question':
    case 'other-words':
      return `${place.to}:${place.name}`;
    case 'option':
      return `option:${place.name}:${place.value}`;
  }
}

/** Every place that a column of a file can have in a survey, with what it is called. */
export function placesIn(questions: readonly Question[]): { place: Place; words: string }[] {
  const places: { place: Place; words: string }[] = [
    { place: { to: 'nothing' }, words: 'Leave this column out' },
    { place: { to: 'day' }, words: 'The day of answering' },
    { place: { to: 'channel' }, words: 'How it was answered' },
  ];
  for (const question of questions) {
    const { name } = question;
    const title = titleOf(question);
    places.push({ place: { to: 'question', name }, words: title });
    if (question.type === 'checkbox') {
      for (const option of optionsOf(question)) {
        const place: Place = { to: 'option', name, value: String(option.value) };
        places.push({ place, words: `${title}: ${option.text}` });
      }
    }
    if (hasOther(question)) {
      places.push({ place: { to: 'other-words', name }, words: `${title}: other words` });
    }
  }
  return places;
}
