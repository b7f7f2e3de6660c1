import { links } from '#app/http/links.ts';
import { PickButton } from '#app/ui/Form.tsx';
import { about } from '../checks/coach.ts';
import type { Finding } from '../checks/finding.ts';
import { BOX_TYPES, column, typeName, type Theory } from '../graph.ts';

/** Narrows the page to what is said of one box. */
export function Narrow(props: {
  programmeId: string;
  theory: Theory;
  sorted: { open: readonly Finding[] };
  only: string | null;
  open: readonly Finding[];
}) {
  const { theory, only, sorted } = props;
  const all = links.theoryChecks(props.programmeId);
  const groups = BOX_TYPES.map((type) => ({
    type,
    boxes: column(theory, type).flatMap((box) => {
      const count = about(sorted.open, box.id).length;
      return count === 0 ? [] : [{ box, count }];
    }),
  })).filter(({ boxes }) => boxes.length > 0);
  if (groups.length === 0) return null;
  const link = theory.links.find(({ id }) => id === only);
  return (
    <form method="get" action={all} className="tl-pick">
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor="box">
          Show what is said of
        </label>
        <select className="govuk-select" id="box" name="box" defaultValue={only ?? ''}>
          <option value="">The whole theory</option>
          {link === undefined ? null : <option value={link.id}>One link</option>}
          {groups.map(({ type, boxes }) => (
            <optgroup key={type} label={typeName(theory, type).many}>
              {boxes.map(({ box, count }) => (
                <option key={box.id} value={box.id}>
                  {box.label.length > 70 ? `${box.label.slice(0, 67)}…` : box.label} ({count})
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <PickButton>Show</PickButton>
      {only === null || only === '' ? null : (
        <p className="govuk-body">
          {props.open.length === 0 ? 'The checks say nothing of it. ' : ''}
          <a className="govuk-link" href={all}>
            Show all that the checks say
          </a>
        </p>
      )}
    </form>
  );
}
