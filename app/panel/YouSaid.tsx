import { sayDay } from '#app/ui/words.ts';
import type { PublicReply } from './member-home.ts';

/** An answer on a member's own page, under their own words. */
export function Promised({ reply, theme }: { reply: PublicReply; theme: string }) {
  return (
    <>
      <p className="govuk-body">
        We put it with what others said about <strong>{theme}</strong>.
      </p>
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1">{reply.what}</h3>
      <p className="govuk-body tl-lines">{reply.words}</p>
      {reply.because === '' ? null : (
        <>
          <h3 className="govuk-heading-s govuk-!-margin-bottom-1">Because</h3>
          <p className="govuk-body tl-lines">{reply.because}</p>
        </>
      )}
      <WhoAndWhen reply={reply} />
    </>
  );
}

/** Who does it and by when, where it is a promise. */
function WhoAndWhen({ reply }: { reply: PublicReply }) {
  const parts = [
    reply.owner === '' ? null : `Who: ${reply.owner}`,
    reply.dueOn === null ? null : `By: ${sayDay(reply.dueOn)}`,
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return <p className="govuk-body tl-who">{parts.join('. ')}.</p>;
}

/** "You said, we did, because": three columns, one under another on a telephone. */
export function YouSaid({ replies }: { replies: readonly (PublicReply & { voices: string })[] }) {
  if (replies.length === 0) {
    return (
      <p className="govuk-body">
        Nothing stands here yet. When we have something to tell you about what families said, it is
        on this page first.
      </p>
    );
  }
  return (
    <ul className="tl-yousaid">
      {replies.map((reply) => (
        <li key={reply.id}>
          <div>
            <h2 className="govuk-heading-s tl-yousaid__said">You said</h2>
            <p className="govuk-body tl-lines">{reply.youSaid}</p>
            {reply.voices === '' ? null : <p className="govuk-body tl-who">{reply.voices}</p>}
          </div>
          <div>
            <h2 className="govuk-heading-s tl-yousaid__did">{reply.what}</h2>
            <p className="govuk-body tl-lines">{reply.words}</p>
            <WhoAndWhen reply={reply} />
          </div>
          <div>
            {reply.because === '' ? null : (
              <>
                <h2 className="govuk-heading-s">Because</h2>
                <p className="govuk-body tl-lines">{reply.because}</p>
              </>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
