import 'reflect-metadata';
import { Column, CreateDateColumn, Entity, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';

@Entity()
export class Household {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') territory!: string;
}

@Entity()
export class Grant {
  @PrimaryColumn('text') actor!: string;
  @PrimaryColumn('text') action!: string;
  @PrimaryColumn('text') territory!: string;
  @Column('text') rule!: string;
}

@Entity()
export class Round {
  @PrimaryColumn('uuid') id!: string;
  @Column('timestamptz') opensAt!: Date;
  @Column('timestamptz') closesAt!: Date;
  @Column('jsonb') caps!: Record<string, number>;
}

@Entity('customer_order')
@Unique(['roundId', 'householdId'])
export class Order {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') roundId!: string;
  @Column('uuid') householdId!: string;
  @Column('text') status!: string;
  @Column('text') place!: string;
  @Column('int') version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) placedAt!: Date;
}

@Entity()
export class OrderLine {
  @PrimaryColumn('uuid') orderId!: string;
  @PrimaryColumn('int') line!: number;
  @Column('text') offerId!: string;
  @Column('int') quantity!: number;
}

@Entity()
export class IdempotencyKey {
  @PrimaryColumn('text') key!: string;
  @Column('text') actor!: string;
  @Column('uuid') orderId!: string;
}

@Entity()
export class Outbox {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' }) id!: string;
  @Column('uuid') aggregate!: string;
  @Column('text') type!: string;
  @Column('jsonb') payload!: unknown;
  @Column('text') actor!: string;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
}

export const ENTITIES = [Household, Grant, Round, Order, OrderLine, IdempotencyKey, Outbox];
