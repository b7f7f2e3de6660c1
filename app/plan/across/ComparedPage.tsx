import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { Button, Form } from '#app/ui/Form.tsx';
import { Table } from '#app/ui/Table.tsx';
import { Editions, PairButton } from './AcrossPage.tsx';
import { sayCounts, type Part, type Row } from './compare.ts';
import type { PublicationHead } from './read-across.server.ts';
import { ITEM_NAMES, type Item, type ItemKind } from './side.ts';

interface Props {
  programmeId: string;
  publication: PublicationHead;
  parts: readonly Part[];
  mayEdit: Answer;
}

/** One publication against us, kind by kind: what both have and where it differs, and what one has. */
export function ComparedPage(props: Props) {
  const { programmeId, publication, parts } = props;
  return (
    <>
      <p className="govuk-body-l">{publication.programme}</p>
      <p className="govuk-body">
        <Editions publication={publication} />
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={links.across(programmeId)}>
          All publications
        </a>
      </p>
      {parts.length === 0 ? (
        <p className="govuk-body">Neither of you has anything that can be compared yet.</p>
      ) : (
        <Table
          caption="At a glance"
          captionSize="s"
          rows={parts}
          rowKey={({ kind }) => kind}
          columns={[
            {
              header: 'What',
              rowHeader: true,
              cell: ({ kind }) => (
                <a className="govuk-link" href={`#kind-${kind}`}>
                  {ITEM_NAMES[kind]}
                </a>
              ),
            },
            { header: 'Both', numeric: true, cell: ({ counts }) => counts.both },
            { header: 'Only they', numeric: true, cell: ({ counts }) => counts.onlyThey },
            { header: 'Only we', numeric: true, cell: ({ counts }) => counts.onlyWe },
          ]}
        />
      )}
      {parts.map((part) => (
        <OneKind key={part.kind} {...props} part={part} />
      ))}
    </>
  );
}

function OneKind(props: Props & { part: Part }) {
  const { part, mayEdit } = props;
  const theirs = part.rows.filter((row) => row.theirs !== null);
  const onlyOurs = part.rows.filter((row) => row.theirs === null);
  return (
    <section aria-labelledby={`kind-${part.kind}`}>
      <h2 className="govuk-heading-m" id={`kind-${part.kind}`}>
        {ITEM_NAMES[part.kind]}
      </h2>
      {theirs.length === 0 ? (
        <p className="govuk-body">They have published none.</p>
      ) : (
        <Table
          caption={sayCounts(part.counts)}
          captionSize="s"
          rows={theirs}
          rowKey={({ ours, theirs: their }) => `${ours?.id ?? ''} ${their?.id ?? ''}`}
          columns={[
            { header: 'Whose', cell: whoseOf },
            { header: 'We say', cell: ({ ours }) => ours?.words ?? '–' },
            { header: 'They say', cell: ({ theirs: their }) => their?.words ?? '–' },
            { header: 'Where it differs', cell: (row) => <Differences row={row} /> },
            { header: 'Do', cell: (row) => <Ways {...props} row={row} /> },
          ]}
        />
      )}
      <OnlyOurs kind={part.kind} rows={onlyOurs} />
      {mayEdit.yes && part.kind !== 'requirement' ? <SayTheSame part={part} /> : null}
    </section>
  );
}

/** What only we have: we know it, so that it is folded away. */
function OnlyOurs({ kind, rows }: { kind: ItemKind; rows: readonly Row[] }) {
  if (rows.length === 0) return null;
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          {rows.length} only ours ({ITEM_NAMES[kind].toLowerCase()})
        </span>
      </summary>
      <div className="govuk-details__text">
        <ul className="govuk-list govuk-list--bullet">
          {rows.map(({ ours }) => (
            <li key={ours?.id}>{ours?.words}</li>
          ))}
        </ul>
      </div>
    </details>
  );
}

const WHY = {
  said: 'Said to be the same',
  key: 'The same measure',
  words: 'By its words',
} as const;

