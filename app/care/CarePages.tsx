import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, ButtonLink, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import type { ListedCase } from './care.ts';

type Typing = { problems: readonly Problem[]; typed: Typed } | undefined;

export interface Contact {
  name: string;
  role: string;
  phone: string;
  hours: string;
  outOfHours: string;
  familyLine: string;
  familyPhone: string;
}

/** Whom to tell, what to do, and for those who may see them, what waits. */
export function CareHome(props: {
  programmeId: string;
  contact: Contact | null;
  cases: readonly ListedCase[] | null;
  maySee: Answer;
  mayChange: Answer;
}) {
  const { programmeId, contact, cases, maySee, mayChange } = props;
  return (
    <>
      <Breadcrumbs trail={[{ href: links.panel(programmeId), words: 'Panel' }]} />
      <Heading>Words that worried somebody</Heading>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <WhomToTell {...{ programmeId, contact, mayChange }} />
          <h2 className="govuk-heading-m">When words worry you</h2>
          <ol className="govuk-list govuk-list--number">
            <li>Is somebody in danger now? Ring 999. Then tell the person named above.</li>
            <li>
              Press “This worries me” beside the words. From then on only those who look after
              safeguarding read them.
            </li>
            <li>Do not look for the writer yourself, and do not ask others about them.</li>
          </ol>
          <p className="govuk-body">
            A cautious list of words does the same when something is sent. It only ever has somebody
            look: nothing is blocked, and nothing is decided by it.
          </p>
        </div>
      </div>
      {cases === null ? (
        <p className="govuk-body tl-reason">{maySee.yes ? '' : maySee.reason}</p>
      ) : (
        <Cases programmeId={programmeId} cases={cases} />
      )}
    </>
  );
}

function WhomToTell(props: { programmeId: string; contact: Contact | null; mayChange: Answer }) {
  const { programmeId, contact, mayChange } = props;
  return (
    <>
      <h2 className="govuk-heading-m">Whom to tell</h2>
      {contact ? (
        <div className="govuk-inset-text">
          <p>
            <strong>{contact.name}</strong>, {contact.role}
            <br />
            Telephone{' '}
            <a className="govuk-link" href={`tel:${contact.phone.replace(/[^0-9+]/g, '')}`}>
              {contact.phone}
            </a>
            <br />
            {contact.hours}
          </p>
          <p>When nobody answers: {contact.outOfHours}</p>
        </div>
      ) : (
        <div className="govuk-warning-text">
          <span className="govuk-warning-text__icon" aria-hidden="true">
            !
          </span>
          <strong className="govuk-warning-text__text">
            <span className="govuk-visually-hidden">Warning</span>
            Nobody is named yet. Name somebody before you ask families anything.
          </strong>
        </div>
      )}
      {mayChange.yes ? (
        <ButtonLink href={links.dutyContact(programmeId)} secondary={contact !== null}>
          {contact ? 'Change whom to tell' : 'Name whom to tell'}
        </ButtonLink>
      ) : (
        <p className="govuk-body tl-reason">{mayChange.reason}</p>
      )}
    </>
  );
}

function Cases({ programmeId, cases }: { programmeId: string; cases: readonly ListedCase[] }) {
  const open = cases.filter(({ state }) => state === 'open').length;
  return (
    <>
      <h2 className="govuk-heading-m">{open === 0 ? 'Nothing waits' : `${open} to look at`}</h2>
      <Table
        caption="What was flagged, newest first. The words stand on the page of each."
        rows={cases}
        rowKey={({ id }) => id}
        empty={<p className="govuk-body">Nothing was flagged so far.</p>}
        columns={[
          {
            header: 'What it is',
            cell: ({ id, what }) => (
              <a className="govuk-link" href={links.worry(programmeId, id)}>
                {what}
              </a>
            ),
          },
          { header: 'Flagged', cell: ({ raised }) => raised },
          {
            header: 'State',
            cell: ({ state, outcome }) => (state === 'open' ? 'Open' : `Closed: ${outcome}`),
          },
          {
            header: 'Looked at',
            cell: ({ looks }) => (looks === 0 ? 'never' : many(looks, 'time')),
          },
        ]}
      />
      <p className="govuk-body">
        <a className="govuk-link" href={links.careLog(programmeId)}>
          Who looked, and when
        </a>
      </p>
    </>
  );
}

/** Names the duty contact. */
export function DutyContactPage(props: {
  programmeId: string;
  contact: Contact | null;
  answer: Typing;
}) {
  const { programmeId, contact, answer } = props;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs
          trail={[
            { href: links.panel(programmeId), words: 'Panel' },
            { href: links.care(programmeId), words: 'Words that worried somebody' },
          ]}
        />
        <ErrorSummary problems={answer?.problems} />
        <Heading>Whom to tell about safeguarding</Heading>
        <p className="govuk-body">
          For everybody on your staff, in all your programmes. Those who are to see what was flagged
          need an account as Safeguarding contact; strategic leads see it too.
        </p>
        <Form>
          <TextField name="name" label="Name" value={contact?.name} answer={answer} />
          <TextField
            name="role"
            label="What they do"
            hint="For example, Designated safeguarding lead"
            value={contact?.role}
            answer={answer}
          />
          <TextField
            name="phone"
            label="Telephone number"
            width={20}
            value={contact?.phone}
            answer={answer}
          />
          <TextField
            name="hours"
            label="When they answer"
            hint="For example, Monday to Friday, 9am to 5pm"
            value={contact?.hours}
            answer={answer}
          />
          <TextArea
            name="outOfHours"
            label="What staff do when nobody answers"
            hint="For example, ring the emergency duty team on 01632 960 002"
            value={contact?.outOfHours}
            answer={answer}
          />
          <h2 className="govuk-heading-m">A line for families</h2>
          <p className="govuk-body">
            Printed on the page of help that families see, under the national lines. Leave both
            empty if you have none.
          </p>
          <TextField
            name="familyLine"
            label="What it is called"
            hint="For example, Wexcombe children’s front door"
            value={contact?.familyLine}
            answer={answer}
          />
          <TextField
            name="familyPhone"
            label="Its telephone number"
            width={20}
            value={contact?.familyPhone}
            answer={answer}
          />
          <Button>Save</Button>
        </Form>
      </div>
    </div>
  );
}
