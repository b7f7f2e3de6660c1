import { typedOf, type Problem, type Typed } from '#app/http/problems.ts';
import { Choices, TextArea, TextField } from '#app/ui/Field.tsx';
import { KIND_OF, kindOf, KINDS } from './kinds/kinds.ts';
import { STANDING_HINTS, STANDING_NAMES, STANDINGS } from './consultation.ts';

/** What a consultation says of itself. */
export function ConsultationFields(props: {
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
  consultation: {
    title: string;
    purpose: string;
    standing: string;
    version: number;
    kind: string;
    proposals: boolean;
  };
  /** What people do is chosen once, at the beginning. */
  isNew?: boolean;
}) {
  const { answer, consultation, isNew = false } = props;
  const kind = kindOf(consultation.kind);
  // The version that was on the page when the typing began, so that nobody's change goes unseen.
  const version = typedOf(answer?.typed ?? {}, 'version', String(consultation.version));
  return (
    <>
      <input type="hidden" name="version" value={version} />
      <TextField
        name="title"
        label="Title"
        hint="In words that a parent would use, such as “When should hubs be open?”"
        value={consultation.title}
        answer={answer}
      />
      <TextArea
        name="purpose"
        label="Why you ask, and what can still change"
        hint="Members read this first. Say what is decided already, what is not, and by whom."
        rows={5}
        value={consultation.purpose}
        answer={answer}
      />
      {isNew ? (
        <Choices
          kind="radios"
          name="kind"
          label="What do people do?"
          values={[kind]}
          answer={answer}
          options={KINDS.filter((one) => KIND_OF[one].writtenHere).map((one) => ({
            value: one,
            label: KIND_OF[one].name,
            hint: KIND_OF[one].hint,
          }))}
        />
      ) : null}
      {isNew || kind === 'statements' ? (
        <Choices
          kind="checkboxes"
          name="proposals"
          label="May members add to it?"
          hint={isNew ? 'Only where people agree or disagree with statements.' : undefined}
          values={consultation.proposals ? ['yes'] : []}
          answer={answer}
          options={[
            {
              value: 'yes',
              label: 'Members may propose statements of their own',
              hint: 'Each is read before anybody else sees it.',
            },
          ]}
        />
      ) : null}
      <Choices
        kind="radios"
        name="standing"
        label="What kind of asking is this?"
        values={[consultation.standing]}
        answer={answer}
        options={STANDINGS.map((standing) => ({
          value: standing,
          label: STANDING_NAMES[standing],
          hint: STANDING_HINTS[standing],
        }))}
      />
    </>
  );
}
