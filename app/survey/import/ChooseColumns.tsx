import { problemOf, typedOf, type Problem, type Typed } from '#app/http/problems.ts';
import { SurveyFields } from '#app/survey/SurveyFields.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import type { ColumnChoice, ColumnShown } from './import-preview.ts';
import { COLUMN_KINDS, COLUMN_ROLES, type ColumnPlan } from './column-plan.ts';

export const placeField = (at: number) => `place-${at}`;
export const roleField = (at: number) => `role-${at}`;
export const kindField = (at: number) => `kind-${at}`;
export const titleField = (at: number) => `title-${at}`;

type Answer = { problems: readonly Problem[]; typed: Typed } | undefined;

interface Common {
  fileName: string;
  rows: number;
  /** Where the same file was brought in before, in words. */
  before: string | null;
  answer: Answer;
}

function Beginning(props: Common & { columns: number }) {
  return (
    <>
      <ErrorSummary problems={props.answer?.problems} />
      <p className="govuk-body">
        “{props.fileName}” has {many(props.rows, 'row')} and {many(props.columns, 'column')}. Check
        the guess for each column. Nothing is stored yet.
      </p>
      {props.before === null ? null : <p className="govuk-inset-text">{props.before}</p>}
    </>
  );
}

function Ending() {
  return (
    <div className="govuk-button-group">
      <Button intent="check">Check the rows</Button>
      <Button intent="leave" kind="secondary">
        Leave this file
      </Button>
    </div>
  );
}

const shownColumns = [
  { header: 'Column', rowHeader: true, cell: ({ header }: ColumnShown) => header },
  {
    header: 'Such as',
    cell: ({ examples }: ColumnShown) => examples.join(' · ') || '(empty)',
  },
];

/** What each column of a file becomes in a survey that there is. */
export function ChooseColumns(props: Common & { columns: readonly ColumnChoice[] }) {
  const { columns, answer } = props;
  return (
    <>
      <Beginning {...props} columns={columns.length} />
      <Form>
        <Table
          caption="What each column holds"
          rows={columns}
          rowKey={({ at }) => String(at)}
          columns={[
            ...shownColumns,
            {
              header: 'Becomes',
              cell: (column) => <PlaceSelect column={column} answer={answer} />,
            },
          ]}
        />
        <Ending />
      </Form>
    </>
  );
}

function PlaceSelect({ column, answer }: { column: ColumnChoice; answer: Answer }) {
  const name = placeField(column.at);
  if (column.never) return <Never column={column} name={name} value="nothing" />;
  return (
    <Picked
      name={name}
      label={`What “${column.header}” becomes`}
      value={typedOf(answer?.typed ?? {}, name, column.chosen)}
      options={column.options}
      why={column.why}
      problem={problemOf(answer?.problems ?? [], name)}
    />
  );
}

/** What points to a person is not a choice. */
function Never({ column, name, value }: { column: ColumnShown; name: string; value: string }) {
  return (
    <>
      <input type="hidden" name={name} value={value} />
      <strong>Never brought in.</strong> <span className="tl-reason">{column.why}</span>
    </>
  );
}

function Picked(props: {
  name: string;
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  why?: string;
  problem?: string | undefined;
}) {
  const { name, problem } = props;
  const described = [problem === undefined ? '' : `${name}-error`, props.why ? `${name}-why` : ''];
  const ids = described.filter(Boolean).join(' ');
  return (
    <>
      <label className="govuk-visually-hidden" htmlFor={name}>
        {props.label}
      </label>
      {problem === undefined ? null : (
        <p id={`${name}-error`} className="govuk-error-message">
          <span className="govuk-visually-hidden">Error:</span> {problem}
        </p>
      )}
      <select
        className={`govuk-select tl-place${problem === undefined ? '' : ' govuk-select--error'}`}
        id={name}
        name={name}
        defaultValue={props.value}
        aria-describedby={ids === '' ? undefined : ids}
      >
        {props.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      {props.why ? (
        <span className="tl-small tl-reason" id={`${name}-why`}>
          {props.why}
        </span>
      ) : null}
    </>
  );
}

const optionsIn = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
const ROLES = optionsIn(COLUMN_ROLES);
const KINDS = optionsIn(COLUMN_KINDS);

/** What each column of a file becomes in a survey that is made of it, and what to say of the survey. */
export function PlanColumns(
  props: Common & {
    columns: readonly ColumnShown[];
    plan: readonly ColumnPlan[];
    survey: Parameters<typeof SurveyFields>[0]['survey'];
  },
) {
  const { columns, plan, answer } = props;
  const rows = columns.map((column, i) => ({ column, plan: plan[i] ?? LEFT }));
  return (
    <>
      <Beginning {...props} columns={columns.length} />
      <Form>
        <div className="govuk-grid-row">
          <div className="govuk-grid-column-two-thirds">
            <h2 className="govuk-heading-m">The survey</h2>
            <p className="govuk-body">
              It is kept as closed: nobody can answer it here. Say what families were told when they
              were asked.
            </p>
            <SurveyFields answer={answer && { ...answer }} survey={props.survey} />
          </div>
        </div>
        <Table
          caption="What each column holds"
          rows={rows}
          rowKey={({ column }) => String(column.at)}
          columns={[
            ...shownColumns.map((one) => ({
              ...one,
              cell: (row: { column: ColumnShown }) => one.cell(row.column),
            })),
            {
              header: 'Becomes',
              cell: (row) => <PlanOf {...row} answer={answer} />,
            },
          ]}
        />
        <Ending />
      </Form>
    </>
  );
}

const LEFT: ColumnPlan = { role: 'leave', kind: 'text', title: '' };

function PlanOf(props: { column: ColumnShown; plan: ColumnPlan; answer: Answer }) {
  const { column, plan, answer } = props;
  const typed = answer?.typed ?? {};
  const { at, header } = column;
  if (column.never) return <Never column={column} name={roleField(at)} value="leave" />;
  return (
    <div className="tl-plan-column">
      <Picked
        name={roleField(at)}
        label={`What “${header}” is`}
        value={typedOf(typed, roleField(at), plan.role)}
        options={ROLES}
        why={column.why}
        problem={problemOf(answer?.problems ?? [], roleField(at))}
      />
      <Picked
        name={kindField(at)}
        label={`How “${header}” is answered, where it is a question`}
        value={typedOf(typed, kindField(at), plan.kind)}
        options={KINDS}
      />
      <label className="govuk-visually-hidden" htmlFor={titleField(at)}>
        What was asked in “{header}”, where it is a question
      </label>
      <input
        className="govuk-input tl-place"
        id={titleField(at)}
        name={titleField(at)}
        defaultValue={typedOf(typed, titleField(at), plan.title)}
        maxLength={300}
      />
    </div>
  );
}
