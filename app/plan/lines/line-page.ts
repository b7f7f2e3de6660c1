import type { Theory } from '#app/theory/graph.ts';
import { column } from '#app/theory/graph.ts';
import { requirementKey, type Pack } from '#app/plan/coverage/packs.ts';

/** What a plan line can be tied to, as its form offers it. */
export interface Tags {
  activities: { id: string; label: string }[];
  packs: {
    title: string;
    sections: { title: string; requirements: { key: string; id: string; text: string }[] }[];
  }[];
  streams: { id: string; name: string }[];
  measures: { id: string; label: string }[];
  /** The other lines of the plan. */
  lines: { id: string; title: string }[];
}

/** The activities of the theory in their order, and the requirements that a line can help to cover. */
export function tagsOf(
  theory: Theory | null,
  packs: readonly Pack[],
  streams: readonly { id: string; name: string }[],
  lines: readonly { id: string; title: string }[] = [],
): Tags {
  return {
    activities: theory ? column(theory, 'activity').map(({ id, label }) => ({ id, label })) : [],
    packs: packs.map((pack) => ({
      title: pack.title,
      sections: pack.sections
        .map((section) => ({
          title: section.title,
          requirements: pack.requirements
            .filter((one) => one.section === section.id)
            .filter((one) => one.kind !== 'definition' && one.kind !== 'question')
            .map((one) => ({ key: requirementKey(pack.id, one.id), id: one.id, text: one.text })),
        }))
        .filter((section) => section.requirements.length > 0),
    })),
    streams: streams.map(({ id, name }) => ({ id, name })),
    measures: (theory?.pieces ?? [])
      .filter(({ kind }) => kind === 'measure')
      .map(({ id, more }) => ({ id, label: more['label'] || 'A measure without a name' })),
    lines: lines.map(({ id, title }) => ({ id, title })),
  };
}

/** What an activity, a measure, a line or a requirement is called, by its id; the id itself for one that is gone. */
export function tagNames(tags: Tags): (id: string) => string {
  const names = new Map<string, string>([
    ...tags.activities.map(({ id, label }): [string, string] => [id, label]),
    ...tags.measures.map(({ id, label }): [string, string] => [id, label]),
    ...tags.lines.map(({ id, title }): [string, string] => [id, title]),
    ...tags.packs.flatMap((pack) =>
      pack.sections.flatMap((section) =>
        section.requirements.map(({ key, id }): [string, string] => [key, id]),
      ),
    ),
  ]);
  return (id) => names.get(id) ?? 'One that is gone';
}
