import { filled, inOneLine, refusedMap, type ForeignMap, type ReadMap } from './foreign.ts';
import { DRAWING, KINDS, OTHERWISE } from './results-chain-kinds.ts';
import { childOf, textOf, type XmlElement } from './xml.ts';

/**
 * A conservation project as XML (xml.miradi.org/schema/ConservationProject): results chains and
 * conceptual models are diagrams over one set of factors. A factor that stands in several diagrams is
 * one box; a results chain becomes a strand.
 */

/** Whether an element is the root of such a project. */
export function isResultsChain(root: XmlElement): boolean {
  return root.name === 'ConservationProject';
}

/** Reads a conservation project. */
export function readResultsChain(root: XmlElement, fallbackTitle: string): ReadMap {
  const project = new Project(root);
  const diagrams = project.diagrams();
  if (diagrams.every(({ factors }) => factors.length === 0)) {
    return refusedMap('file', 'The project holds no results chain and no conceptual model.');
  }
  const nodes = project.nodes(diagrams);
  const links = project.links(diagrams);
  const used = new Set(nodes.map(({ group }) => group));
  const chains = diagrams.some(({ chain, factors }) => chain && factors.length > 0);
  return {
    ok: true,
    map: {
      what: 'A conservation project with results chains',
      title: project.title() || fallbackTitle,
      groups: KINDS.filter(({ name }) => used.has(name)).map(({ name, title, type }) => ({
        key: name,
        name: title,
        type,
        sure: false,
      })),
      diagrams: diagrams
        .filter(({ factors }) => factors.length > 0)
        .map(({ id, name, chain }) => ({ id, name, chosen: chain || !chains })),
      nodes,
      links,
      pieces: project.pieces(new Set(nodes.map(({ id }) => id))),
      notes: project.notes,
    },
  };
}

interface Diagram {
  id: string;
  name: string;
  chain: boolean;
  factors: string[];
  links: string[];
}

class Project {
  readonly notes: string[] = [];
  private readonly pools: ReadonlyMap<string, readonly XmlElement[]>;
  /** What a factor of a diagram stands for, by its id: `Strategy 131`. */
  private readonly wraps: ReadonlyMap<string, string>;

  constructor(private readonly root: XmlElement) {
    this.pools = new Map(
      root.children.map(({ name, children }) => [name.replace(/Pool$/, ''), children]),
    );
    this.wraps = new Map(
      this.pool('DiagramFactor').map((each) => [idOf(each), wrapped(each) ?? '']),
    );
  }

  title(): string {
    const summary = this.root.children.find(({ name }) => name === 'ProjectSummary');
    return inOneLine(textOf(childOf(summary, 'ProjectSummaryProjectName')));
  }

  diagrams(): Diagram[] {
    return ['ResultsChain', 'ConceptualModel'].flatMap((kind) =>
      this.pool(kind).map((each) => {
        const of = (part: string) => textsIn(childOf(each, `${kind}${part}`));
        const words = (part: string) => inOneLine(textOf(childOf(each, `${kind}${part}`)));
        const name = words('Name') || (kind === 'ResultsChain' ? 'Results chain' : 'Model');
        const mark = words('Identifier');
        return {
          id: idOf(each),
          name: mark === '' ? name : `${mark} ${name}`,
          chain: kind === 'ResultsChain',
          factors: of('DiagramFactorIds'),
          links: of('DiagramLinkIds'),
        };
      }),
    );
  }

  nodes(diagrams: readonly Diagram[]): ForeignMap['nodes'] {
    const inside = new Map<string, Set<string>>();
    const drawing = new Map<string, number>();
    let missing = 0;
    for (const { id, factors } of diagrams) {
      for (const factor of factors) {
        const key = this.wraps.get(factor) ?? '';
        const kind = key.split(' ')[0] ?? '';
        if (key === '') missing += 1;
        else if (kind in DRAWING) drawing.set(kind, (drawing.get(kind) ?? 0) + 1);
        else inside.set(key, (inside.get(key) ?? new Set()).add(id));
      }
    }
    for (const [kind, count] of drawing) {
      this.notes.push(
        `${count} ${DRAWING[kind] ?? kind} are left out: they say nothing of what leads to what.`,
      );
    }
    if (missing > 0)
      this.notes.push(`${missing} factors of diagrams stand for nothing in the file.`);
    return KINDS.flatMap(({ name }) =>
      this.pool(name).flatMap((each, index): ForeignMap['nodes'] => {
        const id = `${name} ${idOf(each)}`;
        const shown = inside.get(id);
        if (shown === undefined) return [];
        const words = (part: string) => textOf(childOf(each, `${name}${part}`)).trim();
        return [
          {
            id,
            group: name,
            label: inOneLine(words('Name')),
            detail: [words('Details'), words('Comments')].filter(Boolean).join('\n'),
            more: {},
            order: index,
            diagrams: [...shown],
          },
        ];
      }),
    );
  }

