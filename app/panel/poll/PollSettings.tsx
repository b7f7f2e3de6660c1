import type { Problem, Typed } from '#app/http/problems.ts';
import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { Choices } from '#app/ui/Field.tsx';
import { Button, Form } from '#app/ui/Form.tsx';
import { QrCode } from '#app/ui/QrCode.tsx';
import type { State } from '../consultation.ts';
import { AUDIENCE_NAMES, AUDIENCES, type Audience } from './poll.ts';

/** Where a poll is answered, how it is announced, and what a screen may show. */
export function PollSettings(props: {
  code: string;
  address: string;
  qr: { size: number; path: string };
  state: State;
  audience: Audience;
  onScreen: string;
  posterHref: string;
  mayManage: Answer;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  const { code, address, qr, state, audience, onScreen, mayManage, answer } = props;
  return (
    <>
      {state === 'draft' ? (
        <p className="govuk-body">
          It is still a draft: the address opens when you open the poll. The poster can be printed
          before.
        </p>
      ) : null}
      <p className="govuk-body-l">
        <a className="govuk-link" href={links.pollDoor(code)}>
          {address}
        </a>
      </p>
      <QrCode {...qr} label={`QR code that opens ${address}`} />
      <ul className="govuk-list govuk-!-margin-top-4">
        <li>
          <a className="govuk-link" href={props.posterHref}>
            Poster to print (PDF, A4)
          </a>
        </li>
        {state !== 'draft' && (onScreen === 'yes' || state === 'closed') ? (
          <li>
            <a className="govuk-link" href={links.pollScreen(code)}>
              Page for the screen in the room
            </a>
          </li>
        ) : null}
      </ul>
      {mayManage.yes ? (
        <Form>
          <Choices
            kind="radios"
            name="audience"
            label="Whom is it for?"
            values={[audience]}
            answer={answer}
            options={AUDIENCES.map((one) => ({
              value: one,
              label: AUDIENCE_NAMES[one],
              hint:
                one === 'young'
                  ? 'Simpler words, and a box to tick: “I am happy to take part”. Ask parents first as your own rules say.'
                  : undefined,
            }))}
          />
          <Choices
            kind="radios"
            name="onScreen"
            label="May a screen show the counts while it is open?"
            hint="In steps of five people, so that nobody sees what the last person answered."
            values={[onScreen]}
            answer={answer}
            options={[
              { value: 'no', label: 'No, after it has closed' },
              { value: 'yes', label: 'Yes' },
            ]}
          />
          <Button>Save</Button>
        </Form>
      ) : (
        <p className="govuk-body tl-reason">{mayManage.reason}</p>
      )}
    </>
  );
}
