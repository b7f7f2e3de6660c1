import type { Problem } from '#app/http/problems.ts';
import type { FileProblem } from '#app/survey/csv.ts';

/** What is wrong with a file as one line of the error summary; the page lists the rest. */
export function summaryOf(problems: readonly FileProblem[], field: string): Problem {
  const [first] = problems;
  const message = first?.message ?? 'The file cannot be read. Choose another';
  if (problems.length < 2) return { field, message };
  return {
    field,
    message: `${problems.length} lines of the file are wrong. Correct them and choose the file again`,
  };
}
