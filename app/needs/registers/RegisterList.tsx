import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { sourceQuery } from '#app/needs/finding-source.ts';
import { isSmall } from '#app/statistics/small-numbers.ts';
import { Select, TextField } from '#app/ui/Field.tsx';
import { Button, ButtonLink, Form, PickButton } from '#app/ui/Form.tsx';
import { Pages } from '#app/ui/Pages.tsx';
import { Table, type Column } from '#app/ui/Table.tsx';
import { many, sayMoment } from '#app/ui/words.ts';
import { sayField, type RegisterRow } from './row.ts';
import {
  choicesOf,
  oneOf,
  type Field,
  type Lists,
  type ListsByName,
  type RegisterSpec,
} from './spec.ts';

export interface ListedRow extends RegisterRow {
  id: string;
}

interface Listed {
  programmeId: string;
  spec: RegisterSpec;
  lists: Lists;
  /** One page of the rows that were found. */
  rows: readonly ListedRow[];
  found: number;
  all: number;
  page: number;
  pages: number;
  asked: { search: string; by: Readonly<Record<string, string>> };
  counts: readonly {
    field: Field;
    counts: readonly { value: string; label: string; rows: number }[];
  }[];
  removed: readonly { id: string; name: string; removedAt: Date | null }[];
  mayEdit: Answer;
}

/** A register: how many of what, filters, the rows, and what was taken out lately. */
export function RegisterList(props: Listed) {
  const { programmeId, spec, all, mayEdit } = props;
  return (
    <>
      {mayEdit.yes ? (
        <div className="govuk-button-group">
          <ButtonLink href={links.newPlaceRow(programmeId, spec.register)}>
            Add {oneOf(spec)}
          </ButtonLink>
          <ButtonLink href={links.importPlaceRegister(programmeId, spec.register)} secondary>
            Bring a file in
          </ButtonLink>
        </div>
      ) : (
        <p className="govuk-body tl-reason">{mayEdit.reason}</p>
      )}
      {all === 0 ? (
        <p className="govuk-inset-text">Nothing is recorded yet. {spec.about}</p>
      ) : (
        <>
          <Counts {...props} />
          <Filters {...props} />
          <Rows {...props} />
          <AsEvidence {...props} />
          <p className="govuk-body tl-noprint">
            Take the whole register away as{' '}
            {FORMATS.map(({ format, words }, at) => (
              <span key={format}>
                {at > 0 ? ' or ' : ''}
                <a
                  className="govuk-link"
                  href={links.exportPlaceRegister(programmeId, spec.register, format)}
                >
                  {words}
                </a>
              </span>
            ))}
            . Changed there, either can be brought in again.
          </p>
        </>
      )}
      <Removed {...props} />
    </>
  );
}

/** One filter is a figure with its base: it can stand behind a need. */
function AsEvidence({ programmeId, spec, lists, asked, mayEdit }: Listed) {
  const chosen = spec.fields.filter(({ filter, key }) => filter && asked.by[key]);
  const [field] = chosen;
  if (!mayEdit.yes || chosen.length !== 1 || !field || asked.search !== '') return null;
  const value = asked.by[field.key] ?? '';
  const label = choicesOf(field, lists).find((each) => each.value === value)?.label;
  if (label === undefined) return null;
  const source = { from: 'register', register: spec.register, field: field.key, value } as const;
  return (
    <p className="govuk-body tl-noprint">
      <a className="govuk-link" href={links.newNeedFrom(programmeId, sourceQuery(source))}>
        Make a need of how many have “{label}” under “{field.label}”
      </a>
    </p>
  );
}

const FORMATS = [
  { format: 'xlsx', words: 'a workbook (XLSX)' },
  { format: 'csv', words: 'CSV for Excel' },
];

/** More than this many kinds are folded away, so that the list itself is near. */
const FOLDED = 7;

function Counts(props: Listed) {
  const short = props.counts.filter(({ counts }) => counts.length <= FOLDED);
  const long = props.counts.filter(({ counts }) => counts.length > FOLDED);
  return (
    <>
      <div className="tl-counts">
        {short.map(({ field, counts }) => (
          <section key={field.key}>
            <h2 className="govuk-heading-s govuk-!-margin-bottom-1">{field.label}</h2>
            <CountList {...props} field={field} counts={counts} />
          </section>
        ))}
      </div>
      {long.map(({ field, counts }) => (
        <details className="govuk-details" key={field.key}>
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              {field.label}: {counts.length} kinds
            </span>
          </summary>
          <div className="govuk-details__text">
            <CountList {...props} field={field} counts={counts} />
          </div>
        </details>
      ))}
    </>
  );
}

