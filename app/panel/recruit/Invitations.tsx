import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { Bars } from '#app/ui/Bars.tsx';
import { Button, Form } from '#app/ui/Form.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import type { CallView, PersonLine } from './CallPage.tsx';

interface Props {
  programmeId: string;
  call: CallView;
  draw: NonNullable<CallView['draw']>;
  mayManage: Answer;
}

/** Those who were drawn: inviting them, what they say, and who follows those who gave way. */
export function Invitations({ programmeId, call, draw, mayManage }: Props) {
  return (
    <section aria-labelledby="drawn">
      <h2 className="govuk-heading-m" id="drawn">
        Who was drawn
      </h2>
      <Way funnel={call.funnel} />
      {mayManage.yes ? <Inviting {...{ call, draw }} /> : null}
      {draw.withoutSubstitute > 0 ? (
        <p className="govuk-body tl-reason">
          {many(draw.withoutSubstitute, 'place')} cannot be filled: nobody else is like those who
          gave way. Draw again, or change who shall be on the panel.
        </p>
      ) : null}
      <Drawn
        caption="Whose turn it is"
        {...{ programmeId, mayManage }}
        people={draw.asked}
        empty="Nobody: draw again."
      />
      {draw.others.length > 0 ? (
        <Drawn caption="Asked before" {...{ programmeId, mayManage }} people={draw.others} />
      ) : null}
      <Asked quotas={draw.quotas} />
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

function Way({ funnel }: { funnel: CallView['funnel'] }) {
  const all = funnel[0]?.people ?? 0;
  return (
    <div className="tl-funnel">
      <Bars
        title="From coming forward to being on the panel"
        max={all}
        bars={funnel.map(({ name, people }) => ({
          label: name,
          value: people,
          words: people.toLocaleString('en-GB'),
        }))}
      />
      <Table
        caption="From coming forward to being on the panel"
        captionSize="s"
        rows={funnel}
        rowKey={({ name }) => name}
        columns={[
          { header: 'Step', rowHeader: true, cell: ({ name }) => name },
          { header: 'People', numeric: true, cell: ({ people }) => people },
        ]}
      />
    </div>
  );
}

function Inviting({ call, draw }: { call: CallView; draw: Props['draw'] }) {
  const waiting = draw.asked.filter(({ standing }) => standing === 'invited').length;
  return (
    <>
      {draw.toInvite > 0 ? (
        <p className="govuk-body">
          Each gets a link of their own to answer with, by the way they prefer, and two reminders at
          most: 7 and 2 days before their last day. Letters and telephone calls wait for you among
          the messages.
        </p>
      ) : (
        <p className="govuk-body">
          {waiting > 0
            ? `${many(waiting, 'invitation waits', 'invitations wait')} for an answer.`
            : 'Everybody whose turn it is has been asked.'}
        </p>
      )}
      <Form className="govuk-button-group">
        {draw.toInvite > 0 ? (
          <Button intent="invite">Invite {many(draw.toInvite, 'person', 'people')}</Button>
        ) : null}
        {draw.notDrawn > 0 && !call.open ? (
          <Button intent="tell-rest" kind="secondary">
            Tell those who were not drawn
          </Button>
        ) : null}
      </Form>
    </>
  );
}

function Drawn(props: {
  caption: string;
  programmeId: string;
  people: readonly PersonLine[];
  mayManage: Answer;
  empty?: string;
}) {
  const { programmeId, mayManage } = props;
  return (
    <Table
      caption={props.caption}
      captionSize="s"
      rows={props.people}
      rowKey={({ id }) => id}
      empty={<p className="govuk-body">{props.empty}</p>}
      columns={[
        {
          header: 'Name',
          rowHeader: true,
          cell: ({ name, memberId }) =>
            memberId === null ? (
              name
            ) : (
              <a className="govuk-link" href={links.member(programmeId, memberId)}>
                {name}
              </a>
            ),
        },
        { header: 'About them', cell: ({ about }) => about },
        { header: 'How to reach them', cell: ({ reach }) => reach },
        { header: 'What would help', cell: ({ helps }) => helps },
        {
          header: 'Now',
          cell: ({ now, question }) => (
            <>
              {now}
              {question === '' ? null : (
                <span className="tl-lines">
                  <br />“{question}”
                </span>
              )}
            </>
          ),
        },
        ...(mayManage.yes
          ? [{ header: 'They say', cell: (person: PersonLine) => <They person={person} /> }]
          : []),
      ]}
    />
  );
}

/** What staff can note for somebody who answered on paper or by telephone. */
function They({ person }: { person: PersonLine }) {
  const { id, name, standing, answerBy } = person;
  const whom = <span className="govuk-visually-hidden"> says {name}</span>;
  switch (standing) {
    case 'member':
    case 'waiting':
      return null;
    case 'declined':
      return (
        <Form>
          <input type="hidden" name="person" value={id} />
          <Button intent="undo" kind="secondary">
            Take the no back<span className="govuk-visually-hidden"> of {name}</span>
          </Button>
        </Form>
      );
    case 'drawn':
    case 'no-answer':
    case 'late-yes':
    case 'invited':
    case 'asks':
      return (
        <>
          <Form>
            <input type="hidden" name="person" value={id} />
            <div className="govuk-button-group">
              <Button intent="join">Yes{whom}</Button>
              <Button intent="decline" kind="secondary">
                No{whom}
              </Button>
            </div>
          </Form>
          {standing === 'invited' || standing === 'asks' ? (
            <MoreTime {...{ id, name, answerBy }} />
          ) : null}
        </>
      );
  }
}

function MoreTime(props: { id: string; name: string; answerBy: string | null }) {
  const field = `answer-by-${props.id}`;
  return (
    <details className="govuk-details govuk-!-margin-bottom-0">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">More time for {props.name}</span>
      </summary>
      <Form>
        <input type="hidden" name="person" value={props.id} />
        <label className="govuk-label" htmlFor={field}>
          New last day
        </label>
        <input
          className="govuk-input govuk-input--width-10"
          id={field}
          name="answerBy"
          type="date"
          defaultValue={props.answerBy ?? ''}
        />{' '}
        <Button intent="longer" kind="secondary">
          Give more time
        </Button>
      </Form>
    </details>
  );
}

function Asked({ quotas }: { quotas: Props['draw']['quotas'] }) {
  if (quotas.length === 0) return null;
  return (
    <Table
      caption="What was asked and whose turn it is"
      captionSize="s"
      rows={quotas}
      rowKey={({ quota }) => quota}
      columns={[
        { header: 'Asked', rowHeader: true, cell: ({ quota }) => quota },
        { header: 'Drawn', numeric: true, cell: ({ drawn }) => drawn },
        { header: 'Met', cell: ({ met }) => (met ? '✓ Yes' : '✗ No') },
      ]}
    />
  );
}
