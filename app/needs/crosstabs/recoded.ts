import type { Label } from '#app/survey/columns.ts';
import type { Codes } from './count.ts';

/** Something that answers can be parted by: every set of answers is in one category or in none. */
export interface Variable extends Codes {
  /** The question's name, with the answer where one answer of several is meant: "barriers=hours". */
  id: string;
  title: string;
  categories: Label[];
}

/** How many variables of a survey keep the codes that were made for them. */
const MOST_MADE = 16;

/** Those of a survey that were made last keep their codes: all options ever compared would be very many. */
export class LastMade {
  private readonly made: Recoded[] = [];

  keep(variable: Recoded): void {
    this.made.push(variable);
    if (this.made.length > MOST_MADE) this.made.shift()?.forget();
  }

  /** Bytes at the most. */
  static bytes(answers: number): number {
    return MOST_MADE * answers * Uint16Array.BYTES_PER_ELEMENT;
  }
}

/**
 * A variable whose codes are made when a table is counted by it: the list of what can be compared names
 * every question and every answer, and each would take a pass of its own over all sets of answers.
 */
export class Recoded implements Variable {
  readonly id: string;
  readonly title: string;
  readonly categories: Label[];
  readonly size: number;
  private made: Uint16Array | null = null;

  /** @param last of the survey; none where the variable lasts no longer than its table */
  constructor(
    about: Omit<Variable, 'codes'>,
    private readonly make: () => Uint16Array,
    private readonly last?: LastMade,
  ) {
    this.id = about.id;
    this.title = about.title;
    this.categories = about.categories;
    this.size = about.size;
  }

  get codes(): Uint16Array {
    if (this.made) return this.made;
    const made = this.make();
    this.made = made;
    this.last?.keep(this);
    return made;
  }

  forget(): void {
    this.made = null;
  }
}
