import { links } from '#app/http/links.ts';
import { sayDay, sayMoment } from '#app/ui/words.ts';
import { BECAME_WORDS, type DifferenceTables } from '../history/difference-rows.ts';
import type { PublicColumn } from './public-words.ts';

export interface PublicProps {
  code: string;
  programme: string;
  title: string;
  name: string;
  at: Date;
  counts: string;
  svg: string;
  columns: readonly PublicColumn[];
  afterwards: string;
  comment: string;
  calls: readonly { code: string; title: string; closesOn: string }[];
  parts: readonly { id: string; name: string }[];
  part: { id: string; name: string } | null;
  version: string;
  isLatest: boolean;
  versions: readonly { id: string; name: string; at: Date }[];
  since: { name: string; summary: string; tables: DifferenceTables } | null;
}

/** A published theory for everybody: the picture, the same in words, and how to say something. */
export function PublicTheoryPage(props: PublicProps) {
  const { code, isLatest } = props;
  return (
    <>
      <span className="govuk-caption-l">{props.programme}</span>
      <h1 className="govuk-heading-xl" dir="auto">
        {props.title}
      </h1>
      <p className="govuk-body-l">
        This is our theory of change: what families need, what we and our partners will do, and why
        we expect it to help.
      </p>
      <p className="govuk-body">
        Version “<bdi>{props.name}</bdi>”, last changed on {sayMoment(props.at)}.
      </p>
      {isLatest ? null : (
        <p className="govuk-inset-text">
          This is an earlier version.{' '}
          <a className="govuk-link" href={links.publicTheory(code)}>
            Read the latest
          </a>
        </p>
      )}
      <PartNav {...props} />
      <h2 className="govuk-heading-l">In one picture</h2>
      <p className="govuk-body">It holds {props.counts}. The same stands in words under it.</p>
      <figure className="tl-public-picture">
        <div
          role="region"
          aria-label="Picture of the theory: it scrolls sideways"
          tabIndex={0}
          dangerouslySetInnerHTML={{ __html: props.svg }}
        />
      </figure>
      <h2 className="govuk-heading-l" id="words">
        In words
      </h2>
      {props.columns.map((each) => (
        <Column key={each.type} column={each} />
      ))}
      {props.afterwards === '' ? null : (
        <>
          <h3 className="govuk-heading-m">What stays when the money ends</h3>
          <p className="govuk-body tl-lines" dir="auto">
            {props.afterwards}
          </p>
        </>
      )}
      <Comment {...props} />
      <Since {...props} />
      <Versions {...props} />
      <Files {...props} />
    </>
  );
}

