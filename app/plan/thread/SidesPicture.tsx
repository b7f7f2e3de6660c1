import { links } from '#app/http/links.ts';
import { Table } from '#app/ui/Table.tsx';
import { twoSidesSvg, type Side, type TwoSides } from './two-sides.ts';

/** The picture of both sides, and the same as a table. */
export function SidesPicture(props: { picture: TwoSides; programmeId: string }) {
  const { picture, programmeId } = props;
  if (picture.needs.length + picture.lines.length === 0) return null;
  const words = new Map(picture.lines.map((line) => [line.id, line.words]));
  const linesOf = new Map<string, { id: string; broken: boolean }[]>();
  for (const { needId, lineId, broken } of picture.ties) {
    linesOf.set(needId, [...(linesOf.get(needId) ?? []), { id: lineId, broken }]);
  }
  return (
    <section>
      <h2 className="govuk-heading-l">Both sides</h2>
      <div
        className="tl-scroll"
        role="region"
        aria-label="Picture of needs and plan lines: it scrolls sideways"
        tabIndex={0}
        dangerouslySetInnerHTML={{ __html: twoSidesSvg(picture) }}
      />
      <Table<Side>
        caption="Each need and the lines in front of it"
        rows={picture.needs}
        rowKey={({ id }) => id}
        columns={[
          {
            header: 'Need',
            rowHeader: true,
            cell: (need) => (
              <a className="govuk-link" href={links.thread(programmeId, 'need', need.id)}>
                {need.words}
              </a>
            ),
          },
          {
            header: 'Lines in front of it',
            cell: (need) => {
              const there = linesOf.get(need.id) ?? [];
              if (there.length === 0) return <span className="tl-lacks">No line</span>;
              return (
                <ul className="govuk-list">
                  {there.map(({ id, broken }) => (
                    <li key={id}>
                      <a className="govuk-link" href={links.planLine(programmeId, id)}>
                        {words.get(id)}
                      </a>
                      {broken ? (
                        <span className="tl-lacks"> (a step behind it no longer holds)</span>
                      ) : null}
                    </li>
                  ))}
                </ul>
              );
            },
          },
        ]}
        empty={<p className="govuk-body">No need is in play.</p>}
      />
    </section>
  );
}
