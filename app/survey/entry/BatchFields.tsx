import type { Problem, Typed } from '#app/http/problems.ts';
import { Choices, Select, TextField } from '#app/ui/Field.tsx';
import { ENTRY_CHANNELS, ENTRY_NAMES, SAMPLE_SHARES, SHARE_NAMES } from './batch.ts';

/** What is said about a batch. `channel` and `share` are left out once they are settled. */
export function BatchFieldsForm(props: {
  answer: { problems: Problem[]; typed: Typed } | undefined;
  values: {
    channel: string;
    place: string;
    receivedOn: string;
    expected: string;
    sampleShare: string;
  };
  channel: boolean;
  share: boolean;
}) {
  const { answer, values } = props;
  return (
    <>
      {props.channel ? (
        <Choices
          kind="radios"
          name="channel"
          label="How were the answers given?"
          answer={answer}
          values={[values.channel]}
          options={ENTRY_CHANNELS.map((value) => ({ value, label: ENTRY_NAMES[value] }))}
          small
        />
      ) : (
        <input type="hidden" name="channel" value={values.channel} />
      )}
      <TextField
        name="place"
        label="Where do they come from?"
        hint="Such as “Brookside Library, collection box”"
        value={values.place}
        answer={answer}
      />
      <TextField
        name="receivedOn"
        label="On which day were they received?"
        hint="It becomes the day of answering"
        type="date"
        width={10}
        value={values.receivedOn}
        answer={answer}
      />
      <TextField
        name="expected"
        label="How many are there?"
        hint="Count the pile before you begin: then nothing is missed"
        optional
        inputMode="numeric"
        width={4}
        value={values.expected}
        answer={answer}
      />
      {props.share ? (
        <Select
          name="sampleShare"
          label="How many are entered a second time, by somebody else?"
          hint="They are drawn by chance once the batch is entered. It shows how well it was entered."
          value={values.sampleShare}
          answer={answer}
          options={SAMPLE_SHARES.map((share) => ({
            value: String(share),
            label: SHARE_NAMES[String(share)] ?? String(share),
          }))}
        />
      ) : (
        <input type="hidden" name="sampleShare" value={values.sampleShare} />
      )}
    </>
  );
}
