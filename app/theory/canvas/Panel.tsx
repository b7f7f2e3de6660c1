import { acceptHref } from '../accept/accept-href.ts';
import type { Stage } from '#app/people/programme.ts';
import type { Sorted } from '../accept/accepted.ts';
import { about } from '../checks/coach.ts';
import type { Finding } from '../checks/finding.ts';
import type { Surroundings } from '../checks/surroundings.ts';
import { Coach } from '../Coach.tsx';
import type { Theory } from '../graph.ts';
import { BoxInspector, LinkInspector, type Hands } from './Inspector.tsx';
import { FoundHere } from './FoundHere.tsx';
import { fixButtons } from './FixButtons.tsx';
import { MeasuresHere } from '../measures/MeasuresHere.tsx';
import { focusSoon } from './focus.ts';
import type { Commands } from './useCommands.tsx';

const AT = '#at-';

/** Beside the canvas: the selected box or link, or else what to look at next. */
export function Panel(props: {
  theory: Theory;
  programmeId: string;
  sorted: Sorted;
  stage: Stage;
  around: Surroundings | null;
  /** What the coach would say first now. */
  next: () => Finding | null;
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
  const said = {
    programmeId: props.programmeId,
    theory,
    stage: props.stage,
    acceptHref: props.mayEdit ? acceptHref(props.programmeId) : null,
    fixes: props.mayEdit
      ? fixButtons({
          theory,
          around: props.around,
          change: (operations) => hands.change(operations),
          say: commands.say,
          next: props.next,
        })
      : null,
    hrefOf: (id: string) =>
      there(id) ? { href: AT + encodeURIComponent(id), words: 'Show it' } : null,
  };
  const selected = box ?? link;
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
        <Coach {...said} findings={props.sorted.open} accepted={props.sorted.accepted.length} />
      ) : (
        <p className="govuk-body">
          <button type="button" className="tl-linkbutton" onClick={back}>
            Close
          </button>
        </p>
      )}
      {box === undefined ? null : <BoxInspector key={box.id} box={box} hands={hands} />}
      {box === undefined ? null : (
        <MeasuresHere
          programmeId={props.programmeId}
          theory={theory}
          on={box.id}
          courses={props.around?.courses ?? []}
        />
      )}
      {link === undefined ? null : <LinkInspector key={link.id} link={link} hands={hands} />}
      {selected === undefined ? null : (
        <FoundHere {...said} findings={about(props.sorted.open, selected.id)} />
      )}
    </aside>
  );
}
