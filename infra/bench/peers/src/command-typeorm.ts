import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm';
import { COMMANDS_EACH } from '../../dist/commands/basket.js';
import { contend } from '../../dist/contender.js';
import { closedLoop } from '../../dist/load.js';

@Entity('basket')
class Basket {
  @PrimaryColumn('text') id!: string;
  @Column('int') quantity!: number;
  @Column('int') changes!: number;
}

@Entity('basket_view')
class BasketView {
  @PrimaryColumn('text') id!: string;
  @Column('int') quantity!: number;
  @Column('int') changes!: number;
  @Column('timestamptz') changedAt!: Date;
}

const CONNECTIONS = 16;

/** The plain way: in one transaction the entity is found and locked, changed and saved, and so is its row of the read model. */
contend(async ({ ownerUrl }) => {
  const source = new DataSource({
    ...{ type: 'postgres', url: ownerUrl, entities: [Basket, BasketView], poolSize: CONNECTIONS },
    synchronize: true,
  });
  await source.initialize();
  return {
    run(order) {
      const turns = Array.from({ length: order.callers }, () => ({ id: '', count: 0 }));
      return closedLoop(order, async (caller) => {
        const turn = turns[caller]!;
        if (turn.count % COMMANDS_EACH === 0) turn.id = `basket-${randomUUID()}`;
        const quantity = (turn.count += 1);
        await source.transaction(async (manager) => {
          const lock = { mode: 'pessimistic_write' } as const;
          const found = await manager.findOne(Basket, { where: { id: turn.id }, lock });
          const changes = (found?.changes ?? 0) + 1;
          if (changes > COMMANDS_EACH) throw new Error('too many changes');
          await manager.save(Basket, { id: turn.id, quantity, changes });
          await manager.save(BasketView, { id: turn.id, quantity, changes, changedAt: new Date() });
        });
      });
    },
    stored: async () => (await source.manager.sum(Basket, 'changes')) ?? 0,
    close: () => source.destroy(),
  };
});
