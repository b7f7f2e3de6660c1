import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '#db/migrations-folder.server.ts';

/** One shell in which the blocks of the handbook follow one another. */
export class Shell {
  private readonly child: ChildProcess;
  said = '';

  constructor(env: Record<string, string>) {
    this.child = spawn('bash', ['-e'], {
      cwd: projectFolder(),
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, DATABASE_URL: undefined, THROUGHLINE_ENGINE: undefined, ...env },
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
    }
  }

  /** Runs a block; fails when a command of it does. */
  run(block: string): Promise<void> {
    const mark = `-- ${Math.random()} --`;
    return new Promise((resolve, reject) => {
      const look = () => {
        if (this.said.includes(mark)) resolve();
      };
      this.child.stdout?.on('data', look);
      this.child.once('exit', (code) => reject(new Error(`Ended with ${code}:\n${this.said}`)));
      this.child.stdin?.write(`${block}\necho '${mark}'\n`);
    });
  }

  end(): void {
    this.child.removeAllListeners('exit');
    this.child.stdin?.end();
  }
}

/** The commands of the section “The drill”, by the name of their block. */
export function drill(): Record<string, string> {
  const handbook = readFileSync(path.join(projectFolder(), 'docs', 'operations.md'), 'utf8');
  const section = /\n## The drill\n([\s\S]*?)\n## /.exec(handbook)?.[1] ?? '';
  const blocks = [...section.matchAll(/```sh ([a-z-]+)\n([\s\S]*?)```/g)];
  return Object.fromEntries(blocks.map(([, name = '', commands = '']) => [name, commands]));
}
