import type { Problem, Typed } from '#app/http/problems.ts';
import { TextField } from '#app/ui/Field.tsx';

/** What is asked about a funding stream. */
export function StreamFields(props: {
  values?: { name: string; amount: string; ringFence: string; endsOn: string };
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  const { values, answer } = props;
  return (
    <>
      <TextField
        name="name"
        label="Name of the funding stream"
        hint="As finance calls it, such as “Best Start Family Hubs grant”"
        {...{ answer, value: values?.name }}
      />
      <TextField
        name="amount"
        label="What it holds"
        hint="In pounds, for the years of this programme"
        inputMode="decimal"
        prefix="£"
        width={10}
        {...{ answer, value: values?.amount }}
      />
      <TextField
        name="ringFence"
        label="What it may be spent on"
        hint="Leave it empty if it may be spent on anything in the plan"
        optional
        {...{ answer, value: values?.ringFence }}
      />
      <TextField
        name="endsOn"
        type="date"
        label="The last day on which it pays"
        optional
        {...{ answer, value: values?.endsOn }}
      />
    </>
  );
}
