import { links, type TheoryLook } from '#app/http/links.ts';
import { Select } from '#app/ui/Field.tsx';
import { Button } from '#app/ui/Form.tsx';
import { Table } from '#app/ui/Table.tsx';
import { OVERLAYS, OVERLAY_WORDS, type OverlayId, type OverlayRow } from './overlays/overlay.ts';
import type { Part } from './parts.ts';
import type { Shown } from './shown-picture.ts';

/** What the picture shows: which part, what is laid over it, in which rows. Works without script. */
export function PictureChoices(props: {
  programmeId: string;
  shown: Shown;
  parts: readonly Part[];
  look: TheoryLook;
}) {
  const { programmeId, shown, parts, look } = props;
  return (
    <form
      method="get"
      action={links.theoryPicture(programmeId)}
      className="tl-picture-choices tl-noprint"
      aria-label="What the picture shows"
    >
      {look.at === undefined ? null : <input type="hidden" name="at" value={look.at} />}
      {parts.length === 0 ? null : (
        <Select
          name="part"
          label="Show"
          value={shown.part ?? ''}
          options={[
            { value: '', label: 'The whole theory' },
            ...parts.map(({ id, name, depth }) => ({
              value: id,
              label: `${'– '.repeat(depth)}${name}`,
            })),
          ]}
        />
      )}
      <Select
        name="overlay"
        label="Lay over it"
        value={shown.overlay ?? ''}
        options={[
          { value: '', label: 'Nothing' },
          ...OVERLAYS.map((id) => ({ value: id, label: OVERLAY_WORDS[id].name })),
        ]}
      />
      {parts.length === 0 ? null : (
        <Select
          name="as"
          label="Parts"
          value={shown.as}
          options={[
            { value: '', label: 'Mixed in the columns' },
            { value: 'rows', label: 'A row each' },
            { value: 'boxes', label: 'One box each' },
          ]}
        />
      )}
      <Button kind="secondary">Show</Button>
    </form>
  );
}

/** What an overlay says, box by box: the same as the picture, to be read. */
export function OverlayTable(props: { id: OverlayId; rows: readonly OverlayRow[] }) {
  const { name, says } = OVERLAY_WORDS[props.id];
  return (
    <Table
      caption={`${name}: the same in a table`}
      rows={props.rows}
      rowKey={({ id }) => id}
      empty={
        <p className="govuk-inset-text">
          {name}: nothing is known yet that could be laid over this picture. {says}
        </p>
      }
      columns={[
        { header: 'Type', cell: ({ what }) => what },
        { header: 'Box or link', rowHeader: true, cell: ({ label }) => label },
        { header: name, cell: ({ words }) => words },
        { header: 'Because of', cell: ({ because }) => because },
      ]}
    />
  );
}

/** Above so many boxes a picture of everything is hard to take in. */
const MANY_BOXES = 35;

/** Says how a large theory can be taken in: its parts as one box each, or one part at a time. */
export function TooMany(props: {
  programmeId: string;
  boxes: number;
  shown: Shown;
  parts: readonly Part[];
}) {
  if (props.boxes <= MANY_BOXES || props.shown.as === 'boxes') return null;
  return (
    <p className="govuk-body tl-noprint">
      {props.boxes} boxes are a lot for one picture.{' '}
      {props.parts.length === 0 ? (
        <>
          <a className="govuk-link" href={links.theoryParts(props.programmeId)}>
            Divide the theory into parts
          </a>{' '}
          to look at one at a time.
        </>
      ) : (
        'Show one part at a time, or each part as one box.'
      )}
    </p>
  );
}
