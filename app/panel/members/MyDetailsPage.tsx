import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { Select, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { sayDay } from '#app/ui/words.ts';
import { AGE_BANDS, CARES_AS, ETHNIC_GROUPS, PREFERRED, SEXES } from '../member-lists.ts';
import type { About } from '../members.ts';
import { SupportFields, type Support } from '../MemberFields.tsx';
import { MyPayments, type MyPayment } from './MyPayments.tsx';

export interface MyDetailsView {
  memberId: string;
  panel: string;
  places: readonly string[];
  others: readonly { memberId: string; panel: string }[];
  details: {
    name: string;
    about: About;
    contact: { email: string; phone: string; preferred: string; language: string } | null;
    support: Support | null;
  };
  joinedOn: string;
  endsOn: string | null;
  terms: { number: number; words: string; agreedOn: string | null } | null;
  payments: readonly MyPayment[];
}

type Answer = { problems: readonly Problem[]; typed: Typed } | undefined;

/** A member's own details: what we keep, what we agreed, what was paid, and leaving. */
export function MyDetailsPage({ mine, answer }: { mine: MyDetailsView; answer: Answer }) {
  return (
    <>
      <ErrorSummary problems={answer?.problems} />
      <h1 className="govuk-heading-l">Your details</h1>
      <p className="govuk-body">
        You are on the panel since {sayDay(mine.joinedOn)}
        {mine.endsOn
          ? `, until ${sayDay(mine.endsOn)}. We ask you before then whether you would like to stay`
          : ''}
        . Only the people who run the panel see what stands here. Other members do not.
      </p>
      {mine.others.map(({ memberId, panel }) => (
        <p className="govuk-body" key={memberId}>
          <a className="govuk-link" href={`${links.myDetails()}?panel=${memberId}`}>
            Your details on the other panel: {panel}
          </a>
        </p>
      ))}
      <Terms terms={mine.terms} memberId={mine.memberId} />
      <MyPayments payments={mine.payments} memberId={mine.memberId} />
      <h2 className="govuk-heading-m">What we keep of you</h2>
      <Form>
        <input type="hidden" name="member" value={mine.memberId} />
        <Reach {...{ mine, answer }} />
        <SupportFields answer={answer} support={mine.details.support} mine />
        <AboutMe {...{ mine, answer }} />
        <Button intent="details">Save my details</Button>
      </Form>
      <h2 className="govuk-heading-m">Leaving</h2>
      <p className="govuk-body">
        You can leave whenever you want, and need not say why.{' '}
        <a className="govuk-link" href={links.leavePanel(mine.memberId)}>
          Leave the panel
        </a>
      </p>
    </>
  );
}

function Terms({ terms, memberId }: { terms: MyDetailsView['terms']; memberId: string }) {
  if (terms === null) return null;
  return (
    <>
      <h2 className="govuk-heading-m">What we agreed</h2>
      <details className="govuk-details" open={terms.agreedOn === null}>
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">How the panel works</span>
        </summary>
        <div className="govuk-details__text tl-lines" dir="auto">
          {terms.words}
        </div>
      </details>
      {terms.agreedOn === null ? (
        <Form>
          <input type="hidden" name="member" value={memberId} />
          <Button intent="agree">I agree to this</Button>
        </Form>
      ) : (
        <p className="govuk-body">You agreed to this on {sayDay(terms.agreedOn)}.</p>
      )}
    </>
  );
}

function Reach({ mine, answer }: { mine: MyDetailsView; answer: Answer }) {
  const { name, contact } = mine.details;
  return (
    <>
      <TextField name="name" label="Your name" value={name} answer={answer} autoComplete="name" />
      <TextField
        name="email"
        label="E-mail address"
        type="email"
        optional
        autoComplete="email"
        spellCheck={false}
        value={contact?.email}
        answer={answer}
      />
      <TextField
        name="phone"
        label="Telephone number"
        type="tel"
        width={20}
        optional
        autoComplete="tel"
        value={contact?.phone}
        answer={answer}
      />
      <Select
        name="preferred"
        label="How should we write or call?"
        optional
        value={contact?.preferred}
        answer={answer}
        options={[{ value: '', label: 'It does not matter' }, ...PREFERRED]}
      />
      <TextField
        name="language"
        label="Language"
        hint="If another than English is easier for you."
        width={20}
        optional
        value={contact?.language}
        answer={answer}
      />
    </>
  );
}

function AboutMe({ mine, answer }: { mine: MyDetailsView; answer: Answer }) {
  const { about } = mine.details;
  const fields = [
    ['caresAs', 'You look after children as', CARES_AS],
    ['sex', 'Your sex', SEXES],
    ['ageBand', 'Your age', AGE_BANDS],
    ['ethnicGroup', 'Your ethnic group', ETHNIC_GROUPS],
  ] as const;
  const places = mine.places.map((place) => ({ value: place, label: place }));
  const area = about['area'] ?? '';
  return (
    <fieldset className="govuk-fieldset govuk-!-margin-bottom-6">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">About you</legend>
      <p className="govuk-hint">
        So that we see who is missing on the panel. You can leave out any of these.
      </p>
      {fields.map(([name, label, list]) => (
        <Select
          key={name}
          name={name}
          label={label}
          optional
          value={about[name]}
          answer={answer}
          options={[{ value: '', label: 'I leave this out' }, ...list]}
        />
      ))}
      {places.length > 0 && (area === '' || mine.places.includes(area)) ? (
        <Select
          name="area"
          label="Where you live"
          optional
          value={area}
          answer={answer}
          options={[{ value: '', label: 'I leave this out' }, ...places]}
        />
      ) : (
        <TextField name="area" label="Where you live" optional value={area} answer={answer} />
      )}
    </fieldset>
  );
}
