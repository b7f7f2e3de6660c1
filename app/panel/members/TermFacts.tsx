import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { TextField } from '#app/ui/Field.tsx';
import { Button, Form } from '#app/ui/Form.tsx';
import { many, sayDay, sayShortDay } from '#app/ui/words.ts';
import { Facts } from './Facts.tsx';

/** A member's term and the terms that they agreed to. */
export interface TermView {
  terms: readonly { startsOn: string; endsOn: string }[];
  /** The newest terms of reference, if there are any. */
  newest: number | null;
  agreed: readonly { number: number; agreedOn: string; how: string }[];
  /** What a renewal would end on. */
  nextEnd: string;
}

export function TermFacts(props: {
  programmeId: string;
  term: TermView;
  mayAct: boolean;
  today: string;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  const { programmeId, term, mayAct, today, answer } = props;
  const [now] = term.terms;
  const [agreed] = term.agreed;
  const before = term.terms.length - 1;
  return (
    <>
      <h2 className="govuk-heading-m">Term and terms</h2>
      <Facts
        rows={[
          [
            'Term of membership',
            now
              ? `${sayShortDay(now.startsOn)} to ${sayShortDay(now.endsOn)}${now.endsOn < today ? ' (over)' : ''}${before > 0 ? `, renewed ${many(before, 'time')}` : ''}`
              : 'Not set',
          ],
          [
            'Terms of reference',
            agreed
              ? `Agreed to version ${agreed.number} on ${sayDay(agreed.agreedOn)}, ${agreed.how === 'web' ? 'on their own page' : 'on paper'}`
              : 'Not agreed to yet',
          ],
        ]}
      />
      {term.newest === null ? (
        <p className="govuk-body">
          There are no terms of reference yet.{' '}
          <a className="govuk-link" href={links.panelRules(programmeId)}>
            Write them
          </a>
          , so that members know what they agree to.
        </p>
      ) : null}
      {mayAct && term.newest !== null && agreed?.number !== term.newest ? (
        <Form>
          <Button intent="agreed" kind="secondary">
            Note that they agreed to version {term.newest} on paper
          </Button>
        </Form>
      ) : null}
      {mayAct ? (
        <Form>
          <TextField
            name="endsOn"
            label={now ? 'Renew the term until' : 'Term of membership until'}
            type="date"
            width={10}
            {...(now ? { hint: 'A day inside the newest term changes when that one ends.' } : {})}
            value={term.nextEnd}
            answer={answer}
          />
          <Button intent="renew" kind="secondary">
            {now ? 'Renew the term' : 'Set the term'}
          </Button>
        </Form>
      ) : null}
    </>
  );
}
