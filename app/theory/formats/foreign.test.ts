import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawable } from '../drawable.ts';
import { readTheoryFile, type FileChoices, type TheoryFile } from './read-file.ts';
import { guessType } from './guess-type.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function read(text: string, choices: FileChoices = {}) {
  const result: TheoryFile = readTheoryFile(bytes(text), 'From a file', choices);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
}
const refusal = (text: string) => {
  const result = readTheoryFile(bytes(text), 'T');
  return result.ok ? 'accepted' : `${result.problems[0]?.where}: ${result.problems[0]?.message}`;
};
const boxes = ({ theory }: { theory: { boxes: readonly { type: string; label: string }[] } }) =>
  theory.boxes.map(({ type, label }) => `${type}: ${label}`);

describe('a map of PRSM', () => {
  const map = {
    mapTitle: 'Ours',
    styles: { nodes: { group0: { groupLabel: 'Activities' }, group3: { groupLabel: 'Sample' } } },
    nodes: [
      {
        id: 'a',
        label: '- Open\n  late\n- On Saturdays',
        grp: 'group0',
        note: '<p>Two <b>hubs</b></p>',
      },
      { id: 'b', label: 'Families\ncome', grp: 'group3' },
      { id: 'c', label: '  ', grp: 'group3' },
    ],
    edges: [
      { id: 'e', from: 'a', to: 'b', label: '-' },
      { id: 'f', from: 'b', to: 'gone' },
    ],
  };

  test('is taken by its styles; items are parted, notes are text, and what is missing is named', () => {
    const { theory, notes, ...file } = read(JSON.stringify(map));
    expect(boxes({ theory })).toEqual([
      'activity: Open late; On Saturdays',
      'intermediateOutcome: Families come',
    ]);
    expect(theory.boxes[0]?.detail).toBe('Two hubs');
    expect(theory.links[0]).toMatchObject({ source: 'a', target: 'b', more: { sign: 'less' } });
    expect(notes.join('\n')).toMatch(/“Style group3” says no type/);
    expect(notes.join('\n')).toMatch(/1 box without words is left out/);
    expect(notes.join('\n')).toMatch(/1 link leads from or to a box .*: “Families come” to “gone”/);
    expect(file.map?.groups.map(({ sure }) => sure)).toEqual([true, false]);
  });

  test('means what a person says that its styles mean', () => {
    const groups = new Map([
      ['group0', 'aim' as const],
      ['group3', null],
    ]);
    expect(boxes(read(JSON.stringify(map), { groups }))).toEqual(['aim: Open late; On Saturdays']);
  });
});

describe('a blueprint of Kumu', () => {
  test('is linked by labels or by ids; mutual links run both ways', () => {
    const { theory } = read(
      JSON.stringify({
        elements: [
          { label: 'Visit', type: 'Activity', description: 'Weekly' },
          { id: 'e2', attributes: { label: 'Trust', 'element type': 'Change mechanism' } },
        ],
        connections: [
          { from: 'Visit', to: 'e2', direction: 'mutual', description: 'They talk' },
          { from: 'e2', to: 'Visit', type: 'negative' },
        ],
      }),
    );
    expect(boxes({ theory })).toEqual(['activity: Visit', 'mechanism: Trust']);
    const links = theory.links.map(({ source, target, reason }) => [source, target, reason]);
    expect(links).toEqual([
      ['Visit', 'e2', 'They talk'],
      ['e2', 'Visit', ''],
    ]);
    expect(theory.links[1]?.more['sign']).toBe('less');
  });
});

