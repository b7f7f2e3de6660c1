import { links } from '#app/http/links.ts';
import { Button, Form } from '#app/ui/Form.tsx';
import type { Became } from '../member-home.ts';
import { Promised } from '../YouSaid.tsx';
import type { RaisedAtMeeting } from './raised.ts';
import { ThingsSaid } from './WhatBecame.tsx';

export interface MemberAnswersProps {
  panels: {
    programmeId: string;
    title: string;
    became: Became[];
    atMeetings: RaisedAtMeeting[];
    wants: boolean;
  }[];
}

/** Everything that a member raised and what became of it; for nobody else to see. */
export function MemberAnswers({ panels }: MemberAnswersProps) {
  return (
    <>
      <h1 className="govuk-heading-xl">What became of what you said</h1>
      <p className="govuk-body-l">Only you see this page.</p>
      {panels.map((panel) => (
        <section key={panel.programmeId} aria-label={panel.title}>
          {panels.length > 1 ? <p className="govuk-caption-l">{panel.title}</p> : null}
          <BeTold programmeId={panel.programmeId} wants={panel.wants} />
          <ThingsSaid became={panel.became} />
          {panel.atMeetings.length === 0 ? null : (
            <>
              <h2 className="govuk-heading-l">Raised at meetings that you came to</h2>
              {panel.atMeetings.map((one) => (
                <article className="tl-became" key={one.themeId}>
                  <p className="govuk-body tl-who">{one.meetings.join('; ')}</p>
                  {one.reply ? (
                    <Promised reply={one.reply} theme={one.theme} />
                  ) : (
                    <p className="govuk-body">
                      <strong>{one.theme}</strong>. There is no answer yet: it will stand here.
                    </p>
                  )}
                </article>
              ))}
            </>
          )}
          <p className="govuk-body">
            <a className="govuk-link" href={links.youSaid(panel.programmeId)}>
              Everything that families said, and what became of it
            </a>
          </p>
        </section>
      ))}
    </>
  );
}

function BeTold({ programmeId, wants }: { programmeId: string; wants: boolean }) {
  return (
    <div className="tl-plain-panel">
      <h2 className="govuk-heading-m govuk-!-margin-bottom-1">Shall we tell you?</h2>
      <p className="govuk-body">
        {wants
          ? 'We tell you when something that you raised is answered, and when the answer changes. It comes the way you want to hear from us.'
          : 'We can tell you when something that you raised is answered, and when the answer changes.'}
      </p>
      <Form>
        <input type="hidden" name="programmeId" value={programmeId} />
        <Button intent={wants ? 'stop' : 'tell'} kind={wants ? 'secondary' : 'primary'}>
          {wants ? 'Do not tell me any more' : 'Tell me'}
        </Button>
      </Form>
    </div>
  );
}
