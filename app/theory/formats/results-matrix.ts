import { z } from 'zod';
import { filled, inOneLine, refusedMap, type ForeignMap, type ReadMap } from './foreign.ts';
import { groupsOf } from './groups.ts';

/**
 * A project design matrix as JSON: one impact, outcomes, outputs, activities and inputs by id, with
 * indicators and assumptions at each. Outcomes lead to the one impact because the form says so.
 */

const Text = z.union([z.string(), z.number()]).nullish();
const Texts = z.array(z.string()).nullish();
const Indicator = z.object({
  id: z.string().optional(),
  name: Text,
  baseline: Text,
  target: Text,
  mov: Text,
  data_source: Text,
  timing: Text,
  collector: Text,
});
const Result = z.object({
  id: z.string().min(1),
  narrative: z.string(),
  indicators: z.array(Indicator).nullish(),
  assumptions: Texts,
  from_outputs: Texts,
  from_activities: Texts,
});
const File = z.object({
  meta: z.object({ project_name: z.string().nullish() }).optional(),
  impact: z.object({
    id: z.string().min(1),
    narrative: z.string(),
    assumptions_from_outcome: Texts,
  }),
  outcomes: z.array(Result),
  outputs: z.array(Result),
  activities: z.array(
    z.object({
      id: z.string().min(1),
      text: z.string(),
      sub: z.array(z.object({ text: z.string() })).nullish(),
    }),
  ),
  inputs: z.record(z.string(), z.unknown()).optional(),
});

/** Whether parsed JSON is a project design matrix. */
export function isResultsMatrix(value: object): boolean {
  return 'impact' in value && 'outcomes' in value && 'outputs' in value;
}

/** Reads a project design matrix. */
export function readResultsMatrix(value: unknown, fallbackTitle: string): ReadMap {
  const read = File.safeParse(value);
  if (!read.success) {
    const issue = read.error.issues[0];
    const where = issue?.path.map(String).join('.') || 'file';
    return refusedMap(where, 'It is missing or of another kind than a results matrix has.');
  }
  const { meta, impact, outcomes, outputs, activities, inputs } = read.data;
  const making = new Making();
  making.node('impact', impact.id, impact.narrative);
  making.assumptions(impact.id, impact.assumptions_from_outcome);
  for (const outcome of outcomes) {
    making.result('outcome', outcome, outcome.from_outputs);
    making.link(outcome.id, impact.id);
  }
  for (const output of outputs) making.result('output', output, output.from_activities);
  for (const { id, text, sub } of activities) {
    making.node('activity', id, text, (sub ?? []).map((step) => step.text).join('\n'));
  }
  making.inputs(inputs ?? {});
  return {
    ok: true,
    map: {
      what: 'A project design matrix',
      title: (meta?.project_name ?? '').trim() || fallbackTitle,
      groups: groupsOf(GROUPS),
      diagrams: [],
      nodes: making.nodes,
      links: making.links,
      pieces: making.pieces,
      notes: [
        'Each outcome is linked to the impact, because the form of the file has one impact that all of them serve.',
      ],
    },
  };
}

const GROUPS: readonly (readonly [string, string])[] = [
  ['input', 'Inputs'],
  ['activity', 'Activities'],
  ['output', 'Outputs'],
  ['outcome', 'Outcomes'],
  ['impact', 'Impact'],
  ['assumption', 'Assumptions'],
  ['precondition', 'Preconditions'],
];

class Making {
  readonly nodes: ForeignMap['nodes'] = [];
  readonly links: ForeignMap['links'] = [];
  readonly pieces: ForeignMap['pieces'] = [];

  node(group: string, id: string, words: string, detail = ''): void {
    const order = this.nodes.length;
    const label = inOneLine(words);
    this.nodes.push({ id, group, label, detail, more: {}, order, diagrams: [] });
  }

  link(source: string, target: string): void {
    const id = `${source} > ${target}`;
    this.links.push({ id, source, target, reason: '', more: {}, diagrams: [] });
  }

  assumptions(of: string, words: readonly string[] | null | undefined): void {
    for (const [index, one] of (words ?? []).entries()) {
      const id = `assumption ${of} ${index + 1}`;
      this.node('assumption', id, one);
      this.link(id, of);
    }
  }

  result(
    group: string,
    result: z.infer<typeof Result>,
    from: readonly string[] | null | undefined,
  ): void {
    this.node(group, result.id, result.narrative);
    for (const source of from ?? []) this.link(source, result.id);
    this.assumptions(result.id, result.assumptions);
    for (const [index, one] of (result.indicators ?? []).entries()) {
      const text = (value: string | number | null | undefined) => String(value ?? '');
      this.pieces.push({
        id: one.id ?? `measure ${result.id} ${index + 1}`,
        kind: 'measure',
        on: result.id,
        more: filled({
          label: text(one.name),
          source: text(one.data_source ?? one.mov),
          baseline: text(one.baseline),
          target: text(one.target),
          frequency: text(one.timing),
          owner: text(one.collector),
          counts: group === 'output' ? 'delivery' : 'change',
          shared: 'local',
        }),
      });
    }
  }

  /** Money, people and things by whom they come from; what has to be there first apart. */
  inputs(given: Record<string, unknown>): void {
    for (const [who, what] of Object.entries(given)) {
      if (Array.isArray(what)) {
        what.forEach((one, index) => {
          if (typeof one === 'string') this.node('precondition', `${who} ${index + 1}`, one);
        });
      } else if (typeof what === 'object' && what !== null) {
        for (const [name, value] of Object.entries(what)) {
          if (typeof value === 'string')
            this.node('input', `${who} ${name}`, value, `${who}: ${name}`);
        }
      }
    }
  }
}
