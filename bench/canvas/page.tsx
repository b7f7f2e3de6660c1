import { useMemo, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Canvas, type ShowBox } from '#app/theory/canvas/Canvas.tsx';
import type { Mark } from '#app/theory/drawing/marks.ts';
import type { Theory } from '#app/theory/graph.ts';
import { layout } from '#app/theory/layout.ts';
import { applyAll } from '#app/theory/operations.ts';
import { dropping } from '#app/theory/reorder.ts';

// The canvas on a page of its own, as the bench and a browser test open it: nothing is saved.

declare global {
  interface Window {
    theory: Theory;
    /** How often a box has been drawn. */
    drawn: number;
  }
}

/** A mark that counts when a box reads it: a box reads its mark twice each time it is drawn. */
function counting(): Mark {
  return {
    get words() {
      window.drawn += 0.5;
      return '1';
    },
    name: 'Counted',
    colour: '#505a5f',
    dashes: '',
    width: 1.6,
  };
}

function Page() {
  const [theory, setTheory] = useState(window.theory);
  const [selected, setSelected] = useState<string | null>(null);
  const showBox = useRef<ShowBox>(() => undefined);
  const placed = useMemo(() => layout(theory, { maxLines: 6 }), [theory]);
  const [overlay] = useState(() => ({
    boxes: new Map(window.theory.boxes.map(({ id }) => [id, counting()])),
    links: new Map<string, Mark>(),
  }));
  const [hands] = useState(() => ({
    others: new Map<string, never>(),
    connect: () => undefined,
    add: () => undefined,
  }));
  const [drop] = useState(() => (id: string, x: number, y: number) => {
    setTheory((now) => {
      const applied = applyAll(now, dropping(now, layout(now, { maxLines: 6 }), id, x, y));
      return 'theory' in applied ? applied.theory : now;
    });
  });
  return (
    <Canvas
      theory={theory}
      layout={placed}
      marks={hands.others}
      overlay={overlay}
      selected={selected}
      here={theory.boxes[0]?.id ?? null}
      mayEdit
      onSelect={setSelected}
      onDrop={drop}
      onConnect={hands.connect}
      onAdd={hands.add}
      showBox={showBox}
    />
  );
}

window.drawn = 0;
createRoot(document.getElementById('canvas') as HTMLElement).render(<Page />);
