/** What deleting means on each engine, honestly: for the page, and for the impact assessment. */
export function deletingMeans(engine: 'sqlite' | 'postgres'): readonly string[] {
  return engine === 'sqlite' ? ON_SQLITE : ON_POSTGRES;
}

const EVERYWHERE = [
  'A restored backup forgets again whatever was erased since it was made: the data folder keeps a list of it that names nobody.',
] as const;

const ON_SQLITE = [
  'What is deleted is overwritten in the database file at once, and the file’s log is emptied after each erasure and after each day’s deletions. What the disk itself keeps of a file that was overwritten is beyond any program: use a disk that is encrypted.',
  ...EVERYWHERE,
] as const;

const ON_POSTGRES = [
  'What is deleted cannot be read by any query at once. PostgreSQL itself takes the bytes away later: its vacuum makes their room free, which is then written over as rows come, and its log is recycled by its own settings. Whoever holds the disk could find traces until then: use a disk that is encrypted.',
  ...EVERYWHERE,
] as const;
