import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { STATE_NAMES } from '#app/panel/consultation.ts';
import { Bars } from '#app/ui/Bars.tsx';
import { STATION_COLOURS } from '#app/ui/stations.ts';
import { sayDay } from '#app/ui/words.ts';
import type { LineReview } from './review.ts';

/** What the panel said about a line of the plan, and the way to ask it. */
export function LineReviews(props: {
  programmeId: string;
  lineId: string;
  reviews: readonly LineReview[];
  mayAsk: Answer;
}) {
  const { programmeId, lineId, reviews, mayAsk } = props;
  return (
    <section aria-labelledby="reviews">
      <h2 className="govuk-heading-m" id="reviews">
        What the panel says about it
      </h2>
      {reviews.length === 0 ? (
        <p className="govuk-body">Members have not been asked about this line.</p>
      ) : (
        reviews.map((review) => (
          <Review key={review.consultationId} programmeId={programmeId} review={review} />
        ))
      )}
      {mayAsk.yes ? (
        <p className="govuk-body">
          <a className="govuk-link" href={links.reviewLine(programmeId, lineId)}>
            Ask the panel about this line
          </a>
        </p>
      ) : null}
    </section>
  );
}

function Review({ programmeId, review }: { programmeId: string; review: LineReview }) {
  const { consultationId, title, state, closesOn, base, counts, says, written, changed } = review;
  const shown = counts.some(({ share }) => share !== null);
  return (
    <div className="govuk-!-margin-bottom-6">
      <p className="govuk-body govuk-!-margin-bottom-1">
        <a className="govuk-link" href={links.consultation(programmeId, consultationId)}>
          {title}
        </a>{' '}
        ({STATE_NAMES[state].toLowerCase()}
        {closesOn === null ? '' : `, ${sayDay(closesOn)}`})
      </p>
      {base === null ? (
        <p className="govuk-body">The answers can be seen here once it has closed.</p>
      ) : (
        <p className="govuk-body">
          {says.join(' ')} Parents and carers who answered: {base}.
        </p>
      )}
      {shown ? (
        <Bars
          title={`What members said: ${review.text}`}
          max={1}
          bars={counts.map(({ label, count, share }) => ({
            label,
            value: share,
            words: share === null ? String(count) : `${count} (${Math.round(share * 100)}%)`,
          }))}
          colour={STATION_COLOURS.panel}
        />
      ) : null}
      {written.length > 0 ? (
        <ul className="govuk-list govuk-list--bullet">
          {written.map(({ beside, words }, at) => (
            <li key={at}>
              {beside === '' ? null : <span className="tl-reason">{beside}: </span>}
              <span className="tl-lines" dir="auto">
                {words}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {changed === null ? null : (
        <p className="govuk-body-s">
          Changed since they were asked:{' '}
          {changed
            .map(({ name, then, now }) => `${name} (then “${then || '–'}”, now “${now || '–'}”)`)
            .join('; ')}
          .
        </p>
      )}
    </div>
  );
}