describe('a theory of the ToC Maker', () => {
  test('keeps confidence, assumptions and evidence of its links', () => {
    const node = (id: string, to: object[] = []) => ({ id, title: id, connections: to });
    const said = { targetId: 'b', confidence: 80, evidence: 'A trial', assumptions: 'Staff stay' };
    const { theory } = read(
      JSON.stringify({
        sections: [
          { title: 'Outputs', columns: [{ nodes: [node('a', [said])] }] },
          { title: 'Outcomes', columns: [{ nodes: [node('b')] }, {}, { nodes: [node('c')] }] },
          { title: 'Goal', columns: [{ nodes: [node('d')] }] },
        ],
      }),
    );
    expect(boxes({ theory }).sort()).toEqual([
      'impact: d',
      'intermediateOutcome: b',
      'longTermOutcome: c',
      'output: a',
    ]);
    expect(theory.links[0]?.more).toEqual({ confidence: 'high', assumes: 'Staff stay' });
    expect(theory.pieces).toMatchObject([
      { kind: 'evidence', on: theory.links[0]?.id, more: { what: 'A trial', direction: 'for' } },
    ]);
  });
});

describe('GraphML', () => {
  const yed = `<?xml version="1.0"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
  <key for="node" id="d0" yfiles.type="nodegraphics"/><key for="edge" id="d1" yfiles.type="edgegraphics"/>
  <key for="node" id="d2" attr.name="description"/>
  <graph edgedefault="directed">
    <node id="g"><data key="d0"><y:NodeLabel>Activities</y:NodeLabel></data>
      <graph><node id="g::a"><data key="d0"><y:Fill color="#FF0000"/><y:NodeLabel>Open &amp;
 late</y:NodeLabel></data><data key="d2">Two hubs</data></node></graph></node>
    <node id="b"><data key="d0"><y:Fill color="#00FF00"/><y:NodeLabel>&lt;b&gt;Come&lt;/b&gt;</y:NodeLabel></data></node>
    <edge id="e" source="g::a" target="b"><data key="d1"><y:EdgeLabel>They know</y:EdgeLabel></data></edge>
  </graph>
</graphml>`;

  test('of yEd is taken by its groups, then by its colours', () => {
    const { theory, map } = read(yed);
    expect(boxes({ theory })).toEqual(['activity: Open & late', 'intermediateOutcome: Come']);
    expect(theory.boxes[0]?.detail).toBe('Two hubs');
    expect(theory.links).toMatchObject([{ source: 'g::a', target: 'b', reason: 'They know' }]);
    expect(map?.groups.map(({ name }) => name)).toEqual(['Activities', 'Colour #00FF00']);
  });

  test.each([
    [
      'that unfolds without end',
      '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]>\n<graphml>&y;</graphml>',
      /^line 1: .*document type/,
    ],
    ['cut short', '<graphml>\n<graph>\n', /^line 3: The XML is not complete/],
    ['that is deeper than anything', '<a>'.repeat(300), /deeper/],
    ['of another kind', '<svg xmlns="x"/>', /^line 1: .*“svg”/],
    ['with an unknown entity', '<graphml>&secret;</graphml>', /not complete/],
  ])('XML %s is refused', (_, text, message) => {
    expect(refusal(text)).toMatch(message);
  });
});

