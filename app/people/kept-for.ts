/**
 * Things that are believed for a while, by a key. What is too old goes when something is added, so that
 * keys which nobody asks for again (a secret that was changed is part of one) do not stay for ever.
 */
export class KeptFor<Thing> {
  private readonly things = new Map<string, { at: number; thing: Thing }>();

  /** @param ms how long a thing is believed, in milliseconds */
  constructor(private readonly ms: number) {}

  /** What was kept under the key, if it is young enough. */
  at(key: string, now: number): Thing | undefined {
    const kept = this.things.get(key);
    return kept !== undefined && now - kept.at < this.ms ? kept.thing : undefined;
  }

  keep(key: string, thing: Thing, now: number): void {
    for (const [each, { at }] of this.things) if (now - at >= this.ms) this.things.delete(each);
    this.things.set(key, { at: now, thing });
  }

  get size(): number {
    return this.things.size;
  }
}
