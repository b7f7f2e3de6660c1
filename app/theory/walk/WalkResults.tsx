import { links } from '#app/http/links.ts';
import { HIDDEN, type Shown } from '#app/statistics/small-numbers.ts';
import { VOTE_NAMES, VOTES } from '#app/panel/tally.ts';
import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import { AGREEMENT_LOOKS, AGREEMENTS, type Agreement } from './agreement.ts';
import type { WalkedStop, WalkRemark } from './walk-page.ts';

/** What came of a walk: in short, the picture, its table, and what people wrote at each stop. */
export function WalkResults(props: {
  programmeId: string;
  consultationId: string;
  results: { stops: WalkedStop[]; svg: string; closely: boolean };
  mayTake: boolean;
}) {
  const { stops, svg, closely } = props.results;
  const changed = stops.filter(({ since }) => since.is !== 'same');
  return (
    <>
      <InShort stops={stops} />
      <figure className="tl-picture">
        <div
          className="tl-picture__frame"
          role="region"
          aria-label="The theory with the answers at each link: it scrolls sideways"
          tabIndex={0}
          dangerouslySetInnerHTML={{ __html: svg }}
        />
        <figcaption className="govuk-body-s">
          <Legend />
          The numbers are those of the table. Links without a number were not asked about.
        </figcaption>
      </figure>
      <Answers stops={stops} />
      <p className="govuk-body">
        Percentages are of the parents and carers who answered that one, unsure included. What
        practitioners answered is counted apart, on the consultation’s own page.
        {closely
          ? ' Small numbers are shown to you because you may read single answers: do not publish them.'
          : ` ${HIDDEN} stands for a small number, or one that would give it away.`}
      </p>
      {changed.length > 0 ? <Changed stops={changed} /> : null}
      {closely ? <Remarks {...props} /> : null}
    </>
  );
}

function InShort({ stops }: { stops: readonly WalkedStop[] }) {
  const of = (agreement: Agreement) => stops.filter((stop) => stop.agreement === agreement).length;
  return (
    <ul className="tl-walk-short">
      {AGREEMENTS.filter((agreement) => of(agreement) > 0).map((agreement) => (
        <li key={agreement}>
          <strong className="tl-numbers">{of(agreement)}</strong> <Sign agreement={agreement} />{' '}
          {AGREEMENT_LOOKS[agreement].name}
        </li>
      ))}
    </ul>
  );
}

function Sign({ agreement }: { agreement: Agreement }) {
  const { sign, colour } = AGREEMENT_LOOKS[agreement];
  return (
    <span aria-hidden="true" className="tl-walk-sign" style={{ color: colour }}>
      {sign}
    </span>
  );
}

function Legend() {
  return (
    <ul className="tl-walk-legend">
      {AGREEMENTS.map((agreement) => {
        const { name, colour, dashes, width } = AGREEMENT_LOOKS[agreement];
        return (
          <li key={agreement}>
            <svg width="44" height="12" aria-hidden="true" focusable="false">
              <line
                x1="0"
                y1="6"
                x2="44"
                y2="6"
                stroke={colour}
                strokeWidth={width}
                strokeDasharray={dashes === '' ? undefined : dashes}
              />
            </svg>{' '}
            <Sign agreement={agreement} /> {name}
          </li>
        );
      })}
    </ul>
  );
}

function inWords(count: Shown, share: number | null): string {
  return share === null ? String(count) : `${count} (${Math.round(share * 100)}%)`;
}

function Answers({ stops }: { stops: readonly WalkedStop[] }) {
  return (
    <Table
      caption="What members answered, link by link"
      rows={stops}
      rowKey={({ statementId }) => statementId}
      columns={[
        {
          header: 'What we think',
          rowHeader: true,
          cell: ({ number, text }) => <div className="tl-wide-cell">{`${number}. ${text}`}</div>,
        },
        ...VOTES.map((vote) => ({
          header: VOTE_NAMES[vote],
          numeric: true,
          cell: ({ counts, shares }: WalkedStop) => (
            <span className="tl-nowrap">{inWords(counts[vote], shares[vote])}</span>
          ),
        })),
        { header: 'People', numeric: true, cell: ({ base }) => base },
        {
          header: 'How members stand',
          cell: ({ agreement, leaning }) => (
            <>
              <Sign agreement={agreement} />{' '}
              {agreement === 'few' ? leaning : AGREEMENT_LOOKS[agreement].name}
            </>
          ),
        },
        { header: 'Theory since then', cell: ({ since }) => SINCE[since.is] },
      ]}
    />
  );
}

