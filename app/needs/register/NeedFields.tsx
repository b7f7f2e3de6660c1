import type { Problem, Typed } from '#app/http/problems.ts';
import { Choices, TextArea, TextField } from '#app/ui/Field.tsx';
import { NEED_FIELD_NAMES, PRIORITIES, PRIORITY_NAMES, type NeedFields as Fields } from './need.ts';

/** The fields of a need, filled with what is known of it. */
export function NeedFields(props: {
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
  need: Partial<Fields>;
  /** Where the priority follows the rule: the address at which the scores are changed. */
  byRule?: string | null;
}) {
  const { answer, need, byRule } = props;
  const { priority = '', priorityReason = '' } = need;
  return (
    <>
      <TextArea
        name="statement"
        label={NEED_FIELD_NAMES.statement}
        hint="One sentence, in the words of families where you can. For example, “Hubs open when parents who work can come”."
        rows={2}
        answer={answer}
        value={need.statement}
      />
      <TextField name="who" label={NEED_FIELD_NAMES.who} answer={answer} value={need.who} />
      <TextField name="place" label={NEED_FIELD_NAMES.place} answer={answer} value={need.place} />
      <TextArea
        name="howMany"
        label={NEED_FIELD_NAMES.howMany}
        hint="With what it is of: “212 of 398 answers”."
        rows={2}
        answer={answer}
        value={need.howMany}
      />
      {byRule ? (
        <>
          <input type="hidden" name="priority" value={priority} />
          <input type="hidden" name="priorityReason" value={priorityReason} />
          <div className="govuk-inset-text">
            Its priority follows the rule. {priorityReason}{' '}
            <a className="govuk-link" href={byRule}>
              Change the scores, or decide otherwise
            </a>
          </div>
        </>
      ) : (
        <>
          <Choices
            kind="radios"
            name="priority"
            label={NEED_FIELD_NAMES.priority}
            inline
            options={PRIORITIES.map((value) => ({ value, label: PRIORITY_NAMES[value] }))}
            values={need.priority ? [need.priority] : []}
            answer={answer}
          />
          <TextArea
            name="priorityReason"
            label={NEED_FIELD_NAMES.priorityReason}
            rows={2}
            answer={answer}
            value={need.priorityReason}
          />
        </>
      )}
    </>
  );
}
