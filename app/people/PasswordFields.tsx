import { TextField } from '#app/ui/Field.tsx';
import type { Problem, Typed } from '#app/http/problems.ts';

type Answer = { problems: readonly Problem[]; typed: Typed } | undefined;

/** The field for a one-time code, which telephones fill in by themselves. */
export function CodeField({ answer, hint }: { answer: Answer; hint?: string }) {
  return (
    <TextField
      name="code"
      label="One-time code"
      hint={hint ?? 'Six figures that the application on your phone shows'}
      autoComplete="one-time-code"
      inputMode="text"
      width={20}
      answer={answer}
      spellCheck={false}
    />
  );
}

/** The field for a password that somebody has. */
export function CurrentPassword({ answer, name = 'password' }: { answer: Answer; name?: string }) {
  return (
    <TextField
      name={name}
      label="Password"
      type="password"
      autoComplete="current-password"
      answer={answer}
    />
  );
}
