import { links } from '#app/http/links.ts';
import { Button, Form } from '#app/ui/Form.tsx';
import { many, sayDay } from '#app/ui/words.ts';
import { MyMeetings, type MyMeetingsProps } from './meetings/MemberMeeting.tsx';
import type { Became } from './member-home.ts';
import { WhatBecame } from './answer/WhatBecame.tsx';

interface OpenToMe {
  id: string;
  title: string;
  closesOn: string | null;
  statements: number;
  answered: number;
}

/** A member's own page: what waits for them, and what became of what they said. */
export function MemberHome(props: {
  name: string;
  panels: {
    programmeId: string;
    title: string;
    open: OpenToMe[];
    meetings: MyMeetingsProps;
    became: Became[];
  }[];
}) {
  const { name, panels } = props;
  const toAnswer = panels
    .flatMap((panel) => panel.open)
    .filter((one) => one.answered < one.statements).length;
  const invitations = panels
    .flatMap((panel) => panel.meetings.coming)
    .filter((one) => one.state === 'planned' && one.reply === 'waiting').length;
  const waiting = toAnswer + invitations;
  return (
    <>
      <h1 className="govuk-heading-xl govuk-!-margin-bottom-4">Hello {name}.</h1>
      <p className="govuk-body-l">
        {waiting === 0
          ? 'Nothing waits for you today.'
          : `${many(waiting, 'thing')} for you to answer.`}
      </p>
      {panels.length === 0 ? (
        <p className="govuk-body">You are not on a panel at the moment.</p>
      ) : null}
      {panels.map((panel) => (
        <section key={panel.programmeId} aria-label={panel.title}>
          {panels.length > 1 ? <p className="govuk-caption-l">{panel.title}</p> : null}
          <ToAnswer open={panel.open} />
          <MyMeetings {...panel.meetings} />
          <WhatBecame became={panel.became} programmeId={panel.programmeId} />
        </section>
      ))}
      {panels.length > 0 ? (
        <p className="govuk-body">
          <a className="govuk-link" href={links.myDetails()}>
            Your details, what helps you to take part, costs and thanks, leaving
          </a>
        </p>
      ) : null}
      <Form action={links.signOut()}>
        <Button kind="secondary">Sign out</Button>
      </Form>
      <p className="govuk-body">
        <a className="govuk-link" href={links.myData()}>
          What we hold about you, and how to delete it
        </a>
      </p>
      <p className="govuk-body-s">
        On a telephone or computer that others use, sign out when you have finished. Your link works
        again whenever you need it.
      </p>
    </>
  );
}

function ToAnswer({ open }: { open: readonly OpenToMe[] }) {
  return (
    <>
      <h2 className="govuk-heading-l">Tell us what you think</h2>
      {open.length === 0 ? (
        <p className="govuk-body">
          We are not asking anything at the moment. When we do, it stands here.
        </p>
      ) : (
        open.map((one) => (
          <div className="tl-plain-panel" key={one.id}>
            <h3 className="govuk-heading-m govuk-!-margin-bottom-1">
              <a className="govuk-link" href={links.memberConsultation(one.id)}>
                {one.title}
              </a>
            </h3>
            <p className="govuk-body govuk-!-margin-bottom-0">
              {howFar(one)} Closes at the end of {sayDay(one.closesOn)}.
            </p>
          </div>
        ))
      )}
    </>
  );
}

function howFar({ answered, statements }: OpenToMe): string {
  if (answered === 0) return `${many(statements, 'short question')}.`;
  if (answered < statements) return `You have answered ${answered} of ${statements}.`;
  return 'You have answered. You can still change your answers.';
}
