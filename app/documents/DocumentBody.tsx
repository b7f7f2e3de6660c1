import { Fragment } from 'react';
import type { Block, DocumentModel, DocumentTable, Mark } from './blocks.ts';
import { markedInRow, markedText, markedTitle, shadeOf, type MarkedLine } from './marked.ts';

/** A document as a page: the same headings, tables, pictures and words as on paper. */
export function DocumentBody({ model }: { model: DocumentModel }) {
  return (
    <div className="tl-document">
      {model.sections.map((section) => (
        <section key={section.id} aria-labelledby={`section-${section.id}`}>
          <h2 className="govuk-heading-l" id={`section-${section.id}`}>
            {section.title}
          </h2>
          {section.mark ? (
            <p className="govuk-body">
              <strong className="tl-mark">{section.mark.words}</strong>
            </p>
          ) : null}
          {section.blocks.map((block, at) => (
            <Fragment key={at}>
              <BlockOf block={block} />
            </Fragment>
          ))}
        </section>
      ))}
    </div>
  );
}

/** The sections as links, in order. */
export function DocumentContents({ model }: { model: DocumentModel }) {
  return (
    <nav aria-labelledby="contents-title" className="tl-document__contents">
      <h2 className="govuk-heading-m" id="contents-title">
        Contents
      </h2>
      <ol className="govuk-list">
        {model.sections.map(({ id, title, mark }) => (
          <li key={id}>
            <a className="govuk-link" href={`#section-${id}`}>
              {markedTitle(title, mark)}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

const TONES = {
  lead: 'govuk-body-l',
  note: 'govuk-body-s tl-document__note',
  strong: 'govuk-body govuk-!-font-weight-bold',
} as const;

function BlockOf({ block }: { block: Block }) {
  switch (block.type) {
    case 'heading':
      return block.level === 2 ? (
        <h3 className="govuk-heading-m">{markedTitle(block.text, block.mark)}</h3>
      ) : (
        <h4 className="govuk-heading-s">{markedTitle(block.text, block.mark)}</h4>
      );
    case 'paragraph':
      return (
        <p className={block.tone ? TONES[block.tone] : 'govuk-body'}>
          <Lines lines={markedText(block.text, block.mark)} />
        </p>
      );
    case 'list':
      return (
        <ul className="govuk-list govuk-list--bullet">
          {block.items.map((item, at) => (
            <li key={at}>
              <Lines lines={markedText(item, block.marks?.[at])} />
            </li>
          ))}
        </ul>
      );
    case 'facts':
      return (
        <TableOf
          table={{
            type: 'table',
            caption: block.caption,
            columns: [
              { title: 'What', share: 2 },
              { title: 'Value', share: 3 },
            ],
            rows: block.facts.map((fact) => [...fact]),
            ...(block.marks === undefined ? {} : { marks: block.marks }),
          }}
        />
      );
    case 'table':
      return <TableOf table={block} />;
    case 'picture':
      return (
        <figure className="tl-document__picture">
          {/* A drawing of ours: its texts were escaped when it was drawn. */}
          <div role="img" aria-label={block.alt} dangerouslySetInnerHTML={{ __html: block.svg }} />
          <figcaption className="govuk-body-s">{markedTitle(block.caption, block.mark)}</figcaption>
        </figure>
      );
  }
}

/** A column with more signs than this in a cell needs room for a few words a line. */
const SENTENCE = 60;

function TableOf({ table }: { table: DocumentTable }) {
  const numeric = (at: number, part: 'header' | 'cell') =>
    table.columns[at]?.numeric ? ` govuk-table__${part}--numeric` : '';
  const words = (at: number) =>
    table.rows.some((row) => (row[at] ?? '').length > SENTENCE) ? ' tl-document__words' : '';
  return (
    // Focusable, so that somebody with a keyboard can scroll a table wider than the screen.
    <div className="tl-document__scroll" tabIndex={0} role="region" aria-label={table.caption}>
      <table className="govuk-table">
        <caption className="govuk-table__caption govuk-table__caption--s">{table.caption}</caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {table.columns.map(({ title }, at) => (
              <th
                key={at}
                scope="col"
                className={`govuk-table__header${numeric(at, 'header')}${words(at)}`}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {table.rows.map((row, number) => (
            <tr key={number} className="govuk-table__row">
              {row.map((cell, at) => (
                <td
                  key={at}
                  className={`govuk-table__cell${numeric(at, 'cell')}${shade(table.marks?.[number], at)}`}
                >
                  <Lines lines={markedInRow(cell, table.marks?.[number], at)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function shade(mark: Mark | null | undefined, column: number): string {
  const how = shadeOf(mark, column);
  return how === null ? '' : ` tl-shade-${how}`;
}

function Lines({ lines }: { lines: readonly MarkedLine[] }) {
  return lines.map((line, at) => (
    <Fragment key={at}>
      {at > 0 ? <br /> : null}
      <Line line={line} />
    </Fragment>
  ));
}

function Line({ line: { text, as } }: { line: MarkedLine }) {
  switch (as) {
    case 'plain':
      return text;
    case 'now':
      return <ins>{text}</ins>;
    case 'gone':
      return <del>{text}</del>;
    case 'was':
      return <span className="tl-was">{text}</span>;
    case 'mark':
      return <strong className="tl-mark">{text}</strong>;
  }
}
