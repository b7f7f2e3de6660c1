import type { Problem, Typed } from '#app/http/problems.ts';
import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { ButtonLink, ErrorSummary } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { sayDay } from '#app/ui/words.ts';
import {
  AGE_BANDS,
  CARES_AS,
  ETHNIC_GROUPS,
  KIND_NAMES,
  kindOf,
  labelIn,
  LEFT_BECAUSE,
  SEXES,
} from './member-lists.ts';
import { Facts } from './members/Facts.tsx';
import { LeavingForm } from './members/LeavingForm.tsx';
import { TermFacts, type TermView } from './members/TermFacts.tsx';
import type { About } from './members.ts';

interface MemberView {
  name: string;
  kind: string;
  about: About;
  joinedOn: string;
  leftOn: string | null;
  leftWhy: string | null;
  contactsUntil: string | null;
  /** Whether contact details are kept: they stand on a page of their own. */
  reachable: boolean;
}

/** One member: what they said of themselves, their term, their link, and leaving. */
export function MemberPage(props: {
  programmeId: string;
  memberId: string;
  member: MemberView;
  term: TermView;
  payments: string;
  contactDays: number;
  link: { works: boolean; words: string };
  today: string;
  mayManage: Answer;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  const { programmeId, memberId, member, term, link, today, mayManage, answer } = props;
  const mayAct = mayManage.yes && member.leftOn === null;
  const leaving = answer && 'leftOn' in answer.typed ? answer : undefined;
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
        <Facts rows={aboutRows(member)} />
        {mayManage.yes ? (
          <div className="govuk-button-group">
            {member.reachable ? (
              <ButtonLink href={links.memberContact(programmeId, memberId)} secondary>
                How to reach {member.name}
              </ButtonLink>
            ) : null}
            <ButtonLink href={links.editMember(programmeId, memberId)} secondary>
              Change these details
            </ButtonLink>
          </div>
        ) : (
          <p className="govuk-body tl-reason">{mayManage.reason}</p>
        )}
        {member.reachable ? null : (
          <p className="govuk-body">Contact details were deleted when the member left.</p>
        )}
        <TermFacts
          {...{ programmeId, term, mayAct, today }}
          answer={leaving ? undefined : answer}
        />
        <h2 className="govuk-heading-m">Expenses and thanks</h2>
        <p className="govuk-body">{props.payments}</p>
        {mayAct ? (
          <ButtonLink href={links.newPaymentTo(programmeId, memberId)} secondary>
            Offer a payment
          </ButtonLink>
        ) : null}
        <h2 className="govuk-heading-m">Personal link</h2>
        <p className="govuk-body">{link.words}</p>
        {mayAct ? (
          <ButtonLink href={links.memberLink(programmeId, memberId)}>
            {link.works ? 'Replace the personal link' : 'Make a personal link'}
          </ButtonLink>
        ) : null}
        {mayAct ? (
          <LeavingForm
            {...{ today, name: member.name, contactDays: props.contactDays }}
            answer={leaving}
          />
        ) : null}
        {mayManage.yes ? (
          <p className="govuk-body">
            <a className="govuk-link" href={links.eraseMember(programmeId, memberId)}>
              Erase this member, or copy what is held of them
            </a>
          </p>
        ) : null}
      </div>
    </div>
  );
}

function aboutRows(member: MemberView): [string, string][] {
  const { about, leftOn, leftWhy, contactsUntil } = member;
  return [
    ['On the panel since', sayDay(member.joinedOn)],
    ...(leftOn ? [['Left on', sayDay(leftOn)] as [string, string]] : []),
    ...(leftWhy ? [['Why they left', labelIn(LEFT_BECAUSE, leftWhy)] as [string, string]] : []),
    ...(contactsUntil
      ? [['Contact details are deleted after', sayDay(contactsUntil)] as [string, string]]
      : []),
    ['Looks after children as', labelIn(CARES_AS, about['caresAs'])],
    ['Sex', labelIn(SEXES, about['sex'])],
    ['Age', labelIn(AGE_BANDS, about['ageBand'])],
    ['Ethnic group', labelIn(ETHNIC_GROUPS, about['ethnicGroup'])],
    ['Lives in', about['area'] ?? '–'],
  ];
}