function PartNav({ code, version, isLatest, parts, part }: PublicProps) {
  if (parts.length === 0) return null;
  const at = isLatest ? '' : version;
  return (
    <nav aria-label="Parts of the theory" className="tl-noprint">
      <ul className="govuk-list tl-public-parts">
        <li>
          <a
            className="govuk-link"
            href={links.publicTheory(code, at)}
            aria-current={part === null ? 'page' : undefined}
          >
            The whole theory
          </a>
        </li>
        {parts.map(({ id, name }) => (
          <li key={id}>
            <a
              className="govuk-link"
              href={links.publicTheory(code, at, id)}
              aria-current={part?.id === id ? 'page' : undefined}
              dir="auto"
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Column({ column }: { column: PublicColumn }) {
  return (
    <section aria-labelledby={`type-${column.type}`}>
      <h3 className="govuk-heading-m" id={`type-${column.type}`} dir="auto">
        {column.title}
      </h3>
      {column.boxes.map((box) => (
        <div key={box.id} id={`box-${box.id}`} className="tl-public-box">
          <h4 className="govuk-heading-s govuk-!-margin-bottom-1" dir="auto">
            {box.label}
          </h4>
          {box.detail === '' ? null : (
            <p className="govuk-body tl-lines" dir="auto">
              {box.detail}
            </p>
          )}
          <Facts facts={box.facts} />
          {box.sharedBy.length === 0 ? null : (
            <p className="govuk-body-s">Shared by: {box.sharedBy.join(', ')}</p>
          )}
          {box.leads.length === 0 ? null : (
            <ul className="govuk-list govuk-list--bullet">
              {box.leads.map(({ says, label, id, reason, facts }) => (
                <li key={id}>
                  {says}{' '}
                  <a className="govuk-link" href={`#box-${id}`} dir="auto">
                    {label}
                  </a>
                  {reason === '' ? null : (
                    <>
                      : <span dir="auto">{reason}</span>
                    </>
                  )}
                  <Facts facts={facts} />
                </li>
              ))}
            </ul>
          )}
          {[...box.evidence, ...box.measures.map((each) => `Measured by: ${each}`)].map((line) => (
            <p className="govuk-body-s govuk-!-margin-bottom-1" key={line} dir="auto">
              {line}
            </p>
          ))}
        </div>
      ))}
    </section>
  );
}

function Facts({ facts }: { facts: readonly { label: string; value: string }[] }) {
  return (
    <>
      {facts.map(({ label, value }, at) => (
        <p className="govuk-body-s govuk-!-margin-bottom-1" key={at}>
          {label}: <span dir="auto">{value}</span>
        </p>
      ))}
    </>
  );
}

function Comment({ comment, calls }: PublicProps) {
  if (comment === '' && calls.length === 0) return null;
  return (
    <section aria-labelledby="comment">
      <h2 className="govuk-heading-l" id="comment">
        Say what you think
      </h2>
      {comment === '' ? null : <p className="govuk-body tl-lines">{comment}</p>}
      {calls.map((call) => (
        <p className="govuk-body" key={call.code}>
          <a className="govuk-link" href={links.join(call.code)}>
            {call.title}
          </a>
          : open until {sayDay(call.closesOn)}
        </p>
      ))}
    </section>
  );
}

/** How many changes are read out before the rest is only counted. */
const MOST = 60;

function Since({ since }: PublicProps) {
  if (since === null) return null;
  const { facts, boxes, links: ofLinks, pieces } = since.tables;
  const rows = [...facts, ...boxes, ...ofLinks, ...pieces];
  return (
    <section aria-labelledby="since">
      <h2 className="govuk-heading-l" id="since">
        What changed since “<bdi>{since.name}</bdi>”
      </h2>
      <p className="govuk-body">{since.summary}</p>
      {rows.length === 0 ? null : (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">Every change</span>
          </summary>
          <ul className="govuk-list govuk-list--bullet">
            {rows.slice(0, MOST).map(({ became, id, what, label, fields }) => (
              <li key={`${became} ${id}`}>
                {BECAME_WORDS[became]}: {what.toLowerCase()}{' '}
                <bdi>{label.startsWith('“') ? label : `“${label}”`}</bdi>
                {became === 'changed' || became === 'moved'
                  ? ` (${fields.map(({ name }) => name.toLowerCase()).join(', ')})`
                  : ''}
              </li>
            ))}
          </ul>
          {rows.length > MOST ? <p className="govuk-body">And {rows.length - MOST} more.</p> : null}
        </details>
      )}
    </section>
  );
}

function Versions({ code, versions, version }: PublicProps) {
  if (versions.length < 2) return null;
  return (
    <section aria-labelledby="versions">
      <h2 className="govuk-heading-l" id="versions">
        Versions
      </h2>
      <ul className="govuk-list">
        {versions.map(({ id, name, at }) => (
          <li key={id}>
            <a
              className="govuk-link"
              href={links.publicTheory(code, id)}
              aria-current={id === version ? 'page' : undefined}
            >
              <bdi>{name}</bdi>
            </a>
            , published on {sayMoment(at)}
          </li>
        ))}
      </ul>
    </section>
  );
}

const FILES = [
  ['theory.pdf', 'PDF document'],
  ['theory.docx', 'Word document'],
  ['theory.svg', 'Picture (SVG)'],
  ['theory.png', 'Picture (PNG)'],
  ['theory.json', 'Data (JSON)'],
] as const;

function Files({ code, version }: PublicProps) {
  return (
    <section aria-labelledby="files" className="tl-noprint">
      <h2 className="govuk-heading-l" id="files">
        Take it with you
      </h2>
      <ul className="govuk-list">
        {FILES.map(([file, name]) => (
          <li key={file}>
            <a className="govuk-link" href={links.publicTheoryFile(code, file, version)} download>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
