import { links } from '#app/http/links.ts';
import { Breadcrumbs, Heading, StaffFrame } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { worstOf, type Finding, type Standing } from './findings.ts';

const WORDS: Readonly<Record<Standing, { said: string; tag: string; lead: string }>> = {
  ok: { said: 'Fine', tag: 'govuk-tag--green', lead: 'Nothing needs doing.' },
  warn: { said: 'Look at this', tag: 'govuk-tag--yellow', lead: 'Something should be looked at.' },
  problem: { said: 'Problem', tag: 'govuk-tag--red', lead: 'Something is wrong and needs doing.' },
};

/** How the system is, line by line, with what to do. */
export function SystemPage({ findings }: { findings: readonly Finding[] }) {
  return (
    <StaffFrame>
      <Breadcrumbs trail={[{ href: links.authority(), words: 'The authority' }]} />
      <Heading size="xl">How the system is</Heading>
      <p className="govuk-body-l">{WORDS[worstOf(findings)].lead}</p>
      <Table
        caption="As it is now"
        columns={[
          { header: 'What', rowHeader: true, cell: ({ what }) => what },
          { header: 'How it is', cell: ({ standing }) => <Tag standing={standing} /> },
          { header: 'What was found', cell: (finding) => <Found finding={finding} /> },
        ]}
        rows={findings}
        rowKey={({ what }) => what}
      />
      <p className="govuk-body">
        Whoever runs the server sees more with <code>throughline doctor</code>, which reads the
        whole database.
      </p>
    </StaffFrame>
  );
}

function Tag({ standing }: { standing: Standing }) {
  const { said, tag } = WORDS[standing];
  return <strong className={`govuk-tag ${tag} tl-whole`}>{said}</strong>;
}

function Found({ finding: { found, todo } }: { finding: Finding }) {
  return (
    <>
      {found}
      {todo === '' ? null : <p className="govuk-body govuk-!-margin-bottom-0">{todo}</p>}
    </>
  );
}