const SINCE = {
  same: 'The same',
  changed: 'Changed since it was asked',
  gone: 'Not in it any more',
} as const;

function Changed({ stops }: { stops: readonly WalkedStop[] }) {
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          What has changed in the theory since members were asked ({stops.length})
        </span>
      </summary>
      <div className="govuk-details__text">
        {stops.map(({ statementId, number, since }) => (
          <div key={statementId}>
            <p className="govuk-body govuk-!-font-weight-bold">Number {number}</p>
            {since.is === 'changed' ? (
              <dl>
                {since.what.map(({ name, then, now }) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>Then: {then === '' ? 'nothing' : `“${then}”`}</dd>
                    <dd>Now: {now === '' ? 'nothing' : `“${now}”`}</dd>
                  </div>
                ))}
              </dl>
            ) : (
              <p className="govuk-body">It has been taken out of the theory.</p>
            )}
          </div>
        ))}
      </div>
    </details>
  );
}

type RemarksProps = Parameters<typeof WalkResults>[0];

function Remarks(props: RemarksProps) {
  const { programmeId, results } = props;
  const spoken = results.stops.filter(({ remarks }) => remarks.length > 0);
  if (spoken.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-l">What people wrote</h2>
      <p className="govuk-body">
        <a className="govuk-link" href={links.themes(programmeId)}>
          Gather what several people said into themes
        </a>
      </p>
      {spoken.map((stop) => (
        <section key={stop.statementId} className="govuk-!-margin-bottom-6">
          <h3 className="govuk-heading-s">
            {stop.number}. {stop.text}
          </h3>
          <p className="govuk-body-s">
            <Sign agreement={stop.agreement} /> {stop.leaning},{' '}
            {many(stop.remarks.length, 'comment')}
          </p>
          <Kinds {...props} stop={stop} />
        </section>
      ))}
    </>
  );
}

const ASKED: readonly { asked: string; title: string }[] = [
  { asked: '', title: 'Why' },
  { asked: 'missing', title: 'What is missing' },
  { asked: 'stops', title: 'What would stop it' },
];

function Kinds(props: RemarksProps & { stop: WalkedStop }) {
  return ASKED.map(({ asked, title }) => {
    const remarks = props.stop.remarks.filter((one) => one.asked === asked);
    if (remarks.length === 0) return null;
    return (
      <div key={asked}>
        <p className="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">{title}</p>
        <ul className="govuk-list govuk-list--bullet">
          {remarks.map((remark, at) => (
            <li key={at}>
              {remark.beside === '' ? null : <span className="tl-reason">{remark.beside}: </span>}
              <span className="tl-lines" dir="auto">
                {remark.words}
              </span>{' '}
              <Take {...props} remark={remark} number={at + 1} />
            </li>
          ))}
        </ul>
      </div>
    );
  });
}

function Take(props: RemarksProps & { stop: WalkedStop; remark: WalkRemark; number: number }) {
  const { programmeId, consultationId, mayTake, stop, remark } = props;
  if (!mayTake || remark.from === null || stop.since.is === 'gone') return null;
  const words =
    remark.from === 'stops' ? 'Make it an assumption or a risk' : 'Propose a box of the theory';
  return (
    <a
      className="govuk-link"
      href={links.takeWords(programmeId, consultationId, remark.voteId, remark.from)}
    >
      {words}
      <span className="govuk-visually-hidden">
        {' '}
        (comment {props.number} on number {stop.number})
      </span>
    </a>
  );
}
