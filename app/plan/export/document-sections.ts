import { many } from '#app/ui/words.ts';
import {
  missingFirst,
  STATE_NAMES,
  STATE_SHAPES,
  type Coverage,
  type RequirementCoverage,
} from '#app/plan/coverage/coverage.ts';
import { lines, type Block, type DocumentTable } from '#app/documents/blocks.ts';
import type { PlanToExport } from './export.ts';
import { GRADE_MEANS, GRADES, shortSource } from '#app/plan/coverage/packs.ts';

/** The sections of the delivery plan that are mostly tables. */

const NO_LINES: Block = { type: 'paragraph', text: 'There is no line in the plan yet.' };

export function coverageBlocks({ coverages }: PlanToExport): Block[] {
  if (coverages.length === 0) {
    return [{ type: 'paragraph', text: 'This programme follows no guidance pack yet.' }];
  }
  return [...coverages.flatMap(packBlocks), ...gradesLegend(coverages)];
}

function gradesLegend(coverages: readonly Coverage[]): Block[] {
  const used = new Set(
    coverages.flatMap(({ pack }) => pack.requirements.map((requirement) => requirement.grade)),
  );
  return [
    { type: 'heading', level: 2, text: 'What the grades mean' },
    {
      type: 'table',
      caption: 'How sure we are of what a requirement says',
      columns: [
        { title: 'Grade', share: 1 },
        { title: 'Meaning', share: 9 },
      ],
      rows: GRADES.filter((grade) => used.has(grade)).map((grade) => [grade, GRADE_MEANS[grade]]),
    },
  ];
}

function packBlocks(coverage: Coverage): Block[] {
  const { pack, totals } = coverage;
  const known = coverage.requirements.filter(({ requirement }) => requirement.grade !== 'D');
  const recalled = coverage.requirements.filter(({ requirement }) => requirement.grade === 'D');
  return [
    { type: 'heading', level: 2, text: pack.title },
    {
      type: 'paragraph',
      text: `${totals.covered} of ${totals.toCover} requirements are covered, ${totals.partly} in part and ${totals.not} not. ${totals['not-applicable']} do not apply.`,
    },
    { type: 'paragraph', text: pack.readExtent, tone: 'note' },
    ...pack.sections.flatMap((section): Block[] => {
      const rows = known.filter(({ requirement }) => requirement.section === section.id);
      if (rows.length === 0) return [];
      return [
        { type: 'heading', level: 3, text: section.title },
        coverageTable(section.title, rows),
      ];
    }),
    ...(recalled.length === 0
      ? []
      : ([
          { type: 'heading', level: 3, text: 'To be confirmed by the authority' },
          {
            type: 'paragraph',
            text: 'These items were recalled and not read. They are not given as guidance: check each against the official copy.',
          },
          coverageTable('To be confirmed by the authority', recalled),
        ] satisfies Block[])),
  ];
}

function coverageTable(caption: string, rows: readonly RequirementCoverage[]): DocumentTable {
  return {
    type: 'table',
    caption,
    columns: [
      { title: 'Requirement', share: 6 },
      { title: 'State', share: 2 },
      { title: 'What covers it', share: 4 },
      { title: 'Why', share: 4 },
      { title: 'Source and grade', share: 4 },
    ],
    keys: rows.map(({ requirement }) => requirement.id),
    rows: rows.map(({ requirement, state, by, shown, because, judged }) => [
      `${requirement.id}\n${requirement.text}`,
      `${STATE_SHAPES[state]} ${STATE_NAMES[state]}`,
      lines([...by.map((cover) => cover.title), ...shown.map((one) => one.because)]),
      judged === null ? because : `${because}\nDecided by ${judged.decidedBy}`,
      shortSource(requirement),
    ]),
  };
}

export function evidenceBlocks({ evidence }: PlanToExport): Block[] {
  if (evidence.length === 0) return [NO_LINES];
  const without = evidence.filter((row) => row.need === null).length;
  return [
    {
      type: 'table',
      caption: 'From what families said to the requirement',
      columns: [
        { title: 'What families said (theme)', share: 4 },
        { title: 'Figures', share: 4 },
        { title: 'Need', share: 4 },
        { title: 'Activity', share: 4 },
        { title: 'Plan line', share: 4 },
        { title: 'Requirement', share: 5 },
      ],
      keys: evidence.map(({ lineId, needId }) => `${lineId} ${needId ?? ''}`),
      rows: evidence.map((row) => [
        lines(row.themes, 'No theme yet'),
        lines(row.figures, 'None'),
        row.need ?? 'No need yet: nobody is known to have asked for this',
        lines(row.activities),
        row.line,
        lines(row.requirements),
      ]),
    },
    ...(without === 0
      ? []
      : ([
          {
            type: 'paragraph',
            tone: 'note',
            text: `${many(without, 'line has', 'lines have')} no family behind ${without === 1 ? 'it' : 'them'} yet.`,
          },
        ] satisfies Block[])),
  ];
}

export function missingBlocks({ obstacles, coverages }: PlanToExport): Block[] {
  if (obstacles.length === 0) {
    return [{ type: 'paragraph', text: 'Nothing stands between this plan and its sign-off.' }];
  }
  return [
    {
      type: 'table',
      caption: 'What stands between this plan and its sign-off',
      columns: [
        { title: 'What is missing', share: 4 },
        { title: 'What to do', share: 4 },
        { title: 'Where', share: 5 },
      ],
      keys: obstacles.map(({ id }) => id),
      rows: obstacles.map(({ says, todo, about }) => [says, todo, lines(firstFew(about))]),
    },
    ...coverages.flatMap(requirementsMissing),
  ];
}

function requirementsMissing(coverage: Coverage): Block[] {
  const missing = missingFirst(coverage).slice(0, 10);
  if (missing.length === 0) return [];
  return [
    { type: 'heading', level: 2, text: `First to cover: ${coverage.pack.title}` },
    {
      type: 'list',
      items: missing.map(
        ({ requirement, because }) => `${requirement.id}: ${requirement.text} ${because}`,
      ),
    },
  ];
}

function firstFew(about: readonly string[]): string[] {
  return about.length <= 6 ? [...about] : [...about.slice(0, 5), `and ${about.length - 5} more`];
}
