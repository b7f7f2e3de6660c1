import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { Table } from '#app/ui/Table.tsx';
import { many, sayDay } from '#app/ui/words.ts';
import {
  sayPart,
  WAY_NAMES,
  type Gap,
  type GroupOnPanel,
  type GroupStands,
  type Way,
  type WayOnPanel,
} from './panel-missing.ts';

/** Who is missing on the panel, beside the families who live here, and what to do about it. */
export function PanelMissing(props: {
  programmeId: string;
  ways: readonly WayOnPanel[];
  without: readonly Way[];
  parents: number;
  gaps: readonly Gap[];
  mayManage: Answer;
}) {
  const { programmeId, ways, without, parents, gaps, mayManage } = props;
  return (
    <>
      <Breadcrumbs trail={[{ href: links.panel(programmeId), words: 'Panel' }]} />
      <Heading>Who is missing on the panel</Heading>
      <p className="govuk-body">
        {many(parents, 'parent or carer', 'parents and carers')} beside the families who live here.
        Practitioners are not counted. A panel is small: chance alone moves shares by much, so a
        group is called missing only where nobody is there, or where chance does not explain it.
      </p>
      {gaps.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">Whom to ask</h2>
          <ul className="govuk-list govuk-list--bullet">
            {gaps.map(({ way, label, ask, words }) => (
              <li key={`${way}/${label}`}>
                Ask {ask} more. {words}
              </li>
            ))}
          </ul>
          {mayManage.yes ? (
            <ButtonLink href={links.calls(programmeId)}>See the open calls</ButtonLink>
          ) : (
            <p className="govuk-body tl-reason">{mayManage.reason}</p>
          )}
        </>
      ) : (
        <p className="govuk-body">
          {parents === 0
            ? 'Nobody is on the panel yet.'
            : 'No group is short of its share, as far as the figures tell.'}
        </p>
      )}
      {ways.map((way) => (
        <OneWay key={way.population.way} {...{ way, programmeId, mayManage }} />
      ))}
      {without.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">Not compared yet</h2>
          <ul className="govuk-list govuk-list--bullet">
            {without.map((way) => (
              <li key={way}>
                {mayManage.yes ? (
                  <a className="govuk-link" href={links.panelPopulation(programmeId, way)}>
                    Enter figures: {WAY_NAMES[way].toLowerCase()}
                  </a>
                ) : (
                  WAY_NAMES[way]
                )}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

const STANDS: Readonly<Record<GroupStands, string>> = {
  missing: '✗ Missing',
  fewer: 'Fewer than their share, which chance could do',
  alike: '✓ About their share',
  more: 'More than their share',
  hidden: 'Not shown: a small number',
};

function OneWay(props: { way: WayOnPanel; programmeId: string; mayManage: Answer }) {
  const { way, programmeId, mayManage } = props;
  const { way: name, source, asAt, from } = way.population;
  return (
    <section aria-label={WAY_NAMES[name]}>
      <h2 className="govuk-heading-m govuk-!-margin-top-6">{WAY_NAMES[name]}</h2>
      <Pairs title={WAY_NAMES[name]} groups={way.groups} />
      <Table
        caption={`${WAY_NAMES[name]}: ${way.base === HIDDEN ? HIDDEN : way.base} who said it`}
        captionSize="s"
        rows={way.groups}
        rowKey={({ label }) => label}
        columns={[
          { header: 'Group', rowHeader: true, cell: ({ label }) => label },
          { header: 'Members', numeric: true, cell: ({ count }) => count },
          {
            header: 'Of the panel',
            numeric: true,
            cell: ({ part }) => (part === null ? '–' : sayPart(part)),
          },
          { header: 'Of families', numeric: true, cell: ({ share }) => sayPart(share) },
          { header: 'How they stand', cell: ({ stands }) => STANDS[stands] },
          { header: 'Ask', numeric: true, cell: ({ ask }) => (ask === null ? '–' : `${ask} more`) },
        ]}
      />
      <p className="govuk-body-s">
        {from === 'assumed' ? '' : `${asAt === '' ? '' : `As at ${sayDay(asAt)}. `}Source: `}
        {/[.!?]$/.test(source) ? source : `${source}.`}{' '}
        {from === 'survey' ? 'Taken from a survey of this programme.' : ''}{' '}
        {mayManage.yes ? (
          <a className="govuk-link" href={links.panelPopulation(programmeId, name)}>
            {from === 'own' ? 'Change these figures' : 'Enter other figures'}
            <span className="govuk-visually-hidden">: {WAY_NAMES[name]}</span>
          </a>
        ) : null}
      </p>
    </section>
  );
}

/** Each group's part of the panel over its part of the families: two bars, one above the other. */
function Pairs(props: { title: string; groups: readonly GroupOnPanel[] }) {
  const most = Math.max(0.01, ...props.groups.map(({ share, part }) => Math.max(share, part ?? 0)));
  return (
    <div
      className="tl-pairs"
      role="img"
      aria-label={`Bar chart: ${props.title}. The panel beside all families. The table says the same in figures.`}
    >
      {props.groups.map((group) => (
        <div className="tl-pairs__row" key={group.label} aria-hidden="true">
          <span className="tl-pairs__label">{group.label}</span>
          <span className="tl-pairs__bars">
            <Bar part={group.part} most={most} kind="answers" of="the panel" />
            <Bar part={group.share} most={most} kind="families" of="families" />
          </span>
        </div>
      ))}
    </div>
  );
}

function Bar(props: {
  part: number | null;
  most: number;
  kind: 'answers' | 'families';
  of: string;
}) {
  const { part, most, kind, of } = props;
  return (
    <span className="tl-pairs__bar">
      <svg width="100%" height="14" xmlns="http://www.w3.org/2000/svg">
        {part === null ? null : (
          <rect
            className={`tl-pairs__${kind}`}
            x="1"
            y="1"
            width={`${((part / most) * 98).toFixed(2)}%`}
            height="12"
          />
        )}
      </svg>
      <span className="tl-numbers">{part === null ? HIDDEN : `${sayPart(part)} of ${of}`}</span>
    </span>
  );
}