function CountList({
  programmeId,
  spec,
  field,
  counts,
}: Pick<Listed, 'programmeId' | 'spec'> & Listed['counts'][number]) {
  return (
    <ul className="govuk-list">
      {counts.map(({ value, label, rows }) => (
        <li key={value}>
          <a
            className="govuk-link govuk-link--no-visited-state"
            href={links.placeRegister(
              programmeId,
              spec.register,
              new URLSearchParams({ [field.key]: value }).toString(),
            )}
          >
            {label}
          </a>
          : {rows.toLocaleString('en-GB')}
        </li>
      ))}
    </ul>
  );
}

function Filters({ programmeId, spec, lists, asked }: Listed) {
  return (
    <form
      method="get"
      action={links.placeRegister(programmeId, spec.register)}
      className="tl-pick tl-noprint"
    >
      <TextField name="search" label="Search" optional value={asked.search} width={20} />
      {spec.fields
        .filter(({ filter }) => filter)
        .map((field) => (
          <Select
            key={field.key}
            name={field.key}
            label={field.label}
            value={asked.by[field.key] ?? ''}
            options={[{ value: '', label: 'All' }, ...choicesOf(field, lists)]}
          />
        ))}
      <PickButton>Show</PickButton>
    </form>
  );
}

function Rows({ programmeId, spec, lists, rows, found, all, page, pages, asked }: Listed) {
  const columns: Column<ListedRow>[] = [
    {
      header: spec.nameLabel,
      rowHeader: true,
      cell: (row) => (
        <a className="govuk-link" href={links.placeRow(programmeId, spec.register, row.id)}>
          {row.name}
        </a>
      ),
    },
    ...spec.fields
      .filter(({ column }) => column)
      .map((field): Column<ListedRow> => ({
        header: field.label,
        numeric: field.kind === 'number',
        cell: (row) => sayShown(field, row, lists),
      })),
  ];
  const href = (to: number) =>
    links.placeRegister(
      programmeId,
      spec.register,
      new URLSearchParams({ ...asked.by, search: asked.search, page: String(to) }).toString(),
    );
  return (
    <>
      <Table
        caption={
          found === all
            ? many(all, spec.one, plural(spec))
            : `${found.toLocaleString('en-GB')} of ${many(all, spec.one, plural(spec))}`
        }
        rows={rows}
        rowKey={(row) => row.id}
        columns={columns}
        empty={
          <p className="govuk-body">
            Nothing fits.{' '}
            <a className="govuk-link" href={links.placeRegister(programmeId, spec.register)}>
              Show all
            </a>
          </p>
        }
      />
      <Pages page={page} pages={pages} href={href} />
    </>
  );
}

const plural = ({ register, one }: RegisterSpec) =>
  register === 'assets' ? 'organisations and services' : `${one}s`;

/** A field for people to read: a small count of families is never shown. */
export function sayShown(field: Field, { fields }: RegisterRow, lists: ListsByName): string {
  const words = sayField(field, fields, lists);
  if (field.key === 'families' && words !== '' && isSmall(Number(words))) return 'fewer than 5';
  return field.kind === 'number' && words !== '' ? Number(words).toLocaleString('en-GB') : words;
}

function Removed({ removed, spec, mayEdit }: Listed) {
  if (removed.length === 0 || !mayEdit.yes) return null;
  return (
    <details className="govuk-details tl-noprint">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          Taken out lately ({removed.length.toLocaleString('en-GB')})
        </span>
      </summary>
      <div className="govuk-details__text">
        <p className="govuk-body">Deleted for good 30 days after it was taken out.</p>
        {removed.map(({ id, name, removedAt }) => (
          <Form key={id}>
            <input type="hidden" name="row" value={id} />
            <p className="govuk-body govuk-!-margin-bottom-1">
              {name}
              {removedAt ? `, taken out ${sayMoment(removedAt)}` : ''}
            </p>
            <Button intent="put-back" kind="secondary">
              Put back
              <span className="govuk-visually-hidden">
                {' '}
                the {spec.one} {name}
              </span>
            </Button>
          </Form>
        ))}
      </div>
    </details>
  );
}
