import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import type { Problem } from '#app/http/problems.ts';
import { ButtonLink, ErrorSummary } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { QrCode } from '#app/ui/QrCode.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many, sayDay } from '#app/ui/words.ts';
import { Invitations } from './Invitations.tsx';
import type { FunnelStep, InvitationStanding } from './invitation.ts';

/** Somebody who answered a call, for those who run the panel. */
export interface PersonLine {
  id: string;
  name: string;
  about: string;
  helps: string;
  reach: string;
  saidOn: string;
  channel: string;
  standing: InvitationStanding;
  /** Where they stand, in words. */
  now: string;
  /** What they would like to know before they answer. */
  question: string;
  answerBy: string | null;
  /** The member whom they became. */
  memberId: string | null;
}

export interface CallView {
  id: string;
  title: string;
  size: number;
  closesOn: string;
  keepUntil: string;
  open: boolean;
  address: string;
  qr: { size: number; path: string };
  quotas: readonly string[];
  people: readonly PersonLine[];
  funnel: readonly FunnelStep[];
  draw: {
    when: string;
    seed: string;
    reason: string;
    sameAgain: boolean;
    /** Whose turn it is. */
    asked: readonly PersonLine[];
    /** Those who were asked and gave way. */
    others: readonly PersonLine[];
    toInvite: number;
    notDrawn: number;
    withoutSubstitute: number;
    quotas: readonly { quota: string; drawn: number; met: boolean }[];
  } | null;
  drawsBefore: number;
}

/** An open call: its address, who shall be on the panel, who came forward, and the draw. */
export function CallPage(props: {
  programmeId: string;
  call: CallView;
  mayManage: Answer;
  problems?: readonly Problem[] | undefined;
}) {
  const { programmeId, call, mayManage } = props;
  return (
    <>
      <ErrorSummary problems={props.problems} />
      <Breadcrumbs
        trail={[
          { href: links.panel(programmeId), words: 'Panel' },
          { href: links.calls(programmeId), words: 'Open calls' },
        ]}
      />
      <Heading>{call.title}</Heading>
      <div className="tl-columns tl-panel">
        <section className="tl-column">
          <h2 className="govuk-heading-m">How people come forward</h2>
          <p className="govuk-body">
            {call.open
              ? `Open until ${sayDay(call.closesOn)}.`
              : `Closed since ${sayDay(call.closesOn)}.`}{' '}
            Those who are not chosen are deleted after {sayDay(call.keepUntil)}.
          </p>
          <QrCode {...call.qr} label="QR code of the call’s address" />
          <p className="govuk-body">
            <a className="govuk-link" href={call.address}>
              {call.address}
            </a>
          </p>
          {mayManage.yes ? (
            <p className="govuk-body">
              <a className="govuk-link" href={links.typedInterest(programmeId, call.id)}>
                Type somebody who came forward on paper
              </a>
              <br />
              <a className="govuk-link" href={links.editCall(programmeId, call.id)}>
                Change what the call says
              </a>
            </p>
          ) : (
            <p className="govuk-body tl-reason">{mayManage.reason}</p>
          )}
        </section>
        <section className="tl-column">
          <h2 className="govuk-heading-m">Who shall be on the panel</h2>
          <p className="govuk-body">{many(call.size, 'person', 'people')}.</p>
          {call.quotas.length === 0 ? (
            <p className="govuk-body">
              No limits yet: everybody has the same chance, and whoever comes forward most is chosen
              most.
            </p>
          ) : (
            <ul className="govuk-list govuk-list--bullet">
              {call.quotas.map((quota) => (
                <li key={quota}>{quota}</li>
              ))}
            </ul>
          )}
          {mayManage.yes ? (
            <p className="govuk-body">
              <a className="govuk-link" href={links.quotas(programmeId, call.id)}>
                Say who shall be on it
              </a>
            </p>
          ) : null}
        </section>
        <section className="tl-column">
          <h2 className="govuk-heading-m">The draw</h2>
          <p className="govuk-body">
            {call.draw === null
              ? 'Nobody is drawn yet.'
              : `Drawn on ${call.draw.when}${call.drawsBefore > 0 ? `, after ${many(call.drawsBefore, 'earlier draw')}` : ''}.`}
          </p>
          {mayManage.yes ? (
            <ButtonLink href={links.drawPanel(programmeId, call.id)} secondary={call.draw !== null}>
              {call.draw === null ? 'See the chances and draw' : 'See the chances'}
            </ButtonLink>
          ) : null}
        </section>
      </div>
      {call.draw === null ? null : (
        <Invitations {...{ programmeId, call, draw: call.draw, mayManage }} />
      )}
      <People people={call.people} />
    </>
  );
}

function People({ people }: { people: readonly PersonLine[] }) {
  return (
    <Table
      caption={`Who came forward (${people.length})`}
      rows={people}
      rowKey={({ id }) => id}
      empty={
        <>
          <h2 className="govuk-heading-m">Who came forward</h2>
          <p className="govuk-body">
            Nobody yet. Share the address where families are: at groups, with health visitors, at
            school gates, and ask the organisations that fathers trust.
          </p>
        </>
      }
      columns={[
        { header: 'Name', rowHeader: true, cell: ({ name }) => name },
        { header: 'About them', cell: ({ about }) => about },
        { header: 'Came forward', cell: ({ saidOn }) => saidOn },
        { header: 'How', cell: ({ channel }) => channel },
        { header: 'Now', cell: ({ now }) => now },
      ]}
    />
  );
}
