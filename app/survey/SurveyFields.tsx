import type { Problem, Typed } from '#app/http/problems.ts';
import { Choices, Select, TextArea, TextField } from '#app/ui/Field.tsx';
import {
  LAWFUL_BASES,
  LAWFUL_BASIS_NAMES,
  SPECIAL_CONDITION_NAMES,
  SPECIAL_CONDITIONS,
} from './lawful-basis.ts';

/** What staff decide about a survey besides its questions. */
export function SurveyFields(props: {
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
  survey: {
    title: string;
    opensOn: string | null;
    closesOn: string | null;
    privacyNotice: string;
    keepUntil: string;
    lawfulBasis: string | null;
    specialCondition: string | null;
    minutes: number;
  };
}) {
  const { answer, survey } = props;
  return (
    <>
      <TextField
        name="title"
        label="Title"
        hint="Families see it at the top of the first page"
        answer={answer}
        value={survey.title}
      />
      <TextField
        name="opensOn"
        type="date"
        width={10}
        label="Opens on"
        hint="Left empty, it opens on the day you press “Open the survey”"
        optional
        answer={answer}
        value={survey.opensOn ?? ''}
      />
      <TextField
        name="closesOn"
        type="date"
        width={10}
        label="Closes at the end of"
        hint="Left empty, it stays open until you close it"
        optional
        answer={answer}
        value={survey.closesOn ?? ''}
      />
      <TextField
        name="keepUntil"
        type="date"
        width={10}
        label="Answers are deleted after"
        hint="As your retention schedule says. Families are told this day before they begin"
        answer={answer}
        value={survey.keepUntil}
      />
      <TextArea
        name="privacyNotice"
        label="What families are told about their answers"
        hint="Your data protection officer must agree to it. {keepUntil} is replaced by the day above; an empty line begins a new paragraph"
        rows={14}
        answer={answer}
        value={survey.privacyNotice}
      />
      <Choices
        kind="radios"
        name="lawfulBasis"
        label="On what lawful basis do you ask?"
        hint="Your data protection officer decides. The privacy notice must say it too"
        answer={answer}
        values={survey.lawfulBasis === null ? [] : [survey.lawfulBasis]}
        options={LAWFUL_BASES.map((basis) => ({
          value: basis,
          label: LAWFUL_BASIS_NAMES[basis].name,
          hint: LAWFUL_BASIS_NAMES[basis].means,
        }))}
      />
      <Select
        name="specialCondition"
        label="If you ask about health, ethnic group, religion or sexual orientation: the condition that lets you"
        optional
        answer={answer}
        value={survey.specialCondition ?? ''}
        options={[
          { value: '', label: 'None of these is asked' },
          ...SPECIAL_CONDITIONS.map((condition) => ({
            value: condition,
            label: SPECIAL_CONDITION_NAMES[condition],
          })),
        ]}
      />
      <TextField
        name="minutes"
        label="Minutes it takes"
        hint="Families are told before they begin. The page of checks estimates it from the questions"
        width={3}
        inputMode="numeric"
        answer={answer}
        value={String(survey.minutes)}
      />
    </>
  );
}