describe('a project with results chains', () => {
  const factor = (id: string, kind: string, of: string) =>
    `<DiagramFactor Id="${id}"><DiagramFactorWrappedFactorId><WrappedByDiagramFactorId><${kind}Id>${of}</${kind}Id></WrappedByDiagramFactorId></DiagramFactorWrappedFactorId></DiagramFactor>`;
  const link = (id: string, from: string, to: string, more = '') =>
    `<DiagramLink Id="${id}"><DiagramLinkFromDiagramFactorId><LinkableFactorId><StrategyId>${from}</StrategyId></LinkableFactorId></DiagramLinkFromDiagramFactorId><DiagramLinkToDiagramFactorId><LinkableFactorId><CauseId>${to}</CauseId></LinkableFactorId></DiagramLinkToDiagramFactorId>${more}</DiagramLink>`;
  const chain = (kind: string, id: string, name: string, factors: string[], links: string[]) =>
    `<${kind} Id="${id}"><${kind}Name>${name}</${kind}Name><${kind}DiagramFactorIds>${factors.map((each) => `<DiagramFactorId>${each}</DiagramFactorId>`).join('')}</${kind}DiagramFactorIds><${kind}DiagramLinkIds>${links.map((each) => `<DiagramLinkId>${each}</DiagramLinkId>`).join('')}</${kind}DiagramLinkIds></${kind}>`;
  const project = `<ConservationProject xmlns="http://xml.miradi.org/schema/ConservationProject/248">
<ProjectSummary><ProjectSummaryProjectName>The bay</ProjectSummaryProjectName></ProjectSummary>
<StrategyPool><Strategy Id="1"><StrategyName><div>Trap</div></StrategyName></Strategy></StrategyPool>
<CausePool><Cause Id="7"><CauseName>Rats</CauseName></Cause></CausePool>
<ThreatReductionResultPool><ThreatReductionResult Id="2"><ThreatReductionResultName>No rats</ThreatReductionResultName><ThreatReductionResultIndicatorIds><IndicatorId>5</IndicatorId></ThreatReductionResultIndicatorIds></ThreatReductionResult></ThreatReductionResultPool>
<BiodiversityTargetPool><BiodiversityTarget Id="3"><BiodiversityTargetName>Birds</BiodiversityTargetName></BiodiversityTarget></BiodiversityTargetPool>
<TextBoxPool><TextBox Id="4"><TextBoxName>A note</TextBoxName></TextBox></TextBoxPool>
<IndicatorPool><Indicator Id="5"><IndicatorName><div>Rats seen</div></IndicatorName><IndicatorMeasurementIds><MeasurementId>6</MeasurementId></IndicatorMeasurementIds></Indicator></IndicatorPool>
<MeasurementPool><Measurement Id="6"><MeasurementDate>2026-06-30</MeasurementDate><MeasurementMeasurementValue><div>12</div></MeasurementMeasurementValue></Measurement></MeasurementPool>
<DiagramFactorPool>${factor('11', 'Strategy', '1')}${factor('12', 'ThreatReductionResult', '2')}${factor('13', 'BiodiversityTarget', '3')}${factor('14', 'TextBox', '4')}${factor('15', 'BiodiversityTarget', '3')}${factor('16', 'Strategy', '1')}${factor('17', 'Cause', '7')}</DiagramFactorPool>
<DiagramLinkPool>${link('21', '11', '12', '<DiagramLinkAnnotation>They eat eggs</DiagramLinkAnnotation><DiagramLinkIsUncertainLink>true</DiagramLinkIsUncertainLink>')}${link('22', '12', '13')}${link('23', '16', '15')}${link('24', '16', '17')}</DiagramLinkPool>
<ResultsChainPool>${chain('ResultsChain', '31', 'Rats', ['11', '12', '13', '14'], ['21', '22', '99'])}${chain('ResultsChain', '32', 'Monitoring', ['15', '16'], ['23'])}</ResultsChainPool>
<ConceptualModelPool>${chain('ConceptualModel', '33', 'Why', ['16', '17'], ['24'])}</ConceptualModelPool>
</ConservationProject>`;

  test('has one box for what stands in several diagrams, its measures, and strands', () => {
    const { theory, notes } = read(project);
    expect(theory.title).toBe('The bay');
    expect(boxes({ theory })).toEqual([
      'activity: Trap',
      'longTermOutcome: No rats',
      'impact: Birds',
    ]);
    const [first] = theory.links;
    expect(theory.links).toHaveLength(3);
    expect([first?.reason, first?.more]).toEqual(['They eat eggs', { confidence: 'low' }]);
    const measure = theory.pieces.find(({ kind }) => kind === 'measure');
    expect(measure?.more).toMatchObject({
      label: 'Rats seen',
      baseline: '12',
      baselineOn: '2026-06-30',
    });
    const part = theory.pieces.find(({ kind }) => kind === 'part');
    expect(part?.more).toEqual({ name: 'Rats', kind: 'strand' });
    expect(theory.boxes.filter(({ more }) => more['part'] === part?.id)).toHaveLength(1);
    expect(notes.join('\n')).toMatch(/1 text boxes are left out/);
    expect(notes.join('\n')).toMatch(/Link 99 of “Rats” is not in the file/);
    expect(notes.join('\n')).toMatch(/1 diagram of the file does not come in: “Why”/);
  });

  test('brings what is chosen of its diagrams', () => {
    const { theory } = read(project, { diagrams: new Set(['33']) });
    expect(boxes({ theory })).toEqual(['rootCause: Rats', 'activity: Trap']);
    expect(theory.links).toHaveLength(1);
  });
});

