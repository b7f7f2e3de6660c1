import type { Problem, Typed } from '#app/http/problems.ts';
import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { TextField } from '#app/ui/Field.tsx';
import { Button, ButtonLink, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { sayDay } from '#app/ui/words.ts';
import {
  AGE_BANDS,
  CARES_AS,
  ETHNIC_GROUPS,
  KIND_NAMES,
  kindOf,
  labelIn,
  PREFERRED,
  SEXES,
} from './member-lists.ts';
import type { KnownMember } from './MemberFields.tsx';

/** One member: what they said of themselves, how to reach them, their link, and leaving. */
export function MemberPage(props: {
  programmeId: string;
  memberId: string;
  member: KnownMember & { leftOn: string | null };
  link: { works: boolean; words: string };
  today: string;
  mayManage: Answer;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  const { programmeId, memberId, member, link, today, mayManage, answer } = props;
  const mayAct = mayManage.yes && member.leftOn === null;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs
          trail={[
            { href: links.panel(programmeId), words: 'Panel' },
            { href: links.members(programmeId), words: 'Members' },
          ]}
        />
        <ErrorSummary problems={answer?.problems} />
        <Heading caption={KIND_NAMES[kindOf(member.kind)]}>{member.name}</Heading>
        <About member={member} />
        {mayManage.yes ? (
          <ButtonLink href={links.editMember(programmeId, memberId)} secondary>
            Change these details
          </ButtonLink>
        ) : (
          <p className="govuk-body tl-reason">{mayManage.reason}</p>
        )}
        <h2 className="govuk-heading-m">Personal link</h2>
        <p className="govuk-body">{link.words}</p>
        {mayAct ? (
          <ButtonLink href={links.memberLink(programmeId, memberId)}>
            {link.works ? 'Replace the personal link' : 'Make a personal link'}
          </ButtonLink>
        ) : null}
        {mayAct ? <Leaving {...{ today, answer, name: member.name }} /> : null}
      </div>
    </div>
  );
}

function About({ member }: { member: KnownMember & { leftOn: string | null } }) {
  const { about, contact } = member;
  const rows: [string, string][] = [
    ['On the panel since', sayDay(member.joinedOn)],
    ...(member.leftOn ? [['Left on', sayDay(member.leftOn)] as [string, string]] : []),
    ['Looks after children as', labelIn(CARES_AS, about['caresAs'])],
    ['Sex', labelIn(SEXES, about['sex'])],
    ['Age', labelIn(AGE_BANDS, about['ageBand'])],
    ['Ethnic group', labelIn(ETHNIC_GROUPS, about['ethnicGroup'])],
    ['Lives in', about['area'] ?? '–'],
  ];
  const reach: [string, string][] = contact
    ? [
        ['E-mail address', contact.email || '–'],
        ['Telephone number', contact.phone || '–'],
        ['Wants to hear from us by', labelIn(PREFERRED, contact.preferred)],
        ['Language', contact.language || '–'],
      ]
    : [];
  return (
    <>
      <Facts rows={rows} />
      <h2 className="govuk-heading-m">How to reach {member.name}</h2>
      {contact ? (
        <Facts rows={reach} />
      ) : (
        <p className="govuk-body">Contact details were deleted when the member left.</p>
      )}
    </>
  );
}

function Facts({ rows }: { rows: readonly [string, string][] }) {
  return (
    <dl className="govuk-summary-list">
      {rows.map(([name, value]) => (
        <div className="govuk-summary-list__row" key={name}>
          <dt className="govuk-summary-list__key">{name}</dt>
          <dd className="govuk-summary-list__value">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Leaving(props: {
  today: string;
  name: string;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  return (
    <details className="govuk-details govuk-!-margin-top-6" open={props.answer !== undefined}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{props.name} has left the panel</span>
      </summary>
      <div className="govuk-details__text">
        <p>
          What {props.name} said stays counted. Their contact details are deleted and their personal
          link stops working. This cannot be undone.
        </p>
        <Form>
          <TextField
            name="leftOn"
            label="Left on"
            type="date"
            width={10}
            value={props.today}
            answer={props.answer}
          />
          <Button kind="warning">Record that they left</Button>
        </Form>
      </div>
    </details>
  );
}
