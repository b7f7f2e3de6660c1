import { links } from '#app/http/links.ts';
import { Picture } from '#app/theory/Picture.tsx';
import { Select } from '#app/ui/Field.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import type { Box } from '#app/theory/graph.ts';
import { poundsOrUnknown, sumInWords } from '#app/plan/money/money.ts';
import { STATUS_NAMES } from '../plan.ts';
import type { WhatIf } from './what-if.ts';

/** What falls away, and what is freed, when one activity stops: in words, as tables and drawn. */
export function WhatIfPage(props: {
  programmeId: string;
  choices: readonly Box[];
  answer: WhatIf | null;
  svg: string;
}) {
  const { programmeId, choices, answer, svg } = props;
  if (choices.length === 0) {
    return <p className="govuk-body">There is no activity in this theory yet.</p>;
  }
  return (
    <>
      <form method="get" className="tl-noprint">
        <Select
          name="box"
          label="The activity"
          value={answer?.box.id ?? ''}
          options={[
            { value: '', label: 'Choose an activity' },
            ...choices.map(({ id, label }) => ({ value: id, label })),
          ]}
        />
        <button type="submit" className="govuk-button" data-module="govuk-button">
          Show what would follow
        </button>
      </form>
      {answer === null ? null : (
        <>
          <h2 className="govuk-heading-m">If “{answer.box.label}” stops</h2>
          <InWords answer={answer} />
          <Picture svg={svg} text={textOf(answer)} />
          <Follows programmeId={programmeId} answer={answer} />
          <Money programmeId={programmeId} answer={answer} />
        </>
      )}
    </>
  );
}

/** The answer in sentences, one a thing. */
function sentencesOf(answer: WhatIf): string[] {
  const { outcomes, weakened, needs, measures, requirements, stopping, sharing, freed } = answer;
  const lost = requirements.filter(({ now }) => now === 'not').length;
  const none = (count: number, one: string, more: string, no: string) =>
    count === 0 ? no : `${many(count, one, more)}.`;
  return [
    none(
      outcomes.length,
      'outcome is reached by nothing that we do any more',
      'outcomes are reached by nothing that we do any more',
      'Every outcome is still reached in another way.',
    ),
    ...(weakened.length === 0
      ? []
      : [
          `${many(weakened.length, 'outcome loses a way and keeps', 'outcomes lose a way and keep')} another.`,
        ]),
    none(
      needs.length,
      'need is not answered by anything',
      'needs are not answered by anything',
      'Every need that was answered still is.',
    ),
    none(
      measures.length,
      'measure has nothing left to show',
      'measures have nothing left to show',
      'No measure loses what it measures.',
    ),
    none(
      lost,
      'requirement of the guidance is not covered any more',
      'requirements of the guidance are not covered any more',
      'No requirement of the guidance is left without cover.',
    ),
    none(
      stopping.length,
      'plan line stops',
      'plan lines stop',
      'No plan line delivers this alone.',
    ),
    ...(sharing.length === 0
      ? []
      : [
          `${many(sharing.length, 'plan line delivers', 'plan lines deliver')} something else too, and would have to be looked at.`,
        ]),
    `Money freed: ${sumInWords(freed)}. Of lines under way, a part is spent already.`,
  ];
}

function textOf(answer: WhatIf): string {
  const list = (title: string, boxes: readonly Box[]) =>
    boxes.length === 0 ? [] : ['', title, ...boxes.map(({ label }) => `- ${label}`)];
  return [
    `If “${answer.box.label}” stops`,
    ...list('What falls away', answer.boxes),
    ...list('Needs that nothing answers', answer.needs),
    ...list('What loses a way and keeps another', answer.weakened),
  ].join('\n');
}

function InWords({ answer }: { answer: WhatIf }) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      {sentencesOf(answer).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

interface Row {
  key: string;
  what: string;
  words: string;
  href: string | null;
}

function Follows({ programmeId, answer }: { programmeId: string; answer: WhatIf }) {
  const box = (what: string) => (each: Box) => ({
    key: `${what}${each.id}`,
    what,
    words: each.label,
    href: links.thread(programmeId, 'box', each.id),
  });
  const rows: Row[] = [
    ...answer.outcomes.map(box('Outcome without a way')),
    ...answer.boxes
      .filter((each) => !answer.outcomes.includes(each))
      .map(box('Step without a way')),
    ...answer.needs.map(box('Need not answered')),
    ...answer.weakened.map(box('Outcome with fewer ways')),
    ...answer.measures.map(({ id, label }) => ({
      key: id,
      what: 'Measure with nothing to show',
      words: label,
      href: links.measure(programmeId, id),
    })),
    ...answer.requirements.map(({ key, id, text, now, judged }) => ({
      key,
      what: now === 'not' ? 'Requirement not covered' : 'Requirement covered only in part',
      words: `${id}: ${text}${judged ? ' (somebody has decided about it: look at that again)' : ''}`,
      href: links.thread(programmeId, 'requirement', key),
    })),
  ];
  return (
    <Table
      caption="What would follow"
      rows={rows}
      rowKey={({ key }) => key}
      empty={<p className="govuk-body">Nothing falls away with it.</p>}
      columns={[
        { header: 'What', cell: ({ what }) => what },
        {
          header: 'Which',
          rowHeader: true,
          cell: ({ words, href }) =>
            href === null ? (
              words
            ) : (
              <a className="govuk-link" href={href}>
                {words}
              </a>
            ),
        },
      ]}
    />
  );
}

function Money({ programmeId, answer }: { programmeId: string; answer: WhatIf }) {
  const lines = [
    ...answer.stopping.map((line) => ({ line, also: [] as Box[] })),
    ...answer.sharing,
  ];
  return (
    <>
      <Table
        caption="Plan lines"
        rows={lines}
        rowKey={({ line }) => line.id}
        empty={<p className="govuk-body">No line of the plan delivers this activity.</p>}
        columns={[
          {
            header: 'Line',
            rowHeader: true,
            cell: ({ line }) => (
              <a className="govuk-link" href={links.planLine(programmeId, line.id)}>
                {line.title}
              </a>
            ),
          },
          { header: 'State', cell: ({ line }) => STATUS_NAMES[line.status] },
          {
            header: 'What becomes of it',
            cell: ({ also }) =>
              also.length === 0
                ? 'Stops'
                : `Also delivers ${also.map(({ label }) => `“${label}”`).join(', ')}`,
          },
          {
            header: 'Cost',
            numeric: true,
            cell: ({ line }) => poundsOrUnknown(line.costPence),
          },
        ]}
      />
      {answer.freedByStream.length === 0 ? null : (
        <Table
          caption={`Money freed: ${sumInWords(answer.freed)}`}
          captionSize="s"
          rows={answer.freedByStream}
          rowKey={({ stream }) => stream?.id ?? ''}
          columns={[
            {
              header: 'From',
              rowHeader: true,
              cell: ({ stream }) => stream?.name ?? 'No stream yet',
            },
            { header: 'Money', numeric: true, cell: ({ sum }) => sumInWords(sum) },
          ]}
        />
      )}
    </>
  );
}
