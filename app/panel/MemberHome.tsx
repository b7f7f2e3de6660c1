import { links } from '#app/http/links.ts';
import { Button, Form } from '#app/ui/Form.tsx';
import { many, sayDay } from '#app/ui/words.ts';
import type { Became } from './member-home.ts';
import { Promised } from './YouSaid.tsx';

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
  panels: { programmeId: string; title: string; open: OpenToMe[]; became: Became[] }[];
}) {
  const { name, panels } = props;
  const waiting = panels
    .flatMap((panel) => panel.open)
    .filter((one) => one.answered < one.statements).length;
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

function WhatBecame(props: { became: readonly Became[]; programmeId: string }) {
  return (
    <>
      <h2 className="govuk-heading-l">What became of what you said</h2>
      {props.became.length === 0 ? (
        <p className="govuk-body">
          You have not written a comment yet. When you do, you can follow here what becomes of it.
        </p>
      ) : (
        props.became.map((one) => <OneThing key={one.theme ?? ''} became={one} />)
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={links.youSaid(props.programmeId)}>
          Everything that families said, and what became of it
        </a>
      </p>
    </>
  );
}

function OneThing({ became: { said, theme, reply } }: { became: Became }) {
  return (
    <article className="tl-became">
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1">You said</h3>
      {said.map((one, at) => (
        <blockquote className="tl-quote" key={at}>
          <p className="govuk-body tl-lines">{one.words}</p>
        </blockquote>
      ))}
      {theme === null ? (
        <p className="govuk-body">
          It has arrived. Nobody has put it together with what others said yet.
        </p>
      ) : reply ? (
        <Promised reply={reply} theme={theme} />
      ) : (
        <p className="govuk-body">
          We put it with what others said about <strong>{theme}</strong>. There is no answer yet: it
          will stand here.
        </p>
      )}
    </article>
  );
}
