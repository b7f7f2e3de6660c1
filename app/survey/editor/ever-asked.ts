import { isQuestion, type Definition, type Element } from '#app/survey/definition.ts';
import { questionsAcross } from '#app/survey/export/questions-across.ts';
import { namesIn } from './operations.ts';

/**
 * One questionnaire of everything that the versions of a survey ever asked, to count answers to all of
 * them: the newest version, its lists with the answers that were taken out since, and at the end the
 * questions that were taken out. Who was asked is kept with each answer, so conditions do not matter.
 *
 * @param versions oldest first; undefined when there is none
 */
export function everAsked(versions: readonly Definition[]): Definition | undefined {
  const newest = versions.at(-1);
  if (!newest || versions.length === 1) return newest;
  const questions = questionsAcross([...versions].reverse());
  const byName = new Map(questions.map((question) => [question.name, question]));
  const whole = <One extends Element>(element: One): One =>
    isQuestion(element) ? ((byName.get(element.name) ?? element) as One) : element;
  const pages = newest.pages.map((page) => ({
    ...page,
    elements: page.elements.map((element) =>
      element.type === 'panel'
        ? { ...element, elements: element.elements.map(whole) }
        : whole(element),
    ),
  }));
  const names = namesIn(newest);
  const gone = questions
    .filter(({ name }) => !names.has(name))
    .map((question) => ({ ...question, visibleIf: undefined }));
  if (gone.length === 0) return { ...newest, pages };
  const before = { name: ' earlier', title: 'Asked in earlier versions', elements: gone };
  return { ...newest, pages: [...pages, before] };
}
