import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { FileField, TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import type { PackProblem } from './own-pack.ts';
import { GRADE_NAMES, KIND_NAMES, type Pack } from './packs.ts';

export interface NewPackAnswer {
  problems: Problem[];
  typed: Typed;
  /** What is wrong with the items, line by line. */
  wrong?: PackProblem[];
  /** What would be brought in, to look at first. */
  preview?: {
    pack: Pack;
    version: number;
    changes: { added: string[]; changed: string[]; gone: string[] };
  };
}

/** Brings in a pack of one's own: a table or data, looked at before it is kept. */
export function NewPackPage(props: { programmeId: string; answer: NewPackAnswer | undefined }) {
  const { programmeId, answer } = props;
  return (
    <>
      <Breadcrumbs trail={[{ href: links.packs(programmeId), words: 'Guidance packs' }]} />
      <ErrorSummary problems={answer?.problems} />
      <Heading>Bring in a pack of your own</Heading>
      <Wrong wrong={answer?.wrong ?? []} />
      {answer?.preview === undefined ? null : <Preview preview={answer.preview} answer={answer} />}
      <p className="govuk-body">
        What your council has promised, local conditions of a grant, or guidance that is newer than
        ours. Start from the template:{' '}
        <a className="govuk-link" href={links.packTemplate(programmeId, 'csv')}>
          CSV
        </a>{' '}
        or{' '}
        <a className="govuk-link" href={links.packTemplate(programmeId, 'json')}>
          JSON
        </a>
        . With the same title it becomes the next version of a pack that is there.
      </p>
      <Form upload className="tl-form">
        <TextField
          name="title"
          label="Title"
          hint="Leave these empty for JSON, which says them itself"
          answer={answer}
        />
        <TextField name="publisher" label="Who publishes it" answer={answer} />
        <TextField name="published" label="Published on" optional width={20} answer={answer} />
        <TextField
          name="from"
          label="First day on which it applies"
          type="date"
          optional
          width={10}
          answer={answer}
        />
        <TextField
          name="to"
          label="Last day on which it applies"
          type="date"
          optional
          width={10}
          answer={answer}
        />
        <FileField
          name="file"
          label="File"
          optional
          hint="CSV or JSON. Its words appear below, where you can correct them."
          accept=".csv,.json,text/csv,application/json"
          answer={answer}
        />
        <TextArea
          name="items"
          label="Or paste the items"
          hint="A file takes the place of what stands here"
          rows={12}
          spellCheck={false}
          answer={answer}
        />
        <Button intent="check">Look at it first</Button>
      </Form>
    </>
  );
}

/** So many are listed; a file in the wrong shape is wrong on every line. */
const SHOWN = 50;

function Wrong({ wrong }: { wrong: readonly PackProblem[] }) {
  if (wrong.length === 0) return null;
  return (
    <Table
      caption={`${many(wrong.length, 'thing')} to correct. Nothing was kept.`}
      captionSize="s"
      rows={wrong.slice(0, SHOWN).map((one, at) => ({ ...one, at }))}
      rowKey={({ at }) => String(at)}
      columns={[
        { header: 'Where', rowHeader: true, cell: ({ where }) => where },
        { header: 'What is wrong', cell: ({ message }) => message },
      ]}
    />
  );
}

function Preview(props: { preview: NonNullable<NewPackAnswer['preview']>; answer: NewPackAnswer }) {
  const { pack, version, changes } = props.preview;
  const { typed } = props.answer;
  const words = (name: string) => [typed[name] ?? ''].flat()[0] ?? '';
  return (
    <section className="tl-preview">
      <h2 className="govuk-heading-m">This is what would be brought in</h2>
      <p className="govuk-body">
        {`“${pack.title}”, version ${version}: ${many(pack.requirements.length, 'item')}. `}
        {version === 1
          ? 'No pack of that name is there yet.'
          : `Against the version before: ${changes.added.length} new, ${changes.changed.length} changed, ${changes.gone.length} gone.`}
      </p>
      <Table
        caption="Items"
        captionSize="s"
        rows={pack.requirements}
        rowKey={({ id }) => id}
        columns={[
          { header: 'Id', rowHeader: true, cell: ({ id }) => id },
          { header: 'What it asks for', cell: ({ text }) => text },
          { header: 'Strand', cell: ({ strand }) => strand },
          { header: 'Kind', cell: ({ kind }) => KIND_NAMES[kind] },
          { header: 'Grade', cell: ({ grade }) => `${grade}: ${GRADE_NAMES[grade]}` },
          {
            header: 'Against the version before',
            cell: ({ id }) =>
              changes.added.includes(id)
                ? 'New'
                : changes.changed.includes(id)
                  ? 'Changed'
                  : 'Same',
          },
        ]}
      />
      <Form className="tl-form">
        {['title', 'publisher', 'published', 'from', 'to', 'items', 'fileName'].map((name) => (
          <input key={name} type="hidden" name={name} value={words(name)} />
        ))}
        <input type="hidden" name="seen" value={version - 1} />
        <TextField
          name="why"
          label="Why is it brought in?"
          hint="Such as “Adopted by Cabinet on 3 March”"
          answer={props.answer}
        />
        <Button intent="bring">Bring this pack in</Button>
      </Form>
    </section>
  );
}
