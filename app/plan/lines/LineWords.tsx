import { links } from '#app/http/links.ts';
import { STRANDS } from '#app/needs/registers/choices.ts';
import { poundsOrUnknown } from '#app/plan/money/money.ts';
import { STATUS_NAMES, STEP_NAMES, type PlanLine } from '#app/plan/plan.ts';
import { Table } from '#app/ui/Table.tsx';
import { sayDay, sayShortDay } from '#app/ui/words.ts';
import { equalityWords, labelOf, lagInWords, riskWords } from './line-in-words.ts';
import { tagNames, type Tags } from './line-page.ts';

/** A line to read, for those who may not change it: what is not known says so. */
export function LineWords(props: { programmeId: string; line: PlanLine; tags: Tags }) {
  const { programmeId, line, tags } = props;
  const nameOf = tagNames(tags);
  const stream = tags.streams.find(({ id }) => id === line.streamId)?.name;
  const named = (ids: readonly string[], joint = '; ') => ids.map(nameOf).join(joint) || 'None yet';
  const rows: [string, React.ReactNode][] = [
    ['What it is to achieve', line.objective || 'Not said yet'],
    ['Strand', labelOf(STRANDS, line.strand) || 'No strand yet'],
    ['Owner', line.owner || 'No owner yet'],
    ['Partners', line.partners || 'None named'],
    ['Starts', sayDay(line.startsOn)],
    ['Ends', sayDay(line.endsOn)],
    ['It waits for', line.dependsOn.length === 0 ? 'No other line' : <Waits {...{ line }} />],
    ['How far it is', STATUS_NAMES[line.status]],
    ['Cost', poundsOrUnknown(line.costPence)],
    ['Paid from', stream ?? 'No stream yet'],
    ['How you will know', line.successCriteria || 'Not said yet'],
    ['Measures', named(line.measureIds)],
    ['Risk', riskWords(line.risk) || 'None named'],
    ['Equality', equalityWords(line.equalityEffect)],
    ['Communications', line.communications || 'Not said yet'],
    ['Activities', named(line.activityIds)],
    ['Requirements', named(line.requirementKeys, ', ')],
  ];
  function Waits({ line: waiting }: { line: PlanLine }) {
    return (
      <ul className="govuk-list">
        {waiting.dependsOn.map(({ lineId, lagDays }) => (
          <li key={lineId}>
            <a className="govuk-link" href={links.planLine(programmeId, lineId)}>
              {nameOf(lineId)}
            </a>
            {lagInWords(lagDays)}
          </li>
        ))}
      </ul>
    );
  }
  return (
    <>
      <dl className="govuk-summary-list">
        {rows.map(([label, value]) => (
          <div className="govuk-summary-list__row" key={label}>
            <dt className="govuk-summary-list__key">{label}</dt>
            <dd className="govuk-summary-list__value">{value}</dd>
          </div>
        ))}
      </dl>
      <Table
        caption="Actions and milestones"
        captionSize="s"
        rows={line.steps}
        rowKey={({ id }) => id}
        columns={[
          { header: 'Step', rowHeader: true, cell: ({ title }) => title },
          { header: 'Kind', cell: ({ kind }) => STEP_NAMES[kind] },
          { header: 'Who', cell: ({ owner }) => owner || 'Nobody yet' },
          { header: 'Due', cell: ({ dueOn }) => sayShortDay(dueOn) },
          {
            header: 'Done on',
            cell: ({ doneOn }) => (doneOn === null ? 'Not done' : sayShortDay(doneOn)),
          },
        ]}
        empty={<p className="govuk-body">No action and no milestone yet.</p>}
      />
    </>
  );
}
