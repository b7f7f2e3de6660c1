import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { TextArea } from '#app/ui/Field.tsx';
import { Button, ButtonLink, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { sayDay } from '#app/ui/words.ts';
import { sayQuarter, type Quarter } from '../quarters.ts';
import { sayWhere, type Check } from './check-reach.ts';
import { COUNTED } from './counting.ts';
import { ALL_SITES, countsAt, sitesIn, totalAt, type Count, type Site } from './reach.ts';

export interface ReachReturnProps {
  programmeId: string;
  quarter: Quarter;
  number: number;
  /** The version of the row, for whoever changes it; 0 while there is none. */
  version: number;
  note: string;
  reason: string;
  submitted: { on: string; by: string } | null;
  isNewest: boolean;
  versions: { number: number; submittedOn: string | null }[];
  sites: Site[];
  counts: Count[];
  checks: Check[];
  answer?: Answer | undefined;
}

interface Answer {
  problems: Problem[];
  typed: Typed;
  /** What somebody else kept meanwhile, to compare with what was typed. */
  theirs?: { note: string; version: number } | undefined;
}

/** The reach return of one quarter in full numbers: sites, checks, and the way to submit it. */
export function ReachReturnPage(props: ReachReturnProps) {
  const { programmeId, quarter, submitted, number } = props;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.outcomes(programmeId), words: 'Outcomes' },
          { href: links.reach(programmeId), words: 'Who is reached' },
        ]}
      />
      <ErrorSummary problems={props.answer?.problems} />
      <Heading caption="Reach return">{sayQuarter(quarter)}</Heading>
      <div className="tl-reading">
        <p className="govuk-body">
          <strong>
            {submitted
              ? `Version ${number}, submitted on ${sayDay(submitted.on)} by ${submitted.by}.`
              : number > 1
                ? `Version ${number}, a draft.`
                : 'A draft.'}
          </strong>{' '}
          {props.reason === '' ? '' : `Why there is another version: ${props.reason}`}
        </p>
        <p className="govuk-body tl-reason">
          These are full numbers, for the department. Elsewhere counts under five are hidden.
        </p>
        <Versions {...props} />
        <Checks {...props} />
      </div>
      <Sites {...props} />
      <div className="tl-reading">
        <ButtonsAround {...props} />
        {submitted ? <Again {...props} /> : <NoteAndSubmit {...props} />}
      </div>
    </>
  );
}

function Versions({ programmeId, quarter, versions, number }: ReachReturnProps) {
  if (versions.length < 2) return null;
  return (
    <ul className="govuk-list">
      {versions.map((one) => (
        <li key={one.number}>
          {one.number === number ? (
            <strong>Version {one.number} (shown)</strong>
          ) : (
            <a
              className="govuk-link"
              href={links.reachReturn(programmeId, quarter, String(one.number))}
            >
              Version {one.number}
            </a>
          )}
          {one.submittedOn ? `, submitted on ${sayDay(one.submittedOn)}` : ', a draft'}
        </li>
      ))}
    </ul>
  );
}

function Checks({ checks, submitted }: ReachReturnProps) {
  const errors = checks.filter(({ weight }) => weight === 'error');
  const warnings = checks.filter(({ weight }) => weight === 'warning');
  const list = (title: string, which: readonly Check[]) =>
    which.length === 0 ? null : (
      <>
        <h3 className="govuk-heading-s govuk-!-margin-bottom-1">{title}</h3>
        <ul className="govuk-list govuk-list--bullet">
          {which.map((check) => (
            <li key={`${sayWhere(check)} ${check.message}`}>{check.message}</li>
          ))}
        </ul>
      </>
    );
  return (
    <section id="checks">
      <h2 className="govuk-heading-m">What adds up and what does not</h2>
      {checks.length === 0 ? <p className="govuk-body">Everything adds up.</p> : null}
      {list(submitted ? 'Does not add up' : 'Before it can be submitted', errors)}
      {list('Worth a look', warnings)}
    </section>
  );
}

