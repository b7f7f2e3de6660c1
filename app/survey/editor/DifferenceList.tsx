import type { ElementDifference } from './difference.ts';

const KIND = { added: 'New', removed: 'Taken out', changed: 'Changed' } as const;

/** What differs between two versions, in plain words. */
export function DifferenceList({ differences }: { differences: readonly ElementDifference[] }) {
  if (differences.length === 0) return <p className="govuk-body">Nothing differs.</p>;
  return (
    <ul className="govuk-list govuk-list--spaced">
      {differences.map(({ name, called, kind, changes }) => (
        <li key={`${kind} ${name}`} className="tl-address">
          <strong>
            {KIND[kind]}: {called}
          </strong>
          {changes.map(({ what, was, is }, at) => (
            <div key={at}>
              {what}: {was === '' ? null : <del className="tl-was">{was}</del>}{' '}
              {is === '' ? null : <ins className="tl-is">{is}</ins>}
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}
