import { typedOf, type Problem, type Typed } from '#app/http/problems.ts';
import { Choices, TextArea, TextField } from '#app/ui/Field.tsx';
import { STANDING_HINTS, STANDING_NAMES, STANDINGS } from './consultation.ts';

/** What a consultation says of itself. */
export function ConsultationFields(props: {
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
  consultation: { title: string; purpose: string; standing: string; version: number };
}) {
  const { answer, consultation } = props;
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
