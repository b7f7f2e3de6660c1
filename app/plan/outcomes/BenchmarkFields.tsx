import type { Problem, Typed } from '#app/http/problems.ts';
import { Select, TextField } from '#app/ui/Field.tsx';
import { BENCHMARK_KINDS, BENCHMARK_NAMES } from './outcomes.ts';

/** What is asked about a figure of elsewhere. */
export function BenchmarkFields(props: {
  unit: string;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  const { answer, unit } = props;
  return (
    <>
      <Select
        name="kind"
        label="Whose figure"
        options={BENCHMARK_KINDS.map((value) => ({ value, label: BENCHMARK_NAMES[value] }))}
        answer={answer}
      />
      <TextField
        name="name"
        label="What it is called"
        hint="Such as South West; leave it empty for England"
        answer={answer}
        optional
      />
      <TextField
        name="value"
        label="The figure"
        hint={unit === '' ? undefined : `In the unit of the measure: ${unit}`}
        inputMode="decimal"
        width={10}
        answer={answer}
        optional
      />
      <TextField
        name="numerator"
        label="How many"
        hint="With both counts, what chance alone could do is worked out"
        inputMode="numeric"
        width={10}
        answer={answer}
        optional
      />
      <TextField
        name="denominator"
        label="Of how many"
        inputMode="numeric"
        width={10}
        answer={answer}
        optional
      />
      <TextField
        name="period"
        label="For which period"
        hint="Such as academic year 2024/25, or April to June 2026"
        answer={answer}
      />
      <TextField
        name="source"
        label="Where it comes from"
        hint="The publication and its table"
        answer={answer}
      />
    </>
  );
}
