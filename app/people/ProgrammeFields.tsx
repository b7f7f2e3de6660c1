import type { Problem, Typed } from '#app/http/problems.ts';
import { Choices, Select, TextArea, TextField } from '#app/ui/Field.tsx';
import { STAGES, STAGE_NAMES } from './programme.ts';

/** The fields of a programme, for starting one and for changing it. */
export function ProgrammeFields(props: {
  packs: readonly { id: string; title: string; when: string }[];
  answer?: { problems: Problem[]; typed: Typed } | undefined;
  values?: {
    title: string;
    startsOn: string;
    endsOn: string;
    places: string[];
    packs: string[];
    stage: string;
  };
}) {
  const { answer, values } = props;
  return (
    <>
      <TextField
        name="title"
        label="Title"
        hint="Such as Best Start Family Hubs 2026 to 2029"
        answer={answer}
        value={values?.title}
      />
      <TextField
        name="startsOn"
        label="Starts on"
        type="date"
        width={10}
        answer={answer}
        value={values?.startsOn}
      />
      <TextField
        name="endsOn"
        label="Ends on"
        type="date"
        width={10}
        answer={answer}
        value={values?.endsOn}
      />
      <TextArea
        name="places"
        label="Places"
        hint="One a line: the districts, wards or neighbourhoods that it covers"
        optional
        answer={answer}
        value={values?.places.join('\n')}
      />
      <Choices
        kind="checkboxes"
        name="packs"
        label="Guidance that applies"
        hint="The plan is held against each that you choose"
        answer={answer}
        values={values?.packs ?? ['bsfh-2026']}
        options={props.packs.map((pack) => ({
          value: pack.id,
          label: pack.title,
          hint: pack.when,
        }))}
      />
      <Select
        name="stage"
        label="Stage"
        hint="The checks ask for more at each stage"
        answer={answer}
        value={values?.stage ?? 'draft'}
        options={STAGES.map((stage) => ({ value: stage, label: STAGE_NAMES[stage] }))}
      />
    </>
  );
}
