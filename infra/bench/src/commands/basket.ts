import { accept, reject, type Decider } from '@baogong/decider';

/** A stream of five commands: placed, then amended four times; what may still be amended is known from its events. */
export const COMMANDS_EACH = 5;

export type BasketEvent = { type: 'BasketPlaced' | 'BasketAmended'; at: string; data: { quantity: number } };
export interface BasketState {
  quantity: number;
  changes: number;
}
export interface BasketCommand {
  at: string;
  quantity: number;
}

export const basket: Decider<BasketState, BasketCommand, BasketEvent, 'too-many-changes'> = {
  initial: { quantity: 0, changes: 0 },
  decide({ at, quantity }, { changes }) {
    if (changes >= COMMANDS_EACH) return reject('too-many-changes');
    return accept({ type: changes === 0 ? 'BasketPlaced' : 'BasketAmended', at, data: { quantity } });
  },
  evolve: ({ changes }, { data }) => ({ quantity: data.quantity, changes: changes + 1 }),
};

export const READ_MODEL = /* sql */ `create table if not exists basket_view (
  id text primary key, quantity int not null, changes int not null, changed_at timestamptz not null)`;
