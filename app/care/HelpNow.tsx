/** Lines that answer all over England, as the organisations themselves publish them. */
const LINES: readonly { name: string; phone: string; when: string }[] = [
  {
    name: 'Worried about a child: NSPCC helpline',
    phone: '0808 800 5000',
    when: 'Free. For any adult who is worried about a child.',
  },
  {
    name: 'For children and young people: Childline',
    phone: '0800 1111',
    when: 'Free.',
  },
  {
    name: 'Afraid of somebody at home: National Domestic Abuse Helpline',
    phone: '0808 2000 247',
    when: 'Free, day and night.',
  },
  {
    name: 'Thinking of ending your life, or cannot go on: Samaritans',
    phone: '116 123',
    when: 'Free, day and night. They listen and do not judge.',
  },
  { name: 'Police, when it is not an emergency', phone: '101', when: 'Day and night.' },
];

/** Where help is, for whoever writes to us: before and after they have written. */
export function HelpNow(props: {
  sent: boolean;
  to: string | null;
  line: { name: string; phone: string } | null;
}) {
  const { sent, to, line } = props;
  return (
    <>
      <p className="govuk-body">
        <a className="govuk-link" href="https://www.bbc.co.uk/weather" rel="noreferrer noopener">
          Leave this page fast
        </a>{' '}
        (goes to the weather)
      </p>
      <h1 className="govuk-heading-l">If you or a child are not safe</h1>
      {sent ? (
        <p className="govuk-body">
          Thank you for telling us. Your answer is kept. What people write here is not read at once,
          so here is where help is now.
        </p>
      ) : (
        <p className="govuk-body">
          What you write to us is not read at once. Do not wait for us: here is where help is now.
        </p>
      )}
      <p className="govuk-body-l">
        In danger now?{' '}
        <a className="govuk-link tl-tap" href="tel:999">
          Ring 999
        </a>
        . If you cannot speak, ring 999 from your mobile, then press 55.
      </p>
      <ul className="govuk-list govuk-list--spaced">
        {line ? <Line name={line.name} phone={line.phone} when="" /> : null}
        {LINES.map((one) => (
          <Line key={one.name} {...one} />
        ))}
      </ul>
      <p className="govuk-body">
        To leave no trace on a shared telephone, delete this page from your browser’s history.
      </p>
      {to === null ? null : (
        <p className="govuk-body">
          <a className="govuk-link" href={to}>
            Go on
          </a>
        </p>
      )}
    </>
  );
}

function Line({ name, phone, when }: { name: string; phone: string; when: string }) {
  return (
    <li>
      {name}
      <br />
      <a className="govuk-link tl-tap" href={`tel:${phone.replaceAll(' ', '')}`}>
        {phone}
      </a>
      {when === '' ? null : (
        <>
          <br />
          {when}
        </>
      )}
    </li>
  );
}
