import { links } from '#app/http/links.ts';
import { whatIsRead, type PublishedVersion } from './what-is-read.ts';

interface Props {
  programmeId: string;
  versions: readonly PublishedVersion[];
}

/** What everybody reads at the address of the plan as it stands, and what else can still be read. */
export function WhatIsReadNow({ programmeId, versions }: Props) {
  const read = whatIsRead(versions);
  if (read === null) return null;
  const { newest, isDown, besides } = read;
  const code = newest.code ?? '';
  return (
    <div className="govuk-inset-text">
      <p className="govuk-body">
        {isDown ? (
          <>
            Nobody can read a plan at <Address code={code} /> now: it says that the plan was taken
            down. That was <Called version={newest} />.
          </>
        ) : (
          <>
            What everybody reads at <Address code={code} /> is <Called version={newest} />.
          </>
        )}
      </p>
      {besides.length === 0 ? null : (
        <>
          <p className="govuk-body">
            Whoever has the address of an earlier version can still read it. If a family could be
            recognised in one, take it down as well.
            {isDown
              ? ' To have an earlier one read in place of what was taken down, publish it again.'
              : ''}
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {besides.map((version) => (
              <li key={version.id}>
                <a className="govuk-link" href={links.publishPlan(programmeId, version.id)}>
                  <Called version={version} />
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

const Address = ({ code }: { code: string }) => (
  <a className="govuk-link" href={links.publicPlan(code)}>
    the address of the plan
  </a>
);

const Called = ({ version: { number, name } }: { version: PublishedVersion }) => (
  <>
    version {number}: <bdi>{name}</bdi>
  </>
);
