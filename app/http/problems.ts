/** What is wrong with one field, as an instruction: "Enter the closing date". */
export interface Problem {
  /** The name (and id) of the field that the summary links to. */
  field: string;
  message: string;
}

/** What was typed, by field, so that nothing is lost when a page is shown again. */
export type Typed = Record<string, string | string[]>;

/** The message of a field, if it has one. */
export function problemOf(problems: readonly Problem[], field: string): string | undefined {
  return problems.find((problem) => problem.field === field)?.message;
}

/** What was typed in a field that is sent once. */
export function typedOf(typed: Typed, field: string, otherwise = ''): string {
  const value = typed[field];
  return (Array.isArray(value) ? value[0] : value) ?? otherwise;
}
