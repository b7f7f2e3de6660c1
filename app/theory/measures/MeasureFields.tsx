import type { Problem, Typed } from '#app/http/problems.ts';
import { Choices, Select, TextArea } from '#app/ui/Field.tsx';
import { MoreFields, otherBoxes } from '../BoxFields.tsx';
import type { Theory } from '../graph.ts';
import { BREAKDOWN_KEYS, breakdownName, keysOf } from './breakdowns.ts';
import { MEASURE_MORE, sharedOptions } from './measure-form.ts';

type Answer = { problems: readonly Problem[]; typed: Typed } | undefined;

/** The fields of a measure, new or there already. */
export function MeasureFields(props: {
  theory: Theory;
  shared: readonly { id: string; label: string }[];
  values: Readonly<Record<string, string>>;
  answer: Answer;
}) {
  const { theory, values, answer } = props;
  const chosen = keysOf(values['breakdowns'] ?? '');
  const keys = [...BREAKDOWN_KEYS, ...chosen.filter((key) => !isListed(key))];
  return (
    <>
      <TextArea
        name="label"
        rows={2}
        label="What is measured"
        hint="For whom and what: “Parents who feel more confident after using a hub”"
        answer={answer}
        value={values['label']}
      />
      <Select
        name="on"
        label="Which box it measures"
        answer={answer}
        value={values['on']}
        options={[{ value: '', label: 'None yet' }, ...otherBoxes(theory, null)]}
      />
      <Choices
        kind="radios"
        name="counts"
        label="What it counts"
        answer={answer}
        values={[values['counts'] ?? '']}
        options={[
          { value: 'change', label: 'What changed for families' },
          { value: 'delivery', label: 'What was done, or how many came' },
        ]}
      />
      <Select
        name="shared"
        label="Which shared outcome it speaks of"
        hint="So that theories of several councils can be laid side by side"
        answer={answer}
        value={values['shared']}
        options={sharedOptions(props.shared)}
      />
      <MoreFields answer={answer} fields={MEASURE_MORE} values={values} />
      <Choices
        kind="checkboxes"
        small
        name="breakdowns"
        label="By what it is broken down (optional)"
        answer={answer}
        values={chosen}
        options={keys.map((key) => ({ value: key, label: breakdownName(key) }))}
      />
      <input type="hidden" name="library" value={values['library'] ?? ''} />
    </>
  );
}

const isListed = (key: string) => (BREAKDOWN_KEYS as readonly string[]).includes(key);