/** Every site, and all together, with its totals; sites that only stand in the counts come last. */
function Sites(props: ReachReturnProps) {
  const { programmeId, quarter, sites, counts, submitted, checks } = props;
  const strange = sitesIn(counts).filter((name) => !sites.some((site) => site.name === name));
  const rows = [
    { id: 'all', name: '' },
    ...sites.map(({ id, name }) => ({ id, name })),
    ...strange.map((name) => ({ id: '', name })),
  ];
  const shown = COUNTED.filter(
    ({ id }) => id === 'users' || counts.some(({ what }) => what === id),
  );
  return (
    <Table
      caption="Counts by site"
      rows={rows}
      rowKey={({ id, name }) => `${id} ${name}`}
      columns={[
        {
          header: 'Site',
          rowHeader: true,
          cell: ({ id, name }) => {
            const words = name === '' ? ALL_SITES : name;
            if (submitted) return words;
            if (id === '') return <Strange name={name} version={props.version} />;
            return (
              <a className="govuk-link" href={links.reachSite(programmeId, quarter, id)}>
                {words}
              </a>
            );
          },
        },
        ...shown.map(({ id: what, name: header }) => ({
          header,
          numeric: true,
          cell: ({ name }: { name: string }) =>
            totalAt(counts, name, what)?.toLocaleString('en-GB') ?? '–',
        })),
        {
          header: 'Groups given',
          numeric: true,
          cell: ({ name }) =>
            countsAt(counts, name).filter(({ breakdown }) => breakdown !== '').length,
        },
        {
          header: 'Checks',
          cell: ({ name }) => {
            const mine = checks.filter((check) => check.siteName === name && check.what !== '');
            if (countsAt(counts, name).length === 0) return 'Nothing yet';
            if (mine.length === 0) return 'Adds up';
            return mine.some(({ weight }) => weight === 'error') ? 'Does not add up' : 'Look at it';
          },
        },
      ]}
    />
  );
}

/** A name of the counts that is not in the register, with the way to be rid of it. */
function Strange({ name, version }: { name: string; version: number }) {
  return (
    <>
      {name} (not in the register)
      <Form>
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="site" value={name} />
        <Button intent="take-out" kind="secondary">
          Take out<span className="govuk-visually-hidden"> the counts of {name}</span>
        </Button>
      </Form>
    </>
  );
}

function ButtonsAround({ programmeId, quarter, number, submitted, version }: ReachReturnProps) {
  return (
    <div className="govuk-button-group">
      {submitted ? null : (
        <ButtonLink href={links.bringReach(programmeId, quarter)} secondary>
          Bring a file of counts
        </ButtonLink>
      )}
      {submitted ? null : (
        <a className="govuk-link" href={links.reachTemplate(programmeId, quarter)}>
          An empty table to fill in (CSV)
        </a>
      )}
      {version === 0 ? null : (
        <a className="govuk-link" href={links.reachFile(programmeId, quarter, String(number))}>
          Take this version away as CSV
        </a>
      )}
    </div>
  );
}

function NoteAndSubmit({ note, version, checks, answer }: ReachReturnProps) {
  const stopped = checks.some(({ weight }) => weight === 'error');
  return (
    <>
      {answer?.theirs === undefined ? null : (
        <div className="govuk-inset-text tl-lines">
          The note that stands there now: {answer.theirs.note || 'none'}
        </div>
      )}
      <Form>
        <input type="hidden" name="version" value={answer?.theirs?.version ?? version} />
        <TextArea
          name="note"
          label="A note to whoever reads it"
          hint="Such as a site that was closed, or a register that was lost"
          value={note}
          answer={answer?.typed['intent'] === 'note' ? answer : undefined}
          optional
        />
        <Button intent="note" kind="secondary">
          Keep the note
        </Button>
      </Form>
      <h2 className="govuk-heading-m">Submit it</h2>
      {stopped ? (
        <p className="govuk-body tl-reason">It can be submitted when what stands above adds up.</p>
      ) : (
        <Form>
          <input type="hidden" name="version" value={version} />
          <p className="govuk-body">
            This freezes the counts as they are. What is found later is corrected in a new version,
            with the reason.
          </p>
          <Button intent="submit">Submit this version</Button>
        </Form>
      )}
    </>
  );
}

function Again({ isNewest, note, answer }: ReachReturnProps) {
  if (!isNewest) return null;
  return (
    <>
      {note === '' ? null : <p className="govuk-body tl-lines">{note}</p>}
      <h2 className="govuk-heading-m">Correct it</h2>
      <Form>
        <TextArea
          name="why"
          label="Why it must be corrected"
          hint="The new version begins with the counts of this one, and this one stays as it was"
          rows={2}
          answer={answer}
        />
        <Button intent="again" kind="secondary">
          Begin a new version
        </Button>
      </Form>
    </>
  );
}