describe('a project design matrix', () => {
  test('links assumptions and measures to what they are about', () => {
    const matrix = {
      meta: { project_name: 'P' },
      impact: { id: 'i', narrative: 'Ready', assumptions_from_outcome: ['Schools open'] },
      outcomes: [
        {
          id: 'o',
          narrative: 'Read',
          from_outputs: ['p'],
          indicators: [{ name: 'Share', target: 20 }],
        },
      ],
      outputs: [{ id: 'p', narrative: 'Books', from_activities: ['a'] }],
      activities: [{ id: 'a', text: 'Buy', sub: [{ text: 'Choose' }] }],
      inputs: { ours: { budget: 'Much', people: null }, before: ['A law'] },
    };
    const { theory } = read(JSON.stringify(matrix));
    expect(boxes({ theory }).sort()).toEqual([
      'activity: Buy',
      'assumption: Schools open',
      'externalFactor: A law',
      'impact: Ready',
      'input: Much',
      'intermediateOutcome: Read',
      'output: Books',
    ]);
    expect(theory.links).toHaveLength(4);
    expect(theory.pieces[0]).toMatchObject({ kind: 'measure', on: 'o', more: { target: '20' } });
    expect(refusal(JSON.stringify({ ...matrix, outputs: [{ id: 'p' }] }))).toMatch(/^outputs\.0/);
  });
});

describe('tables of boxes and links', () => {
  test('one table of boxes is read, and says that the links are missing', () => {
    const { theory, notes } = read(
      'id,type,label,more.lead\n1,Activities,Open,Hub\n2,Impact,Ready,\n',
    );
    expect(boxes({ theory })).toEqual(['activity: Open', 'impact: Ready']);
    expect(theory.boxes[0]?.more).toEqual({ lead: 'Hub' });
    expect(notes.join()).toMatch(/none of links/);
  });
});

describe('what can be drawn', () => {
  test('is one link between two boxes, with the reasons of both', () => {
    const nodes = ['a', 'b'].map((id) => ({ id, type: 'need', label: id }));
    const links = [
      { source: 'a', target: 'b', reason: 'One' },
      { source: 'a', target: 'b', reason: 'Two' },
      { source: 'a', target: 'a' },
      { source: 'a', target: 'gone' },
    ];
    const ours = { format: 'throughline-theory', version: 1, title: 'T', nodes, links };
    const drawn = drawable(read(JSON.stringify(ours)).theory);
    expect(drawn.links.map(({ reason }) => reason)).toEqual(['One\nTwo']);
  });
});

describe('names of groups', () => {
  test.each([
    ['Long-term outcomes', 'longTermOutcome', true],
    ['Activity/Quality', 'activity', false],
    ['Change mechanisms / journey', 'mechanism', false],
    ['Short term results', 'earlyOutcome', false],
    ['keyIndicators', 'measure', false],
    ['Überraschung', null, false],
  ])('%s', (name, type, sure) => {
    expect(guessType(name)).toEqual({ type, sure });
  });
});

test('no text crashes a reader', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.json(),
    fc.json({ maxDepth: 4 }).map((json) => `{"nodes":${json},"edges":${json},"styles":${json}}`),
    fc.json().map((json) => `{"elements":[${json}],"connections":[${json}]}`),
    fc.json().map((json) => `{"sections":[{"columns":[{"nodes":[${json}]}]}]}`),
    fc.string().map((words) => `flowchart LR\n${words}`),
    fc.string().map((words) => `<graphml>${words}</graphml>`),
  );
  fc.assert(
    fc.property(text, (each) => {
      const result = readTheoryFile(bytes(each), 'T');
      if (!result.ok) expect(result.problems.length + (result.printed ? 1 : 0)).toBeGreaterThan(0);
    }),
    { numRuns: 400 },
  );
});
