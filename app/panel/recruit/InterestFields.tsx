import type { Problem, Typed } from '#app/http/problems.ts';
import { Select, TextArea, TextField } from '#app/ui/Field.tsx';
import {
  AGE_BANDS,
  CARES_AS,
  ETHNIC_GROUPS,
  PREFERRED,
  SEXES,
  type Listed,
} from '../member-lists.ts';

interface Props {
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
  places: readonly string[];
}

/** What somebody fills in who would like to be on the panel. */
export function InterestFields({ answer, places }: Props) {
  return (
    <>
      <fieldset className="govuk-fieldset govuk-!-margin-bottom-6">
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">
          How we can reach you
        </legend>
        <TextField
          name="name"
          label="Your name"
          hint="As you would like to be called."
          autoComplete="name"
          spellCheck={false}
          answer={answer}
        />
        <TextField
          name="email"
          label="E-mail address"
          hint="An e-mail address or a telephone number is enough."
          type="email"
          autoComplete="email"
          spellCheck={false}
          answer={answer}
        />
        <TextField
          name="phone"
          label="Telephone number"
          type="tel"
          width={20}
          autoComplete="tel"
          answer={answer}
        />
        <FromList
          name="preferred"
          label="How should we write or call?"
          list={PREFERRED}
          none="It does not matter"
          answer={answer}
        />
        <TextField
          name="language"
          label="Language"
          hint="If another than English is easier for you. We can bring an interpreter."
          width={20}
          optional
          answer={answer}
        />
        <TextArea
          name="helps"
          label="What would help you to take part?"
          hint="Childcare, travel, a sign language interpreter, a step-free room, papers in large print …"
          rows={3}
          optional
          answer={answer}
        />
      </fieldset>
      <fieldset className="govuk-fieldset govuk-!-margin-bottom-6">
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">About you</legend>
        <p className="govuk-hint">
          We choose by lot, so that the panel is like the families who live here. You can leave out
          any of these, and can still be chosen.
        </p>
        <FromList
          name="caresAs"
          label="You look after children as"
          list={CARES_AS}
          {...{ answer }}
        />
        <FromList name="sex" label="Your sex" list={SEXES} {...{ answer }} />
        <FromList name="ageBand" label="Your age" list={AGE_BANDS} {...{ answer }} />
        <FromList
          name="ethnicGroup"
          label="Your ethnic group"
          list={ETHNIC_GROUPS}
          {...{ answer }}
        />
        {places.length === 0 ? (
          <TextField name="area" label="Where you live" optional answer={answer} />
        ) : (
          <FromList
            name="area"
            label="Where you live"
            list={places.map((place) => ({ value: place, label: place }))}
            answer={answer}
          />
        )}
      </fieldset>
      <div className="tl-trap" aria-hidden="true">
        <label htmlFor="website">Leave this empty</label>
        <input id="website" name="website" type="text" tabIndex={-1} autoComplete="off" />
      </div>
    </>
  );
}

function FromList(props: {
  name: string;
  label: string;
  list: readonly Listed[];
  none?: string;
  answer: Props['answer'];
}) {
  return (
    <Select
      name={props.name}
      label={props.label}
      optional
      answer={props.answer}
      options={[{ value: '', label: props.none ?? 'I leave this out' }, ...props.list]}
    />
  );
}
