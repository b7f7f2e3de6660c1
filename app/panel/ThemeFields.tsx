import type { Problem, Typed } from '#app/http/problems.ts';
import { TextArea, TextField } from '#app/ui/Field.tsx';

/** A theme's name and what belongs under it. */
export function ThemeFields(props: {
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
  theme: { name: string; definition: string };
}) {
  const { answer, theme } = props;
  return (
    <>
      <TextField
        name="name"
        label="Name"
        hint="In the words of families where you can. Members see it beside their own comments."
        value={theme.name}
        answer={answer}
      />
      <TextArea
        name="definition"
        label="What belongs here, and what does not"
        hint="So that two people gather the same comments under it."
        rows={3}
        value={theme.definition}
        answer={answer}
      />
    </>
  );
}
