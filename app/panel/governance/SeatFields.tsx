import type { Problem, Typed } from '#app/http/problems.ts';
import { Choices, Select, TextField } from '#app/ui/Field.tsx';
import { SEAT_ROLES } from './board.ts';
import type { KeptSeat } from './governance-page.ts';

/** The fields of a seat on a board. */
export function SeatFieldset(props: {
  seat?: KeptSeat;
  /** Members of the panel, for those who may see who is on it. */
  members: readonly { id: string; name: string }[];
  answer: { problems: Problem[]; typed: Typed } | undefined;
}) {
  const { seat, members, answer } = props;
  return (
    <>
      <TextField
        name="name"
        label="Name"
        hint="Leave it empty where the seat is vacant, or a member of the panel holds it"
        value={seat?.name}
        answer={answer}
        optional
      />
      <TextField
        name="organisation"
        label="Organisation"
        value={seat?.organisation}
        answer={answer}
        optional
      />
      <Select
        name="role"
        label="Role"
        options={SEAT_ROLES}
        value={seat?.role ?? 'member'}
        answer={answer}
      />
      <Choices
        kind="radios"
        name="voting"
        label="Has this seat a vote?"
        options={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
        values={[(seat?.voting ?? true) ? 'yes' : 'no']}
        answer={answer}
        inline
      />
      <Choices
        kind="checkboxes"
        name="ofPanel"
        label="The panel’s seat"
        options={[{ value: 'yes', label: 'This is the seat of the parent carer panel' }]}
        values={seat?.ofPanel ? ['yes'] : []}
        answer={answer}
      />
      {members.length > 0 ? (
        <Select
          name="memberId"
          label="Which member of the panel holds it"
          hint="Named here only to those who may see who is on the panel"
          options={[
            { value: '', label: 'Nobody of the panel' },
            ...members.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={seat?.memberId ?? ''}
          answer={answer}
        />
      ) : (
        <input type="hidden" name="memberId" value={seat?.memberId ?? ''} />
      )}
      <TextField
        name="fromOn"
        label="Term begins"
        type="date"
        value={seat?.fromOn ?? ''}
        answer={answer}
        optional
      />
      <TextField
        name="untilOn"
        label="Term ends"
        type="date"
        value={seat?.untilOn ?? ''}
        answer={answer}
        optional
      />
    </>
  );
}
