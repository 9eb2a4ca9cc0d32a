import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { Column, DataSource, Entity, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { contend } from '../../dist/contender.js';
import { orderData } from '../../dist/goods.js';
import { closedLoop } from '../../dist/load.js';

@Entity('stream')
class Stream {
  @PrimaryColumn('text') id!: string;
  @Column('int') version!: number;
}

@Entity('event')
@Unique(['stream', 'version'])
class StreamEvent {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' }) position!: string;
  @Column('text') stream!: string;
  @Column('int') version!: number;
  @Column('text') type!: string;
  @Column('jsonb') data!: unknown;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
}

const CONNECTIONS = 16;

/** The plain way: one transaction an append, that claims the next version of the stream and inserts its events. */
contend(async ({ ownerUrl }) => {
  const source = new DataSource({
    ...{ type: 'postgres', url: ownerUrl, entities: [Stream, StreamEvent], poolSize: CONNECTIONS },
    synchronize: true,
  });
  await source.initialize();
  let commands = 0;
  let stored = 0;
  return {
    async run(order) {
      const streams = Array.from({ length: order.callers }, () => `order-${randomUUID()}`);
      const versions = streams.map(() => 0);
      const run = await closedLoop(order, async (caller) => {
        const [stream, known] = [streams[caller]!, versions[caller]!];
        const version = known + order.events;
        await source.transaction(async (manager) => {
          if (known === 0) await manager.insert(Stream, { id: stream, version });
          else {
            const { affected } = await manager.update(Stream, { id: stream, version: known }, { version });
            if (affected !== 1) throw new Error('another append was first');
          }
          const events = Array.from({ length: order.events }, (_, nth) => ({
            ...{ stream, version: known + 1 + nth, type: 'OrderRecorded', data: orderData() },
          }));
          await manager.insert(StreamEvent, events as never);
        });
        versions[caller] = version;
      });
      commands += run.done;
      stored += run.done * order.events;
      return run;
    },
    stored: async () => (await source.manager.count(StreamEvent)) - stored + commands,
    close: () => source.destroy(),
  };
});
