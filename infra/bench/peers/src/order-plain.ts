import 'reflect-metadata';
import { Body, Controller, ForbiddenException, Headers, Injectable, Module, Post } from '@nestjs/common';
import { ConflictException, NotFoundException, UnprocessableEntityException, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { InjectDataSource, TypeOrmModule } from '@nestjs/typeorm';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsInt, IsString, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import type { AddressInfo } from 'node:net';
import { DataSource, type EntityManager } from 'typeorm';
import { serve, type Town } from '../../dist/ordering/serving.js';
import { ENTITIES, Grant, Household, IdempotencyKey, Order, OrderLine, Outbox, Round } from './order-tables.js';

const CONNECTIONS = 16;

class LineDto {
  @IsString() offerId!: string;
  @IsInt() @Min(1) @Max(1000) quantity!: number;
}

class PlaceDto {
  @IsIn(['door', 'station']) kind!: string;
}

class PlaceOrderDto {
  @IsUUID() id!: string;
  @IsUUID() roundId!: string;
  @IsUUID() householdId!: string;
  @ValidateNested({ each: true }) @Type(() => LineDto) @ArrayMinSize(1) @ArrayMaxSize(100) lines!: LineDto[];
  @ValidateNested() @Type(() => PlaceDto) place!: PlaceDto;
}

/**
 * The same order written plainly: one transaction that keeps the key, finds the household, the grant and the round, checks
 * the caps, and inserts the order, its lines and a row of the outbox.
 */
@Injectable()
class OrdersService {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  place(actor: string, key: string, dto: PlaceOrderDto): Promise<object> {
    return this.source.transaction(async (manager) => {
      await manager.insert(IdempotencyKey, { key, actor, orderId: dto.id });
      await this.admit(manager, actor, dto);
      const { id, roundId, householdId } = dto;
      await manager.insert(Order, { id, roundId, householdId, status: 'requested', place: dto.place.kind, version: 1 });
      const lines = dto.lines.map(({ offerId, quantity }, line) => ({ orderId: id, line, offerId, quantity }));
      await manager.insert(OrderLine, lines);
      await manager.insert(Outbox, { aggregate: id, type: 'OrderPlaced', payload: dto, actor } as never);
      return { ...dto, status: 'requested' };
    });
  }

  private async admit(manager: EntityManager, actor: string, dto: PlaceOrderDto): Promise<void> {
    const household = await manager.findOneBy(Household, { id: dto.householdId });
    if (!household) throw new NotFoundException();
    const grant = await manager.findOneBy(Grant, { actor, action: 'PlaceOrder', territory: household.territory });
    if (!grant) throw new ForbiddenException();
    const round = await manager.findOneBy(Round, { id: dto.roundId });
    const now = new Date();
    if (!round || round.opensAt > now || round.closesAt < now) throw new ConflictException('round-closed');
    const over = dto.lines.some(({ offerId, quantity }) => quantity > (round.caps[offerId] ?? 0));
    if (over) throw new UnprocessableEntityException('above-cap');
  }
}

@Controller('api/v1/orders')
class OrdersController {
  constructor(private readonly orders: OrdersService) {}

  @Post()
  place(
    @Headers('authorization') bearer: string,
    @Headers('idempotency-key') key: string,
    @Body() dto: PlaceOrderDto,
  ): Promise<object> {
    return this.orders.place(bearer.replace('Bearer ', ''), key, dto);
  }
}

/** As Nest's documentation sets it up, on Fastify, its faster adapter; a pool as the other peers have. */
serve(async ({ ownerUrl }, town) => {
  @Module({
    imports: [
      TypeOrmModule.forRoot({
        ...{ type: 'postgres', url: ownerUrl, entities: ENTITIES, poolSize: CONNECTIONS },
        synchronize: true,
      }),
    ],
    controllers: [OrdersController],
    providers: [OrdersService],
  })
  class AppModule {}
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, new FastifyAdapter(), { logger: ['error'] });
  app.useGlobalPipes(new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true }));
  await app.listen(0, '127.0.0.1');
  const source = app.get(DataSource);
  await settle(source, town);
  return {
    port: (app.getHttpServer().address() as AddressInfo).port,
    orders: () => source.manager.count(Outbox),
  };
});

async function settle({ manager }: DataSource, { homes, rounds, offerId }: Town): Promise<void> {
  const hour = 3_600_000;
  const window = { opensAt: new Date(Date.now() - hour), closesAt: new Date(Date.now() + 6 * hour) };
  const territory = (id: string) => `d-pudong/s-weifang/c-y/b-07/h-${id}`;
  await manager.insert(
    Household,
    homes.map(({ householdId: id }) => ({ id, territory: territory(id) })),
  );
  await manager.insert(
    Grant,
    homes.map(({ householdId, resident }) => ({
      ...{ actor: resident, action: 'PlaceOrder', territory: territory(householdId), rule: 'place-order/resident' },
    })),
  );
  await manager.insert(
    Round,
    rounds.map((id) => ({ id, ...window, caps: { [offerId]: 2 } })),
  );
}
