import { links } from '#app/http/links.ts';
import { many } from '#app/ui/words.ts';

interface Home {
  open: number;
  late: number;
  readThisWeek: number;
  programmes: { id: string; title: string }[];
}

/** Where everything about personal data is found. */
export function PrivacyHome({ open, late, readThisWeek, programmes }: Home) {
  return (
    <>
      <Line href={links.dataRequests()} words="Requests about personal data">
        {open === 0 ? 'None is open.' : `${many(open, 'request is', 'requests are')} open`}
        {open === 0 ? '' : late === 0 ? ', none is late.' : `, ${late} past the last day.`}
      </Line>
      <Line href={links.readings()} words="Who read what people told us">
        {many(readThisWeek, 'page or file', 'pages and files')} in the last seven days.
      </Line>
      <Line href={links.whatIsKept()} words="What is kept, and for how long">
        Every kind of thing with the day on which it goes.
      </Line>
      <Line href={links.familyData()} words="What is held of one family">
        By the reference that the family kept.
      </Line>
      <Line href={links.processingRecord()} words="Record of processing activities">
        Written from the settings, for Article 30.
      </Line>
      <h2 className="govuk-heading-m">Data protection impact assessments</h2>
      <ul className="govuk-list">
        {programmes.map(({ id, title }) => (
          <li key={id}>
            <a className="govuk-link" href={links.impactAssessment(id)}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Line(props: { href: string; words: string; children: React.ReactNode }) {
  return (
    <p className="govuk-body">
      <a className="govuk-link" href={props.href}>
        {props.words}
      </a>
      <br />
      {props.children}
    </p>
  );
}
