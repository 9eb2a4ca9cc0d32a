import { Client, newId, Unanswered, type Answer } from '@baogong/client';
import { leanExchange } from '@baogong/drill';
import type { History, Service } from '@baogong/ledger';
import { ownerOf } from '@baogong/start/parts';
import type { Installation } from '../installation/installation.js';

const PATIENCE = { attemptMs: 3000, totalMs: 60_000, pauseMs: 100 };
const PASSING = [429, 502, 503, 504];

export interface Command {
  path: string;
  body: unknown;
  as: string;
  key?: string;
}
export type Told = Answer<Record<string, unknown>>;
type Remembered = Command & { key: string; told: Told };

/** All clients of an installation, and what they remember: acknowledged, refused, or never answered. */
export class Clients {
  readonly history: Required<History> = { acknowledged: [], refused: [], unknown: [] };
  /** Acknowledged in this run, to be sent once more. */
  remembered: Remembered[] = [];
  answered = 0;
  private readonly client: Client;
  private readonly moments: { at: number; happen: () => void }[] = [];

  constructor(installation: Pick<Installation, 'url' | 'tokenOf'>) {
    const { url: address, tokenOf } = installation;
    this.client = new Client({ address, tokenOf, patience: PATIENCE, exchange: leanExchange });
  }

  /** Calls once so many more commands have been answered, while others are under way. */
  afterCommands(count: number, happen: () => void): void {
    this.moments.push({ at: this.answered + count, happen });
  }

  /** Whatever has not happened by now does not happen any more. */
  forgetMoments(): void {
    this.moments.length = 0;
  }

  /** Asked again with the same key until it is answered or patience ends. @returns undefined where it is unknown */
  async command({ path, body, as, key = newId() }: Command): Promise<Told | undefined> {
    const told = await this.sent({ path, body, as, key });
    this.remember({ path, body, as, key }, told);
    this.answered += 1;
    for (const moment of this.moments.filter(({ at }) => at <= this.answered)) {
      this.moments.splice(this.moments.indexOf(moment), 1);
      moment.happen();
    }
    return told;
  }

  /** A command that must go well: a refusal is a fault of the load or of the system. */
  async must(command: Command): Promise<Told> {
    const told = await this.command(command);
    if (told?.ok) return told;
    throw new Error(`${command.path}: ${told ? `${told.status} ${JSON.stringify(told)}` : 'never answered'}`);
  }

  async read(path: string, as: string): Promise<Record<string, unknown> | undefined> {
    try {
      const told = await this.client.send(as, { method: 'GET', path: `/api/v1/${path}` });
      return told.ok ? told.body : undefined;
    } catch (failure) {
      if (failure instanceof Unanswered) return undefined;
      throw failure;
    }
  }

  async sent({ path, body, as, key }: Command & { key: string }): Promise<Told | undefined> {
    try {
      return await this.client.send(as, { method: 'POST', path: `/api/v1/${path}`, body, key });
    } catch (failure) {
      if (failure instanceof Unanswered) return undefined;
      throw failure;
    }
  }

  private remember(command: Command & { key: string }, told: Told | undefined): void {
    const { key } = command;
    const service = ownerOf(`/api/v1/${command.path}`) as Service;
    if (!told || PASSING.includes(told.status)) return void this.history.unknown.push({ service, key });
    // A pass that is shown once more is refused, and that it was shown is noted: once or not at all, as of an unknown one.
    const left = command.path === 'hand-overs' ? this.history.unknown : this.history.refused;
    if (!told.ok) return void left.push({ service, key });
    this.remembered.push({ ...command, told });
    const positions = told.position;
    if (positions) this.history.acknowledged.push({ service: positions.split(':')[0] as Service, key, positions });
  }
}