  links(diagrams: readonly Diagram[]): ForeignMap['links'] {
    const byId = new Map(this.pool('DiagramLink').map((each) => [idOf(each), each]));
    const links = new Map<string, ForeignMap['links'][number]>();
    let grouped = 0;
    for (const diagram of diagrams) {
      for (const id of diagram.links) {
        const each = byId.get(id);
        if (each === undefined) {
          this.notes.push(`Link ${id} of “${diagram.name}” is not in the file.`);
          continue;
        }
        const [source, target] = ['From', 'To'].map((end) => this.endOf(each, end));
        if (isDrawing(source) || isDrawing(target)) {
          grouped += 1;
          continue;
        }
        const found = linkOf(each, id, source ?? '', target ?? '');
        for (const link of found) {
          const known = links.get(`${link.source} > ${link.target}`);
          const inside = [...(known?.diagrams ?? []), diagram.id];
          links.set(`${link.source} > ${link.target}`, { ...(known ?? link), diagrams: inside });
        }
      }
    }
    if (grouped > 0) {
      this.notes.push(
        `${grouped} of the links ${grouped === 1 ? 'goes' : 'go'} from or to a box round others and ${grouped === 1 ? 'is' : 'are'} left out: link the boxes themselves.`,
      );
    }
    return [...links.values()];
  }

  pieces(there: ReadonlySet<string>): ForeignMap['pieces'] {
    const indicators = new Map(this.pool('Indicator').map((each) => [idOf(each), each]));
    const attributes = new Map(
      this.pool('KeyEcologicalAttribute').map((each) => [idOf(each), each]),
    );
    return KINDS.flatMap(({ name }) =>
      this.pool(name).flatMap((each): ForeignMap['pieces'] => {
        const on = `${name} ${idOf(each)}`;
        if (!there.has(on)) return [];
        const ids = [
          ...textsIn(childOf(each, `${name}IndicatorIds`)),
          ...textsIn(childOf(each, `${name}KeyEcologicalAttributeIds`)).flatMap((id) =>
            textsIn(childOf(attributes.get(id), 'KeyEcologicalAttributeIndicatorIds')),
          ),
        ];
        const evidence = textOf(childOf(each, `${name}EvidenceNotes`)).trim();
        return [
          ...ids.flatMap((id) => this.measureOf(indicators.get(id), on)),
          ...(evidence === ''
            ? []
            : [
                {
                  id: `evidence ${on}`,
                  kind: 'evidence' as const,
                  on,
                  more: filled({ what: evidence, direction: 'for' }),
                },
              ]),
        ];
      }),
    );
  }

  private measureOf(indicator: XmlElement | undefined, on: string): ForeignMap['pieces'] {
    if (indicator === undefined) return [];
    const words = (part: string) => inOneLine(textOf(childOf(indicator, `Indicator${part}`)));
    const first = this.first(indicator, 'Measurement', 'MeasurementDate');
    const wanted = this.first(indicator, 'FutureStatus', 'FutureStatusDate');
    return [
      {
        id: `${on} ${idOf(indicator)}`,
        kind: 'measure',
        on,
        more: filled({
          label: words('Name') || words('Identifier'),
          unit: words('Unit'),
          baseline: inOneLine(textOf(childOf(first, 'MeasurementMeasurementValue'))),
          baselineOn: dayIn(textOf(childOf(first, 'MeasurementDate'))),
          target: inOneLine(textOf(childOf(wanted, 'FutureStatusSummary'))),
          targetOn: dayIn(textOf(childOf(wanted, 'FutureStatusDate'))),
          shared: 'local',
        }),
      },
    ];
  }

  /** The earliest of what an indicator refers to. */
  private first(indicator: XmlElement, kind: string, date: string): XmlElement | undefined {
    const ids = new Set(textsIn(childOf(indicator, `Indicator${kind}Ids`)));
    return this.pool(kind)
      .filter((each) => ids.has(idOf(each)))
      .sort((a, b) => (textOf(childOf(a, date)) < textOf(childOf(b, date)) ? -1 : 1))[0];
  }

  private endOf(link: XmlElement, end: string): string {
    const holder = childOf(childOf(link, `DiagramLink${end}DiagramFactorId`), 'LinkableFactorId');
    const id = (holder?.children[0]?.text ?? '').trim();
    return this.wraps.get(id) ?? `DiagramFactor ${id}`;
  }

  private pool(name: string): readonly XmlElement[] {
    return this.pools.get(name) ?? [];
  }
}

/** A link there and, where it runs both ways, back. */
function linkOf(each: XmlElement, id: string, source: string, target: string) {
  const words = (part: string) => textOf(childOf(each, `DiagramLink${part}`)).trim();
  const link: ForeignMap['links'][number] = {
    id,
    source,
    target,
    reason: words('Annotation'),
    more: filled({ confidence: words('IsUncertainLink') === 'true' ? 'low' : '' }),
    diagrams: [],
  };
  if (words('IsBidirectionalLink') !== 'true') return [link];
  return [link, { ...link, id: `${id}-back`, source: target, target: source, reason: '' }];
}

const idOf = (element: XmlElement) => element.attributes.get('Id') ?? '';

const textsIn = (element: XmlElement | undefined) =>
  (element?.children ?? []).map((child) => child.text.trim()).filter((text) => text !== '');

const isDrawing = (key: string | undefined) => (key ?? '').split(' ')[0]! in DRAWING;

const dayIn = (text: string) => /^\d{4}-\d{2}-\d{2}/.exec(text.trim())?.[0] ?? '';

/** What a factor of a diagram stands for: the kind and id of what it wraps. */
function wrapped(factor: XmlElement): string | null {
  const holder = childOf(
    childOf(factor, 'DiagramFactorWrappedFactorId'),
    'WrappedByDiagramFactorId',
  );
  const inner = holder?.children[0];
  if (inner === undefined) return null;
  const kind = inner.name.replace(/Id$/, '');
  return `${OTHERWISE[kind] ?? kind} ${inner.text.trim()}`;
}
