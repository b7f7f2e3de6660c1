import type { Problem, Typed } from '#app/http/problems.ts';
import { Choices, Select, TextArea, TextField } from '#app/ui/Field.tsx';
import {
  AGE_BANDS,
  CARES_AS,
  ETHNIC_GROUPS,
  KIND_NAMES,
  KINDS,
  PREFERRED,
  SEXES,
  type Listed,
} from './member-lists.ts';
import type { About } from './members.ts';

/** What is known of a member before anything is typed. */
export interface KnownMember {
  name: string;
  kind: string;
  joinedOn: string;
  about: About;
  contact: { email: string; phone: string; preferred: string; language: string } | null;
  support: Support | null;
}

/** What a member needs to take part. */
export interface Support {
  access: string;
  interpreter: string;
  childcare: string;
  helps: string;
}

interface Props {
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
  member: KnownMember;
  /** Somebody who left has no contact details any more, and gets none by being corrected. */
  hasLeft?: boolean;
}

/** The fields of a member: who they are, what they said of themselves, and how to reach them. */
export function MemberFields({ answer, member, hasLeft }: Props) {
  const { about } = member;
  return (
    <>
      <TextField name="name" label="Name" value={member.name} answer={answer} spellCheck={false} />
      <Choices
        kind="radios"
        name="kind"
        label="On the panel as"
        hint="Practitioners are counted apart: the panel is of parents and carers."
        inline
        values={[member.kind]}
        answer={answer}
        options={KINDS.map((kind) => ({ value: kind, label: KIND_NAMES[kind] }))}
      />
      <TextField
        name="joinedOn"
        label="Joined on"
        type="date"
        width={10}
        value={member.joinedOn}
        answer={answer}
      />
      <fieldset className="govuk-fieldset govuk-!-margin-bottom-6">
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">
          About the member
        </legend>
        <p className="govuk-hint">
          So that you can see who is missing. Ask, and leave empty what the member does not say.
        </p>
        <FromList
          name="caresAs"
          label="Looks after children as"
          list={CARES_AS}
          {...{ answer, about }}
        />
        <FromList name="sex" label="Sex" list={SEXES} {...{ answer, about }} />
        <FromList name="ageBand" label="Age" list={AGE_BANDS} {...{ answer, about }} />
        <FromList
          name="ethnicGroup"
          label="Ethnic group"
          list={ETHNIC_GROUPS}
          {...{ answer, about }}
        />
        <TextField
          name="area"
          label="Where they live"
          hint="A ward or a neighbourhood, not an address."
          optional
          value={about['area']}
          answer={answer}
        />
      </fieldset>
      {hasLeft ? null : (
        <>
          <ContactFields {...{ answer, member }} />
          <SupportFields answer={answer} support={member.support} />
        </>
      )}
    </>
  );
}

function ContactFields({ answer, member }: Props) {
  const { contact } = member;
  return (
    <fieldset className="govuk-fieldset govuk-!-margin-bottom-6">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">
        How to reach the member
      </legend>
      <p className="govuk-hint">
        Kept apart from everything that the member says, and deleted when they leave.
      </p>
      <TextField
        name="email"
        label="E-mail address"
        type="email"
        optional
        spellCheck={false}
        value={contact?.email}
        answer={answer}
      />
      <TextField
        name="phone"
        label="Telephone number"
        type="tel"
        width={20}
        optional
        value={contact?.phone}
        answer={answer}
      />
      <Select
        name="preferred"
        label="Wants to hear from us by"
        optional
        value={contact?.preferred}
        answer={answer}
        options={[{ value: '', label: 'Not known' }, ...PREFERRED]}
      />
      <TextField
        name="language"
        label="Language"
        hint="If not English, or not only."
        width={20}
        optional
        value={contact?.language}
        answer={answer}
      />
    </fieldset>
  );
}

/** What would help: asked of everybody in the same words. */
export function SupportFields(props: {
  answer: Props['answer'];
  support: Support | null;
  /** Whether the member fills it in themselves. */
  mine?: boolean;
}) {
  const { answer, support, mine } = props;
  return (
    <fieldset className="govuk-fieldset govuk-!-margin-bottom-6">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">
        {mine ? 'What helps you to take part' : 'What helps to take part'}
      </legend>
      <p className="govuk-hint">
        {mine ? 'Deleted when you leave.' : 'Deleted together with how to reach the member.'}
      </p>
      <TextArea
        name="access"
        label="Access"
        hint="A step-free room, large print, a hearing loop, breaks …"
        rows={2}
        optional
        value={support?.access}
        answer={answer}
      />
      <TextField
        name="interpreter"
        label="Interpreter"
        hint="The language, or British Sign Language."
        width={20}
        optional
        value={support?.interpreter}
        answer={answer}
      />
      <TextField
        name="childcare"
        label="Childcare"
        hint="How many children and how old, such as: a baby and a child of 3."
        optional
        value={support?.childcare}
        answer={answer}
      />
      <TextArea
        name="helps"
        label="Anything else"
        rows={2}
        optional
        value={support?.helps}
        answer={answer}
      />
    </fieldset>
  );
}

function FromList(props: {
  name: string;
  label: string;
  list: readonly Listed[];
  about: About;
  answer: Props['answer'];
}) {
  return (
    <Select
      name={props.name}
      label={props.label}
      optional
      value={props.about[props.name]}
      answer={props.answer}
      options={[{ value: '', label: 'Not known' }, ...props.list]}
    />
  );
}
