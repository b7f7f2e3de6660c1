import type { Problem, Typed } from '#app/http/problems.ts';
import { Select, TextArea, TextField } from '#app/ui/Field.tsx';

/** A theme's name and what belongs under it: enough that two people find the same. */
export function ThemeFields(props: {
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
  theme: { name: string; definition: string; example: string; isNot: string; notes: string };
  /** The themes that a new one may stand under; undefined where its place is changed elsewhere. */
  parents?: readonly { id: string; name: string; number: string }[];
}) {
  const { answer, theme, parents } = props;
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
      {parents === undefined || parents.length === 0 ? null : (
        <Select
          name="parentId"
          label="Stands under"
          answer={answer}
          options={[
            { value: '', label: 'None: at the top' },
            ...parents.map(({ id, name, number }) => ({ value: id, label: `${number} ${name}` })),
          ]}
        />
      )}
      <TextArea
        name="example"
        label="Example"
        hint="Words that belong here. Make them up, or take out what shows who said them."
        optional
        rows={2}
        value={theme.example}
        answer={answer}
      />
      <TextArea
        name="isNot"
        label="What does not belong here, although it looks like it"
        optional
        rows={2}
        value={theme.isNot}
        answer={answer}
      />
      <TextArea
        name="notes"
        label="Notes of those who code"
        hint="Only they see them."
        optional
        rows={2}
        value={theme.notes}
        answer={answer}
      />
    </>
  );
}
