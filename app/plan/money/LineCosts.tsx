import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { Table } from '#app/ui/Table.tsx';
import { COST_KIND_CHOICES, type CostLine } from './costs.ts';
import { poundsOrUnknown, sumInWords, sumOfPence } from './money.ts';
import { sayYear } from './years.ts';

/** The costs of one line of the plan, on the page of that line. */
export function LineCosts(props: {
  programmeId: string;
  lineId: string;
  costs: readonly CostLine[];
  mayEdit: Answer;
}) {
  const { programmeId, lineId, costs, mayEdit } = props;
  return (
    <section id="costs">
      <h2 className="govuk-heading-m">Costs of this line</h2>
      <p className="govuk-body">
        {costs.length === 0
          ? 'It is counted by its estimate. Break that down, so that it is known which money pays for what.'
          : `${sumInWords(sumOfPence(costs.map(({ amountPence }) => amountPence)))}. These stand in place of its estimate.`}
      </p>
      {costs.length === 0 ? null : (
        <Table
          caption="Costs"
          captionSize="s"
          rows={costs}
          rowKey={({ id }) => id}
          columns={[
            {
              header: 'What is paid for',
              rowHeader: true,
              cell: ({ id, what }) => (
                <a className="govuk-link" href={links.cost(programmeId, id)}>
                  {what}
                </a>
              ),
            },
            {
              header: 'Kind',
              cell: ({ kind }) => COST_KIND_CHOICES.find(({ value }) => value === kind)?.label,
            },
            { header: 'Year', cell: ({ year }) => sayYear(year) },
            {
              header: 'Cost',
              numeric: true,
              cell: ({ amountPence }) => poundsOrUnknown(amountPence),
            },
          ]}
        />
      )}
      {mayEdit.yes ? (
        <p className="govuk-body tl-noprint">
          <a className="govuk-link" href={links.newCost(programmeId, lineId)}>
            Add a cost to this line
          </a>
        </p>
      ) : null}
    </section>
  );
}
