import { rateBars } from '../spark.ts';
import { sayRates, tenthName } from './say-reach.ts';
import type { SeenReach } from './seen-reach.ts';

/** Children reached of those who live in each tenth, as bars with the range that chance leaves. */
export function RateBars({ rates }: Pick<SeenReach, 'rates'>) {
  const bars = rates.map((rate) => ({ ...rate, label: `Tenth ${tenthName(rate.tenth)}` }));
  return (
    <div
      className="tl-picture-frame"
      role="region"
      aria-label="Children reached by deprivation: it scrolls sideways"
      tabIndex={0}
      dangerouslySetInnerHTML={{ __html: rateBars(bars, sayRates(rates)) }}
    />
  );
}
