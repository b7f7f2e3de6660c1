import { problemOf, typedOf, type Problem, type Typed } from '#app/http/problems.ts';
import { measureField, type FigureFile } from './figures-from-file.ts';
import { figureField, groupField, type OptionLine } from './population-form.ts';

interface Props {
  question: string;
  lines: readonly (OptionLine & { text: string })[];
  file: FigureFile | null;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}

/** One line an answer: the group that it counts as, and a figure. */
export function PopulationLines({ question, lines, file, answer }: Props) {
  return (
    <div className="tl-scroll" role="region" aria-label="Groups and figures" tabIndex={0}>
      <table className="govuk-table tl-lines">
        <caption className="govuk-table__caption govuk-table__caption--s">
          Each answer to “{question}” with its group and the figure
        </caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            <th scope="col" className="govuk-table__header">
              Answer
            </th>
            <th scope="col" className="govuk-table__header">
              Counts as the group
            </th>
            <th scope="col" className="govuk-table__header">
              Figure
            </th>
            {file === null ? null : (
              <th scope="col" className="govuk-table__header">
                From {file.title}
              </th>
            )}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {lines.map((line, at) => (
            <tr className="govuk-table__row" key={line.option}>
              <th scope="row" className="govuk-table__header">
                {line.text}
              </th>
              <td className="govuk-table__cell">
                <Cell
                  name={groupField(at)}
                  label={`Group of “${line.text}”`}
                  value={line.group}
                  width={20}
                  answer={answer}
                />
              </td>
              <td className="govuk-table__cell">
                <Cell
                  name={figureField(at)}
                  label={`Figure for “${line.text}”`}
                  value={line.figure}
                  width={10}
                  answer={answer}
                />
              </td>
              {file === null ? null : (
                <td className="govuk-table__cell">
                  <Measure at={at} text={line.text} file={file} answer={answer} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell(props: {
  name: string;
  label: string;
  value: string;
  width: 10 | 20;
  answer: Props['answer'];
}) {
  const { name, answer } = props;
  const problem = answer && problemOf(answer.problems, name);
  return (
    <div className={`govuk-form-group${problem ? ' govuk-form-group--error' : ''}`}>
      <label className="govuk-label tl-lines__label" htmlFor={name}>
        {props.label}
      </label>
      {problem ? (
        <p id={`${name}-error`} className="govuk-error-message">
          <span className="govuk-visually-hidden">Error:</span> {problem}
        </p>
      ) : null}
      <input
        className={`govuk-input govuk-input--width-${props.width}${problem ? ' govuk-input--error' : ''}`}
        id={name}
        name={name}
        type="text"
        inputMode={props.width === 10 ? 'decimal' : undefined}
        defaultValue={answer ? typedOf(answer.typed, name) : props.value}
        aria-describedby={problem ? `${name}-error` : undefined}
        aria-invalid={problem ? true : undefined}
      />
    </div>
  );
}

function Measure(props: { at: number; text: string; file: FigureFile; answer: Props['answer'] }) {
  const name = measureField(props.at);
  return (
    <>
      <label className="govuk-visually-hidden" htmlFor={name}>
        Measure for “{props.text}”
      </label>
      <select
        className="govuk-select"
        id={name}
        name={name}
        defaultValue={props.answer ? typedOf(props.answer.typed, name) : ''}
      >
        <option value="">None</option>
        {props.file.measures.map(({ key, header }) => (
          <option key={key} value={key}>
            {header.length > 60 ? `${header.slice(0, 59)}…` : header}
          </option>
        ))}
      </select>
    </>
  );
}
