import { links } from '#app/http/links.ts';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import type { Theory } from '../graph.ts';
import { linkSentence } from '../words.ts';
import { aboutWords } from './about-words.ts';
import { evidenceWords, type SeenEvidence } from './evidence.ts';
import { EvidenceWords } from './EvidenceList.tsx';

/** All that is known for and against a theory, and the links for which nothing is. */
export function EvidenceTable(props: {
  programmeId: string;
  theory: Theory;
  evidence: readonly SeenEvidence[];
  mayEdit: boolean;
}) {
  const { programmeId, theory, evidence, mayEdit } = props;
  const known = new Set(evidence.map(({ on }) => on));
  const bare = theory.links.filter((link) => link.kind === 'leadsTo' && !known.has(link.id));
  const against = evidence.filter((seen) => seen.against).length;
  return (
    <>
      <p className="govuk-body">
        {many(evidence.length, 'piece of evidence', 'pieces of evidence')}, {against} of them
        against. {many(bare.length, 'link has', 'links have')} none.
      </p>
      {mayEdit ? (
        <ButtonLink href={links.addTheoryEvidence(programmeId, '')}>Add evidence</ButtonLink>
      ) : null}
      <Table
        caption="Evidence for and against"
        rows={evidence}
        rowKey={({ id }) => id}
        empty={<p className="govuk-body">Nothing is written down yet.</p>}
        columns={[
          {
            header: 'About',
            rowHeader: true,
            cell: (seen) => aboutWords(theory, seen.on),
          },
          {
            header: 'What it says',
            cell: (seen) => <EvidenceWords programmeId={programmeId} seen={seen} />,
          },
          ...(mayEdit
            ? [
                {
                  header: 'Change',
                  cell: (seen: SeenEvidence) => (
                    <a className="govuk-link" href={links.theoryEvidence(programmeId, seen.id)}>
                      Change
                      <span className="govuk-visually-hidden"> “{evidenceWords(seen)}”</span>
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
      {bare.length === 0 ? null : (
        <>
          <h2 className="govuk-heading-m">Links for which nothing is known</h2>
          <ul className="govuk-list govuk-list--bullet">
            {bare.map((link) => (
              <li key={link.id}>
                {linkSentence(theory, { ...link, reason: '' })}{' '}
                {mayEdit ? (
                  <a className="govuk-link" href={links.addTheoryEvidence(programmeId, link.id)}>
                    Add evidence
                    <span className="govuk-visually-hidden">
                      {' '}
                      for {linkSentence(theory, { ...link, reason: '' })}
                    </span>
                  </a>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
