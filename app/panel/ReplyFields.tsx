import { typedOf, type Problem, type Typed } from '#app/http/problems.ts';
import { Choices, Select, TextArea, TextField } from '#app/ui/Field.tsx';
import { REPLY_NAMES, REPLY_STATUSES, type ReplyStatus } from './reply.ts';

const HINTS: Readonly<Record<ReplyStatus, string>> = {
  'we-did': 'It has happened.',
  'we-will': 'It is promised: say who does it and by when.',
  thinking: 'Say what is being looked at, and by which day they will hear.',
  'we-cannot': 'Say why. A reason that is missing is what makes people stop answering.',
};

/** What became of a theme, in words for families. */
export function ReplyFields(props: {
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
  reply: {
    youSaid: string;
    status: string;
    words: string;
    because: string;
    owner: string;
    dueOn: string | null;
    planLineId: string;
    version: number;
  };
  lines: readonly { id: string; title: string }[];
}) {
  const { answer, reply, lines } = props;
  const version = typedOf(answer?.typed ?? {}, 'version', String(reply.version));
  return (
    <>
      <input type="hidden" name="version" value={version} />
      <TextArea
        name="youSaid"
        label="You said"
        hint="What families said, in one sentence that they would know again. No names."
        rows={2}
        value={reply.youSaid}
        answer={answer}
      />
      <Choices
        kind="radios"
        name="status"
        label="What became of it?"
        values={[reply.status]}
        answer={answer}
        options={REPLY_STATUSES.map((status) => ({
          value: status,
          label: REPLY_NAMES[status],
          hint: HINTS[status],
        }))}
      />
      <TextArea
        name="words"
        label="What we did, will do, cannot do, or are thinking about"
        rows={3}
        value={reply.words}
        answer={answer}
      />
      <TextArea
        name="because"
        label="Because"
        hint="Needed where we cannot. Helpful everywhere."
        rows={3}
        value={reply.because}
        answer={answer}
      />
      <TextField
        name="owner"
        label="Who does it"
        hint="A role or a team, such as “Family hub manager, Brookside”. Families see it. Needed where we will."
        value={reply.owner}
        answer={answer}
      />
      <TextField
        name="dueOn"
        label="Done by, or heard by"
        hint="Needed where we will, and where we are still thinking: the day by which families hear."
        type="date"
        width={10}
        value={reply.dueOn ?? ''}
        answer={answer}
      />
      {lines.length === 0 ? null : (
        <Select
          name="planLineId"
          label="Line of the plan that does it"
          optional
          value={reply.planLineId}
          answer={answer}
          options={[
            { value: '', label: 'None' },
            ...lines.map((line) => ({ value: line.id, label: line.title })),
          ]}
        />
      )}
    </>
  );
}
