import type { Problem, Typed } from '#app/http/problems.ts';
import { Select, TextArea, TextField } from '#app/ui/Field.tsx';
import { FIELD_NAMES } from './corrections.ts';
import { GRADE_NAMES, GRADES, KIND_NAMES, KINDS, type Requirement } from './packs.ts';

/** The fields of an item that can be put right. */
export function ItemFields(props: {
  now: Requirement;
  answer: { problems: Problem[]; typed: Typed } | undefined;
}) {
  const { now, answer } = props;
  return (
    <>
      <TextArea name="text" label={FIELD_NAMES.text} rows={3} value={now.text} answer={answer} />
      <Select
        name="kind"
        label={FIELD_NAMES.kind}
        value={now.kind}
        options={KINDS.map((kind) => ({ value: kind, label: KIND_NAMES[kind] }))}
        answer={answer}
      />
      <TextField name="strand" label={FIELD_NAMES.strand} value={now.strand} answer={answer} />
      <Select
        name="grade"
        label={FIELD_NAMES.grade}
        value={now.grade}
        options={GRADES.map((grade) => ({
          value: grade,
          label: `${grade}: ${GRADE_NAMES[grade]}`,
        }))}
        answer={answer}
      />
      <TextField
        name="heading"
        label={FIELD_NAMES.heading}
        value={now.source.heading}
        answer={answer}
      />
      <TextField name="where" label={FIELD_NAMES.where} value={now.source.where} answer={answer} />
      <TextField
        name="url"
        label={FIELD_NAMES.url}
        optional
        value={now.source.url ?? ''}
        answer={answer}
      />
      <TextArea
        name="countsAsCovered"
        label={FIELD_NAMES.countsAsCovered}
        optional
        rows={2}
        value={now.countsAsCovered ?? ''}
        answer={answer}
      />
      <TextArea
        name="why"
        label="Why is this right?"
        hint="What you read, and when"
        rows={2}
        answer={answer}
      />
    </>
  );
}
