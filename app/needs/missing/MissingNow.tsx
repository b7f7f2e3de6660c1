import { links } from '#app/http/links.ts';
import { many } from '#app/ui/words.ts';
import type { MissingNow as Missing } from './missing-now.server.ts';
import { PairBars } from './PairBars.tsx';

/** Who is missing, on the page of a survey: the groups that lack most, a picture, and the way on. */
export function MissingNow({ programmeId, now }: { programmeId: string; now: Missing }) {
  if (now.answers === 0) return null;
  const href = links.missing(programmeId, now.surveyId);
  return (
    <>
      <h2 className="govuk-heading-m">Who is missing</h2>
      {now.count === 0 ? (
        <>
          <Picture now={now} />
          <p className="govuk-body">
            {now.nothingKnown
              ? 'Enter what families here look like, and this page says who is missing from the answers.'
              : 'No group is missing by more than chance explains, of those that are compared.'}{' '}
            <a
              className="govuk-link"
              href={now.nothingKnown ? links.population(programmeId, now.surveyId) : href}
            >
              {now.nothingKnown
                ? 'What families here look like'
                : 'Who answered, beside who lives here'}
            </a>
          </p>
        </>
      ) : (
        <div className="tl-lacking">
          <ul className="govuk-list">
            {now.first.map(({ label, sentence, more }) => (
              <li key={label}>
                {sentence}
                {more === null ? null : <strong> Answers wanted: {more}.</strong>}
              </li>
            ))}
          </ul>
          <Picture now={now} />
          <p className="govuk-body govuk-!-margin-bottom-0">
            <a className="govuk-link" href={href}>
              {now.count > now.first.length
                ? `All ${now.count} missing groups, and where to find them`
                : 'Where to find them'}
            </a>
          </p>
        </div>
      )}
    </>
  );
}

function Picture({ now: { picture } }: { now: Missing }) {
  if (picture === null) return null;
  return (
    <>
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1">{picture.title}</h3>
      <PairBars title={picture.title} groups={picture.groups} />
    </>
  );
}

/** One line a survey for the home pages. */
export function MissingLines(props: { programmeId: string; missing: readonly Missing[] }) {
  if (props.missing.length === 0) return null;
  return (
    <section className="tl-lacking" aria-labelledby="who-is-missing">
      <h2 className="govuk-heading-s govuk-!-margin-bottom-1" id="who-is-missing">
        Who is missing from the answers
      </h2>
      <ul className="govuk-list govuk-!-margin-bottom-0">
        {props.missing.map((now) => (
          <li key={now.surveyId}>
            {now.first[0]?.sentence}{' '}
            <a className="govuk-link" href={links.missing(props.programmeId, now.surveyId)}>
              {now.count > 1
                ? `Where to find them and ${many(now.count - 1, 'other group')}`
                : 'Where to find them'}
              <span className="govuk-visually-hidden">: {now.title}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
