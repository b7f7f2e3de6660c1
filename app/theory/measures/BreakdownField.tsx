import type { Problem, Typed } from '#app/http/problems.ts';
import { Select, TextField } from '#app/ui/Field.tsx';
import { BREAKDOWNS, breakdownName } from './breakdowns.ts';
import type { Measure } from './measure.ts';

/** For whom a figure is: everybody, or one group of a breakdown of the measure. */
export function Breakdown(props: {
  measure: Measure;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
  values: Readonly<Record<string, string>>;
}) {
  const { measure, answer, values } = props;
  const chosen = values['breakdown'] ?? '';
  const keys = [...new Set([...measure.breakdowns, ...(chosen === '' ? [] : [chosen])])];
  if (keys.length === 0) return null;
  const groups = keys.flatMap((key) => {
    const list = (BREAKDOWNS as Record<string, { groups: readonly string[] } | undefined>)[key];
    return list === undefined || list.groups.length === 0
      ? []
      : [`${breakdownName(key)}: ${list.groups.join(', ')}`];
  });
  return (
    <>
      <Select
        name="breakdown"
        label="For whom"
        answer={answer}
        value={chosen}
        options={[
          { value: '', label: 'Everybody together' },
          ...keys.map((key) => ({ value: key, label: `One group by: ${breakdownName(key)}` })),
        ]}
      />
      <TextField
        name="group"
        width={20}
        optional
        label="Which group"
        hint={groups.join('. ')}
        answer={answer}
        value={values['group']}
      />
    </>
  );
}
