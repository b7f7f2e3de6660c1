import type { Problem } from '#app/http/problems.ts';
import { questionsOf, titleOf, type Definition } from '#app/survey/definition.ts';
import { optionsOf } from '#app/survey/options.ts';
import { sayCondition, sayExpression } from '#app/survey/say-condition.ts';
import { askedBefore, comparisonsFor, expressionOf, partsOf, testFrom } from './condition-parts.ts';
import { calledOf, elementNamed, pageNamed } from './place.ts';
import { pageName } from './outline.ts';
import { wordsIn } from './words-of.ts';

const thingNamed = (definition: Definition, of: 'element' | 'page', name: string) =>
  of === 'page' ? pageNamed(definition, name) : elementNamed(definition, name);

/** What the page "Who is asked" shows; null when there is no such question or page. */
export function whenPage(
  definition: Definition,
  of: 'element' | 'page',
  name: string,
  question: string,
) {
  const thing = thingNamed(definition, of, name);
  if (!thing) return null;
  const byName = new Map(questionsOf(definition).map((one) => [one.name, one]));
  const parts = partsOf(thing.visibleIf);
  const before = askedBefore(definition, of, name);
  const chosen = before.find((each) => each.name === question);
  return {
    of,
    name,
    called:
      of === 'page'
        ? pageName(definition.pages, name, wordsIn(pageNamed(definition, name)?.title))
        : calledOf(thing),
    parts: parts && parts.tests.map((test) => sayCondition({ kind: 'test', ...test }, byName)),
    whole: thing.visibleIf === undefined ? '' : sayExpression(thing.visibleIf, byName),
    join: parts?.join ?? ('and' as const),
    before: before.map((each) => ({ name: each.name, title: titleOf(each) })),
    chosen: chosen
      ? {
          name: chosen.name,
          title: titleOf(chosen),
          comparisons: comparisonsFor(chosen),
          options: optionsOf(chosen).map(({ value, text }) => ({ value: String(value), text })),
          input:
            chosen.type === 'text' && chosen.inputType === 'date'
              ? ('date' as const)
              : ('text' as const),
        }
      : null,
  };
}

/** The condition after a button of the page was pressed: null asks everybody. */
export function pressedCondition(
  definition: Definition,
  of: 'element' | 'page',
  name: string,
  sent: { do: string; question: string; operator: string; answers: string[]; value: string },
): { ok: true; visibleIf: string | null } | { ok: false; problem: Problem } {
  const refused = (field: string, message: string) => {
    return { ok: false, problem: { field, message } } as const;
  };
  const parts = partsOf(thingNamed(definition, of, name)?.visibleIf);
  if (sent.do === 'everybody') return { ok: true, visibleIf: null };
  if (!parts) return refused('condition', 'Ask everybody first, then begin again');
  if (sent.do === 'all' || sent.do === 'any') {
    parts.join = sent.do === 'all' ? 'and' : 'or';
  } else if (sent.do.startsWith('remove ')) {
    parts.tests = parts.tests.toSpliced(Number(sent.do.slice(7)), 1);
  } else {
    const question = askedBefore(definition, of, name).find((each) => each.name === sent.question);
    if (!question) return refused('question', 'Choose a question that is asked before');
    const made = testFrom(question, sent.operator, sent);
    if (!made.ok) return refused(made.field, made.message);
    parts.tests = [...parts.tests, made.test];
  }
  const visibleIf = expressionOf(parts);
  return visibleIf === undefined
    ? refused(
        'condition',
        'An answer has both kinds of quotation marks in its code: it cannot be compared',
      )
    : { ok: true, visibleIf };
}
