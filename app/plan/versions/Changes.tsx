import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import type { Change } from './changes.ts';

const WORDS: Readonly<Record<Change['what'], string>> = {
  added: '+ Added',
  changed: '± Changed',
  removed: '− Taken out',
};

/** What is different between two moments of a plan. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  return (
    <Table
      caption={many(changes.length, 'difference')}
      captionSize="s"
      rows={changes.map((change, at) => ({ ...change, at }))}
      // Two costs may be of the same name.
      rowKey={({ at }) => String(at)}
      empty={<p className="govuk-body">Nothing is different.</p>}
      columns={[
        { header: 'What', rowHeader: true, cell: ({ about }) => about },
        { header: 'How', cell: ({ what }) => WORDS[what] },
        { header: 'Before', cell: ({ before }) => <Lines text={before} /> },
        { header: 'Now', cell: ({ now }) => <Lines text={now} /> },
      ]}
    />
  );
}

const Lines = ({ text }: { text: string }) =>
  text === '' ? '–' : <span className="tl-lines">{text}</span>;
