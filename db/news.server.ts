import { EventEmitter } from 'node:events';

/**
 * What servers tell one another, and a server itself, so that open pages follow: that something
 * changed or who is where, in ids only. Never stored; whoever misses it looks in the database.
 */
export interface News {
  /** Tells every server that listens, this one at once. */
  tell(topic: string, body: string): void;
  /**
   * Hears what is told, until the result is called.
   *
   * @param missed is called when something may have been told while nobody could hear it
   */
  listen(topic: string, hear: (body: string) => void, missed?: () => void): () => void;
  close(): Promise<void>;
}

const MISSED = 'missed';

/** News within one process: all there is where one server has the database to itself. */
export class LocalNews implements News {
  private readonly hearing = new EventEmitter().setMaxListeners(0);

  tell(topic: string, body: string): void {
    this.hearing.emit(`told ${topic}`, body);
  }

  listen(topic: string, hear: (body: string) => void, missed?: () => void): () => void {
    this.hearing.on(`told ${topic}`, hear);
    if (missed) this.hearing.on(MISSED, missed);
    return () => {
      this.hearing.off(`told ${topic}`, hear);
      if (missed) this.hearing.off(MISSED, missed);
    };
  }

  /** Tells everybody who listens that they may have missed something. */
  missed(): void {
    this.hearing.emit(MISSED);
  }

  async close(): Promise<void> {
    this.hearing.removeAllListeners();
  }
}
