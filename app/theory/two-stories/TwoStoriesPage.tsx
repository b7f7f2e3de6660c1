import { links } from '#app/http/links.ts';
import { Table } from '#app/ui/Table.tsx';
import { Picture } from '../Picture.tsx';
import type { TwoStories } from './read-two-stories.server.ts';
import { countsOf, MEETING_LOOKS, type Line, type Meeting } from './two-stories.ts';

/** What the theory says beside what parents and carers say of it: in short, drawn, and as a table. */
export function TwoStoriesPage(props: { programmeId: string; stories: TwoStories; text: string }) {
  const { programmeId, stories } = props;
  const { lines, svg, missing, closedWalks } = stories;
  if (closedWalks === 0) {
    return (
      <p className="govuk-body">
        No walk with the panel has closed yet.{' '}
        <a className="govuk-link" href={links.walks(programmeId)}>
          Walk through the theory with the panel
        </a>{' '}
        to hear its story.
      </p>
    );
  }
  return (
    <>
      <ul className="tl-walk-short">
        {countsOf(lines).map(({ meeting, count }) => (
          <li key={meeting}>
            <strong className="tl-numbers">{count}</strong> <Sign meeting={meeting} />{' '}
            {MEETING_LOOKS[meeting].name}
          </li>
        ))}
      </ul>
      <Picture svg={svg} text={props.text} />
      <Lines programmeId={programmeId} lines={lines} />
      {missing === null ? null : (
        <p className="govuk-body">
          Small numbers count here because you may read single answers: do not publish them.
        </p>
      )}
      <Missing programmeId={programmeId} missing={missing} />
    </>
  );
}

function Sign({ meeting }: { meeting: Meeting }) {
  const { sign, colour } = MEETING_LOOKS[meeting];
  return (
    <span aria-hidden="true" className="tl-walk-sign" style={{ color: colour }}>
      {sign}
    </span>
  );
}

function Lines({ programmeId, lines }: { programmeId: string; lines: readonly Line[] }) {
  const numbered = lines.map((line, at) => ({ ...line, number: at + 1 }));
  return (
    <Table
      caption="Link by link"
      rows={numbered}
      rowKey={({ id }) => id}
      columns={[
        { header: 'Number', numeric: true, cell: ({ number }) => number },
        {
          header: 'What we say',
          rowHeader: true,
          cell: ({ kind, id, ours, reason }) => (
            <>
              <a className="govuk-link" href={links.thread(programmeId, kind, id)}>
                {ours}
              </a>
              {reason === '' ? null : <span className="tl-under">{reason}</span>}
            </>
          ),
        },
        {
          header: 'What the panel says',
          cell: ({ meeting }) => (
            <>
              <Sign meeting={meeting} /> {MEETING_LOOKS[meeting].name}
            </>
          ),
        },
        {
          header: 'As it was asked',
          cell: ({ asked }) =>
            asked === null ? (
              ''
            ) : (
              <>
                {asked.text}
                <span className="tl-under">
                  <a className="govuk-link" href={links.walk(programmeId, asked.consultationId)}>
                    {asked.title}
                  </a>
                </span>
              </>
            ),
        },
      ]}
    />
  );
}

function Missing(props: { programmeId: string; missing: TwoStories['missing'] }) {
  const { missing } = props;
  return (
    <>
      <h2 className="govuk-heading-m">What they said is missing</h2>
      {missing === null ? (
        <p className="govuk-body tl-reason">
          Only those who may read single answers see the words.
        </p>
      ) : missing.length === 0 ? (
        <p className="govuk-body">Nobody wrote that something is missing.</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {missing.map(({ voteId, words, beside, consultationId, title }) => (
            <li key={voteId}>
              {words}
              <span className="tl-under">
                Beside: {beside}{' '}
                <a className="govuk-link" href={links.walk(props.programmeId, consultationId)}>
                  Read it in “{title}”, and take it into the theory
                </a>
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
