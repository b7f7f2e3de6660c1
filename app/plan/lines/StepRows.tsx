import type { Problem, Typed } from '#app/http/problems.ts';
import { Select, TextField } from '#app/ui/Field.tsx';
import { STEP_KINDS, STEP_NAMES } from '#app/plan/plan.ts';
import { rowsSent } from './line-rows.ts';
import type { Tags } from './line-page.ts';

type Answer = { problems: readonly Problem[]; typed: Typed; more?: boolean } | undefined;
type Part = { values: Typed; answer: Answer };

/** So many empty rows stand at the end, and so many more when somebody asks for more. */
const EMPTY = { step: 2, wait: 1 } as const;
const MORE = 5;

function rowsToShow(kind: 'step' | 'wait', { values, answer }: Part): number[] {
  const filled = rowsSent(answer ? answer.typed : values, kind);
  const shown = answer ? filled + (answer.more ? MORE : 0) : filled + EMPTY[kind];
  return Array.from({ length: Math.max(shown, EMPTY[kind]) }, (_, at) => at + 1);
}

/** The steps of a line, a row each: without script, so that empty rows stand ready. */
export function StepRows(part: Part) {
  const { values, answer } = part;
  const value = (name: string) => [values[name] ?? ''].flat()[0];
  return (
    <fieldset className="govuk-fieldset tl-rows" id="steps">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
        Actions and milestones
      </legend>
      <p className="govuk-hint">
        An action is something to do. A milestone is something to see, such as “Both hubs open until
        8pm”. Empty the words of a step to take it out.
      </p>
      {rowsToShow('step', part).map((at) => (
        <div className="tl-row tl-row--step" key={at} role="group" aria-label={`Step ${at}`}>
          <input type="hidden" name={`step-${at}-id`} value={idOf(part, at)} />
          <TextField
            name={`step-${at}-title`}
            label={<Of at={at}>Step {at}</Of>}
            {...{ answer, value: value(`step-${at}-title`) }}
          />
          <Select
            name={`step-${at}-kind`}
            label={<Of at={at}>Kind</Of>}
            options={STEP_KINDS.map((kind) => ({ value: kind, label: STEP_NAMES[kind] }))}
            {...{ answer, value: value(`step-${at}-kind`) }}
          />
          <TextField
            name={`step-${at}-owner`}
            label={<Of at={at}>Who</Of>}
            {...{ answer, value: value(`step-${at}-owner`) }}
          />
          <TextField
            name={`step-${at}-due`}
            type="date"
            label={<Of at={at}>Due</Of>}
            {...{ answer, value: value(`step-${at}-due`) }}
          />
          <TextField
            name={`step-${at}-done`}
            type="date"
            label={<Of at={at}>Done on</Of>}
            {...{ answer, value: value(`step-${at}-done`) }}
          />
        </div>
      ))}
    </fieldset>
  );
}

function idOf({ values, answer }: Part, at: number): string {
  const from = answer ? answer.typed : values;
  return [from[`step-${at}-id`] ?? ''].flat()[0] ?? '';
}

/** A short label to see, and of which step it is for those who hear it alone. */
function Of({ at, children }: { at: number; children: React.ReactNode }) {
  return (
    <>
      {children}
      <span className="govuk-visually-hidden">, row {at}</span>
    </>
  );
}

/** The lines that a line waits for. */
export function WaitRows(part: Part & { others: Tags['lines'] }) {
  const { values, answer, others } = part;
  if (others.length === 0) return null;
  const value = (name: string) => [values[name] ?? ''].flat()[0];
  return (
    <fieldset className="govuk-fieldset tl-rows" id="waits">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">It waits for</legend>
      <p className="govuk-hint">
        Lines that must have ended before this one begins. Days between may be none.
      </p>
      {rowsToShow('wait', part).map((at) => (
        <div className="tl-row tl-row--wait" key={at}>
          <Select
            name={`wait-${at}-line`}
            label={`Line ${at} that it waits for`}
            options={[
              { value: '', label: 'None' },
              ...others.map(({ id, title }) => ({ value: id, label: title })),
            ]}
            {...{ answer, value: value(`wait-${at}-line`) }}
          />
          <TextField
            name={`wait-${at}-lag`}
            label={<Of at={at}>Days between</Of>}
            inputMode="numeric"
            width={4}
            {...{ answer, value: value(`wait-${at}-lag`) }}
          />
        </div>
      ))}
    </fieldset>
  );
}
