import { links } from '#app/http/links.ts';
import { problemOf, typedOf, type Problem, type Typed } from '#app/http/problems.ts';
import { breakdownName } from '#app/theory/measures/breakdowns.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { sayQuarter, type Quarter } from '../quarters.ts';
import { COUNTED, type Counted } from './counting.ts';
import { ALL_SITES, type Count } from './reach.ts';
import { CELLS, typedSite, type Cell } from './site-form.ts';

export interface SitePageProps {
  programmeId: string;
  quarter: Quarter;
  site: { id: string; name: string };
  isSubmitted: boolean;
  values: Record<string, string>;
  /** The same of the quarter before. */
  before: Record<string, string>;
  seen: string;
  answer?:
    | { problems: Problem[]; typed: Typed; theirs?: Count[] | undefined; seen?: string | undefined }
    | undefined;
}

/** The counts of one site, typed in. */
export function SitePage(props: SitePageProps) {
  const { programmeId, quarter, site, answer } = props;
  const name = site.name === '' ? ALL_SITES : site.name;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.reach(programmeId), words: 'Who is reached' },
          { href: links.reachReturn(programmeId, quarter), words: sayQuarter(quarter) },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption={`Reach return, ${sayQuarter(quarter)}`}>{name}</Heading>
      {props.isSubmitted ? (
        <p className="govuk-body">
          This version was submitted. Begin a new version to change anything.
        </p>
      ) : (
        <Fields {...props} />
      )}
    </>
  );
}

function Fields(props: SitePageProps) {
  const { answer } = props;
  return (
    <>
      {answer?.theirs === undefined ? null : <Theirs {...props} theirs={answer.theirs} />}
      <p className="govuk-body tl-reading">
        Leave a field empty where nobody counted: nought is a count. Nothing here may be more than
        its total; what is in no group is unknown.
      </p>
      <Form className="tl-form">
        <input type="hidden" name="seen" value={answer?.seen ?? props.seen} />
        {COUNTED.map((counted) => (
          <Section key={counted.id} counted={counted} {...props} />
        ))}
        <Button intent="save">Keep these counts</Button>
      </Form>
    </>
  );
}

function Section({ counted, ...props }: SitePageProps & { counted: Counted }) {
  const cells = CELLS.filter(({ what }) => what === counted.id);
  const total = cells.find(({ breakdown }) => breakdown === '');
  const code = counted.code === null ? '' : ` (${counted.code})`;
  return (
    <fieldset className="govuk-fieldset">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">
        {counted.name}
        {code}
      </legend>
      <div className="govuk-hint">{counted.hint}</div>
      <div className="tl-counts">
        {total === undefined ? null : <Field cell={{ ...total, label: 'All' }} {...props} />}
      </div>
      {counted.by.map(({ key, code: question }) => (
        <details
          key={key}
          className="govuk-details"
          open={
            cells.some(
              ({ breakdown, field }) =>
                breakdown === key &&
                (props.values[field] !== undefined ||
                  problemOf(props.answer?.problems ?? [], field) !== undefined),
            ) || undefined
          }
        >
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              {breakdownName(key)}
              {question === null ? '' : ` (${question})`}
              <span className="govuk-visually-hidden">, {counted.name.toLowerCase()}</span>
            </span>
          </summary>
          <div className="tl-counts">
            {cells
              .filter(({ breakdown }) => breakdown === key)
              .map((cell) => (
                <Field key={cell.field} cell={cell} {...props} />
              ))}
          </div>
        </details>
      ))}
    </fieldset>
  );
}

function Field({ cell, values, before, answer }: SitePageProps & { cell: Cell }) {
  const { field, label } = cell;
  const problem = answer && problemOf(answer.problems, field);
  const was = before[field];
  return (
    <>
      {problem === undefined ? null : (
        <p id={`${field}-error`} className="govuk-error-message tl-counts__wrong">
          <span className="govuk-visually-hidden">Error:</span> {problem}
        </p>
      )}
      <label htmlFor={field}>
        {label}
        {was === undefined ? null : (
          <span className="tl-counts__hint">
            {Number(was).toLocaleString('en-GB')} in the quarter before
          </span>
        )}
      </label>
      <input
        className={`govuk-input govuk-input--width-5${problem === undefined ? '' : ' govuk-input--error'}`}
        id={field}
        name={field}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={answer ? typedOf(answer.typed, field) : (values[field] ?? '')}
        aria-describedby={problem === undefined ? undefined : `${field}-error`}
        aria-invalid={problem === undefined ? undefined : true}
      />
    </>
  );
}

/** Somebody else's counts beside what was typed, where the two differ. */
function Theirs({ theirs, answer }: SitePageProps & { theirs: Count[] }) {
  const now = typedSite(theirs);
  const mine = answer?.typed ?? {};
  const differ = CELLS.filter(({ field }) => (now[field] ?? '') !== typedOf(mine, field));
  return (
    <Table
      caption="What stands there now, beside yours"
      rows={differ}
      rowKey={({ field }) => field}
      columns={[
        {
          header: 'Count',
          rowHeader: true,
          cell: ({ what, breakdown, label }) =>
            breakdown === ''
              ? label
              : `${COUNTED.find(({ id }) => id === what)?.name ?? what}, ${breakdownName(breakdown).toLowerCase()}: ${label}`,
        },
        { header: 'Stands there', numeric: true, cell: ({ field }) => now[field] ?? 'Nothing' },
        {
          header: 'Yours',
          numeric: true,
          cell: ({ field }) => typedOf(mine, field) || 'Nothing',
        },
      ]}
    />
  );
}
