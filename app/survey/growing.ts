type Typed = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/**
 * Numbers that come one by one into a typed array. A list of numbers takes eight bytes for each and has to
 * be copied into a typed array at the end, all at once: for forty questions to a million people that was
 * most of the memory of a server, and a second in which it answered nobody.
 */
export class Growing<Held extends Typed> {
  private held: Held;
  length = 0;

  constructor(private readonly make: (length: number) => Held) {
    this.held = make(64);
  }

  push(value: number): void {
    if (this.length === this.held.length) {
      const larger = this.make(this.length * 2);
      larger.set(this.held);
      this.held = larger;
    }
    this.held[this.length] = value;
    this.length += 1;
  }

  /** Puts another value at a place that has one. */
  put(at: number, value: number): void {
    this.held[at] = value;
  }

  /** What came, without room for more. */
  taken(): Held {
    return this.held.slice(0, this.length) as Held;
  }
}

export const growingBytes = () => new Growing((length) => new Uint8Array(length));
export const growingCodes = () => new Growing((length) => new Uint16Array(length));
export const growingPlaces = () => new Growing((length) => new Uint32Array(length));
export const growingNumbers = () => new Growing((length) => new Float64Array(length));
