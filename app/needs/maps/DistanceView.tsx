import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { sourceQuery } from '#app/needs/finding-source.ts';
import type { Answer } from '#app/people/can.ts';
import { Choices, Select, TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, ButtonLink, Form, PickButton } from '#app/ui/Form.tsx';
import { Table, type Column } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import { INSTEAD, INSTEAD_NAMES } from './decisions.ts';
import type { DistancePage, DistanceRow } from './distance-page.server.ts';
import { sayDistance } from './distance.ts';
import { MapFigure } from './MapFigure.tsx';
import { NoBoundaries } from './NoBoundaries.tsx';

interface Shown {
  programmeId: string;
  page: DistancePage;
  source: string;
  mayEdit: Answer;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}

/** How far families are from a hub, where none stands near, and what comes instead. */
export function DistanceView(props: Shown) {
  const { programmeId, page, source, mayEdit } = props;
  if (!page.hasBoundaries) return <NoBoundaries programmeId={programmeId} mayEdit={mayEdit} />;
  if (page.sites.length === 0) {
    return (
      <>
        <p className="govuk-inset-text">
          No site is recorded with a place on the map, so there is nothing to measure to. Record
          your hubs first.
        </p>
        <ButtonLink href={links.placeRegister(programmeId, 'sites')}>Record sites</ButtonLink>
      </>
    );
  }
  return (
    <>
      <Ask {...props} />
      {page.sentence === null ? (
        <p className="govuk-inset-text">No hub is on the map, so every area is out of reach.</p>
      ) : (
        <p className="govuk-body-l">{page.sentence}</p>
      )}
      <MapFigure
        svg={page.svg}
        title={`Straight line to the nearest ${page.to === 'hub' ? 'hub' : 'site'}`}
        legend={page.legend}
        withoutFigure={0}
        hidden={0}
        sites={page.sites}
        source={source}
      >
        <p className="govuk-body-s">
          Measured from the middle of each area on the National Grid. Roads, hills and buses make
          the way longer: a straight line is the least that anybody travels.
        </p>
        {mayEdit.yes && page.sentence !== null ? (
          <ButtonLink
            secondary
            href={links.newNeedFrom(
              programmeId,
              sourceQuery({ from: 'distance', to: page.to, metres: String(page.metres) }),
            )}
          >
            Make this a need
          </ButtonLink>
        ) : null}
      </MapFigure>
      <OutOfReach {...props} />
      <Table
        caption={`Within ${sayDistance(page.metres)}: ${many(page.within.length, 'area')}`}
        rows={page.within}
        rowKey={(row) => row.code}
        columns={COLUMNS}
        empty={<p className="govuk-body">No area is within {sayDistance(page.metres)}.</p>}
      />
    </>
  );
}

function Ask({ programmeId, page }: Shown) {
  return (
    <form method="get" action={links.areaDistance(programmeId)} className="tl-pick tl-noprint">
      <TextField
        name="km"
        label="Within reach, in kilometres"
        width={5}
        inputMode="decimal"
        value={String(page.metres / 1000)}
      />
      <Select
        name="to"
        label="Distance to"
        value={page.to}
        options={[
          { value: 'hub', label: 'The nearest hub' },
          { value: 'all', label: 'The nearest site of any kind' },
        ]}
      />
      <PickButton>Measure</PickButton>
    </form>
  );
}

const COLUMNS: readonly Column<DistanceRow>[] = [
  { header: 'Area', rowHeader: true, cell: (row) => row.name },
  { header: 'Nearest', cell: (row) => row.nearest },
  { header: 'Distance', numeric: true, cell: (row) => sayDistance(row.metres) },
  {
    header: 'Children',
    numeric: true,
    cell: (row) => (row.children === null ? 'not known' : row.children.toLocaleString('en-GB')),
  },
];

function OutOfReach({ page, mayEdit, answer }: Shown) {
  const caption = `No hub within reach: ${many(page.out.length, 'area')}`;
  const decision: Column<DistanceRow> = {
    header: 'What comes instead',
    cell: ({ decision: made }) => (made ? `${made.instead}: ${made.because}` : 'Not decided'),
  };
  if (page.out.length === 0) {
    return (
      <p className="govuk-inset-text">Every area has one within {sayDistance(page.metres)}.</p>
    );
  }
  if (!mayEdit.yes) {
    return (
      <>
        <Table
          caption={caption}
          rows={page.out}
          rowKey={(row) => row.code}
          columns={[...COLUMNS, decision]}
        />
        <p className="govuk-body tl-reason">{mayEdit.reason}</p>
      </>
    );
  }
  const typed = [answer?.typed['areas'] ?? []].flat();
  const tick: Column<DistanceRow> = {
    header: 'Decide',
    cell: (row) => (
      <div className="govuk-checkboxes govuk-checkboxes--small">
        <div className="govuk-checkboxes__item">
          <input
            className="govuk-checkboxes__input"
            type="checkbox"
            name="areas"
            value={row.code}
            id={row.code === page.out[0]?.code ? 'areas' : `area-${row.code}`}
            defaultChecked={typed.includes(row.code)}
          />
          <label
            className="govuk-label govuk-checkboxes__label"
            htmlFor={row.code === page.out[0]?.code ? 'areas' : `area-${row.code}`}
          >
            <span className="govuk-visually-hidden">Decide for {row.name}</span>
          </label>
        </div>
      </div>
    ),
  };
  return (
    <Form>
      <Table
        caption={caption}
        rows={page.out}
        rowKey={(row) => row.code}
        columns={[tick, ...COLUMNS, decision]}
      />
      <Choices
        kind="radios"
        small
        name="instead"
        label="What stands in for a hub in the areas that are ticked?"
        options={INSTEAD.map((value) => ({ value, label: INSTEAD_NAMES[value] }))}
        answer={answer}
      />
      <TextArea name="because" label="Why" rows={2} answer={answer} />
      <div className="govuk-button-group">
        <Button intent="decide">Decide for these areas</Button>
        <Button intent="withdraw" kind="secondary">
          Take back what was decided
        </Button>
      </div>
    </Form>
  );
}
