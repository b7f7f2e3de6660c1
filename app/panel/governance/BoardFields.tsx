import type { Problem, Typed } from '#app/http/problems.ts';
import { Select, TextArea, TextField } from '#app/ui/Field.tsx';
import { BOARD_KINDS, CYCLES } from './board.ts';
import type { KeptBoard } from './governance-page.ts';

/** The fields of a board or group. */
export function BoardFieldset(props: {
  board?: KeptBoard;
  /** Boards that it may report to. */
  others: readonly { id: string; name: string }[];
  answer: { problems: Problem[]; typed: Typed } | undefined;
}) {
  const { board, others, answer } = props;
  return (
    <>
      <TextField name="name" label="Name" value={board?.name} answer={answer} />
      <Select
        name="kind"
        label="What it is there for"
        options={BOARD_KINDS}
        value={board?.kind ?? 'steers'}
        answer={answer}
      />
      <TextArea
        name="purpose"
        label="What it is for, in a sentence or two"
        value={board?.purpose}
        answer={answer}
        rows={3}
        optional
      />
      <Select
        name="cycle"
        label="How often it meets"
        options={CYCLES}
        value={board?.cycle ?? 'quarterly'}
        answer={answer}
      />
      <TextField
        name="quorum"
        label="Quorum"
        hint="How many members must be there to decide"
        inputMode="numeric"
        width={3}
        value={board?.quorum?.toString() ?? ''}
        answer={answer}
        optional
      />
      <Select
        name="reportsTo"
        label="Reports to"
        options={[
          { value: '', label: 'No other board here' },
          ...others.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={board?.reportsTo ?? ''}
        answer={answer}
      />
      <TextArea
        name="terms"
        label="Terms of reference"
        hint="Its remit, powers, how it decides, how it is reviewed"
        value={board?.terms}
        answer={answer}
        rows={10}
        optional
      />
    </>
  );
}
