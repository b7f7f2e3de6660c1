import { useEffect, useId, useMemo, useState } from 'react';
import { links, type TheoryLook } from '#app/http/links.ts';
import type { Mark } from '../drawing/marks.ts';
import type { Theory } from '../graph.ts';
import { layout } from '../layout.ts';
import { OVERLAYS, OVERLAY_WORDS, type OverlayId, type SentOverlay } from '../overlays/overlay.ts';
import { lanesOf, partsOf, sharing, viewOf } from '../parts.ts';
import { ON_CANVAS } from './useCommands.tsx';

/** What the canvas shows of a theory: a part or all of it, in rows or not, with something laid over it. */
export interface Seen {
  theory: Theory;
  layout: ReturnType<typeof layout>;
  overlay: { boxes: ReadonlyMap<string, Mark>; links: ReadonlyMap<string, Mark> } | null;
  sharedBy: ReadonlyMap<string, readonly string[]>;
  choices: React.ReactNode;
}

export function useSeen(
  programmeId: string,
  theory: Theory,
  mayEdit: boolean,
  look: TheoryLook,
): Seen {
  const [rows, setRows] = useState(false);
  const [laid, setLaid] = useState<OverlayId | null>(null);
  const overlay = useOverlay(programmeId, laid);
  const part = look.part;
  const seen = useMemo(
    () => (part === undefined ? theory : compact(viewOf(theory, part))),
    [theory, part],
  );
  const parts = useMemo(() => partsOf(theory), [theory]);
  const inRows = rows && parts.length > 0;
  const placed = useMemo(() => {
    const always = mayEdit && part === undefined ? ON_CANVAS.always : [];
    return layout(seen, { ...ON_CANVAS, always, ...(inRows ? { lanes: lanesOf(seen) } : {}) });
  }, [seen, mayEdit, part, inRows]);
  const sharedBy = useMemo(() => sharing(theory), [theory]);
  const choices = (
    <SeenChoices
      programmeId={programmeId}
      parts={parts}
      part={part ?? ''}
      laid={laid}
      setLaid={setLaid}
      rows={rows}
      setRows={setRows}
      missing={laid !== null && overlay === 'missing'}
    />
  );
  return {
    theory: seen,
    layout: placed,
    overlay: overlay === 'missing' ? null : overlay,
    sharedBy,
    choices,
  };
}

/** A part on its own stands close together: heights were chosen for the whole. */
function compact(view: Theory): Theory {
  return { ...view, boxes: view.boxes.map((box) => (box.x === null ? { ...box, y: null } : box)) };
}

type Laid = { boxes: Map<string, Mark>; links: Map<string, Mark> };

/** Asks the server for what is to be laid over the canvas. */
function useOverlay(programmeId: string, id: OverlayId | null): Laid | 'missing' | null {
  const [overlay, setOverlay] = useState<Laid | 'missing' | null>(null);
  useEffect(() => {
    setOverlay(null);
    if (id === null) return;
    const leaving = new AbortController();
    fetch(links.theoryOverlayData(programmeId, id), { signal: leaving.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error('No overlay');
        const sent = (await response.json()) as SentOverlay;
        setOverlay({ boxes: new Map(sent.boxes), links: new Map(sent.links) });
      })
      .catch(() => {
        if (!leaving.signal.aborted) setOverlay('missing');
      });
    return () => leaving.abort();
  }, [programmeId, id]);
  return overlay;
}

function SeenChoices(props: {
  programmeId: string;
  parts: ReturnType<typeof partsOf>;
  part: string;
  laid: OverlayId | null;
  setLaid: (id: OverlayId | null) => void;
  rows: boolean;
  setRows: (rows: boolean) => void;
  missing: boolean;
}) {
  const { programmeId, parts, part, laid } = props;
  const id = useId();
  return (
    <div className="tl-seen" role="group" aria-label="What the canvas shows">
      {parts.length === 0 ? null : (
        <form method="get" action={links.theory(programmeId)} className="tl-seen">
          <label className="govuk-label" htmlFor={`${id}-part`}>
            Part
          </label>
          <select className="govuk-select" id={`${id}-part`} name="part" defaultValue={part}>
            <option value="">The whole theory</option>
            {parts.map((each) => (
              <option key={each.id} value={each.id}>
                {'– '.repeat(each.depth)}
                {each.name}
              </option>
            ))}
          </select>
          <button type="submit" className="tl-tool">
            Show<span className="govuk-visually-hidden"> the part</span>
          </button>
        </form>
      )}
      <label className="govuk-label" htmlFor={`${id}-overlay`}>
        Lay over it
      </label>
      <select
        className="govuk-select"
        id={`${id}-overlay`}
        value={laid ?? ''}
        onChange={({ target }) =>
          props.setLaid(OVERLAYS.find((each) => each === target.value) ?? null)
        }
      >
        <option value="">Nothing</option>
        {OVERLAYS.map((each) => (
          <option key={each} value={each}>
            {OVERLAY_WORDS[each].name}
          </option>
        ))}
      </select>
      {parts.length === 0 ? null : (
        <button
          type="button"
          className="tl-tool"
          aria-pressed={props.rows}
          onClick={() => props.setRows(!props.rows)}
        >
          A row for each part
        </button>
      )}
      <span role="status" className="tl-seen__says">
        {props.missing
          ? 'It could not be read. Try again in a moment.'
          : laid === null
            ? ''
            : OVERLAY_WORDS[laid].says}
      </span>
      {laid === null ? null : (
        <a className="govuk-link" href={links.theoryOverlay(programmeId, laid, part)}>
          The same in a table
        </a>
      )}
    </div>
  );
}
