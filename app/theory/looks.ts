import { STATION_COLOURS } from '#app/ui/stations.ts';
import type { BoxType } from './graph.ts';

/**
 * How a box of each type looks, on the canvas and in the picture: colour of the line, and a shape and
 * an outline of its own, so that nothing is said by colour alone.
 */
export interface Looks {
  fill: string;
  line: string;
  text: string;
  /** Corners in CSS pixels. */
  radius: number;
  stroke: number;
  outline: 'solid' | 'dashed' | 'dotted';
  /** A thick edge on the left: what goes into the delivery plan. */
  edge: boolean;
}

const INK = '#0b0c0c';
const GREY = '#505a5f';
const { needs, theory, plan } = STATION_COLOURS;

const plain: Looks = {
  fill: '#ffffff',
  line: GREY,
  text: INK,
  radius: 2,
  stroke: 1.5,
  outline: 'solid',
  edge: false,
};

export const LOOKS: Readonly<Record<BoxType, Looks>> = {
  need: { ...plain, fill: '#eaf2fa', line: needs, radius: 20, stroke: 2.5 },
  rootCause: { ...plain, line: needs, radius: 20, outline: 'dashed' },
  input: { ...plain, fill: '#f3f2f1' },
  activity: { ...plain, fill: '#fdf2e7', line: plan, edge: true },
  output: { ...plain, line: plan },
  mechanism: { ...plain, line: theory, radius: 20 },
  earlyOutcome: { ...plain, fill: '#f5faf7', line: theory, radius: 8, stroke: 1 },
  intermediateOutcome: { ...plain, fill: '#eaf5ee', line: theory, radius: 8 },
  longTermOutcome: { ...plain, fill: '#cfe8d9', line: theory, radius: 8, stroke: 2.5 },
  laterOutcome: { ...plain, fill: '#a6d1b9', line: '#004d29', radius: 8, stroke: 2.5 },
  impact: { ...plain, fill: theory, line: '#004d29', text: '#ffffff', radius: 8, stroke: 2.5 },
  aim: { ...plain, fill: '#00401f', line: INK, text: '#ffffff', stroke: 3 },
  assumption: { ...plain, line: GREY, radius: 8, outline: 'dashed' },
  externalFactor: { ...plain, fill: '#f3f2f1', line: GREY, radius: 20, outline: 'dotted' },
  risk: { ...plain, fill: '#fbeeee', line: '#942514', radius: 2, outline: 'dashed', stroke: 2 },
};
