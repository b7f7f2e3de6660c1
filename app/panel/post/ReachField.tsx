import type { Problem, Typed } from '#app/http/problems.ts';
import { TextField } from '#app/ui/Field.tsx';

/** Where a new link shall go. */
export function ReachField(props: {
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  return (
    <TextField
      name="reach"
      label="Your e-mail address or telephone number"
      hint="The one that we have used to write to you before."
      width={20}
      autoComplete="email"
      spellCheck={false}
      answer={props.answer}
    />
  );
}
