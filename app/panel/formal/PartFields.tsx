import type { Problem, Typed } from '#app/http/problems.ts';
import { Choices, FileField, TextArea, TextField } from '#app/ui/Field.tsx';
import { DUTIES, DUTY_HINTS, DUTY_NAMES, type FormalPart } from './record.ts';

export interface PartFieldsProps {
  part: FormalPart;
  /** What is written now, by the name of the field. */
  values: Record<string, string>;
  /** The options that people are asked about, for the decision. */
  options: { id: string; name: string }[];
  /** The authority's own rule on time, in words. */
  rule: string;
  warnings: string[];
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}

type Fields = PartFieldsProps & { at: (name: string) => Of };
interface Of {
  name: string;
  value: string;
  answer: PartFieldsProps['answer'];
}

/** The fields of one part. */
export function PartFields(props: PartFieldsProps) {
  const { values, answer } = props;
  const at = (name: string) => ({ name, value: values[name] ?? '', answer });
  const fields = { ...props, at };
  switch (props.part) {
    case 'duty':
      return <Duty {...fields} />;
    case 'formative':
      return <Formative {...fields} />;
    case 'reasons':
      return <Reasons {...fields} />;
    case 'options':
      return <Option {...fields} />;
    case 'equality':
      return <Equality {...fields} />;
    case 'time':
      return <Time {...fields} />;
    case 'considered':
      return <Considered {...fields} />;
    case 'decision':
      return <Decision {...fields} />;
  }
}

function Duty({ at, values, answer }: Fields) {
  return (
    <>
      <Choices
        kind="radios"
        name="duty"
        label="Which law asks for this consultation?"
        values={[values['duty'] ?? '']}
        answer={answer}
        options={DUTIES.map((duty) => ({
          value: duty,
          label: DUTY_NAMES[duty],
          hint: DUTY_HINTS[duty],
        }))}
      />
      <TextField {...at('dutyNote')} label="Which law or promise" optional />
    </>
  );
}

function Formative({ at }: Fields) {
  return (
    <>
      <TextArea
        {...at('stillOpen')}
        label="What can still change"
        hint="Could those who decide still choose otherwise? Say what is open, and what is decided already."
        rows={5}
      />
      <TextField {...at('decides')} label="Who decides" hint="Such as Cabinet" />
      <TextField
        {...at('decidesOn')}
        type="date"
        width={10}
        label="When the decision is planned"
        hint="After the last day to answer, with time to read and weigh what people said"
      />
    </>
  );
}

function Reasons({ at }: Fields) {
  return (
    <>
      <TextArea
        {...at('reasons')}
        label="Why a change is proposed"
        hint="Enough for somebody to think about it and answer: what is the case now, what it costs, who would gain and who would lose. Members read this."
        rows={8}
      />
      <TextField
        {...at('reasonsLink')}
        label="Address of a longer paper"
        hint="Such as the report to the committee"
        optional
      />
    </>
  );
}

function Option({ at, values, answer }: Fields) {
  return (
    <>
      <input type="hidden" name="optionId" value={values['optionId'] ?? ''} />
      <TextField
        {...at('optionName')}
        label="What the option is called"
        hint="Such as “Open to 7pm on Thursdays”, or “Leave it as it is”"
      />
      <TextArea {...at('optionWords')} label="What it would mean for families" rows={4} />
      <Choices
        kind="radios"
        inline
        name="optionPreferred"
        label="Is it the one you prefer?"
        hint="One option is preferred. To keep it back would mislead people."
        values={[values['optionPreferred'] ?? '']}
        answer={answer}
        options={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
      />
      <TextArea
        {...at('optionWhy')}
        label="Why it is preferred, or why not"
        hint="People may have to be told of what was rejected, and why (Moseley, 2014)."
        rows={3}
      />
    </>
  );
}

function Equality({ at, values }: Fields) {
  const { fileName } = values;
  return (
    <>
      <TextField
        {...at('equalityTitle')}
        label="What the assessment is called"
        hint="It stands beside the proposal from the first day"
      />
      <TextField {...at('equalityOn')} type="date" width={10} label="Day of the assessment" />
      <TextField {...at('equalityLink')} label="Its address" optional />
      <FileField
        {...at('equalityFile')}
        label="Or the file"
        hint={
          fileName === undefined
            ? 'PDF, DOCX or ODT, up to 5 MB'
            : `PDF, DOCX or ODT, up to 5 MB. There now: ${fileName}; leave empty to keep it.`
        }
        accept=".pdf,.docx,.odt"
        optional
      />
    </>
  );
}

function Time({ at, rule, warnings }: Fields) {
  return (
    <>
      <p className="govuk-body">{rule}</p>
      {warnings.length > 0 ? (
        <ul className="govuk-list govuk-list--bullet">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      ) : null}
      <TextArea
        {...at('shortBecause')}
        label="Why less time is enough"
        hint="Only if it is open for fewer days than your rule: what makes it urgent, and how everybody still hears of it"
        optional
      />
      <TextArea
        {...at('busy')}
        label="What is done at busy times"
        hint="If it runs through August, Christmas or the weeks before an election"
        optional
      />
    </>
  );
}

function Considered({ at }: Fields) {
  return (
    <>
      <TextField
        {...at('readBy')}
        label="Who read the answers before deciding"
        hint="Those who decide, by their office, and who prepared it for them"
      />
      <TextField {...at('readOn')} type="date" width={10} label="By which day they had read them" />
      <TextArea
        {...at('said')}
        label="What people said"
        hint="The main points with how many made them, also those against what you prefer. No names."
        rows={7}
      />
      <TextArea
        {...at('weighed')}
        label="How each point was weighed"
        hint="What it changed; where it changed nothing, why not"
        rows={7}
      />
    </>
  );
}

function Decision({ at, values, options, answer }: Fields) {
  return (
    <>
      <Choices
        kind="radios"
        name="decided"
        label="What was decided?"
        values={[values['decided'] ?? '']}
        answer={answer}
        options={[
          ...options.map(({ id, name }) => ({ value: id, label: name })),
          { value: 'another', label: 'Another way than these' },
          { value: 'none', label: 'Nothing is changed' },
        ]}
      />
      <TextArea {...at('decision')} label="The decision, in words that families understand" />
      <TextField {...at('decidedBy')} label="Who decided" />
      <TextField {...at('decidedOn')} type="date" width={10} label="On which day" />
      <TextArea
        {...at('changed')}
        label="What changed because of the answers"
        hint="If nothing did, say so, and why"
      />
      <TextArea {...at('decisionReasons')} label="Reasons for the decision" rows={6} />
    </>
  );
}
