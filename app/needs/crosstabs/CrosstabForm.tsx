import { Select } from '#app/ui/Field.tsx';
import { Choices } from '#app/ui/Field.tsx';
import { filterText, type Asked } from './crosstab-form.ts';

export interface Offered {
  name: string;
  title: string;
  /** Why it cannot be laid against another question; null where it can. */
  why: string | null;
}

export interface OfferedFilter {
  title: string;
  answers: { value: string; label: string }[];
}

/** Two questions, a filter and what shares are of: an ordinary form whose answer is an address. */
export function CrosstabForm(props: {
  action: string;
  asked: Asked;
  questions: readonly Offered[];
  filters: readonly OfferedFilter[];
}) {
  const { asked } = props;
  const options = [
    { value: '', label: 'Choose a question' },
    ...props.questions
      .filter(({ why }) => why === null)
      .map(({ name, title }) => ({ value: name, label: short(title) })),
  ];
  return (
    <form method="get" action={props.action} className="tl-noprint">
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-one-half">
          <Select name="row" label="Answers to" options={options} value={asked.row} />
        </div>
        <div className="govuk-grid-column-one-half">
          <Select name="by" label="Compared by" options={options} value={asked.by} />
        </div>
      </div>
      <FilterSelect filters={props.filters} value={filterText(asked)} />
      <Choices
        kind="radios"
        name="share"
        label="Percentages"
        inline
        small
        options={[
          { value: 'columns', label: 'of each column' },
          { value: 'rows', label: 'of each row' },
        ]}
        values={[asked.share]}
      />
      <button type="submit" className="govuk-button" data-module="govuk-button">
        Show the table
      </button>
    </form>
  );
}

function FilterSelect({ filters, value }: { filters: readonly OfferedFilter[]; value: string }) {
  return (
    <div className="govuk-form-group">
      <label className="govuk-label govuk-label--s" htmlFor="filter">
        Only those who answered (optional)
      </label>
      <select
        className="govuk-select tl-wide-select"
        id="filter"
        name="filter"
        defaultValue={value}
      >
        <option value="">Everybody</option>
        {filters.map(({ title, answers }) => (
          <optgroup key={title} label={short(title)}>
            {answers.map((answer) => (
              <option key={answer.value} value={answer.value}>
                {short(answer.label)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

const LONGEST = 90;
const short = (text: string) =>
  text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text;
