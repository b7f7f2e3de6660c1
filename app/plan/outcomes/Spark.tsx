import type { SeenMeasure } from '#app/theory/measures/seen.ts';
import { saySeries } from '#app/theory/measures/seen.ts';
import { sparkSvg } from './spark.ts';

/** A measure over time as a small line; its figures are read out. */
export function Spark({ seen }: { seen: SeenMeasure }) {
  const svg = sparkSvg(seen, saySeries(seen));
  if (svg === '') return <>–</>;
  return <span className="tl-spark" dangerouslySetInnerHTML={{ __html: svg }} />;
}
