import type { Problem, Typed } from '#app/http/problems.ts';
import { links } from '#app/http/links.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Choices } from '#app/ui/Field.tsx';
import { sayDay } from '#app/ui/words.ts';
import { ItemFields } from '../kinds/ItemFields.tsx';
import type { ShownItem } from '../kinds/shown-item.ts';
import { POLL_WORDS, YOUNG_VOTES, type Audience } from './poll.ts';
import { prefixOf } from './prefix.ts';

/** A poll on one page: two or three questions, each may be left out. */
export function PollPage(props: {
  title: string;
  purpose: string;
  audience: Audience;
  closesOn: string | null;
  answered: boolean;
  items: readonly (ShownItem & { before: Typed })[];
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  const { title, purpose, audience, closesOn, answered, items, answer } = props;
  const words = POLL_WORDS[audience];
  return (
    <>
      <ErrorSummary problems={answer?.problems} />
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body tl-lines">{purpose}</p>
      {answered ? (
        <div className="govuk-inset-text">
          You have answered already. What you send now takes the place of it.
        </div>
      ) : (
        words.before.map((line) => (
          <p key={line} className="govuk-body">
            {line}
          </p>
        ))
      )}
      <Form>
        {items.map((item) => (
          <ItemFields
            key={item.id}
            item={item}
            before={item.before}
            answer={answer}
            prefix={prefixOf(item.number)}
            named
            short
            {...(audience === 'young' ? { voteNames: YOUNG_VOTES } : {})}
          />
        ))}
        {words.consent === null ? null : (
          <Choices
            kind="checkboxes"
            name="consent"
            label="Is that all right?"
            answer={answer}
            values={answered ? ['yes'] : []}
            options={[{ value: 'yes', label: words.consent }]}
          />
        )}
        <Button>{words.send}</Button>
      </Form>
      <p className="govuk-body-s">Open to the end of {sayDay(closesOn)}.</p>
    </>
  );
}

/** What a telephone shows when its answers have arrived. */
export function PollDone(props: { code: string; audience: Audience; closesOn: string | null }) {
  const words = POLL_WORDS[props.audience];
  return (
    <>
      <div className="govuk-panel govuk-panel--confirmation">
        <h1 className="govuk-panel__title">{words.thanks}</h1>
      </div>
      <p className="govuk-body">{words.after}</p>
      <p className="govuk-body">
        <a className="govuk-link" href={links.pollDoor(props.code)}>
          Change my answers
        </a>
      </p>
      <p className="govuk-body">
        What everybody answered stands at the same address after {sayDay(props.closesOn)}.
      </p>
    </>
  );
}
