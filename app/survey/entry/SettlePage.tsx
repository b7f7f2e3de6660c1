import type { Problem, Typed } from '#app/http/problems.ts';
import { Choices } from '#app/ui/Field.tsx';
import { Button, Form } from '#app/ui/Form.tsx';

/** One question on which the two readings of a form differ. */
export interface Difference {
  name: string;
  number: number;
  title: string;
  first: string[];
  second: string[];
  /** What was settled before, if it was. */
  ruling: string;
}

/** Question by question, which reading the form bears out. */
export function SettlePage(props: {
  differences: readonly Difference[];
  answer: { problems: Problem[]; typed: Typed } | undefined;
}) {
  return (
    <Form>
      {props.differences.map((difference) => (
        <Choices
          key={difference.name}
          kind="radios"
          name={`r-${difference.name}`}
          label={`${difference.number}. ${difference.title}`}
          answer={props.answer}
          values={[difference.ruling]}
          options={[
            { value: 'first', label: reading(difference.first), hint: 'First reading' },
            { value: 'second', label: reading(difference.second), hint: 'Second reading' },
            {
              value: 'neither',
              label: 'Neither is right',
              hint: 'Correct the form afterwards',
            },
          ]}
        />
      ))}
      <Button>Save what the form says</Button>
    </Form>
  );
}

const reading = (lines: readonly string[]) =>
  lines.length === 0 ? 'Left empty, or not asked' : lines.join('; ');
