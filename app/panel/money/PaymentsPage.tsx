import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { Bars } from '#app/ui/Bars.tsx';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Pages } from '#app/ui/Pages.tsx';
import { Table } from '#app/ui/Table.tsx';
import { sayShortDay } from '#app/ui/words.ts';
import { labelIn } from '../member-lists.ts';
import {
  EVIDENCE,
  PAYMENT_KINDS,
  PAYMENT_STATES,
  PAYMENT_WAYS,
  sayMoney,
  type Payment,
  type Total,
} from './payment.ts';

export type PaymentLine = Payment & { id: string; memberId: string; name: string };

/** The register of payments: totals by quarter and stream, and each line. */
export function PaymentsPage(props: {
  programmeId: string;
  totals: readonly Total[];
  payments: readonly PaymentLine[];
  state: string;
  found: number;
  page: number;
  pages: number;
  mayManage: Answer;
}) {
  const { programmeId, totals, mayManage, state } = props;
  return (
    <>
      <Breadcrumbs trail={[{ href: links.panel(programmeId), words: 'Panel' }]} />
      <Heading>Expenses and thanks</Heading>
      <p className="govuk-body">
        What members are paid back and thanked with, so that nobody pays to help. The amounts never
        appear beside what somebody said.
      </p>
      {mayManage.yes ? (
        <div className="govuk-button-group">
          <ButtonLink href={links.newPayment(programmeId)}>Offer a payment</ButtonLink>
          <a className="govuk-link" href={links.paymentsFile(programmeId)}>
            Download the register (CSV)
          </a>
        </div>
      ) : (
        <p className="govuk-body tl-reason">{mayManage.reason}</p>
      )}
      <Totals totals={totals} />
      <Filter state={state} programmeId={programmeId} />
      <Lines {...props} />
      <Pages
        page={props.page}
        pages={props.pages}
        href={(page) => `${links.payments(programmeId)}?state=${state}&page=${page}`}
      />
    </>
  );
}

function Totals({ totals }: { totals: readonly Total[] }) {
  if (totals.length === 0) return null;
  const of = (kind: string) => (total: Total) => sayMoney(total.byKind[kind] ?? 0);
  return (
    <>
      <Bars
        title="Paid by quarter and where the money comes from"
        bars={totals.slice(0, 8).map(({ quarter, stream, paid }) => ({
          label: `${shortQuarter(quarter)}, ${stream}`,
          value: paid,
          words: sayMoney(paid),
        }))}
      />
      <Table
        caption="By quarter and where the money comes from"
        rows={totals}
        rowKey={({ quarter, stream }) => `${quarter}/${stream}`}
        columns={[
          { header: 'Quarter', rowHeader: true, cell: ({ quarter }) => quarter },
          { header: 'Money from', cell: ({ stream }) => stream },
          ...PAYMENT_KINDS.map(({ value, label }) => ({
            header: label,
            numeric: true,
            cell: of(value),
          })),
          { header: 'Paid', numeric: true, cell: ({ paid }) => <strong>{sayMoney(paid)}</strong> },
          { header: 'Offered', numeric: true, cell: ({ open }) => sayMoney(open) },
        ]}
      />
    </>
  );
}

/** "2026–27 Q1" */
const shortQuarter = (words: string) => (words.split(' (')[0] ?? words).replace('quarter ', 'Q');

function Filter({ programmeId, state }: { programmeId: string; state: string }) {
  const all = [{ value: '', label: 'All' }, ...PAYMENT_STATES];
  return (
    <p className="govuk-body">
      Show:{' '}
      {all.map(({ value, label }, at) => (
        <span key={value}>
          {at > 0 ? ' · ' : ''}
          {value === state ? (
            <strong>{label}</strong>
          ) : (
            <a className="govuk-link" href={`${links.payments(programmeId)}?state=${value}`}>
              {label}
            </a>
          )}
        </span>
      ))}
    </p>
  );
}

function Lines(props: {
  programmeId: string;
  payments: readonly PaymentLine[];
  state: string;
  found: number;
}) {
  const { programmeId, payments } = props;
  return (
    <Table
      caption={`Payments (${props.found.toLocaleString('en-GB')})`}
      rows={payments}
      rowKey={({ id }) => id}
      empty={
        <p className="govuk-body">
          {props.state === ''
            ? 'None yet. Agree what you pay before you recruit, and write it into the terms of reference.'
            : 'None of these.'}
        </p>
      }
      columns={[
        {
          header: 'For',
          rowHeader: true,
          cell: ({ id, forWhat }) => (
            <a className="govuk-link" href={links.payment(programmeId, id)}>
              {forWhat}
            </a>
          ),
        },
        { header: 'Day', cell: ({ forDay }) => sayShortDay(forDay) },
        {
          header: 'Member',
          cell: ({ memberId, name }) => (
            <a className="govuk-link" href={links.member(programmeId, memberId)}>
              {name}
            </a>
          ),
        },
        { header: 'Kind', cell: ({ kind }) => labelIn(PAYMENT_KINDS, kind) },
        { header: 'Amount', numeric: true, cell: ({ pence }) => sayMoney(pence) },
        { header: 'How', cell: ({ how }) => labelIn(PAYMENT_WAYS, how) },
        { header: 'Evidence', cell: ({ evidence }) => labelIn(EVIDENCE, evidence) },
        {
          header: 'State',
          cell: ({ state, paidOn }) =>
            state === 'paid' ? `Paid on ${sayShortDay(paidOn)}` : labelIn(PAYMENT_STATES, state),
        },
      ]}
    />
  );
}
