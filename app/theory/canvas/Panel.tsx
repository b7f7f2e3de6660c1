import { links } from '#app/http/links.ts';
import { acceptHref } from '../accept/accept-href.ts';
import type { Sorted } from '../accept/accepted.ts';
import { Coach } from '../Coach.tsx';
import type { Theory } from '../graph.ts';
import { BoxInspector, LinkInspector, type Hands } from './Inspector.tsx';
import { focusSoon } from './focus.ts';
import type { Commands } from './useCommands.tsx';

const AT = '#at-';

/** Beside the canvas: the selected box or link, or else what to look at next. */
export function Panel(props: {
  theory: Theory;
  programmeId: string;
  sorted: Sorted;
  mayEdit: boolean;
  hands: Hands;
  commands: Commands;
}) {
  const { theory, hands, commands } = props;
  const box = theory.boxes.find(({ id }) => id === commands.selected);
  const link = theory.links.find(({ id }) => id === commands.selected);
  const there = (id: string) =>
    theory.boxes.some((each) => each.id === id) || theory.links.some((each) => each.id === id);
  const show = (id: string) => {
    commands.select(id);
    commands.showBox.current(theory.links.find((each) => each.id === id)?.source ?? id);
    focusSoon('inspector-title');
  };
  const back = () => {
    commands.select(null);
    const stop = commands.tabStop();
    if (stop !== null) commands.focusBox(stop);
  };
  return (
    <aside
      className="tl-editor__panel"
      id="beside-canvas"
      tabIndex={-1}
      aria-label="The selected box, or what to look at next"
      onKeyDown={(event) => {
        if (event.key === 'Escape') back();
      }}
      onClick={(event) => {
        const shown = (event.target as HTMLElement).closest<HTMLAnchorElement>(`a[href^="${AT}"]`);
        if (shown === null) return;
        event.preventDefault();
        show(decodeURIComponent(shown.hash.slice(AT.length)));
      }}
    >
      {box === undefined && link === undefined ? (
        <Coach
          findings={props.sorted.open}
          accepted={props.sorted.accepted.length}
          allHref={links.theoryChecks(props.programmeId)}
          acceptHref={props.mayEdit ? acceptHref(props.programmeId) : null}
          empty={theory.boxes.length === 0}
          hrefOf={(id) =>
            there(id) ? { href: AT + encodeURIComponent(id), words: 'Show it' } : null
          }
        />
      ) : (
        <p className="govuk-body">
          <button type="button" className="tl-linkbutton" onClick={back}>
            Close
          </button>
        </p>
      )}
      {box === undefined ? null : <BoxInspector key={box.id} box={box} hands={hands} />}
      {link === undefined ? null : <LinkInspector key={link.id} link={link} hands={hands} />}
    </aside>
  );
}
