import { typedOf, type Problem, type Typed } from '#app/http/problems.ts';
import { links } from '#app/http/links.ts';
import { Form } from '#app/ui/Form.tsx';
import { many } from '#app/ui/words.ts';
import type { Conflict } from '../conflict.ts';
import { Conflicts } from '../Conflicts.tsx';
import { Stamp } from '../BoxFields.tsx';
import { LINK_MORE, type Theory } from '../graph.ts';
import { BoxRows } from './BoxRows.tsx';
import { LinkRows } from './LinkRows.tsx';
import { LookForm } from './LookForm.tsx';
import { BOX_COLUMNS, tableHref, type TableLook } from './table-look.ts';
import { boxRows, linkRows, shownValues, type Page } from './table-rows.ts';

interface TablePageProps {
  programmeId: string;
  theory: Theory;
  look: TableLook;
  mark: string;
  /** Whether there is something of this person to take back, or to have again. */
  canUndo: boolean;
  canRedo: boolean;
  answer:
    { problems: readonly Problem[]; typed: Typed; conflicts?: readonly Conflict[] } | undefined;
}

/** The theory as a table that is edited in place: boxes or links, every row a form. */
export function TablePage(props: TablePageProps) {
  const { programmeId, theory, look, mark } = props;
  const conflicts = props.answer?.conflicts ?? [];
  // After a fault the page goes on from what it showed first, with everything as it was typed.
  const held = props.answer && conflicts.length === 0 ? props.answer : undefined;
  const base = held ? Number(typedOf(held.typed, 'base')) : theory.sequence;
  const boxes = boxRows(theory, look);
  const ofLinks = linkRows(theory, look);
  const shown = look.rows === 'boxes' ? boxes : ofLinks;
  const was = JSON.stringify(
    look.rows === 'boxes'
      ? shownValues({ boxes: boxes.rows, links: [] }, look)
      : shownValues({ boxes: [], links: ofLinks.rows }, look),
  );
  return (
    <>
      <Conflicts conflicts={conflicts} theory={theory} mark={mark} />
      <Which {...props} boxes={boxes.total} links={ofLinks.total} />
      <LookForm
        theory={theory}
        look={look}
        fields={look.rows === 'boxes' ? BOX_COLUMNS : LINK_MORE}
      />
      <Form className="tl-grid-form" id="table">
        <Stamp theory={{ id: theory.id, sequence: base }} mark={`${mark}-table`} />
        <input type="hidden" name="intent" value="rows" />
        <input type="hidden" name="was" value={held ? typedOf(held.typed, 'was', was) : was} />
        <div className="tl-grid__bar">
          <button type="submit" name="do" value="save" className="govuk-button">
            Save changes
          </button>
          {props.canUndo ? (
            <button type="submit" name="do" value="undo" id="undo" className="tl-tool">
              Take back my last change
            </button>
          ) : null}
          {props.canRedo ? (
            <button type="submit" name="do" value="redo" id="redo" className="tl-tool">
              Do it again
            </button>
          ) : null}
          <Counted page={shown} />
        </div>
        <div className="tl-scroll" role="region" aria-label="The table, it scrolls sideways">
          {look.rows === 'boxes' ? (
            <BoxRows {...props} rows={boxes.rows} answer={held} />
          ) : (
            <LinkRows theory={theory} look={look} rows={ofLinks.rows} answer={held} />
          )}
        </div>
      </Form>
      <Pages programmeId={programmeId} look={look} page={shown} />
    </>
  );
}

function Which(props: TablePageProps & { boxes: number; links: number }) {
  const { programmeId, look } = props;
  const to = (rows: TableLook['rows']) =>
    tableHref(programmeId, look, {
      rows,
      columns:
        rows === look.rows ? look.columns : rows === 'boxes' ? ['lead', 'benefits'] : ['assumes'],
      page: 0,
      sort: 'order',
      from: '',
    });
  return (
    <p className="govuk-body tl-grid__which">
      {look.rows === 'boxes' ? (
        <strong>Boxes ({props.boxes})</strong>
      ) : (
        <a className="govuk-link" href={to('boxes')}>
          Boxes
        </a>
      )}
      {look.rows === 'links' ? (
        <strong>Links ({props.links})</strong>
      ) : (
        <a className="govuk-link" href={to('links')}>
          Links, why each step follows
        </a>
      )}
      <a className="govuk-link" href={look.rows === 'boxes' ? '#newLabel' : '#newSource'}>
        {look.rows === 'boxes' ? 'Add a row' : 'Add a link'}
      </a>
      <a className="govuk-link" href={links.pasteTheory(programmeId)}>
        Paste rows from a spreadsheet
      </a>
    </p>
  );
}

function Counted({ page }: { page: Page<unknown> }) {
  const { rows, total, pages } = page;
  return (
    <p className="govuk-body-s tl-reason govuk-!-margin-bottom-0">
      {pages === 1
        ? many(total, 'row')
        : `${many(rows.length, 'row')} of ${total}, page ${page.page + 1} of ${pages}`}
    </p>
  );
}

function Pages(props: { programmeId: string; look: TableLook; page: Page<unknown> }) {
  const { page, pages } = props.page;
  if (pages === 1) return null;
  const to = (at: number) =>
    tableHref(props.programmeId, props.look, { page: at, box: undefined, link: undefined });
  return (
    <nav aria-label="Pages of the table" className="govuk-pagination">
      <p className="govuk-body">Save before you turn the page.</p>
      <ul className="govuk-pagination__list">
        {Array.from({ length: pages }, (_, at) => (
          <li
            key={at}
            className={`govuk-pagination__item${at === page ? ' govuk-pagination__item--current' : ''}`}
          >
            <a
              className="govuk-link govuk-pagination__link"
              href={to(at)}
              aria-label={`Page ${at + 1}`}
              aria-current={at === page ? 'page' : undefined}
            >
              {at + 1}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
