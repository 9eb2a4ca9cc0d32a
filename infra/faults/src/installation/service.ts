import { join } from 'node:path';
import { ServiceProcess } from '@baogong/start/parts';

export interface ServiceOptions {
  name: string;
  root: string;
  data: string;
  logFolder: string;
  environment: NodeJS.ProcessEnv;
}

/** A service of the installation: a process that is started again whenever it ends, as under `npm run start:kafka`. */
export class Service {
  private process: ServiceProcess;
  hopeless: string | undefined;

  constructor(private readonly options: ServiceOptions) {
    this.process = this.launch();
  }

  get name(): string {
    return this.options.name;
  }

  kill(): void {
    this.signal('SIGKILL');
  }

  pause(): void {
    this.signal('SIGSTOP');
  }

  goOn(): void {
    this.signal('SIGCONT');
  }

  stop(): Promise<void> {
    return this.process.stop();
  }

  /** Stopped in order and started anew. */
  async restart(): Promise<void> {
    await this.process.stop();
    this.process = this.launch();
  }

  signal(signal: NodeJS.Signals): void {
    const { pid } = this.process;
    if (pid !== undefined) process.kill(pid, signal);
  }

  private launch(): ServiceProcess {
    const { name, root, data, logFolder, environment } = this.options;
    return new ServiceProcess({
      name,
      program: join(root, 'services', name, 'dist', 'main.js'),
      mark: `--of=${data}`,
      logFile: join(logFolder, `${name}.log`),
      environment,
      onChange: () => undefined,
      onHopeless: () => void (this.hopeless = `${name} says that starting it again does not help`),
    });
  }
}
