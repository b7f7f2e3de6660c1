import type { ForeignMap } from './foreign.ts';

/** The kinds of factor that become boxes, by the name of their pool's elements, and what for. */
export const KINDS: readonly Kind[] = [
  { name: 'Stress', title: 'Stresses', type: 'need' },
  { name: 'BiophysicalFactor', title: 'Biophysical factors', type: 'rootCause' },
  { name: 'Cause', title: 'Threats and what drives them', type: 'rootCause' },
  { name: 'Strategy', title: 'Strategies', type: 'activity' },
  { name: 'Task', title: 'Activities', type: 'activity' },
  { name: 'IntermediateResult', title: 'Intermediate results', type: 'intermediateOutcome' },
  { name: 'ThreatReductionResult', title: 'Threat reduction results', type: 'longTermOutcome' },
  { name: 'BiophysicalResult', title: 'Biophysical results', type: 'longTermOutcome' },
  { name: 'BiodiversityTarget', title: 'Conservation targets', type: 'impact' },
  { name: 'HumanWellbeingTarget', title: 'Targets of human wellbeing', type: 'impact' },
  { name: 'Assumption', title: 'Assumptions', type: 'assumption' },
];

export interface Kind {
  name: string;
  title: string;
  type: NonNullable<ForeignMap['groups'][number]['type']>;
}

/** How a reference calls a factor that its pool calls otherwise. */
export const OTHERWISE: Readonly<Record<string, string>> = {
  Activity: 'Task',
  HumanWelfareTarget: 'HumanWellbeingTarget',
  Target: 'BiodiversityTarget',
};

/** What is drawn on a diagram and says nothing of what leads to what. */
export const DRAWING: Readonly<Record<string, string>> = {
  TextBox: 'text boxes',
  ScopeBox: 'boxes of scope',
  GroupBox: 'boxes round others',
};
