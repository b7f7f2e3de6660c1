import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { Select, TextField } from '#app/ui/Field.tsx';
import { Button, ButtonLink, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many, sayMoment } from '#app/ui/words.ts';
import { sayKappa, type ThemeFigures } from './second-coding.ts';
import { NumbersField, ThemeBoxes, type ListedTheme } from './ThemeChoices.tsx';

type Reply = { problems: readonly Problem[]; typed: Typed } | undefined;

const trail = (programmeId: string) => [
  { href: links.needs(programmeId), words: 'Needs' },
  { href: links.coding(programmeId), words: 'What people wrote' },
];

/** The samples for a second coder, and drawing a new one. */
export function SecondHome(props: {
  programmeId: string;
  samples: readonly { id: string; coder: string; at: Date; done: number; size: number }[];
  coders: readonly { id: string; name: string }[];
  mayEdit: Answer;
  answer: Reply;
}) {
  const { programmeId, samples, answer } = props;
  return (
    <>
      <Breadcrumbs trail={trail(programmeId)} />
      <ErrorSummary problems={answer?.problems} />
      <Heading>Do two coders agree?</Heading>
      <p className="govuk-body tl-reading">
        A second person codes a random sample of what the first has coded, without seeing what the
        first found. How far they agree tells whether the definitions of the themes are clear enough
        for the counts to mean something.
      </p>
      <Table
        caption="Samples"
        rows={samples}
        rowKey={({ id }) => id}
        empty={<p className="govuk-body">None yet. A tenth of the comments is usual.</p>}
        columns={[
          {
            header: 'Drawn',
            rowHeader: true,
            cell: ({ id, at }) => (
              <a className="govuk-link" href={links.secondSample(programmeId, id)}>
                {sayMoment(at)}
              </a>
            ),
          },
          { header: 'Second coder', cell: ({ coder }) => coder },
          { header: 'Coded', cell: ({ done, size }) => `${done} of ${size}` },
        ]}
      />
      {props.mayEdit.yes ? (
        <Form className="tl-reading">
          <h2 className="govuk-heading-m">Draw a sample</h2>
          <Select
            name="coder"
            label="Second coder"
            hint="Only comments that this person did not code are drawn."
            answer={answer}
            options={[
              { value: '', label: 'Select a person' },
              ...props.coders.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <TextField
            name="size"
            label="How many comments"
            width={4}
            inputMode="numeric"
            value="40"
            answer={answer}
          />
          <Button>Draw the sample</Button>
        </Form>
      ) : (
        <p className="govuk-body tl-reason">{props.mayEdit.reason}</p>
      )}
    </>
  );
}

/** One piece for the second coder: nothing of the first shows. */
export function CodeSecondPage(props: {
  programmeId: string;
  sampleId: string;
  tree: readonly ListedTheme[];
  item: { id: string; words: string; where: string } | null;
  done: number;
  size: number;
  answer: Reply;
}) {
  const { programmeId, item, answer } = props;
  return (
    <div className="tl-reading">
      <Breadcrumbs
        trail={[
          ...trail(programmeId),
          { href: links.secondSample(programmeId, props.sampleId), words: 'Second coding' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption="Second coding">
        Comment {Math.min(props.done + 1, props.size)} of {props.size}
      </Heading>
      {item === null ? (
        <p className="govuk-body">This comment is not there any more.</p>
      ) : (
        <>
          <blockquote className="tl-quote">
            <p className="govuk-body-l tl-lines govuk-!-margin-bottom-1" dir="auto">
              {item.words.trim()}
            </p>
            <footer className="govuk-body-s tl-reason">{item.where}</footer>
          </blockquote>
          <Form>
            <input type="hidden" name="item" value={item.id} />
            <NumbersField
              name="numbers"
              label="Numbers of the themes"
              hint="0 where none fits. Enter saves and shows the next."
              autoFocus
              value=""
              answer={answer}
            />
            <Button>Save and next</Button>
            <ThemeBoxes tree={props.tree} ticked={[]} answer={answer} />
          </Form>
        </>
      )}
    </div>
  );
}

export interface SampleDifference {
  id: string;
  words: string;
  where: string;
  first: readonly string[];
  second: readonly string[];
  agreed: readonly string[] | null;
}

/** What came of a sample: agreement by theme, and the pieces on which the two differ. */
export function SamplePage(props: {
  programmeId: string;
  sample: { id: string; coder: string; at: Date; done: number; size: number; seed: number };
  isMine: boolean;
  figures: readonly ThemeFigures[];
  differences: readonly SampleDifference[];
  themes: readonly { id: string; name: string }[];
  mayEdit: Answer;
  problems: readonly Problem[] | undefined;
}) {
  const { programmeId, sample, figures } = props;
  const isDone = sample.done === sample.size;
  return (
    <>
      <Breadcrumbs
        trail={[
          ...trail(programmeId),
          { href: links.secondCoding(programmeId), words: 'Do two coders agree?' },
        ]}
      />
      <ErrorSummary problems={props.problems} />
      <Heading>Second coding by {sample.coder}</Heading>
      <p className="govuk-body">
        {sample.done} of {sample.size} coded. Drawn {sayMoment(sample.at)} with the seed{' '}
        {sample.seed}.
      </p>
      {!isDone ? (
        props.isMine ? (
          <ButtonLink href={links.codeSecond(programmeId, sample.id)}>Code the next</ButtonLink>
        ) : (
          <p className="govuk-body">
            The figures stand here when {sample.coder} has coded all of them.
          </p>
        )
      ) : (
        <>
          <Table
            caption="Agreement by theme"
            rows={figures}
            rowKey={({ id }) => id}
            columns={[
              { header: 'Theme', rowHeader: true, cell: ({ name }) => name },
              { header: 'Same judgement', numeric: true, cell: (row) => percent(row.observed) },
              { header: 'Kappa', numeric: true, cell: ({ kappa }) => figure(kappa) },
              { header: 'Alpha', numeric: true, cell: ({ alpha }) => figure(alpha) },
              { header: 'Given in', numeric: true, cell: (row) => percent(row.prevalence) },
              { header: 'What it says', cell: (row) => sayKappa(row) },
            ]}
          />
          <p className="govuk-body-s tl-reading">
            Kappa (Cohen) and alpha (Krippendorff): 1 is full agreement, 0 what chance gives. They
            are low for rare themes however well people agree; read them beside “Same judgement” and
            “Given in”. The figures keep what both found before anything was settled.
          </p>
          <Differences {...props} />
        </>
      )}
    </>
  );
}

const figure = (value: number | null) => (value === null ? '–' : value.toFixed(2));
const percent = (share: number) => `${Math.round(share * 100)}%`;

function Differences(props: Parameters<typeof SamplePage>[0]) {
  const { differences, themes, mayEdit } = props;
  const name = (id: string) =>
    themes.find((theme) => theme.id === id)?.name ?? 'A theme since gone';
  const list = (ids: readonly string[]) => (ids.length === 0 ? 'none' : ids.map(name).join(', '));
  return (
    <section>
      <h2 className="govuk-heading-m">
        {many(differences.length, 'comment')} on which the two differ
      </h2>
      {differences.map((one) => {
        const all = [...new Set([...one.first, ...one.second])];
        return (
          <div className="tl-code-row" key={one.id} id={`item-${one.id}`}>
            <p className="govuk-body tl-lines govuk-!-margin-bottom-1" dir="auto">
              {one.words.trim()}
            </p>
            <p className="govuk-body-s govuk-!-margin-bottom-1">
              First: {list(one.first)}. Second: {list(one.second)}.
            </p>
            {one.agreed !== null ? (
              <p className="govuk-body-s">
                <strong>Settled:</strong> {list(one.agreed)}
              </p>
            ) : mayEdit.yes ? (
              <Form>
                <input type="hidden" name="item" value={one.id} />
                <fieldset className="govuk-fieldset">
                  <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
                    It belongs under
                  </legend>
                  <div className="govuk-checkboxes govuk-checkboxes--small">
                    {all.map((id) => (
                      <div className="govuk-checkboxes__item" key={id}>
                        <input
                          className="govuk-checkboxes__input"
                          type="checkbox"
                          name="theme"
                          value={id}
                          id={`${one.id}-${id}`}
                          defaultChecked={one.first.includes(id) && one.second.includes(id)}
                        />
                        <label
                          className="govuk-label govuk-checkboxes__label"
                          htmlFor={`${one.id}-${id}`}
                        >
                          {name(id)}
                        </label>
                      </div>
                    ))}
                  </div>
                </fieldset>
                <Button kind="secondary">
                  Settle it
                  <span className="govuk-visually-hidden">: {one.words.slice(0, 40)}</span>
                </Button>
              </Form>
            ) : null}
          </div>
        );
      })}
    </section>
  );
}
