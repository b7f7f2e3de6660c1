import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { Button, ButtonLink, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { QrCode } from '#app/ui/QrCode.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many, sayDay } from '#app/ui/words.ts';

/** Somebody who answered a call, for those who run the panel. */
export interface PersonLine {
  id: string;
  name: string;
  about: string;
  helps: string;
  reach: string;
  saidOn: string;
  channel: string;
  outcome: string;
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
  draw: {
    when: string;
    seed: string;
    reason: string;
    sameAgain: boolean;
    asked: readonly PersonLine[];
    withoutSubstitute: number;
    quotas: readonly { quota: string; drawn: number; met: boolean }[];
  } | null;
  drawsBefore: number;
}

/** An open call: its address, who shall be on the panel, who came forward, and the draw. */
export function CallPage(props: { programmeId: string; call: CallView; mayManage: Answer }) {
  const { programmeId, call, mayManage } = props;
  return (
    <>
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
        <DrawResult {...{ programmeId, callId: call.id, draw: call.draw, mayManage }} />
      )}
      <People people={call.people} />
    </>
  );
}

function DrawResult(props: {
  programmeId: string;
  callId: string;
  draw: NonNullable<CallView['draw']>;
  mayManage: Answer;
}) {
  const { draw, mayManage } = props;
  return (
    <section aria-labelledby="drawn">
      <h2 className="govuk-heading-m" id="drawn">
        Who was drawn
      </h2>
      {draw.withoutSubstitute > 0 ? (
        <p className="govuk-body tl-reason">
          {many(draw.withoutSubstitute, 'place')} cannot be filled: nobody else is like those who
          said no. Draw again, or change who shall be on the panel.
        </p>
      ) : null}
      <Table
        caption="Invite them, and note what they say"
        captionSize="s"
        rows={draw.asked}
        rowKey={({ id }) => id}
        columns={[
          { header: 'Name', rowHeader: true, cell: ({ name }) => name },
          { header: 'About them', cell: ({ about }) => about },
          { header: 'How to reach them', cell: ({ reach }) => reach },
          { header: 'What would help', cell: ({ helps }) => helps },
          {
            header: 'They say',
            cell: (person) =>
              person.outcome === 'member' ? (
                'On the panel'
              ) : mayManage.yes ? (
                <Form>
                  <input type="hidden" name="person" value={person.id} />
                  <div className="govuk-button-group">
                    <Button intent="join" kind="secondary">
                      Yes<span className="govuk-visually-hidden"> says {person.name}</span>
                    </Button>
                    <Button intent="decline" kind="secondary">
                      No<span className="govuk-visually-hidden"> says {person.name}</span>
                    </Button>
                  </div>
                </Form>
              ) : (
                'Not answered yet'
              ),
          },
        ]}
      />
      {draw.quotas.length === 0 ? null : (
        <Table
          caption="What was asked and what was drawn"
          captionSize="s"
          rows={draw.quotas}
          rowKey={({ quota }) => quota}
          columns={[
            { header: 'Asked', rowHeader: true, cell: ({ quota }) => quota },
            { header: 'Drawn', numeric: true, cell: ({ drawn }) => drawn },
            { header: 'Met', cell: ({ met }) => (met ? '✓ Yes' : '✗ No') },
          ]}
        />
      )}
      <p className="govuk-body-s">
        Seed {draw.seed}.{' '}
        {draw.sameAgain
          ? 'Drawn again just now with this seed and these people: the same result.'
          : 'Drawn again just now with this seed: another result. Tell whoever keeps this service.'}
        {draw.reason === '' ? '' : ` Drawn anew because: ${draw.reason}`}
      </p>
    </section>
  );
}

const OUTCOMES: Readonly<Record<string, string>> = {
  waiting: 'Waiting',
  member: 'On the panel',
  declined: 'Said no',
};

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
        { header: 'Now', cell: ({ outcome }) => OUTCOMES[outcome] ?? outcome },
      ]}
    />
  );
}
