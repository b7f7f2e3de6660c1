import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { Choices, Select, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import type { FigureFile } from './figures-from-file.ts';
import type { Margin } from './margin.ts';
import type { OptionLine } from './population-form.ts';
import { PopulationLines } from './PopulationLines.tsx';

interface Props {
  programmeId: string;
  survey: { id: string; title: string };
  question: { name: string; title: string };
  lines: readonly (OptionLine & { text: string })[];
  saved: Margin | null;
  version: number;
  files: readonly { id: string; title: string }[];
  file: FigureFile | null;
  answer:
    | {
        problems: Problem[];
        typed: Typed;
        /** What somebody else saved meanwhile, or what was taken from a file. */
        note?: string;
        version?: number;
      }
    | undefined;
}

/** What the population of families looks like by one question. */
export function EditPopulation(props: Props) {
  const { programmeId, survey, question, saved, answer, file } = props;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.survey(programmeId, survey.id), words: survey.title },
          { href: links.population(programmeId, survey.id), words: 'What families here look like' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption="What families here look like">{question.title}</Heading>
      {answer?.note ? (
        <div className="govuk-inset-text">
          <p className="govuk-body govuk-!-margin-bottom-0">{answer.note}</p>
        </div>
      ) : null}
      <p className="govuk-body">
        Write how many families there are of each group, or their part of a hundred. To merge
        answers, give them the same group; their figures are added up, so one line is enough. Empty
        the group of an answer that the official figure does not have: it is left out of the
        comparison.
      </p>
      <Form>
        <input type="hidden" name="version" value={answer?.version ?? props.version} />
        {file === null ? null : <input type="hidden" name="file" value={file.id} />}
        <Choices
          kind="radios"
          name="unit"
          label="The figures are"
          inline
          options={[
            { value: 'people', label: 'People or families' },
            { value: 'percent', label: 'Per cent' },
          ]}
          values={saved ? [saved.unit] : []}
          answer={answer}
        />
        <PopulationLines
          question={question.title}
          lines={props.lines}
          file={file}
          answer={answer}
        />
        {file === null ? null : <FromFile file={file} answer={answer} />}
        <TextField
          name="source"
          label="Where the figures come from"
          hint="For example: Census 2021, table TS007, parents with dependent children."
          value={saved?.assumed === false ? saved.source : (file?.title ?? '')}
          answer={answer}
        />
        <TextField
          name="asAt"
          type="date"
          width={10}
          label="The day that they speak of"
          hint="Census day was 21 March 2021."
          value={saved?.asAt ?? ''}
          answer={answer}
        />
        <Choices
          kind="checkboxes"
          name="assumed"
          label="How sure"
          small
          options={[
            {
              value: 'yes',
              label: 'This is an assumption, not a count',
              hint: 'It is said as such wherever it shows.',
            },
          ]}
          values={saved?.assumed ? ['yes'] : []}
          answer={answer}
        />
        <div className="govuk-button-group">
          <Button intent="save">Save these figures</Button>
          {saved !== null && props.version > 0 ? (
            <Button intent="remove" kind="secondary">
              Take these figures out
            </Button>
          ) : null}
        </div>
      </Form>
      {props.files.length > 0 ? <ChooseFile {...props} /> : null}
    </>
  );
}

function FromFile({ file, answer }: { file: FigureFile; answer: Props['answer'] }) {
  return (
    <div className="govuk-inset-text">
      <Select
        name="level"
        label="Add up over"
        options={file.levels.map(({ level, areas }) => ({
          value: level,
          label: `${areas.toLocaleString('en-GB')} ${level === '' ? 'areas' : level}`,
        }))}
        answer={answer}
      />
      <Button intent="take" kind="secondary">
        Fill in the figures from the measures chosen
      </Button>
      <p className="govuk-body-s govuk-!-margin-bottom-0">
        Nothing is saved by this. Choose only measures that count people: ranks, scores and rates
        cannot be added up.
      </p>
    </div>
  );
}

function ChooseFile({ programmeId, survey, question, files, file }: Props) {
  return (
    <details className="govuk-details" open={file !== null}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Take the figures from an official file</span>
      </summary>
      <div className="govuk-details__text">
        <form
          method="get"
          action={links.populationBy(programmeId, survey.id, question.name)}
          className="tl-filter"
        >
          <Select
            name="file"
            label="Official figures by area that were brought in"
            options={files.map(({ id, title }) => ({ value: id, label: title }))}
            value={file?.id}
          />
          <Button kind="secondary">Use this file</Button>
        </form>
      </div>
    </details>
  );
}
