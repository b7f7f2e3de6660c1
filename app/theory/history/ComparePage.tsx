import { links } from '#app/http/links.ts';
import { PickButton } from '#app/ui/Form.tsx';
import { Select } from '#app/ui/Field.tsx';
import { Picture } from '../Picture.tsx';
import { DifferenceTable } from './DifferenceTable.tsx';
import type { DifferenceTables } from './difference-rows.ts';

export interface Compared {
  programmeId: string;
  from: string;
  to: string;
  fromWords: string;
  toWords: string;
  options: readonly { value: string; label: string }[];
  same: boolean;
  summary: string;
  tables: DifferenceTables;
  svg: string;
  text: string;
}

const FILES = [
  { file: 'difference.docx', name: 'Word document' },
  { file: 'difference.pdf', name: 'PDF document' },
  { file: 'difference.html', name: 'Web page in one file' },
  { file: 'difference.svg', name: 'Picture (SVG)' },
  { file: 'difference.txt', name: 'Plain text' },
] as const;

/** What differs between two states of a theory: as a picture, and as tables with every word. */
export function ComparePage(props: Compared) {
  const { programmeId, from, to, options, same } = props;
  return (
    <>
      <h2 className="govuk-heading-m">
        What changed from {props.fromWords} to {props.toWords}
      </h2>
      <form method="get" action={links.compareTheory(programmeId)} className="tl-pick tl-noprint">
        <Select name="from" label="From" value={from} options={options} />
        <Select name="to" label="To" value={to} options={options} />
        <PickButton>Compare</PickButton>
      </form>
      <p className="govuk-body-l">{props.summary}</p>
      {same ? null : (
        <>
          <Picture svg={props.svg} text={props.text} />
          <DifferenceTables tables={props.tables} />
          <h2 className="govuk-heading-m tl-noprint">Take it with you</h2>
          <ul className="govuk-list tl-noprint">
            {FILES.map(({ file, name }) => (
              <li key={file}>
                <a
                  className="govuk-link"
                  href={links.comparedTheory(programmeId, file, from, to)}
                  download
                >
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** The tables of a difference; those with nothing in them are left out. */
export function DifferenceTables({ tables }: { tables: DifferenceTables }) {
  const named = [
    ['The theory as a whole', tables.facts],
    ['Boxes', tables.boxes],
    ['Links', tables.links],
    ['Evidence, measures and parts', tables.pieces],
  ] as const;
  return (
    <>
      {named.map(([caption, rows]) =>
        rows.length === 0 ? null : <DifferenceTable key={caption} caption={caption} rows={rows} />,
      )}
    </>
  );
}
