import type { Problem, Typed } from '#app/http/problems.ts';
import { Choices, TextArea, TextField } from '#app/ui/Field.tsx';
import { KIND_NAMES, KINDS } from './listening.ts';

export interface EventValues {
  kind: string;
  title: string;
  place: string;
  heldOn: string;
  facilitator: string;
  languages: string;
  heads: string;
  keepUntil: string;
}

/** What is recorded of a listening exercise. */
export function EventFieldsForm(props: {
  answer: { problems: Problem[]; typed: Typed } | undefined;
  values: EventValues;
}) {
  const { answer, values } = props;
  return (
    <>
      <Choices
        kind="radios"
        small
        name="kind"
        label="How were people listened to?"
        answer={answer}
        values={[values.kind]}
        options={KINDS.map((value) => ({ value, label: KIND_NAMES[value] }))}
      />
      <TextField name="title" label="What is it called?" value={values.title} answer={answer} />
      <TextField name="place" label="Where was it?" value={values.place} answer={answer} />
      <TextField
        name="heldOn"
        label="On which day?"
        hint="For talks over several weeks, the last day"
        type="date"
        width={10}
        value={values.heldOn}
        answer={answer}
      />
      <TextField
        name="facilitator"
        label="Who led it?"
        optional
        value={values.facilitator}
        answer={answer}
      />
      <TextField
        name="languages"
        label="In which languages?"
        hint="With commas between, such as “English, Urdu”"
        optional
        value={values.languages}
        answer={answer}
      />
      <TextArea
        name="heads"
        label="How many came?"
        hint="One group a line, with how many at its end, such as “Fathers 12”. Never a name. Groups under five are hidden wherever the numbers are shown."
        optional
        rows={4}
        value={values.heads}
        answer={answer}
      />
      <TextField
        name="keepUntil"
        label="After which day is what was said deleted?"
        hint="As you told people there"
        type="date"
        width={10}
        value={values.keepUntil}
        answer={answer}
      />
    </>
  );
}
