import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { Select, TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { TOOLS } from './tools.ts';

export interface ScoresPageProps {
  programmeId: string;
  /** Measures of the theory that scores can speak of. */
  measures: { id: string; label: string }[];
  /** What stands there; null for new scores. */
  there: { values: Record<string, string>; version: number } | null;
  answer?:
    | {
        problems: Problem[];
        typed: Typed;
        version?: number | undefined;
        differences?: { label: string; theirs: string; yours: string }[] | undefined;
      }
    | undefined;
}

/** Scores before and after, to enter or to change. */
export function ScoresPage(props: ScoresPageProps) {
  const { programmeId, there, answer } = props;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.outcomes(programmeId), words: 'Outcomes' },
          { href: links.change(programmeId), words: 'Before and after' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading>{there === null ? 'Enter scores' : 'Change scores'}</Heading>
      {answer?.differences === undefined ? null : (
        <Table
          caption="What stands there now, beside yours"
          rows={answer.differences}
          rowKey={({ label }) => label}
          columns={[
            { header: 'Field', rowHeader: true, cell: ({ label }) => label },
            { header: 'Stands there', cell: ({ theirs }) => theirs || 'Nothing' },
            { header: 'Yours', cell: ({ yours }) => yours || 'Nothing' },
          ]}
        />
      )}
      <Form className="tl-form">
        <input type="hidden" name="version" value={answer?.version ?? there?.version ?? 0} />
        <About {...props} />
        <Figures {...props} />
        <Pairs {...props} />
        <Button intent="save">Keep the scores</Button>
      </Form>
      {there === null ? null : (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">Remove these scores</span>
          </summary>
          <div className="govuk-details__text">
            <Form>
              <Button intent="remove" kind="warning">
                Remove the scores
              </Button>
            </Form>
          </div>
        </details>
      )}
    </>
  );
}

function About({ there, measures, answer }: ScoresPageProps) {
  const value = (field: string) => there?.values[field];
  return (
    <>
      <Select
        name="toolId"
        label="Tool"
        value={value('toolId')}
        options={[
          { value: '', label: 'Select a tool' },
          ...TOOLS.map(({ id, name, lowerIsBetter }) => ({
            value: id,
            label: `${name} (a ${lowerIsBetter ? 'lower' : 'higher'} score is better)`,
          })),
        ]}
        answer={answer}
      />
      <TextField
        name="service"
        label="Which service or group of families"
        hint="Such as Listening visits at Brookside. Write no names"
        value={value('service')}
        answer={answer}
      />
      <TextField
        name="period"
        label="When the second scores were taken"
        hint="Such as April to June 2026"
        value={value('period')}
        answer={answer}
      />
      <Select
        name="measureId"
        label="The measure of the theory that it speaks of"
        value={value('measureId')}
        options={[
          { value: '', label: 'None' },
          ...measures.map(({ id, label }) => ({ value: id, label })),
        ]}
        answer={answer}
        optional
      />
      <TextField
        name="reliability"
        label="How reliable the tool is"
        hint={
          <>
            Between 0 and 1, as published. From memory, to be checked by you:{' '}
            {TOOLS.filter(({ reliability }) => reliability !== null)
              .map(({ name, reliability }) => `${name} ${String(reliability)}`)
              .join(', ')}
          </>
        }
        inputMode="decimal"
        width={5}
        value={value('reliability')}
        answer={answer}
        optional
      />
      <TextField
        name="reliabilitySource"
        label="Where that is published"
        value={value('reliabilitySource')}
        answer={answer}
        optional
      />
    </>
  );
}

const FIGURES = [
  ['pairs', 'How many have a score before and after', ''],
  ['meanBefore', 'Mean before', ''],
  ['sdBefore', 'Spread before (standard deviation)', ''],
  ['meanAfter', 'Mean after', ''],
  ['sdAfter', 'Spread after (standard deviation)', ''],
  [
    'sdChange',
    'Spread of each person’s own change (standard deviation)',
    'Without it there is no range for the change',
  ],
  ['improved', 'How many got better by more than the tool can err', ''],
  ['worsened', 'How many got worse by more than the tool can err', ''],
  ['onlyBefore', 'How many have a score before and none after', 'Those who stopped coming'],
] as const;

function Figures({ there, answer }: ScoresPageProps) {
  return (
    <fieldset className="govuk-fieldset">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">
        The sums, if you have them
      </legend>
      {FIGURES.map(([name, label, hint]) => (
        <TextField
          key={name}
          name={name}
          label={label}
          hint={hint === '' ? undefined : hint}
          inputMode="decimal"
          width={5}
          value={there?.values[name]}
          answer={answer}
          optional={!['pairs', 'meanBefore', 'meanAfter'].includes(name)}
        />
      ))}
    </fieldset>
  );
}

function Pairs({ there, answer }: ScoresPageProps) {
  return (
    <fieldset className="govuk-fieldset">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">
        Or pairs of scores
      </legend>
      <TextArea
        name="pairsText"
        label="Score before and score after, one person a line"
        hint="Such as 14, 9. Leave a score that was not taken empty. Two columns and nothing that says who somebody is. They are summed up when you keep them, take the place of the sums above, and are then forgotten"
        rows={6}
        spellCheck={false}
        answer={answer}
        optional
      />
      <TextArea
        name="note"
        label="What else whoever reads it should know"
        rows={2}
        value={there?.values['note']}
        answer={answer}
        optional
      />
    </fieldset>
  );
}
