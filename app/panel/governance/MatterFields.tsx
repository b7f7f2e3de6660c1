import type { Problem, Typed } from '#app/http/problems.ts';
import { Select, TextArea, TextField } from '#app/ui/Field.tsx';
import { OUTCOMES, PUT_BY } from './board.ts';
import type { KeptMatter } from './governance-page.ts';

/** The fields of something that was put to a board. */
export function MatterFields(props: {
  matter?: KeptMatter;
  today: string;
  answer: { problems: Problem[]; typed: Typed } | undefined;
}) {
  const { matter, today, answer } = props;
  return (
    <>
      <TextField
        name="putOn"
        label="Day of the meeting"
        type="date"
        value={matter?.putOn ?? today}
        answer={answer}
      />
      <Select
        name="putBy"
        label="Who put it"
        hint="By role: names do not stand here"
        options={PUT_BY}
        value={matter?.putBy ?? 'panel'}
        answer={answer}
      />
      <TextArea name="put" label="What was put" value={matter?.put} answer={answer} rows={3} />
      <Select
        name="outcome"
        label="What came of it"
        options={OUTCOMES}
        value={matter?.outcome ?? 'open'}
        answer={answer}
      />
      <TextArea
        name="decided"
        label="What was decided, and why"
        value={matter?.decided}
        answer={answer}
        rows={3}
        optional
      />
      <TextField
        name="decidedOn"
        label="Day of the decision"
        type="date"
        value={matter?.decidedOn ?? ''}
        answer={answer}
        optional
      />
    </>
  );
}
