/** Something that is said at a link or a box: a few signs, a colour and dashes. */
export interface Mark {
  words: string;
  /** For those who do not see it: what it says. */
  name: string;
  colour: string;
  dashes: string;
  width: number;
  /** The ground of a box; pale enough for dark words. */
  fill?: string;
  /** Draws the colour and the dashes around a box too, so that it is told by a pattern as well. */
  frame?: boolean;
  /** In the legend, for all marks that mean the same; without it, its name. */
  meaning?: string;
  /** The sign that stands for it there; without it, its own words. */
  sample?: string;
}

/** Marks by the id of the link or the box; what has none is drawn faintly. */
export interface Marks {
  links: Map<string, Mark>;
  boxes: Map<string, Mark>;
}
