import type { Problem, Typed } from '#app/http/problems.ts';
import { Choices, Select, TextArea, TextField } from '#app/ui/Field.tsx';
import { many } from '#app/ui/words.ts';
import { OFFER_NAMES, OFFERS, WAY_NAMES, WAYS } from './meeting.ts';
import type { MeetingChoices, MeetingValues } from './meeting-values.ts';

/** The fields of a meeting: when, how, where, and what helps people come. */
export function MeetingFieldset(props: {
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
  meeting: MeetingValues;
  choices: MeetingChoices;
  mayBeHeld?: boolean;
}) {
  const { answer, meeting, choices } = props;
  return (
    <>
      <input type="hidden" name="version" value={meeting.version} />
      <TextField
        name="title"
        label="Title"
        hint="Such as “Spring meeting: opening hours”"
        answer={answer}
        value={meeting.title}
      />
      {choices.groups.length > 0 ? (
        <Select
          name="groupId"
          label="Who meets"
          answer={answer}
          value={meeting.groupId}
          options={[
            { value: '', label: 'The parent carer panel' },
            ...choices.groups.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      ) : null}
      <TextField
        name="heldOn"
        label="Day"
        type="date"
        answer={answer}
        value={meeting.heldOn}
        width={10}
      />
      <TextField
        name="startsAt"
        label="From"
        hint="Such as 10:30 or 2pm"
        answer={answer}
        value={meeting.startsAt}
        width={5}
      />
      <TextField name="endsAt" label="To" answer={answer} value={meeting.endsAt} width={5} />
      {props.mayBeHeld ? (
        <Choices
          kind="checkboxes"
          name="already"
          label="Was it held already?"
          small
          answer={answer}
          options={[{ value: 'yes', label: 'Yes: I write it down now' }]}
        />
      ) : null}
      <Where {...props} />
      <Help {...props} />
    </>
  );
}

type Part = Parameters<typeof MeetingFieldset>[0];

function Where({ answer, meeting, choices }: Part) {
  return (
    <>
      <Choices
        kind="radios"
        name="how"
        label="How people take part"
        answer={answer}
        values={meeting.how === '' ? [] : [meeting.how]}
        options={WAYS.map((value) => ({ value, label: WAY_NAMES[value] }))}
      />
      {choices.sites.length > 0 ? (
        <Select
          name="siteId"
          label="Site"
          hint="From the register of sites"
          optional
          answer={answer}
          value={meeting.siteId}
          options={[
            { value: '', label: 'None of them' },
            ...choices.sites.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      ) : null}
      <TextField
        name="place"
        label="Place"
        hint={
          choices.sites.length > 0
            ? 'Room and address as members read them. Leave it empty to use the site’s own.'
            : 'Room and address, as members read them'
        }
        optional
        answer={answer}
        value={meeting.place}
      />
      <TextField
        name="joiningLink"
        label="Link to join online"
        hint="Only members who are asked to this meeting see it"
        optional
        answer={answer}
        value={meeting.joiningLink}
        spellCheck={false}
      />
    </>
  );
}

function Help({ answer, meeting, choices }: Part) {
  const wanted = choices.languages.map(({ language, members }) => ({
    value: language,
    label: `${language} (${many(members, 'member')})`,
  }));
  const others = meeting.interpreters.filter((one) => !wanted.some(({ value }) => value === one));
  const languages = [...wanted, ...others.map((value) => ({ value, label: value }))];
  return (
    <>
      <h2 className="govuk-heading-m">So that people can come</h2>
      {languages.length > 0 ? (
        <Choices
          kind="checkboxes"
          name="interpreters"
          label="Interpreters"
          hint="Languages that members asked for"
          small
          optional
          answer={answer}
          values={meeting.interpreters}
          options={languages}
        />
      ) : (
        <p className="govuk-body">No member asked for another language than English.</p>
      )}
      <Choices
        kind="checkboxes"
        name="offers"
        label="What we offer"
        small
        optional
        answer={answer}
        values={meeting.offers}
        options={OFFERS.map((value) => ({ value, label: OFFER_NAMES[value] }))}
      />
      <TextArea
        name="helps"
        label="Anything else that members should know"
        hint="In plain English. Such as “There is a step-free way in at the back. You can bring your baby.”"
        optional
        answer={answer}
        value={meeting.helps}
        rows={3}
      />
      <TextField
        name="quorum"
        label="How many members must be there to decide"
        optional
        inputMode="numeric"
        width={3}
        answer={answer}
        value={meeting.quorum}
      />
    </>
  );
}