function whoseOf({ ours, theirs, match }: Row): string {
  if (match !== null) {
    const sure = match.how === 'words' ? ` (${Math.round(match.likeness * 100)}% alike)` : '';
    return ours?.kind === 'requirement' ? '● Both' : `● Both. ${WHY[match.how]}${sure}`;
  }
  return theirs === null && ours !== null ? '○ Only we' : '◇ Only they';
}

function Differences({ row }: { row: Row }) {
  const alone = row.ours ?? row.theirs;
  if (row.match === null) return alone === null ? '–' : <Facts item={alone} />;
  if (row.differences.length === 0) return 'Nothing but the words';
  return (
    <>
      {row.differences.map(({ name, ours, theirs }) => (
        <span className="tl-small" key={name}>
          <strong>{name}</strong>. We: {ours || 'not said'}. They: {theirs || 'not said'}.
        </span>
      ))}
    </>
  );
}

function Facts({ item }: { item: Item }) {
  const said = Object.entries(item.facts).filter(([, value]) => value !== '');
  if (said.length === 0) return '–';
  return (
    <>
      {said.map(([name, value]) => (
        <span className="tl-small" key={name}>
          {name}: {value}
        </span>
      ))}
    </>
  );
}

/** What can be taken over: an outcome with what hangs on it, and the shape of a plan line. */
const TAKEN: Partial<Record<ItemKind, string>> = { outcome: 'outcome', line: 'plan-line' };

function Ways({ programmeId, publication, mayEdit, row }: Props & { row: Row }) {
  const { ours, theirs, match } = row;
  if (!mayEdit.yes) return '–';
  const kind = theirs === null ? undefined : TAKEN[theirs.kind];
  return (
    <>
      {theirs === null || kind === undefined ? null : (
        <a
          className="govuk-link tl-small"
          href={links.takeFragment(
            programmeId,
            publication.key,
            `${kind}:${theirs.id}`,
            kind === 'outcome' ? (ours?.id ?? '') : '',
          )}
        >
          Take it over<span className="govuk-visually-hidden">: {theirs.words}</span>
        </a>
      )}
      {match === null || ours?.kind === 'requirement' ? null : (
        <PairButton
          ours={ours?.id ?? ''}
          theirs={theirs?.id ?? ''}
          intent={match.how === 'said' ? 'unsaid' : 'different'}
          words={match.how === 'said' ? 'Take that back' : 'Not the same'}
          about={ours?.words ?? ''}
        />
      )}
    </>
  );
}

/** Two that words did not bring together. */
function SayTheSame({ part }: { part: Part }) {
  const ours = part.rows.flatMap((row) => (row.match === null && row.ours ? [row.ours] : []));
  const theirs = part.rows.flatMap((row) => (row.match === null && row.theirs ? [row.theirs] : []));
  if (ours.length === 0 || theirs.length === 0) return null;
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          Two of these are the same ({ITEM_NAMES[part.kind].toLowerCase()})
        </span>
      </summary>
      <div className="govuk-details__text">
        <Form>
          <OneOf name="ours" label="Ours" kind={part.kind} items={ours} />
          <OneOf name="theirs" label="Theirs" kind={part.kind} items={theirs} />
          <Button intent="same" kind="secondary">
            They are the same
          </Button>
        </Form>
      </div>
    </details>
  );
}

/** A native list with an id of its own, because the page has one of each kind. */
function OneOf(props: { name: string; label: string; kind: ItemKind; items: readonly Item[] }) {
  const id = `${props.name}-${props.kind}`;
  return (
    <div className="govuk-form-group">
      <label className="govuk-label" htmlFor={id}>
        {props.label}
      </label>
      <select className="govuk-select" id={id} name={props.name}>
        {props.items.map(({ id: value, words }) => (
          <option key={value} value={value}>
            {words.length > 80 ? `${words.slice(0, 79)}…` : words}
          </option>
        ))}
      </select>
    </div>
  );
}
