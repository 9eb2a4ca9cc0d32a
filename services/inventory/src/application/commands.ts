import type { Caller, CommandResult, DomainEvent, ServiceRuntime } from '@baogong/commanding';
import type { Action } from '@baogong/duties';
import { evaluate } from '@baogong/duties';
import type { Role } from '@baogong/duties';
import type { Territory } from '@baogong/kernel';
import { consignment, consignmentStream } from '../domain/consignment/consignment.js';
import type { CountedLine, Dispatch, OfferFact } from '../domain/consignment/consignment.js';
import { stock, stockStream } from '../domain/stock/stock.js';
import type { StockCommand } from '../domain/stock/stock.js';
import { supplyOffer, supplyOfferStream } from '../domain/supply-offer/supply-offer.js';
import type { Supply } from '../domain/supply-offer/supply-offer.js';

/** What the commands of this service need of the machinery. */
export type Inventory = Pick<ServiceRuntime, 'desk' | 'store' | 'authority' | 'clock'>;
type Result = Promise<CommandResult<DomainEvent, string>>;

export function announceSupply({ desk }: Inventory, caller: Caller, supply: Supply): Result {
  const stream = { id: supplyOfferStream(supply.offerId), kind: 'supply-offer', territory: supply.territory };
  return desk.handle({ action: 'AnnounceSupply', caller, stream, decider: supplyOffer, data: supply });
}

export async function withdrawSupply(
  inventory: Inventory,
  caller: Caller,
  { offerId, reason }: { offerId: string; reason: string },
): Result {
  const { header } = await inventory.store.load(supplyOfferStream(offerId), supplyOffer);
  if (!header) return { kind: 'not-found' };
  return inventory.desk.handle({
    action: 'WithdrawSupply',
    caller,
    stream: header,
    decider: supplyOffer,
    data: { reason },
  });
}

export function dispatchConsignment(inventory: Inventory, caller: Caller, dispatch: Dispatch): Result {
  const { consignmentId, territory } = dispatch;
  return inventory.desk.handle({
    action: 'DispatchConsignment',
    caller,
    stream: { id: consignmentStream(consignmentId), kind: 'consignment', territory },
    decider: consignment,
    data: async () => ({ ...dispatch, lines: await withFacts(inventory, dispatch.lines) }),
  });
}

export async function receiveGoods(
  inventory: Inventory,
  caller: Caller,
  { consignmentId, lines }: { consignmentId: string; lines: CountedLine[] },
): Result {
  const { header } = await inventory.store.load(consignmentStream(consignmentId), consignment);
  if (!header) return { kind: 'not-found' };
  return inventory.desk.handle({
    action: 'ReceiveGoods',
    caller,
    stream: header,
    decider: consignment,
    data: { lines },
  });
}

export interface AdjustmentWish {
  offerId: string;
  lotId: string;
  change: number;
  reason: string;
}

export async function adjustStock(inventory: Inventory, caller: Caller, wish: AdjustmentWish): Result {
  const stream = await booksOfOffer(inventory, wish.offerId);
  if (!stream) return { kind: 'not-found' };
  return inventory.desk.handle({
    action: 'AdjustStock',
    caller,
    stream,
    decider: stock,
    data: wish,
    toCommand(command) {
      const { organisation, role } = command.by;
      const own = isLimitedToOwn(inventory, { role: role as Role, action: 'AdjustStock', territory: stream.territory });
      const data = own ? { ...wish, ofKeeper: organisation } : wish;
      return { ...command, type: 'AdjustStock', data } satisfies StockCommand;
    },
  });
}

/** An offer is made to one community, so its books are found without asking a read model that may lag behind. */
export async function booksOfOffer({ store }: Pick<Inventory, 'store'>, offerId: string) {
  const { header } = await store.load(supplyOfferStream(offerId), supplyOffer);
  if (!header) return undefined;
  return { id: stockStream(header.territory, offerId), kind: 'stock', territory: header.territory };
}

/** Whether the rule that lets the role act reaches its own organisation's things only. */
export function isLimitedToOwn(
  { authority, clock }: Pick<Inventory, 'authority' | 'clock'>,
  { role, action, territory }: { role: Role; action: Action; territory: Territory },
): boolean {
  const matrix = authority.matrix();
  if (!matrix) return true;
  const found = evaluate(matrix, { role, action, posture: authority.posture(territory), at: clock.now() });
  return found.verdict === 'gap' || found.rule.scope === 'own-organisation';
}

function withFacts({ store }: Inventory, lines: Dispatch['lines']): Promise<Dispatch['lines']> {
  return Promise.all(
    lines.map(async ({ offerId, quantity }) => {
      const { state } = await store.load(supplyOfferStream(offerId), supplyOffer);
      if (state.status === 'none') return { offerId, quantity };
      const { sku, supplier, weightGrams, territory } = state.supply;
      const offer: OfferFact = { sku, supplier, weightGrams, territory, withdrawn: state.status === 'withdrawn' };
      return { offerId, quantity, offer };
    }),
  );
}
