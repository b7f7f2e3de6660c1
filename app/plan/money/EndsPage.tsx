import { links } from '#app/http/links.ts';
import { Picture } from '#app/theory/Picture.tsx';
import type { Box } from '#app/theory/graph.ts';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many, sayDay } from '#app/ui/words.ts';
import type { PlanLine } from '#app/plan/plan.ts';
import { poundsOrUnknown, sumInWords } from './money.ts';
import type { StreamEnds } from './stream-ends.ts';

/** What falls on the day after a stream has ended: lines, activities and outcomes, in words and drawn. */
export function EndsPage(props: { programmeId: string; ends: StreamEnds; svg: string }) {
  const { programmeId, ends, svg } = props;
  const { stream, stopping, short, over, activities, outcomes, weakened, needs } = ends;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.plan(programmeId), words: 'Delivery plan' },
          { href: links.money(programmeId), words: 'Money' },
        ]}
      />
      <Heading caption={stream.name}>What falls when this money ends</Heading>
      <p className="govuk-body-l">
        {stream.endsOn === null
          ? 'No end is recorded for this stream. This is what would follow if it ended now.'
          : `It pays until ${sayDay(stream.endsOn)}. This is what follows if nothing takes its place.`}
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {endsInWords(ends).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {svg === '' ? null : <Picture svg={svg} text={textOf(ends)} />}
      <LineTable
        caption="Lines that stop: nothing else pays for them then"
        programmeId={programmeId}
        lines={stopping}
      />
      {short.length === 0 ? null : (
        <Table
          caption="Lines that lose a part of their money"
          rows={short}
          rowKey={({ line }) => line.id}
          columns={[
            {
              header: 'Plan line',
              rowHeader: true,
              cell: ({ line }) => (
                <a className="govuk-link" href={links.planLine(programmeId, line.id)}>
                  {line.title}
                </a>
              ),
            },
            {
              header: 'What this stream would have paid',
              numeric: true,
              cell: ({ lost }) => sumInWords(lost),
            },
          ]}
        />
      )}
      <BoxList heading="Activities that nothing delivers any more" boxes={activities} />
      <BoxList heading="Outcomes left without a path" boxes={outcomes} />
      <BoxList heading="Needs that nothing answers any more" boxes={needs} />
      <BoxList heading="Outcomes that lose a path and keep another" boxes={weakened} />
      <LineTable caption="Lines that are over by then" programmeId={programmeId} lines={over} />
    </>
  );
}

/** The answer in sentences, one a thing. */
function endsInWords({ stopping, short, activities, outcomes, needs }: StreamEnds): string[] {
  return [
    stopping.length === 0
      ? 'No plan line stops.'
      : `${many(stopping.length, 'plan line stops', 'plan lines stop')}: nothing else pays for ${stopping.length === 1 ? 'it' : 'them'}.`,
    ...(short.length === 0
      ? []
      : [`${many(short.length, 'plan line loses', 'plan lines lose')} a part of the money.`]),
    activities.length === 0
      ? 'Every activity is still delivered by another line.'
      : `${many(activities.length, 'activity is', 'activities are')} not delivered any more.`,
    outcomes.length === 0
      ? 'Every outcome is still reached in another way.'
      : `${many(outcomes.length, 'outcome is', 'outcomes are')} left without a path.`,
    needs.length === 0
      ? 'Every need that was answered still is.'
      : `${many(needs.length, 'need is', 'needs are')} not answered by anything.`,
  ];
}

function textOf(ends: StreamEnds): string {
  const list = (title: string, boxes: readonly Box[]) =>
    boxes.length === 0 ? [] : ['', title, ...boxes.map(({ label }) => `- ${label}`)];
  return [
    ...endsInWords(ends),
    ...list('Activities that nothing delivers any more', ends.activities),
    ...list('Outcomes left without a path', ends.outcomes),
    ...list('Needs that nothing answers any more', ends.needs),
  ].join('\n');
}

function LineTable(props: { caption: string; programmeId: string; lines: readonly PlanLine[] }) {
  if (props.lines.length === 0) return null;
  return (
    <Table
      caption={props.caption}
      rows={props.lines}
      rowKey={({ id }) => id}
      columns={[
        {
          header: 'Plan line',
          rowHeader: true,
          cell: ({ id, title }) => (
            <a className="govuk-link" href={links.planLine(props.programmeId, id)}>
              {title}
            </a>
          ),
        },
        { header: 'Ends', cell: ({ endsOn }) => sayDay(endsOn) },
        { header: 'Cost', numeric: true, cell: ({ costPence }) => poundsOrUnknown(costPence) },
      ]}
    />
  );
}

function BoxList({ heading, boxes }: { heading: string; boxes: readonly Box[] }) {
  if (boxes.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">{heading}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {boxes.map(({ id, label }) => (
          <li key={id}>{label}</li>
        ))}
      </ul>
    </section>
  );
}
