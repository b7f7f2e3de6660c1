import type { Problem, Typed } from '#app/http/problems.ts';
import { Choices, Select, TextArea, TextField } from '#app/ui/Field.tsx';
import {
  BOX_TYPES,
  typeName,
  type Box,
  type BoxType,
  type MoreField,
  type Theory,
} from './graph.ts';

type Answer = { problems: readonly Problem[]; typed: Typed } | undefined;

/** The types as choices, in the order of the columns. */
export function TypeField(props: { theory: Pick<Theory, 'more'>; answer: Answer; value: BoxType }) {
  return (
    <Select
      name="type"
      label="Type"
      answer={props.answer}
      value={props.value}
      options={BOX_TYPES.map((type) => ({ value: type, label: typeName(props.theory, type).one }))}
    />
  );
}

/** What a box says, and the longer explanation. */
export function WordFields(props: {
  answer: Answer;
  label?: string;
  detail?: string;
  example?: string;
}) {
  return (
    <>
      <TextArea
        name="label"
        rows={2}
        label="What the box says"
        hint={props.example === undefined ? 'One short idea' : `For example: ${props.example}`}
        answer={props.answer}
        value={props.label}
      />
      <TextArea
        name="detail"
        rows={3}
        optional
        label="Explanation"
        answer={props.answer}
        value={props.detail}
      />
    </>
  );
}

/** The further facts that a box or a link can carry. */
export function MoreFields(props: {
  answer: Answer;
  fields: readonly MoreField[];
  values: Readonly<Record<string, string>>;
}) {
  return props.fields.map((field) => (
    <OneField
      key={field.key}
      field={field}
      answer={props.answer}
      value={props.values[field.key] ?? ''}
    />
  ));
}

function OneField({ field, answer, value }: { field: MoreField; answer: Answer; value: string }) {
  const { key, label, hint, kind } = field;
  const common = { name: key, answer, value, hint: hint === '' ? undefined : hint };
  switch (kind) {
    case 'yes':
      return (
        <Choices
          kind="checkboxes"
          small
          name={key}
          label={<span className="govuk-visually-hidden">{label}</span>}
          answer={answer}
          values={[value]}
          options={[{ value: 'yes', label }]}
        />
      );
    case 'choice':
      return (
        <Select
          {...common}
          label={`${label} (optional)`}
          options={[{ value: '', label: 'Not said' }, ...(field.options ?? [])]}
        />
      );
    case 'number':
      return <TextField {...common} optional label={label} width={4} inputMode="numeric" />;
    case 'text':
    case 'day':
      return (
        <TextField {...common} optional label={label} type={kind === 'day' ? 'date' : 'text'} />
      );
  }
}

/** The other boxes as choices, each with its type in front, in the order of the columns. */
export function otherBoxes(theory: Theory, id: string | null): { value: string; label: string }[] {
  const at = (box: Box) => BOX_TYPES.indexOf(box.type);
  return theory.boxes
    .filter((box) => box.id !== id)
    .toSorted((a, b) => at(a) - at(b) || a.position - b.position)
    .map((box) => ({
      value: box.id,
      label: `${typeName(theory, box.type).one}: ${shortened(box.label)}`,
    }));
}

function shortened(label: string): string {
  return label.length <= 90 ? label : `${label.slice(0, 87).trimEnd()}…`;
}

/** The hidden fields that every form of the outline carries. */
export function Stamp(props: { theory: { id: string; sequence: number }; mark: string }) {
  return (
    <>
      <input type="hidden" name="theoryId" value={props.theory.id} />
      <input type="hidden" name="base" value={props.theory.sequence} />
      <input type="hidden" name="mark" value={props.mark} />
    </>
  );
}
