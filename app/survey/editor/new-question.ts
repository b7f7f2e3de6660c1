import type { Problem } from '#app/http/problems.ts';
import type { Element } from '#app/survey/definition.ts';
import { asSafeHtml } from '#app/survey/plain-passage.ts';
import { codeFrom, nameFrom } from './fresh-name.ts';
import { KINDS, newElement } from './kinds.ts';

/**
 * A new question from what staff typed. Its name is made from its words and is none that the survey
 * ever used: answers to one question must not be taken for answers to another.
 */
export function readNewQuestion(
  typed: { title: string; kind: string; answers: string },
  taken: ReadonlySet<string>,
): { ok: true; element: Element } | { ok: false; problems: Problem[] } {
  const kind = KINDS.find((each) => each.kind === typed.kind);
  const title = typed.title.trim();
  const problems: Problem[] = [];
  if (title === '') problems.push({ field: 'title', message: 'Enter the question' });
  if (title.length > 1000) {
    problems.push({ field: 'title', message: 'Use at most 1,000 characters' });
  }
  if (!kind) problems.push({ field: 'kind', message: 'Select how it is answered' });
  const lines = typed.answers
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (kind?.answers) problems.push(...problemsWith(lines));
  if (!kind || problems.length > 0) return { ok: false, problems };
  const codes = new Set<string>();
  const choices = lines.map((text) => {
    const value = codeFrom(text, codes);
    codes.add(value);
    return { value, text };
  });
  const element = newElement(kind.kind, nameFrom(title, taken), title, choices);
  return {
    ok: true,
    element: element.type === 'html' ? { ...element, html: asSafeHtml([title]) } : element,
  };
}

function problemsWith(lines: readonly string[]): Problem[] {
  const field = 'answers';
  if (lines.length === 0) return [{ field, message: 'Enter the answers, one a line' }];
  if (lines.length > 200) return [{ field, message: 'Enter at most 200 answers' }];
  const long = lines.find((line) => line.length > 200);
  if (long !== undefined) {
    return [{ field, message: `Use at most 200 characters for “${long.slice(0, 40)}…”` }];
  }
  const twice = lines.find((line, at) => lines.indexOf(line) !== at);
  return twice === undefined ? [] : [{ field, message: `“${twice}” is there twice: take one out` }];
}
