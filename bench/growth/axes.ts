/** One thing that was measured at several sizes. */
export interface Course {
  name: string;
  unit: 'ms' | 'MB';
  points: { at: number; value: number }[];
}

/** What grows, and how everything else grows with it. */
export interface Axis {
  id: 'answers' | 'boxes' | 'authorities';
  title: string;
  /** What stands along the picture: "answers to one survey of 40 questions". */
  along: string;
  courses: Course[];
}

/** How many times as much the last point is as the first, and for how many times the size. */
export function growthOf({ points }: Course): { size: number; cost: number } | null {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first === last) return null;
  return { size: last.at / first.at, cost: last.value / first.value };
}
