import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { Select } from '#app/ui/Field.tsx';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';
import { AGREEMENT_STATES } from './agreement.ts';
import { RegisterRows, type FoundRows } from './RegisterRows.tsx';
import { RegistersNav } from './RegistersNav.tsx';
import type { AgreementLine } from './sharing-page.ts';

interface Shown extends FoundRows<AgreementLine> {
  programmeId: string;
  agreements: AgreementLine[];
  asked: { search: string; state: string };
  mayEdit: Answer;
}

/** Data sharing: what is blocked and what it holds up first, then every agreement. */
export function SharingPage(props: Shown) {
  const { programmeId, agreements, mayEdit } = props;
  return (
    <>
      <Heading>Data sharing</Heading>
      <RegistersNav programmeId={programmeId} here="sharing" />
      <p className="govuk-body">
        What may be shared with whom, on which ground, and when it is looked at again. This register
        helps to keep count; whoever looks after data protection decides.
      </p>
      {mayEdit.yes ? (
        <div className="govuk-button-group">
          <ButtonLink href={links.newAgreement(programmeId)}>Add an agreement</ButtonLink>
          <ButtonLink href={links.bringAgreements(programmeId)} secondary>
            Bring a file in
          </ButtonLink>
        </div>
      ) : (
        <p className="govuk-body tl-reason">{mayEdit.reason}</p>
      )}
      {agreements.length === 0 ? (
        <p className="govuk-inset-text">
          Nothing is recorded yet. Begin with what hubs wait for most often: births from the NHS
          trust to health visitors and hubs, with what is shared and for what.
        </p>
      ) : (
        <>
          <FirstThings {...props} />
          <Register {...props} />
          <p className="govuk-body tl-noprint">
            <a className="govuk-link" href={links.agreementsFile(programmeId)}>
              Take the register away as CSV
            </a>
            . Changed there, it can be brought in again.
          </p>
        </>
      )}
    </>
  );
}

/** So many are told above the register, which has all. */
const FIRST = 10;

const More = ({ count }: { count: number }) =>
  count > 0 ? <li>and {count.toLocaleString('en-GB')} more, below</li> : null;

function FirstThings({ programmeId, agreements }: Shown) {
  const blocked = agreements.filter(({ state }) => state === 'blocked');
  const overdue = agreements.filter(({ review }) => review === 'overdue');
  if (blocked.length === 0 && overdue.length === 0) {
    return <p className="govuk-body">Nothing is blocked, and no review is overdue.</p>;
  }
  return (
    <div className="tl-columns tl-plan">
      <section className="tl-column">
        <h2 className="govuk-heading-m">Blocked</h2>
        {blocked.length === 0 ? <p className="govuk-body">Nothing is blocked.</p> : null}
        <ul className="govuk-list govuk-list--spaced">
          {blocked.slice(0, FIRST).map((one) => (
            <li key={one.id}>
              <a className="govuk-link" href={links.agreement(programmeId, one.id)}>
                {one.title}
              </a>
              <br />
              {one.blockedBy}
              <br />
              <span className="tl-reason">
                {one.lines.length === 0
                  ? 'No plan line is said to need it.'
                  : `${many(one.lines.length, 'plan line waits', 'plan lines wait')} for it: ${one.lines.map(({ title }) => title).join('; ')}.`}
              </span>
            </li>
          ))}
          <More count={blocked.length - FIRST} />
        </ul>
      </section>
      <section className="tl-column">
        <h2 className="govuk-heading-m">Review overdue</h2>
        {overdue.length === 0 ? <p className="govuk-body">No review is overdue.</p> : null}
        <ul className="govuk-list govuk-list--spaced">
          {overdue.slice(0, FIRST).map((one) => (
            <li key={one.id}>
              <a className="govuk-link" href={links.agreement(programmeId, one.id)}>
                {one.title}
              </a>
              <br />
              <span className="tl-reason">{one.reviewWords}</span>
            </li>
          ))}
          <More count={overdue.length - FIRST} />
        </ul>
      </section>
    </div>
  );
}

function Register({ programmeId, agreements, ...found }: Shown) {
  return (
    <RegisterRows
      {...found}
      one="agreement"
      all={agreements.length}
      href={(query) => links.sharing(programmeId, query)}
      columns={[
        {
          header: 'Agreement',
          rowHeader: true,
          cell: (row) => (
            <div className="tl-wide-cell">
              <a className="govuk-link" href={links.agreement(programmeId, row.id)}>
                {row.title}
              </a>
              <br />
              <span className="tl-reason">{row.partners}</span>
            </div>
          ),
        },
        { header: 'How far', cell: (row) => row.stateWords },
        { header: 'Lawful basis', cell: (row) => row.basis || 'Not said yet' },
        { header: 'Next review', cell: (row) => row.reviewWords },
        {
          header: 'Plan lines that need it',
          cell: (row) => <Items items={row.lines.map(({ title }) => title)} />,
        },
        { header: 'What it lacks', cell: (row) => <Items items={row.lacks} /> },
      ]}
    >
      <Select
        name="state"
        label="How far"
        value={found.asked.state}
        options={[{ value: '', label: 'All' }, ...AGREEMENT_STATES]}
      />
    </RegisterRows>
  );
}

function Items({ items }: { items: readonly string[] }) {
  if (items.length === 0) return <>–</>;
  return (
    <ul className="govuk-list tl-wide-cell">
      {items.map((words, at) => (
        <li key={at}>{words}</li>
      ))}
    </ul>
  );
}
