/**
 * What anybody may ask for and is costly to make: it is made once, one at a time, and the last of it is
 * kept in memory, so that asking again and again costs nothing.
 */
export class DrawnOnce {
  /** Last used last. */
  private readonly kept = new Map<string, Uint8Array>();
  private readonly making = new Map<string, Promise<Uint8Array>>();
  private bytes = 0;
  private last: Promise<unknown> = Promise.resolve();

  /** @param most how many bytes are kept at most */
  constructor(private readonly most: number) {}

  /** What stands under the key, which says everything that it is made from; made where it is not kept. */
  async get(key: string, make: () => Uint8Array | Promise<Uint8Array>): Promise<Uint8Array> {
    const found = this.kept.get(key);
    if (found !== undefined) {
      this.kept.delete(key);
      this.kept.set(key, found);
      return found;
    }
    const asked = this.making.get(key) ?? this.queue(key, make);
    return asked;
  }

  private queue(key: string, make: () => Uint8Array | Promise<Uint8Array>): Promise<Uint8Array> {
    const made = this.last.then(async () => {
      try {
        const body = await make();
        this.keep(key, body);
        return body;
      } finally {
        this.making.delete(key);
      }
    });
    this.making.set(key, made);
    // Whoever comes next is not told that this one failed.
    this.last = made.catch(() => undefined);
    return made;
  }

  private keep(key: string, body: Uint8Array): void {
    if (body.byteLength > this.most / 4) return;
    this.kept.set(key, body);
    this.bytes += body.byteLength;
    for (const [oldest, { byteLength }] of this.kept) {
      if (this.bytes <= this.most) return;
      this.kept.delete(oldest);
      this.bytes -= byteLength;
    }
  }
}
